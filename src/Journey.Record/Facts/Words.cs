using System.Globalization;
using Journey.Record.Codes;

namespace Journey.Record.Facts;

/// <summary>Wording shared by sentences.</summary>
public static class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A date as people write it: 3 March 2026.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", English);

    /// <summary>A return's year as people write it: 2018 is 2017-18.</summary>
    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{(long)year - 1}-{Math.Abs(year % 100):00}");

    /// <summary>Text with its first letter in lower case, unless it is an abbreviation.</summary>
    public static string Lower(string text) =>
        text is [var first, var second, ..] && char.IsUpper(first) && !char.IsUpper(second) ? char.ToLower(first, English) + text[1..] : text;

    /// <summary>": words", or nothing when there are none.</summary>
    public static string Because(string? words) => string.IsNullOrWhiteSpace(words) ? "" : $": {words.Trim()}";

    /// <summary>": words" without their closing full stop, or nothing when there are none; the sentence goes on or ends by itself.</summary>
    public static string Saying(string? words) => Because(words?.Trim().TrimEnd('.'));

    /// <summary>" at 14:30", or nothing when the time is not known.</summary>
    public static string At(TimeOnly? time) => time is { } at ? $" at {at.ToString("HH:mm", English)}" : "";

    /// <summary>" to 3 March 2026", or nothing when there is no end.</summary>
    public static string To(DateOnly? end) => end is { } to ? $" to {Date(to)}" : "";

    /// <summary>The label of a code inside a sentence.</summary>
    public static string Label(CodeSet set, string? code) => string.IsNullOrWhiteSpace(code) ? "not stated" : Lower(set.Label(code));

    /// <summary>"a, b and c", or "none".</summary>
    public static string List(IReadOnlyList<string> items) => items switch
    {
        [] => "none",
        [var only] => only,
        [.., var last] => $"{string.Join(", ", items.SkipLast(1))} and {last}",
    };

    /// <summary>The labels of codes inside a sentence.</summary>
    public static string Labels(CodeSet set, IReadOnlyList<string> codes) => List([.. codes.Select(c => Label(set, c))]);

    /// <summary>A figure without needless places: 0.8, 17.</summary>
    public static string Number(decimal figure) => figure.ToString("0.##", English);

    /// <summary>"1 week", "2 weeks".</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number.ToString(English)} {noun}s";

    /// <summary>
    /// How long something lasted from a day up to, not including, another, in whole calendar years and months, or in weeks or days where it is
    /// less than a month: "1 year and 3 months", "5 months", "3 weeks", "10 days". The end may not lie before the start.
    /// </summary>
    public static string Lasting(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        months -= from.AddMonths(months) > to ? 1 : 0;
        var days = to.DayNumber - from.DayNumber;
        return months switch
        {
            0 => days > 0 && days % 7 == 0 ? Count(days / 7, "week") : Count(days, "day"),
            < 12 => Count(months, "month"),
            _ when months % 12 == 0 => Count(months / 12, "year"),
            _ => $"{Count(months / 12, "year")} and {Count(months % 12, "month")}",
        };
    }

    /// <summary>A sum of money: £7,500, £12.50.</summary>
    public static string Money(decimal pounds) =>
        $"{(pounds < 0 ? "-" : "")}£{Math.Abs(pounds).ToString(pounds == decimal.Truncate(pounds) ? "#,0" : "#,0.00", English)}";
}

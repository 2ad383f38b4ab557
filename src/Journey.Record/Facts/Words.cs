using System.Globalization;

namespace Journey.Record.Facts;

/// <summary>Wording shared by sentences.</summary>
public static class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A date as people write it: 3 March 2026.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", English);

    /// <summary>Text with its first letter in lower case, unless it is an abbreviation.</summary>
    public static string Lower(string text) =>
        text is [var first, var second, ..] && char.IsUpper(first) && !char.IsUpper(second) ? char.ToLower(first, English) + text[1..] : text;

    /// <summary>": words", or nothing when there are none.</summary>
    public static string Because(string? words) => string.IsNullOrWhiteSpace(words) ? "" : $": {words.Trim()}";
}

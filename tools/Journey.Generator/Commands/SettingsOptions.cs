using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Journey.Generator.Commands;

/// <summary>The options that say what to make.</summary>
public sealed class SettingsOptions(DateOnly today)
{
    private readonly Option<int> _children = new("--children") { Description = "How many children.", DefaultValueFactory = _ => 300 };
    private readonly Option<int> _years = new("--years") { Description = "How many years the record runs.", DefaultValueFactory = _ => 10 };
    private readonly Option<long> _seed = new("--seed") { Description = "The same seed gives the same authority.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _end = new("--end") { Description = "The last day of the record, yyyy-MM-dd; the last 31 March when left out." };

    /// <summary>Adds them to a verb.</summary>
    public Command On(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _children.Validators.Add(r => Within(r, _children, 1, 100_000, "children"));
        _years.Validators.Add(r => Within(r, _years, 1, 30, "years"));
        _end.Validators.Add(r =>
        {
            if (r.GetValue(_end) is { } given && (!Reads(given, out var day) || day.Year is < 1990 or > 2100))
            {
                r.AddError($"'{given}' is not a day from 1990 to 2100: give it as yyyy-MM-dd.");
            }
        });
        command.Add(_children);
        command.Add(_years);
        command.Add(_seed);
        command.Add(_end);
        return command;
    }

    /// <summary>The settings given.</summary>
    public Settings Settings(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return new Settings("SYNTH", unchecked((ulong)parsed.GetValue(_seed)), parsed.GetValue(_children), parsed.GetValue(_years), parsed.GetValue(_end) is { } given && Reads(given, out var day) ? day : LastMarch());
    }

    private static bool Reads(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static void Within(OptionResult result, Option<int> option, int from, int to, string what)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && (given < from || given > to))
        {
            result.AddError(FormattableString.Invariant($"The number of {what} lies between {from} and {to}: give another for {option.Name}."));
        }
    }

    private DateOnly LastMarch() => new DateOnly(today.Year, 3, 31) is var march && march <= today ? march : march.AddYears(-1);
}

using System.CommandLine;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Generator.Commands;

/// <summary>Lets the verbs decide every act of an authority in memory, as the application would.</summary>
public static class CheckCommand
{
    private const int Shown = 20;

    /// <summary>The verb.</summary>
    public static Command Of(DateOnly today)
    {
        var settings = new SettingsOptions(today);
        var command = settings.On(new Command("check", "Make an authority and let the rules decide every act of it; 1 when one is refused."));
        command.SetAction((parsed, cancellation) => RunAsync(settings.Settings(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancellation)
    {
        var (authority, refused) = await Watched.RunAsync(
            progress =>
            {
                var made = Authority.Make(settings, progress, cancellation);
                return (made, Checking.Refusals(made.Acts, progress, cancellation));
            },
            cancellation);
        await Console.Out.WriteLineAsync(FormattableString.Invariant(
            $"{authority.Courses.Count} children, {authority.Acts.Count} acts, {authority.Acts.Sum(a => a.On.Sum(o => o.Steps.Count))} steps, {refused.Count} refused"));
        foreach (var group in refused.GroupBy(Words).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Shown))
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{group.Count(),7} {group.Key}, first on {group.First().Record} at {group.First().Act.At:O}"));
        }

        if (refused.Count > 0)
        {
            await Console.Error.WriteLineAsync("The rules refuse some of the acts.");
        }

        return refused.Count == 0 ? Exit.Done : Exit.Refused;
    }

    private static string Words(Refused refused)
    {
        var facts = refused.Act.On.SelectMany(o => o.Steps)
            .Where(s => refused.Refusals.Any(r => r.FactId == s.FactId))
            .Select(s => s switch
            {
                Step.Record recorded => $"record {FactCatalogue.Of(recorded.Fact).Noun}",
                Step.Correct corrected => $"correct {FactCatalogue.Of(corrected.Fact).Noun}",
                _ => "withdraw",
            })
            .Distinct();
        return $"{string.Join(", ", refused.Refusals.Select(r => r.Code).Distinct())}: {string.Join(", ", facts)}";
    }
}

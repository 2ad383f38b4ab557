using System.CommandLine;
using Journey.Generator.Calibration;

namespace Journey.Generator.Commands;

/// <summary>Writes an authority's acts, and how near its figures are to the published ones.</summary>
public static class GenerateCommand
{
    /// <summary>The verb.</summary>
    public static Command Of(DateOnly today)
    {
        var settings = new SettingsOptions(today);
        var folder = new Option<string>("--out") { Description = "The folder to write acts.jsonl and calibration.md into.", Required = true };
        var command = settings.On(new Command("generate", "Make an authority and write its acts, one a line, in order of recording.") { folder });
        command.SetAction((parsed, cancellation) => RunAsync(settings.Settings(parsed), parsed.GetRequiredValue(folder), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, string folder, CancellationToken cancellation)
    {
        var (authority, table) = await Watched.RunAsync(
            progress =>
            {
                var made = Authority.Make(settings, progress, cancellation);
                progress?.Report(new Making("Comparing", 0, 1));
                var text = CalibrationTable.Of(made);
                Write(made, text, folder, progress, cancellation);
                return (made, text);
            },
            cancellation);
        await Console.Out.WriteLineAsync(table);
        await Console.Out.WriteLineAsync(FormattableString.Invariant(
            $"{authority.Courses.Count} children, {authority.Acts.Count} acts, {authority.Acts.Sum(a => a.On.Sum(o => o.Steps.Count))} steps written to {Path.Combine(folder, ActFile.Name)}"));
        return Exit.Done;
    }

    private static void Write(Authority authority, string table, string folder, IProgress<Making>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var (acts, calibration) = (Path.Combine(folder, ActFile.Name), Path.Combine(folder, "calibration.md"));
        var (actsInMaking, calibrationInMaking) = ($"{acts}.part", $"{calibration}.part");
        try
        {
            using (var stream = File.Create(actsInMaking))
            {
                ActFile.Write(authority.Acts, stream, progress, cancellation);
            }

            File.WriteAllText(calibrationInMaking, table);
            File.Move(actsInMaking, acts, overwrite: true);
            File.Move(calibrationInMaking, calibration, overwrite: true);
        }
        finally
        {
            File.Delete(actsInMaking);
            File.Delete(calibrationInMaking);
        }
    }
}

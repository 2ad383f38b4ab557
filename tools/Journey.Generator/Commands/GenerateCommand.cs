using System.CommandLine;
using System.Text;
using Journey.Generator.Answers;
using Journey.Generator.Calibration;

namespace Journey.Generator.Commands;

/// <summary>Writes an authority's acts, how near its figures are to the published ones, and what is to be answered about it.</summary>
public static class GenerateCommand
{
    /// <summary>The verb.</summary>
    public static Command Of(DateOnly today)
    {
        var settings = new SettingsOptions(today);
        var folder = new Option<string>("--out") { Description = "The folder to write acts.jsonl, calibration.md and answers.json into.", Required = true };
        var command = settings.On(new Command("generate", "Make an authority and write its acts, one a line in order of recording, its figures beside the published ones, and an answer sheet.") { folder });
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
        Whole(Path.Combine(folder, ActFile.Name), stream => ActFile.Write(authority.Acts, stream, progress, cancellation));
        Whole(Path.Combine(folder, CalibrationTable.Name), stream => stream.Write(Encoding.UTF8.GetBytes(table)));
        Whole(Path.Combine(folder, AnswerSheet.Name), stream => AnswerSheet.Write(authority, AnswerSheet.Of(authority), stream));
    }

    /// <summary>Writes a file whole or not at all.</summary>
    private static void Whole(string path, Action<Stream> write)
    {
        var inMaking = $"{path}.part";
        try
        {
            using (var stream = File.Create(inMaking))
            {
                write(stream);
            }

            File.Move(inMaking, path, overwrite: true);
        }
        finally
        {
            File.Delete(inMaking);
        }
    }
}

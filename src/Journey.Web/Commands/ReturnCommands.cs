using System.CommandLine;
using System.Globalization;
using Journey.Exchange.Ssda903.Reading;
using Journey.Exchange.Ssda903.Writing;
using Journey.Web.Access;
using Journey.Web.Features.Returns;
using Journey.Web.Http;
using Spectre.Console;

namespace Journey.Web.Commands;

/// <summary>Loads returns, exports them, lists and withdraws loads. 0 done, 1 refused, 2 wrong use.</summary>
public sealed class ReturnCommands : ICommandModule
{
    private static readonly Person Me = Person.OfTheCommandLine();

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) =>
    [
        new Command("import", "Load a return in one of the field's formats.") { Import(host) },
        new Command("export", "Write a return in one of the field's formats.") { Export(host) },
        new Command("returns", "The loads of an authority.") { List(host), Withdraw(host) },
    ];

    private static Command Import(CommandHost host)
    {
        var (authority, year) = (Authority(), Year());
        var known = new Option<string?>("--known") { Description = "When the return was known: a date or an instant. When it is loaded, when left out." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what it would do, and append nothing." };
        var strict = new Option<bool>("--strict") { Description = "Refuse the load when a row cannot be read." };
        var rejects = new Option<FileInfo?>("--rejects") { Description = "A CSV file for the rows that cannot be read." };
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder that holds the CSV files of one return." };
        var command = new Command("ssda903", "The annual return of looked-after children.") { authority, year, known, dryRun, strict, rejects, folder };
        folder.AcceptExistingOnly();
        command.SetAction((parsed, cancellation) =>
            host.RunAsync(
                (services, ct) =>
                {
                    var files = parsed.GetRequiredValue(folder).EnumerateFiles("*", SearchOption.TopDirectoryOnly)
                        .Where(f => f.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
                        .OrderBy(f => f.Name, StringComparer.Ordinal)
                        .Select(f => SourceFile.At(f.FullName))
                        .ToList();
                    var request = new LoadRequest(
                        parsed.GetRequiredValue(authority), parsed.GetValue(year), parsed.GetValue(known), files, parsed.GetValue(dryRun), parsed.GetValue(strict));
                    return ImportAsync(services.GetRequiredService<ReturnLoads>(), request, parsed.GetValue(rejects), ct);
                },
                cancellation));
        return command;
    }

    private static async Task<int> ImportAsync(ReturnLoads loads, LoadRequest request, FileInfo? rejects, CancellationToken cancellation)
    {
        using var place = rejects is null ? null : new RejectFile(rejects);
        var outcome = await Progress(progress => loads.LoadAsync(Me, request, progress, cancellation));
        var refusedRows = outcome.Problem?.More?.GetValueOrDefault("rejects") as IReadOnlyList<Reject>;
        if (outcome.Problem is null || refusedRows is not null)
        {
            place?.Write(outcome.Value?.Rejects ?? refusedRows ?? []);
        }

        if (!outcome.Has(out var answer, out var problem))
        {
            return Output.Say(problem);
        }

        Print(answer);
        return Exit.Done;
    }

    private static void Print(LoadAnswer answer)
    {
        var counts = answer.Counts;
        Console.WriteLine(answer.Sentence);
        foreach (var file in answer.Files)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file.File} ({file.Name}): {file.Rows} rows read, {file.Rejected} rejected"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Added} added, {counts.Corrected} corrected, {counts.Withdrawn} withdrawn, {counts.NotReported} not reported again, {counts.ReportedAgain} reported again, {counts.Unchanged} unchanged, {counts.Flagged} kept with a flag, {counts.Rejected} rejected"));
        foreach (var flag in answer.Flagged.GroupBy(f => (f.Code, f.Sentence)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  flag {flag.Key.Code}: {flag.Count()} facts. {flag.Key.Sentence}"));
        }

        foreach (var flag in answer.SetFlags.GroupBy(f => (f.File, f.Code, f.Sentence)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  flag {flag.Key.Code} in {flag.Key.File}: {flag.Count()}. {flag.Key.Sentence}"));
        }

        if (answer is { Load: { } load, KnownAt: { } knownAt })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {load}, known at {knownAt:O}, position {answer.Position}"));
        }
    }

    private static Command Export(CommandHost host)
    {
        var (authority, year) = (Authority(), Year());
        var known = new Option<string?>("--known") { Description = "What was known at this instant or on this day; best known when left out." };
        var basis = new Option<string?>("--basis") { Description = "The basis of an earlier answer, instead of --known." };
        var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write the CSV files to; made when missing.", Required = true };
        var report = new Option<FileInfo?>("--report") { Description = "A JSON file for what is left out, flagged and broken, row by row." };
        var command = new Command("ssda903", "The annual return of looked-after children.") { authority, year, known, basis, folder, report };
        command.SetAction((parsed, cancellation) =>
        {
            var asked = new Asked(null, parsed.GetValue(known), parsed.GetValue(basis));
            return host.RunAsync(
                async (services, ct) =>
                {
                    var exports = services.GetRequiredService<ReturnExports>();
                    return (await exports.ExportAsync(Me, parsed.GetRequiredValue(authority), parsed.GetValue(year), asked, ct)).Has(out var export, out var problem)
                        ? Write(export, parsed.GetRequiredValue(folder), parsed.GetValue(report))
                        : Output.Say(problem);
                },
                cancellation);
        });
        return command;
    }

    /// <summary>Writes beside the place and moves there at the end, so that no half-written return is taken for one.</summary>
    private static int Write(Export export, DirectoryInfo folder, FileInfo? report)
    {
        folder.Create();
        var part = Directory.CreateDirectory(Path.Combine(folder.FullName, $".part-{Guid.NewGuid():N}"));
        try
        {
            var written = ReturnExports.Write(export, name => File.Create(Path.Combine(part.FullName, name)));
            foreach (var file in part.EnumerateFiles())
            {
                file.MoveTo(Path.Combine(folder.FullName, file.Name), overwrite: true);
            }

            foreach (var file in written.Files)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file.Name}: {file.Rows} rows"));
            }
        }
        finally
        {
            part.Delete(recursive: true);
        }

        var answer = export.Answer;
        foreach (var left in answer.LeftOut.GroupBy(l => (l.File, l.Reason)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  left out of {left.Key.File}, {Words(left.Key.Reason)}: {left.Count()} rows"));
        }

        foreach (var column in answer.Agreement)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {column.Column}: {column.Agreeing} of {column.Rows} stated episodes agree with what the lanes give"));
        }

        foreach (var flags in answer.Flags.GroupBy(f => (f.File, f.Code)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  flag {flags.Key.Code} in {flags.Key.File}: {flags.Count()} rows"));
        }

        foreach (var rule in answer.RuleBreaks.GroupBy(b => (b.Rule, b.Sentence)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  rule {rule.Key.Rule} is broken by {rule.Count()} rows. {rule.Key.Sentence}"));
        }

        if (report is not null)
        {
            File.WriteAllText(report.FullName, Output.Json(answer));
        }
        else if (answer.LeftOut.Count + answer.Flags.Count + answer.RuleBreaks.Count > 0)
        {
            Console.WriteLine("  --report FILE lists these row by row.");
        }

        if (answer.NotShown > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.NotShown} children are not shown: their records are restricted."));
        }

        Console.WriteLine(Output.Line(answer.Basis));
        return Exit.Done;
    }

    private static Command List(CommandHost host)
    {
        var options = new QuestionOptions();
        var command = options.On(new Command("list", "The loads of returns, in order."));
        command.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, ct) => Output.Print(
                await services.GetRequiredService<ReturnExports>().LoadsAsync(Me, options.Authority(parsed), options.Asked(parsed), ct),
                options.Format(parsed),
                list => new Rows(
                    ["load", "format", "year", "known", "loaded", "by", "added", "corrected", "withdrawn", "state"],
                    list.Loads.Select(l => new object?[]
                    {
                        l.Load, l.Format, l.Year, l.KnownAt, l.LoadedAt, l.By, l.Counts.Added, l.Counts.Corrected, l.Counts.Withdrawn,
                        l.Withdrawn ? $"withdrawn: {l.WithdrawnBecause}" : "stands",
                    }))),
            cancellation));
        return command;
    }

    private static Command Withdraw(CommandHost host)
    {
        var authority = Authority();
        var load = new Option<Guid>("--load") { Description = "The load's id.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, in your own words.", Required = true };
        var known = new Option<string?>("--known") { Description = "When it was known to be wrong; now when left out." };
        var command = new Command("withdraw", "Withdraw the last load as a whole.") { authority, load, reason, known };
        command.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, ct) =>
            {
                var outcome = await services.GetRequiredService<ReturnLoads>().WithdrawAsync(
                    Me, parsed.GetRequiredValue(authority), parsed.GetValue(load), parsed.GetRequiredValue(reason), parsed.GetValue(known), ct);
                if (!outcome.Has(out var answer, out var problem))
                {
                    return Output.Say(problem);
                }

                Print(answer);
                return Exit.Done;
            },
            cancellation));
        return command;
    }

    /// <summary>Shows the stages of long work on standard error; only where somebody watches.</summary>
    private static Task<T> Progress<T>(Func<IProgress<LoadProgress>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(new Silent());
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().StartAsync(context => work(new Bars(context)));
    }

    private static Option<string> Authority() => new("--authority") { Description = "ONS code of the authority.", Required = true };

    private static Option<int> Year() => new("--year") { Description = "The year, named by the March it ends in: 2018 is 2017-18.", Required = true };

    private static string Words(Exchange.Ssda903.Deriving.LeftOutReason reason) => reason switch
    {
        Exchange.Ssda903.Deriving.LeftOutReason.NoEpisode => "no episode in the year",
        Exchange.Ssda903.Deriving.LeftOutReason.OutsideYear => "dated outside the year",
        Exchange.Ssda903.Deriving.LeftOutReason.StatedTwice => "stated twice",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>The file for rejected rows, opened before the load, so that a path that cannot be written stops it; left as it was when there is nothing to write.</summary>
    private sealed class RejectFile(FileInfo file) : IDisposable
    {
        private readonly bool _existed = file.Exists;
        private readonly FileStream _stream = file.Open(FileMode.OpenOrCreate, FileAccess.Write);
        private bool _written;

        public void Write(IReadOnlyList<Reject> rejected)
        {
            _stream.SetLength(0);
            RejectWriter.Write(rejected, _stream);
            _written = true;
        }

        public void Dispose()
        {
            _stream.Dispose();
            if (!_written && !_existed)
            {
                file.Delete();
            }
        }
    }

    private sealed class Silent : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<LoadProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(LoadProgress value)
        {
            lock (_tasks)
            {
                if (!_tasks.TryGetValue(value.Stage, out var task))
                {
                    foreach (var earlier in _tasks.Values.Where(t => !t.IsFinished))
                    {
                        earlier.IsIndeterminate = false;
                        earlier.Value = earlier.MaxValue;
                        earlier.StopTask();
                    }

                    _tasks.Add(value.Stage, task = context.AddTask(Markup.Escape(value.Stage)));
                }

                task.IsIndeterminate = value.Total is null;
                task.MaxValue = value.Total ?? Math.Max(1, value.Done);
                task.Value = value.Done;
            }
        }
    }
}

using System.CommandLine;
using System.Globalization;
using Journey.Store;
using Journey.Store.Projections;
using Journey.Store.Writing;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Spectre.Console;

namespace Journey.Web.Commands;

/// <summary>Rebuilds, verifies and heals what is derived from the ledger.</summary>
public sealed class MaintenanceCommands : ICommandModule
{
    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host)
    {
        yield return Rebuild(host);
        yield return Verify(host);
        yield return Heal(host);
    }

    private static Command Rebuild(CommandHost host)
    {
        var replace = new Option<bool>("--replace") { Description = "Switch to the new segments even where they differ from those in use." };
        var command = new Command(
            "rebuild", "Build the segments of an authority, or of all, anew from the ledger, and switch to them once they prove equal to those in use.") { replace };
        return Each(host, command, (parsed, services, authority, ct) => Watched(authority, async progress =>
        {
            try
            {
                var different = parsed.GetValue(replace) ? WhenDifferent.Replace : WhenDifferent.Refuse;
                var built = await services.GetRequiredService<SegmentRebuild>().RunAsync(authority, different, progress, ct);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{authority}: rebuilt up to position {built.Position}, {built.Compared} records compared, {built.Differing} differ{(built.First is { } first ? $", the first {first}" : "")}"));
                return true;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"Stopped; the segments of {authority} are as they were.");
                return false;
            }
            catch (SegmentsDifferException differ)
            {
                await Console.Error.WriteLineAsync(differ.Message);
                return false;
            }
        }));
    }

    private static Command Verify(CommandHost host) => Each(
        host,
        new Command("verify", "Compare the segments of an authority, or of all, with the ledger, record by record; 1 when one differs."),
        async (_, services, authority, ct) =>
        {
            var found = await services.GetRequiredService<Reconciliation>().RunAsync(authority, ct);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{authority}: {found.Compared} records compared at position {found.Position}, {found.Differing.Count} differ{(found.Behind > 0 ? $", {found.Behind} changed meanwhile and were not compared" : "")}"));
            foreach (var difference in found.Differing)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {difference.Child}: {difference.Folded} segments folded ({difference.FoldedHash[..12]}), {difference.Kept} kept ({difference.KeptHash[..12]})"));
            }

            return found.Differing.Count == 0;
        });

    private static Command Heal(CommandHost host)
    {
        var authority = new Option<string>("--authority") { Description = "ONS code of the authority.", Required = true };
        var child = new Option<Guid>("--child") { Description = "The record whose segments to write again from its events.", Required = true };
        var command = new Command("heal", "Write the segments of one record again from its events.") { authority, child };
        command.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, ct) => await OneAsync(services, parsed.GetRequiredValue(authority), $"heal {parsed.GetValue(child)}", async token =>
            {
                await services.GetRequiredService<Reconciliation>().HealAsync(parsed.GetRequiredValue(authority), parsed.GetValue(child), token);
                Console.WriteLine($"{parsed.GetValue(authority)}: the segments of {parsed.GetValue(child)} are written again");
                return true;
            }, ct),
            cancellation));
        return command;
    }

    private static Command Each(
        CommandHost host, Command command, Func<ParseResult, IServiceProvider, string, CancellationToken, Task<bool>> run)
    {
        var one = new Option<string?>("--authority") { Description = "ONS code of the authority; all of them when left out." };
        command.Add(one);
        command.SetAction((parsed, cancellation) => host.RunAsync(async (services, ct) =>
        {
            var authorities = parsed.GetValue(one) is { } given ? [given] : await services.GetRequiredService<Authorities>().ListAsync(ct);
            var worst = Exit.Done;
            foreach (var authority in authorities)
            {
                worst = Math.Max(worst, await OneAsync(services, authority, command.Name, token => run(parsed, services, authority, token), ct));
                ct.ThrowIfCancellationRequested();
            }

            return worst;
        }, cancellation));
        return command;
    }

    private static async Task<int> OneAsync(
        IServiceProvider services, string authority, string question, Func<CancellationToken, Task<bool>> run, CancellationToken cancellation)
    {
        var ask = new Ask(Person.OfTheCommandLine(), Permissions.Maintain, authority, Asked.Now, question);
        var outcome = await services.GetRequiredService<Gate>().OtherAsync<bool>(ask, async (_, _, token) => await run(token), cancellation);
        return !outcome.Has(out var well, out var problem) ? Output.Say(problem) : well ? Exit.Done : Exit.Refused;
    }

    /// <summary>Shows how far a rebuild is, and how long it may still take, on standard error; only where somebody watches.</summary>
    private static Task<bool> Watched(string authority, Func<IProgress<RebuildProgress>?, Task<bool>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(authority)), authority)));
    }

    private sealed class Bar(ProgressTask task, string authority) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            task.Description = Markup.Escape(value.Stage switch
            {
                RebuildStage.Folding => string.Create(
                    CultureInfo.InvariantCulture, $"{authority}: {value.Events:N0} of {value.TotalEvents:N0} events, {value.Done:N0} of {value.Total:N0} records"),
                RebuildStage.Comparing => $"{authority}: comparing with the segments in use",
                RebuildStage.Indexing => $"{authority}: building indexes",
                _ => throw new ArgumentOutOfRangeException(nameof(value)),
            });
            task.MaxValue = Math.Max(1, value.TotalEvents);
            task.Value = value.Events;
        }
    }
}

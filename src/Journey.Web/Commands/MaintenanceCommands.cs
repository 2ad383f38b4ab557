using System.CommandLine;
using Journey.Store.Projections;
using Journey.Store.Writing;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Commands;

/// <summary>Rebuilds and verifies what is derived from the ledger.</summary>
public sealed class MaintenanceCommands : ICommandModule
{
    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host)
    {
        yield return Each(host, "rebuild", "Rebuild the segments of an authority, or of all, from the ledger.", async (services, authority, ct) =>
        {
            var position = await services.GetRequiredService<SegmentRebuild>().RunAsync(authority, cancellation: ct);
            Console.WriteLine($"{authority}: rebuilt up to position {position}");
            return true;
        });
        yield return Each(host, "verify", "Compare the segments of an authority, or of all, with the ledger.", async (services, authority, ct) =>
        {
            var found = await services.GetRequiredService<Reconciliation>().RunAsync(authority, ct);
            Console.WriteLine($"{authority}: {found.Compared} records compared at position {found.Position}, {found.Differing.Count} differ");
            foreach (var difference in found.Differing)
            {
                Console.WriteLine($"  {difference.Child}: {difference.Folded} segments folded, {difference.Kept} kept");
            }

            return found.Differing.Count == 0;
        });
    }

    private static Command Each(
        CommandHost host, string name, string description, Func<IServiceProvider, string, CancellationToken, Task<bool>> run)
    {
        var one = new Option<string?>("--authority") { Description = "ONS code of the authority; all of them when left out." };
        var command = new Command(name, description) { one };
        command.SetAction((parsed, cancellation) => host.RunAsync(async (services, ct) =>
        {
            var authorities = parsed.GetValue(one) is { } given ? [given] : await services.GetRequiredService<Authorities>().ListAsync(ct);
            var well = true;
            foreach (var authority in authorities)
            {
                var ask = new Ask(Person.OfTheCommandLine(), Permissions.Maintain, authority, Asked.Now, name);
                var outcome = await services.GetRequiredService<Gate>().OtherAsync<bool>(ask, async (_, _, token) => await run(services, authority, token), ct);
                if (!outcome.Has(out var done, out var problem))
                {
                    return Output.Say(problem);
                }

                well &= done;
            }

            return well ? Exit.Done : Exit.Refused;
        }, cancellation));
        return command;
    }
}

using System.Globalization;
using Journey.Exchange.Ssda903.Demo;
using Journey.Exchange.Ssda903.Reading;
using Journey.Exchange.Ssda903.Writing;
using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Web.Access;
using Journey.Web.Commands;

namespace Journey.Web.Features.Returns;

/// <summary>
/// The fictional authority of the demonstration: three small returns that disagree about the same past, loaded through the same door as
/// everyone's, each known on 30 June of its year.
/// </summary>
public sealed class Demonstration(ReturnLoads loads, TimeProvider clock) : IDemo
{
    /// <inheritdoc/>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var loaded = await loads.YearsAsync(AuthorityCodes.Demonstration, cancellation);
        foreach (var demo in DemoReturns.Returns.Where(d => !loaded.Contains(d.Year) && d.KnownOn <= clock.Today()))
        {
            var request = new LoadRequest(
                AuthorityCodes.Demonstration, demo.Year, demo.KnownOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Files(demo), false, true);
            var outcome = await loads.LoadAsync(Person.OfTheCommandLine(), request, null, cancellation);
            if (outcome.Problem is { } problem)
            {
                throw new InvalidOperationException($"The demonstration's return of {demo.Year} was not loaded: {problem.Sentence}");
            }
        }
    }

    private static List<SourceFile> Files(DemoReturn demo)
    {
        var files = new Dictionary<string, MemoryStream>();
        ReturnWriter.Write(demo.Set, demo.Year, name => files[name] = new MemoryStream());
        return [.. files.Select(f => new SourceFile(f.Key, () => new MemoryStream(f.Value.ToArray())))];
    }
}

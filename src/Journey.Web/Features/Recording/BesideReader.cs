using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;
using Journey.Store.Projections;
using Journey.Store.Reading;

namespace Journey.Web.Features.Recording;

/// <summary>What stands beside a record, and the versions of the streams it was read from.</summary>
public sealed record ReadBeside(Beside Beside, IReadOnlyDictionary<Guid, long> Versions);

/// <summary>Loads the few facts beside a record that facts name: posts of workers, and identifiers that belong to another record.</summary>
public sealed class BesideReader(SegmentReader segments, RecordReader records)
{
    /// <summary>Stored names of the facts that may take an identifier: none may come between reading and appending.</summary>
    public static IReadOnlyList<string> TakeIdentifiers { get; } =
        [.. FactCatalogue.All.Where(f => f.Lanes.Contains(IdentityLanes.Identifiers)).Select(f => f.Name)];

    /// <summary>What the facts of a record name, as known at a position.</summary>
    public async Task<ReadBeside> ReadAsync(
        string authority, ChildRecord record, IEnumerable<IFact> facts, long position, CancellationToken cancellation)
    {
        var named = facts.ToList();
        var posts = new Dictionary<string, IReadOnlyList<Period>>(StringComparer.Ordinal);
        var versions = new Dictionary<Guid, long>();
        foreach (var worker in named.SelectMany(f => f.Workers()).Distinct())
        {
            var periods = new List<Period>();
            foreach (var id in await segments.FindByKeyAsync(authority, WorkforceLanes.InPost, worker, position, cancellation))
            {
                var held = ChildRecord.Fold(id, await records.StreamAsync(authority, id, position, cancellation));
                versions[id] = held.Version;
                periods.AddRange(held.Timeline(WorkforceLanes.InPost).Where(i => ((IKeyed)i.Value).Key() == worker).Select(i => i.Period));
            }

            if (periods.Count > 0)
            {
                posts.Add(worker, periods);
            }
        }

        var taken = new HashSet<Identifier>();
        foreach (var identifier in named.SelectMany(f => f.UniqueIdentifiers()).Distinct())
        {
            var key = new ChildIdentifier(identifier.Kind, identifier.Value).Key();
            if ((await segments.FindByKeyAsync(authority, IdentityLanes.Identifiers, key, position, cancellation)).Any(id => id != record.Id))
            {
                taken.Add(identifier);
            }
        }

        return new ReadBeside(new Beside(posts, taken, authority), versions);
    }
}

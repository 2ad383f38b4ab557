using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;
using Journey.Store.Projections;
using Journey.Store.Reading;

namespace Journey.Web.Features.Recording;

/// <summary>Loads the few facts beside a record that facts name: posts of workers, and identifiers that belong to another record.</summary>
public sealed class BesideReader(SegmentReader segments, RecordReader records)
{
    /// <summary>What the facts name, as known at a position.</summary>
    public async Task<Beside> ReadAsync(string authority, Guid stream, IEnumerable<IFact> facts, long position, CancellationToken cancellation)
    {
        var named = facts.ToList();
        var posts = new Dictionary<string, IReadOnlyList<Period>>(StringComparer.Ordinal);
        foreach (var worker in named.SelectMany(f => f.Workers()).Distinct())
        {
            var periods = new List<Period>();
            foreach (var id in await segments.FindByKeyAsync(authority, WorkforceLanes.InPost, worker, position, cancellation))
            {
                var record = ChildRecord.Fold(id, await records.StreamAsync(authority, id, position, cancellation));
                periods.AddRange(record.Timeline(WorkforceLanes.InPost).Where(i => ((IKeyed)i.Value).Key() == worker).Select(i => i.Period));
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
            if ((await segments.FindByKeyAsync(authority, IdentityLanes.Identifiers, key, position, cancellation)).Any(id => id != stream))
            {
                taken.Add(identifier);
            }
        }

        return new Beside(posts, taken);
    }
}

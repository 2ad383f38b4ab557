using Journey.Record.Bitemporal;
using Journey.Store.Projections;
using Journey.Store.Reading;

namespace Journey.Web.Features.Changes;

/// <summary>
/// What became known between two positions, in ledger order; the streams that it touches and those that links join with them at either point; and what was
/// known of these at the earlier one.
/// </summary>
public sealed record StreamsBetween(
    IReadOnlyList<LedgerEntry> Entries, IReadOnlySet<Guid> Touched, IReadOnlyList<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> Earlier)
{
    /// <summary>Nothing, of nobody.</summary>
    public static StreamsBetween Nothing { get; } = new([], new HashSet<Guid>(), []);

    /// <summary>Reads it.</summary>
    public static async Task<StreamsBetween> ReadAsync(
        RecordReader streams, SegmentReader segments, string authority, long before, long later, CancellationToken cancellation)
    {
        var entries = await streams.BetweenAsync(authority, before, later, cancellation);
        var touched = entries.Select(e => e.Stream).ToHashSet();
        foreach (var group in (await segments.LinkedAsync(authority, before, cancellation)).Concat(await segments.LinkedAsync(authority, later, cancellation)))
        {
            if (group.Any(touched.Contains))
            {
                touched.UnionWith(group);
            }
        }

        return new StreamsBetween(entries, touched, await streams.SomeAsync(authority, touched, before, cancellation));
    }
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Workforce;
using Journey.Store.Projections;
using Journey.Web.Features.Recording;

namespace Journey.Web.Features.Flags;

/// <summary>
/// A rule that a kept fact breaks, or a statement that had no effect. <paramref name="Since"/>: the instant from which the record has had the
/// flag without a break. <paramref name="AgeDays"/>: days from that day to the day on which the record was last known to change.
/// </summary>
public sealed record FlagView(Guid Fact, string Code, string Sentence, DateTimeOffset Since, int AgeDays);

/// <summary>Judges the facts of a record again, with what stands beside it.</summary>
public sealed class FlagReader(BesideReader beside, SegmentReader segments)
{
    /// <summary>
    /// The open flags of a record as known at a position, the oldest first; with <paramref name="only"/>, those of some facts and of statements without
    /// effect.
    /// </summary>
    public async Task<IReadOnlyList<FlagView>> OfAsync(
        string authority, ChildRecord record, long position, CancellationToken cancellation, IReadOnlySet<Guid>? only = null) =>
        Of(record, (await beside.ReadAsync(authority, record, Facts(record, only), position, cancellation)).Beside, null, only);

    /// <summary>
    /// The open flags of a record, the oldest first, judged as of its last entry, so that they are the same whenever they are asked; their age is
    /// counted to a day of knowledge, or to that entry.
    /// </summary>
    public static IReadOnlyList<FlagView> Of(ChildRecord record, Beside beside, DateOnly? known, IReadOnlySet<Guid>? only = null)
    {
        if (record.IsEmpty)
        {
            return [];
        }

        var last = London.DateOf(record.History[^1].KnownAt);
        return [.. Record.History.Flags.Of(record, last, beside, only).OrderBy(f => f.Since)
            .Select(f => new FlagView(f.FactId, f.Code, f.Sentence, f.Since, f.AgeOn(known ?? last)))];
    }

    /// <summary>Everybody's posts, for judging many records: no identifier counts as taken.</summary>
    public async Task<Beside> AllPostsAsync(string authority, long position, CancellationToken cancellation)
    {
        var cohort = await segments.ReadAsync(authority, [WorkforceLanes.InPost], position, cancellation: cancellation);
        var posts = cohort.Members.Values.SelectMany(m => m.Timeline(WorkforceLanes.InPost)).GroupBy(i => ((IKeyed)i.Value).Key())
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Period>)[.. g.Select(i => i.Period)]);
        return new Beside(posts, new HashSet<Identifier>(), authority);
    }

    private static IEnumerable<IFact> Facts(ChildRecord record, IReadOnlySet<Guid>? only) =>
        record.Beliefs.Where(b => only?.Contains(b.FactId) != false).Select(b => b.Assertion).OfType<IFact>();
}

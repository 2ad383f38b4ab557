using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Store.Writing;

namespace Journey.Generator;

/// <summary>How an authority's acts reach the ledger.</summary>
public enum Way
{
    /// <summary>All in one copy: the first load of an empty authority.</summary>
    Bulk,

    /// <summary>One after the other, each decided by the verbs with the clock at its instant.</summary>
    Verbs,
}

/// <summary>Puts an authority into a store. Both ways leave the same ledger but for <c>loadedAt</c>.</summary>
public sealed class Loader(LedgerWriter writer, LedgerLoad load, SegmentRebuild rebuild, KnowledgeClock knowledge, TimeProvider clock)
{
    /// <summary>True when the authority's ledger holds something already.</summary>
    public async Task<bool> IsLoadedAsync(string code, CancellationToken cancellation = default)
    {
        await writer.EnsureAuthorityAsync(code, cancellation);
        return await knowledge.HeadAsync(code, cancellation) > 0;
    }

    /// <summary>Loads it under its code, all or nothing in bulk, and builds its segments. Returns the number of events.</summary>
    /// <exception cref="InvalidOperationException">The verbs refuse an act; what came before it stays.</exception>
    public async Task<long> RunAsync(Authority authority, Way way, IProgress<Making>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var code = authority.Settings.Authority;
        await writer.EnsureAuthorityAsync(code, cancellation);
        var appends = new Appends(authority.Settings, clock.GetUtcNow());
        var events = way == Way.Bulk
            ? await load.RunAsync(code, authority.Acts.Select(appends.Of), new Sent(progress, Events(authority)), cancellation)
            : await DecideAsync(authority, appends, progress, cancellation);
        await rebuild.RunAsync(code, new Building(progress), cancellation);
        return events;
    }

    private static int Events(Authority authority) => authority.Acts.Sum(a => a.On.Sum(o => o.Steps.Count));

    private async Task<long> DecideAsync(Authority authority, Appends appends, IProgress<Making>? progress, CancellationToken cancellation)
    {
        var (checking, events) = (new Checking(), 0L);
        for (var i = 0; i < authority.Acts.Count; i++)
        {
            var act = authority.Acts[i];
            var (accepted, refused) = checking.Decide(act);
            if (refused is not null)
            {
                throw new InvalidOperationException($"The verbs refuse an act on {refused.Record}: {string.Join(", ", refused.Refusals.Select(r => r.Code))}.");
            }

            await writer.AppendAsync(authority.Settings.Authority, appends.Of(act, accepted), cancellation);
            events += act.On.Sum(o => o.Steps.Count);
            if (i % 100 == 0)
            {
                progress?.Report(new Making("Recording through the verbs", i, authority.Acts.Count));
            }
        }

        return events;
    }

    private sealed class Sent(IProgress<Making>? progress, int of) : IProgress<long>
    {
        public void Report(long value) => progress?.Report(new Making("Loading", (int)value, of));
    }

    private sealed class Building(IProgress<Making>? progress) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => progress?.Report(new Making("Building segments", (int)value.Done, (int)value.Total));
    }
}

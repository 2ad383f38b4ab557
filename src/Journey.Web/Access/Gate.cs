using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Store.Access;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Journey.Web.Http;

namespace Journey.Web.Access;

/// <summary>
/// Who asks what of which authority, at which viewpoint, and the permission it needs. A list that shows postcodes says so
/// (<paramref name="ShowsAddresses"/>), and then gets the masks of confidential ones.
/// </summary>
public sealed record Ask(Person Person, string Permission, string Authority, Asked Viewpoint, string Question, bool ShowsAddresses = false);

/// <summary>
/// One child as the person may see it: the record <see cref="Then"/> at the viewpoint, the record <see cref="Now"/> at the head, and what
/// is confidential now. Links are followed as they are known at each. <see cref="At"/> gives the record at another position; null when a
/// record linked there is hidden from this person. <see cref="Hidden"/> gives the children whom this person may not see: histories name others.
/// </summary>
public sealed record SeenChild(
    Basis Basis,
    ChildRecord Then,
    ChildRecord Now,
    Confidential Confidential,
    Actor Actor,
    Func<long, CancellationToken, Task<ChildRecord?>> At,
    Func<CancellationToken, Task<IReadOnlySet<Guid>>> Hidden)
{
    /// <summary>The basis as answers show it.</summary>
    public BasisView View { get; } = BasisView.Of(Basis);
}

/// <summary>Many children as the person may see them: those in <see cref="Hidden"/> are counted and never named.</summary>
public sealed record SeenMany(Basis Basis, IReadOnlySet<Guid> Hidden, IReadOnlyDictionary<Guid, Confidential> Masks, Actor Actor)
{
    /// <summary>The basis as answers show it.</summary>
    public BasisView View { get; } = BasisView.Of(Basis);

    /// <summary>What is confidential about a child now.</summary>
    public Confidential Of(Guid child) => Masks.GetValueOrDefault(child, Confidential.Nothing);

    /// <summary>An episode without what is confidential about the child now.</summary>
    public CareEpisode Masked(Guid child, CareEpisode episode) => Gate.Masked(Of(child), episode);
}

/// <summary>An answer about many children, with the number of children it names.</summary>
public sealed record Counted<T>(T Answer, int Children);

/// <summary>
/// The one way to an answer about children, for routes, lists, exports and commands alike. What a person may see is decided by the record as
/// it stands now, whatever viewpoint is asked; who asked what and why it was allowed is written before anything is shown.
/// </summary>
public sealed class Gate(
    Authorities authorities, Viewpoints viewpoints, ChildReader records, SegmentReader segments, KnowledgeClock knowledge, AccessLog log, ILogger<Gate> logger)
{
    /// <summary>The lanes that close a record.</summary>
    private static readonly Lane[] Closed = [IdentityLanes.Restriction, IdentityLanes.Sealed];

    /// <summary>Answers about one child. A child that is unknown, not a child's record, or hidden from this person is not found.</summary>
    public async Task<Outcome<T>> ChildAsync<T>(
        Ask ask, Guid child, Func<SeenChild, CancellationToken, Task<Outcome<T>>> answer, CancellationToken cancellation)
    {
        if (!(await EnterAsync(ask, cancellation)).Has(out var entered, out var problem))
        {
            return problem;
        }

        var now = await records.ReadAsync(ask.Authority, child, long.MaxValue, cancellation);
        if (now.IsEmpty || !IsOf(now, StreamKind.Child))
        {
            return Problems.ChildUnknown;
        }

        var then = await AtAsync(ask.Authority, child, now, entered.Basis.Position, cancellation);
        var everything = await EverythingAsync(ask.Authority, now, then, cancellation);
        var why = Why(entered, everything);
        var written = await WriteAsync(entered, child, null, why ?? "not shown: the record is restricted or sealed", cancellation);
        if (written is not null || why is null)
        {
            return written ?? Problems.ChildUnknown;
        }

        var confidential = ask.Person.ClearedForRestricted ? Confidential.Nothing : Confidential.In(everything);
        return await answer(new SeenChild(entered.Basis, then, now, confidential, entered.Actor, ElsewhenAsync, HiddenAsync), cancellation);

        async Task<IReadOnlySet<Guid>> HiddenAsync(CancellationToken ct) => (await SeeAsync(entered, ct)).Hidden;

        async Task<ChildRecord?> ElsewhenAsync(long position, CancellationToken ct)
        {
            var elsewhen = await AtAsync(ask.Authority, child, now, position, ct);
            return Why(entered, await EverythingAsync(ask.Authority, now, elsewhen, ct)) is null ? null : elsewhen;
        }
    }

    /// <summary>Answers about many children: computed, then logged once with the number of children it names, then shown.</summary>
    public async Task<Outcome<T>> ManyAsync<T>(
        Ask ask, Func<SeenMany, CancellationToken, Task<Outcome<Counted<T>>>> answer, CancellationToken cancellation)
    {
        if (!(await EnterAsync(ask, cancellation)).Has(out var entered, out var problem))
        {
            return problem;
        }

        var seen = await SeeAsync(entered, cancellation);
        if (!(await answer(seen, cancellation)).Has(out var counted, out problem))
        {
            return problem;
        }

        return await WriteAsync(entered, null, counted.Children, Allowed(entered), cancellation) is { } refused ? refused : counted.Answer;
    }

    /// <summary>Answers about something that is no child and names none, such as a worker or the access log itself.</summary>
    public async Task<Outcome<T>> OtherAsync<T>(Ask ask, Func<Basis, Actor, CancellationToken, Task<Outcome<T>>> answer, CancellationToken cancellation)
    {
        if (!(await EnterAsync(ask, cancellation)).Has(out var entered, out var problem))
        {
            return problem;
        }

        return await WriteAsync(entered, null, 0, Allowed(entered), cancellation) is { } refused
            ? refused
            : await answer(entered.Basis, entered.Actor, cancellation);
    }

    /// <summary>Logs what is about to be shown; the problem when it cannot be written, and then nothing may be.</summary>
    public async Task<Problem?> LogAsync(string authority, AccessEntry entry, CancellationToken cancellation)
    {
        try
        {
            await log.WriteAsync(authority, entry, cancellation);
            return null;
        }
        catch (Exception exception) when (Faults.Problem(exception) == Problems.TextUnreadable)
        {
            return Problems.TextUnreadable;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The access log cannot be written; nothing is shown.");
            return Problems.AuditUnavailable;
        }
    }

    /// <summary>True when the record's facts are kept in streams of this kind.</summary>
    public static bool IsOf(ChildRecord record, StreamKind kind) =>
        record.History[0].Statement is IAsserted { Assertion: IFact fact } && FactCatalogue.Of(fact).Stream == kind;

    /// <summary>An episode without what is confidential.</summary>
    public static CareEpisode Masked(Confidential confidential, CareEpisode episode) => episode with
    {
        HomePostcode = confidential.Text(episode.HomePostcode),
        Postcode = confidential.Text(episode.Postcode),
    };

    private static string Allowed(Entered entered) => $"{entered.Actor.Role} may {entered.Ask.Permission}";

    /// <summary>Why the person may see the child, as its record stands at the head; null when they may not.</summary>
    private string? Why(Entered entered, ChildRecord everything) => Why(
        entered, everything.On(IdentityLanes.Restriction, viewpoints.Today).FirstOrDefault(), everything.Timeline(IdentityLanes.Sealed).Count > 0);

    /// <summary>The record of a stream at a position. What was never linked is folded from the entries that were read already.</summary>
    private async Task<ChildRecord> AtAsync(string authority, Guid child, ChildRecord now, long position, CancellationToken cancellation) =>
        now.History.Any(e => e.Statement is Asserted<ChildRecordsLinked>)
            ? await records.ReadAsync(authority, child, position, cancellation)
            : now.History[^1].Position <= position ? now
            : ChildRecord.Fold(child, now.History, position);

    /// <summary>All that is now known in any stream that is or was part of the record: what may be seen is decided by all of it.</summary>
    private async Task<ChildRecord> EverythingAsync(string authority, ChildRecord now, ChildRecord then, CancellationToken cancellation)
    {
        var streams = now.Streams.Concat(then.Streams).Select(s => s.Stream).Distinct().ToList();
        return streams.Count == now.Streams.Count ? now : await records.JoinedAsync(authority, streams, long.MaxValue, cancellation);
    }

    /// <summary>Why the person may see the child now; null when they may not.</summary>
    private static string? Why(Entered entered, Interval? restriction, bool isSealed)
    {
        var person = entered.Ask.Person;
        if (restriction is null && !isSealed)
        {
            return Allowed(entered);
        }

        if (person.ClearedForRestricted)
        {
            return $"{Allowed(entered)}; cleared for restricted records";
        }

        return !isSealed && restriction is not null && Team(person, restriction.As<Restriction>()) is { } team
            ? $"{Allowed(entered)}; the restriction is open to {team}"
            : null;
    }

    private static string? Team(Person person, Restriction restriction) =>
        restriction.AllowedTeams.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(t => person.Teams.Contains(t));

    private async Task<Outcome<Entered>> EnterAsync(Ask ask, CancellationToken cancellation)
    {
        if (ask.Person.RoleFor(ask.Permission) is not { } role)
        {
            return Problems.NotAllowed;
        }

        if (!ask.Person.BelongsTo(ask.Authority) || !await authorities.ExistsAsync(ask.Authority, cancellation))
        {
            return Problems.AuthorityUnknown;
        }

        return (await viewpoints.ResolveAsync(ask.Authority, ask.Viewpoint, cancellation)).Has(out var basis, out var problem)
            ? new Entered(ask, basis, ask.Person.Acting(role))
            : problem;
    }

    private async Task<SeenMany> SeeAsync(Entered entered, CancellationToken cancellation)
    {
        var authority = entered.Ask.Authority;
        if (entered.Ask.Person.ClearedForRestricted)
        {
            return new SeenMany(entered.Basis, new HashSet<Guid>(), new Dictionary<Guid, Confidential>(), entered.Actor);
        }

        var head = await knowledge.HeadAsync(authority, cancellation);
        var cohort = await segments.StreamsAsync(
            authority, [.. Closed, IdentityLanes.Links, .. entered.Ask.ShowsAddresses ? Confidential.Lanes : []], head, cancellation);
        var together = await TogetherAsync(authority, cohort, entered.Basis.Position, cancellation);
        var today = viewpoints.Today;
        var hidden = cohort.Members.Values
            .Where(m => Why(entered, m.On(IdentityLanes.Restriction, today).FirstOrDefault(), m.Timeline(IdentityLanes.Sealed).Count > 0) is null)
            .SelectMany(m => together.GetValueOrDefault(m.Id) ?? [m.Id]).ToHashSet();
        var masks = new Dictionary<Guid, Confidential>();
        foreach (var member in cohort.Members.Values.Where(m => !hidden.Contains(m.Id) && !masks.ContainsKey(m.Id)))
        {
            if (Confidential.Lanes.Any(l => member.Timeline(l).Any(i => i.As<Address>().Confidential)))
            {
                IReadOnlyList<Guid> streams = together.GetValueOrDefault(member.Id) ?? [member.Id];
                var mask = Confidential.In(await records.JoinedAsync(authority, streams, long.MaxValue, cancellation));
                foreach (var stream in streams)
                {
                    masks[stream] = mask;
                }
            }
        }

        return new SeenMany(entered.Basis, hidden, masks, entered.Actor);
    }

    /// <summary>Streams that are one record now or were at the viewpoint, by each of them: what closes one closes all.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<Guid>>> TogetherAsync(string authority, Cohort now, long then, CancellationToken cancellation)
    {
        var groups = SegmentReader.Linked(now).Concat(then == now.Position ? [] : await segments.LinkedAsync(authority, then, cancellation));
        return LinkedRecords.Groups(groups.SelectMany(g => g.Skip(1).Select(other => new RecordLink(g[0], other))))
            .SelectMany(g => g.Select(stream => (stream, g))).ToDictionary(x => x.stream, x => x.g);
    }

    private Task<Problem?> WriteAsync(Entered entered, Guid? child, int? children, string because, CancellationToken cancellation)
    {
        var (ask, basis) = (entered.Ask, entered.Basis);
        return LogAsync(
            ask.Authority,
            new AccessEntry(entered.Actor, ask.Question, child, children, basis.ValidAt, basis.Position, basis.KnownAt, because),
            cancellation);
    }

    private sealed record Entered(Ask Ask, Basis Basis, Actor Actor);
}

using System.Globalization;
using Journey.Exchange.Ssda903.Loading;
using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Returns;
using Journey.Store;
using Journey.Store.Access;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Reconciliation = Journey.Exchange.Ssda903.Loading.Reconciliation;

namespace Journey.Web.Features.Returns;

/// <summary>Loads returns into the ledger, one unit of work a load, and withdraws them.</summary>
public sealed class ReturnLoads(
    LedgerWriter writer,
    Authorities authorities,
    RecordReader records,
    KnowledgeClock knowledge,
    SegmentFollower segments,
    Gate gate,
    ReadLimits limits,
    TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>
    /// Reads a set, reconciles it with the record and appends what it says in one unit of work. Rejected rows do not stop it unless strict;
    /// a set that says nothing new appends nothing; a refused one changes nothing.
    /// </summary>
    public async Task<Outcome<LoadAnswer>> LoadAsync(Person person, LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        if (Entering(person, request.Authority).Problem is { } closed)
        {
            return closed;
        }

        if (request.Year is < 1900 or > 9000)
        {
            return Problems.YearUnreadable(request.Year.ToString(CultureInfo.InvariantCulture));
        }

        var reading = new Progress<ReadProgress>(p => progress?.Report(new LoadProgress($"Reading {p.File}", p.Bytes, p.Length)));
        var outcome = await Task.Run(() => ReturnReader.Read(request.Files, request.Year, limits, cancellation, progress is null ? null : reading), cancellation);
        if (outcome is SetRefused refused)
        {
            return ReturnProblems.Refused(refused.Refusal);
        }

        var read = (SetRead)outcome;
        if (request.Strict && read.Rejects.Count > 0)
        {
            return ReturnProblems.Rejects(read.Rejects);
        }

        return await LoadAsync(person, request, read, progress, cancellation);
    }

    /// <summary>Undoes a load with a reason. Only the last one, because later ones build on it.</summary>
    public async Task<Outcome<LoadAnswer>> WithdrawAsync(
        Person person, string authority, Guid load, string reason, string? known, CancellationToken cancellation)
    {
        if (Entering(person, authority).Problem is { } closed)
        {
            return closed;
        }

        if (!await authorities.ExistsAsync(authority, cancellation))
        {
            return Problems.AuthorityUnknown;
        }

        for (var attempt = 1; ; attempt++)
        {
            if (!(await KnownAtAsync(authority, known, cancellation)).Has(out var at, out var problem))
            {
                return problem;
            }

            var record = await ReadAsync(authority, null, cancellation);
            var (plan, refusal) = LoadWithdrawal.Plan(load, reason, authority, at, record);
            if (plan is null)
            {
                return ReturnProblems.Refused(refusal!);
            }

            var entry = new AccessEntry(Entering(person, authority).Value!, $"withdraw load {load}", null, plan.Streams.Count, null, null, null, Permissions.Import);
            if (await gate.LogAsync(authority, entry, cancellation) is { } unlogged)
            {
                return unlogged;
            }

            var appended = await AppendAsync(person, authority, plan, at, reason, attempt, null, cancellation);
            if (appended.Problem is { } stopped)
            {
                return stopped;
            }

            if (appended.Value is { } done)
            {
                return new LoadAnswer(
                    authority, plan.Year, false, load, done.KnownAt, done.Position, plan.Counts, [], [], [], [], "The load is withdrawn; what stood before stands again.");
            }
        }
    }

    /// <summary>Years of which a return was ever loaded, withdrawn ones included.</summary>
    internal async Task<IReadOnlySet<int>> YearsAsync(string authority, CancellationToken cancellation) =>
        await authorities.ExistsAsync(authority, cancellation)
            ? (await records.StreamAsync(authority, LoadIds.ReturnsStream(authority), long.MaxValue, cancellation))
                .Select(e => e.Statement).OfType<Asserted<ReturnLoaded>>().Select(l => l.Fact.Year).ToHashSet()
            : new HashSet<int>();

    /// <summary>Loads a set that was read before.</summary>
    private async Task<Outcome<LoadAnswer>> LoadAsync(
        Person person, LoadRequest request, SetRead read, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!(await KnownAtAsync(request.Authority, request.Known, cancellation)).Has(out var known, out var problem))
            {
                return problem;
            }

            var record = await ReadAsync(request.Authority, progress, cancellation);
            progress?.Report(new LoadProgress("Comparing with the record", 0, null));
            var plan = await Task.Run(() => Reconciliation.Plan(read, request.Year, request.Authority, known, record), cancellation);
            if (request.DryRun || plan.IsEmpty)
            {
                return await AuditAsync(person, request, read, cancellation) is { } unlogged
                    ? unlogged
                    : Answer(request, read, plan, null, plan.IsEmpty ? "The record already says all of this. Nothing is appended." : "A dry run: nothing was appended.");
            }

            await writer.EnsureAuthorityAsync(request.Authority, cancellation);
            if (await AuditAsync(person, request, read, cancellation) is { } silent)
            {
                return silent;
            }

            var events = plan.Streams.Sum(s => s.Statements.Count);
            const string stage = "Appending in one unit of work";
            progress?.Report(new LoadProgress(stage, 0, events));
            var sending = progress is null ? null : new Sent(sent => progress.Report(new LoadProgress(stage, sent, events)));
            var appended = await AppendAsync(person, request.Authority, plan, known, $"SSDA903 return of {request.Year}", attempt, sending, cancellation);
            if (appended.Problem is { } stopped)
            {
                return stopped;
            }

            if (appended.Value is { } done)
            {
                progress?.Report(new LoadProgress(stage, events, events));
                progress?.Report(new LoadProgress("Bringing lists up to date", 0, null));
                await segments.CatchUpAsync(request.Authority, cancellation);
                return Answer(request, read, plan, done, "The return is loaded.");
            }
        }
    }

    private static LoadAnswer Answer(LoadRequest request, SetRead read, LoadPlan plan, Appended? done, string sentence) => new(
        request.Authority, request.Year, request.DryRun, done is null ? null : plan.Load, done?.KnownAt, done?.Position, plan.Counts, read.Files, read.Rejects,
        plan.Flags, read.Flags, sentence);

    private static Outcome<Actor> Entering(Person person, string authority)
    {
        if (person.RoleFor(Permissions.Import) is not { } role)
        {
            return Problems.NotAllowed;
        }

        return AuthorityCodes.Knows(authority) && person.BelongsTo(authority) ? person.Acting(role) : Problems.AuthorityUnknown;
    }

    /// <summary>Appends a plan; null when the record moved in between and the plan must be made again.</summary>
    private async Task<Outcome<Appended?>> AppendAsync(
        Person person, string authority, LoadPlan plan, DateTimeOffset known, string reason, int attempt, IProgress<long>? progress, CancellationToken cancellation)
    {
        var streams = plan.Streams
            .Select(s => new StreamAppend(s.Stream, s.Kind, s.ExpectedVersion, [.. s.Statements.Select(p => new Appending(p.EventId, p.Statement, p.SourceRef))]))
            .ToList();
        var append = new Append(
            Entering(person, authority).Value!, reason, plan.Load.ToString(), streams, new Imported("ssda903", known, clock.GetUtcNow(), plan.Load));
        try
        {
            return await writer.AppendAsync(authority, append, progress, cancellation);
        }
        catch (KnowledgeClockException exception)
        {
            return ReturnProblems.KnownTooEarly(exception);
        }
        catch (Exception exception) when (exception is StaleVersionException or AlreadyStoredException && attempt < Attempts)
        {
            return (Appended?)null;
        }
    }

    /// <summary>
    /// The instant a load is known at. A date is noon of that day in London, or the moment after what is already known when that is later on
    /// the same day.
    /// </summary>
    private async Task<Outcome<DateTimeOffset>> KnownAtAsync(string authority, string? known, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var last = await LastKnownAsync(authority, cancellation);
        var next = last?.AddMicroseconds(1) ?? DateTimeOffset.MinValue;
        if (string.IsNullOrEmpty(known))
        {
            return now > next ? now : next;
        }

        if (DateOnly.TryParseExact(known, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day > London.DateOf(now))
            {
                return Problems.KnownInFuture;
            }

            var noon = London.StartOf(day).AddHours(12);
            var at = noon > now ? now : noon;
            return at < next && next < London.EndOf(day) ? next : at;
        }

        return Dates.Instant("known", known).Has(out var instant, out var problem) ? instant > now ? Problems.KnownInFuture : instant : problem;
    }

    private async Task<DateTimeOffset?> LastKnownAsync(string authority, CancellationToken cancellation)
    {
        var head = await knowledge.HeadAsync(authority, cancellation);
        return head == 0 ? null : await knowledge.KnownAtAsync(authority, head, cancellation);
    }

    private async Task<KnownAuthority> ReadAsync(string authority, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        var children = new Dictionary<string, ChildRecord>(StringComparer.Ordinal);
        var stream = LoadIds.ReturnsStream(authority);
        if (!await authorities.ExistsAsync(authority, cancellation))
        {
            return new KnownAuthority(children, ChildRecord.Empty(stream));
        }

        var head = await knowledge.HeadAsync(authority, cancellation);
        await foreach (var (id, entries) in records.AllAsync(authority, StreamKind.Child, head, cancellation))
        {
            var record = ChildRecord.Fold(id, entries);
            if (ReturnChildren.LaChildIdOf(record) is { } child)
            {
                children.TryAdd(child, record);
            }

            if (children.Count % 500 == 0)
            {
                progress?.Report(new LoadProgress("Reading the record", children.Count, null));
            }
        }

        return new KnownAuthority(children, ChildRecord.Fold(stream, await records.StreamAsync(authority, stream, head, cancellation)));
    }

    private Task<Problem?> AuditAsync(Person person, LoadRequest request, SetRead read, CancellationToken cancellation) => gate.LogAsync(
        request.Authority,
        new AccessEntry(
            Entering(person, request.Authority).Value!, $"{(request.DryRun ? "dry run of" : "load")} ssda903 {request.Year}", null,
            read.Set.All.Select(r => r.Child).Distinct().Count(), null, null, null, Permissions.Import),
        cancellation);

    /// <summary>Reports where it is called, in order, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Sent(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}

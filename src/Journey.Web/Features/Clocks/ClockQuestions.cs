using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;
using Journey.Record.Measures;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Clocks;

/// <summary>What was due, and where it stood, at any pair of clocks.</summary>
public sealed class ClockQuestions(Gate gate, SegmentReader segments, ClockSettings settings)
{
    /// <summary>Lanes that say whose a row is.</summary>
    private static readonly Lane[] Naming = [IdentityLanes.Identifiers, AllocationLanes.SocialWorker, WorkforceLanes.InPost, WorkforceLanes.Terms];

    /// <summary>Every clock, with the limits of an authority.</summary>
    public ClocksView Catalogue(string authority)
    {
        var targets = settings.Of(authority);
        return new ClocksView(
            [.. ClockCatalogue.All.Select(c => ClockView.Of(c, targets))],
            [.. WorkingCalendar.All.Select(c => new CalendarView(c.Version, c.PublishedOn))],
            ClockCatalogue.NotKept);
    }

    /// <summary>What was due of everyone, the earliest due first.</summary>
    public async Task<Outcome<ListAnswer<DueRow>>> BoardAsync(
        Person person, string authority, AskedDues which, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        if (!which.Resolve().Has(out var chosen, out var problem))
        {
            return problem;
        }

        var question = $"clocks {which.Clock} {which.Status} {which.Team} {which.Worker} {which.Calendar}".TrimEnd();
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<DueRow>>(Ask(person, authority, viewpoint, question), async (seen, ct) =>
        {
            var (rows, hidden) = (new List<DueRow>(), 0);
            foreach (var member in await ReadAsync(seen, chosen, ct))
            {
                var due = Rows(member.Timelines, chosen, seen.Basis)
                    .Where(r => chosen.Statuses.Contains(r.Status) && which.IsOf(r)).ToList();
                if (seen.Hidden.Contains(member.Id))
                {
                    hidden += due.Count > 0 ? 1 : 0;
                }
                else
                {
                    rows.AddRange(due);
                }
            }

            var inOrder = rows.OrderBy(Key, StringComparer.Ordinal).ToList();
            return new Counted<ListAnswer<DueRow>>(
                ListAnswer<DueRow>.Of(seen.View, inOrder, Key, hidden, page, question), rows.Select(r => r.Child).OfType<Guid>().Distinct().Count());
        }, cancellation);
    }

    /// <summary>How many of what was due stood where, by clock and team; what is done or stopped is counted when it was due in the window.</summary>
    public async Task<Outcome<ClockSummary>> SummaryAsync(
        Person person, string authority, AskedDues which, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        !which.Resolve().Has(out var chosen, out var unknown)
            ? unknown
            : await gate.ManyAsync<ClockSummary>(Ask(person, authority, asked, $"clocks summary {which.Clock}".TrimEnd()), async (seen, ct) =>
            {
                if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
                {
                    return problem;
                }

                var (rows, children) = (new List<DueRow>(), 0);
                foreach (var member in await ReadAsync(seen, chosen, ct))
                {
                    var counted = Rows(member.Timelines, chosen, seen.Basis)
                        .Where(r => which.IsOf(r) && (r.Status is DueStatus.Open or DueStatus.Overdue || period.Contains(r.Due))).ToList();
                    rows.AddRange(counted);
                    children += counted.Exists(r => r.Child is not null) ? 1 : 0;
                }

                var counts = from clock in chosen.Clocks.GroupBy(c => c.Code).Select(g => g.Last())
                             let own = rows.Where(r => r.Clock == clock.Code).ToList()
                             let teams = own.GroupBy(r => r.Team).OrderBy(g => g.Key, StringComparer.Ordinal)
                             select new ClockCounts(
                                 clock.Code, clock.Title, clock.Evidence, Count(own), [.. teams.Select(g => new TeamCounts(g.Key, Count(g)))]);
                return new Counted<ClockSummary>(new ClockSummary(seen.View, WindowView.Of(period), chosen.Calendar.Version, [.. counts]), children);
            }, cancellation);

    /// <summary>All that was due of one child by the day, in whatever status unless one is asked for.</summary>
    public async Task<Outcome<ChildClocks>> OfChildAsync(
        Person person, string authority, Guid child, AskedDues which, Asked asked, CancellationToken cancellation) =>
        !(which with { Status = which.Status ?? "all" }).Resolve().Has(out var chosen, out var unknown)
            ? unknown
            : await gate.ChildAsync<ChildClocks>(new Ask(person, Permissions.ReadChild, authority, asked, "clocks"), child, (seen, _) =>
            {
                var timelines = Timelines.Of(seen.Then);
                var rows = Rows(timelines, chosen, seen.Basis).Where(r => chosen.Statuses.Contains(r.Status)).OrderBy(Key, StringComparer.Ordinal);
                return Task.FromResult<Outcome<ChildClocks>>(new ChildClocks(seen.View, seen.Then.Id, chosen.Calendar.Version, [.. rows]));
            }, cancellation);

    private static Ask Ask(Person person, string authority, Asked viewpoint, string question) =>
        new(person, Permissions.ReadLists, authority, viewpoint, question);

    private static DueCounts Count(IEnumerable<DueRow> rows) => DueCounts.Of([.. rows.Select(r => r.Status)]);

    private static string Key(DueRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Due:yyyy-MM-dd} {Named.Key(row.Child ?? row.Record!.Value)} {row.Clock} {row.Started:yyyy-MM-dd} {row.StartedBy:D}");

    private async Task<IEnumerable<CohortMember>> ReadAsync(SeenMany seen, ChosenDues chosen, CancellationToken cancellation)
    {
        var lanes = chosen.Clocks.SelectMany(c => c.Reads).Concat(Naming).Distinct().ToList();
        return (await segments.ReadAsync(seen.Basis.Authority, lanes, seen.Basis.Position, cancellation: cancellation)).Members.Values;
    }

    /// <summary>What had started by the day. What happened later than the day is not shown.</summary>
    private IEnumerable<DueRow> Rows(Timelines subject, ChosenDues chosen, Basis basis)
    {
        var day = basis.ValidAt;
        IReadOnlyList<string>? ids = null;
        foreach (var due in ClockCatalogue.Dues(chosen.Clocks, subject, chosen.Given, settings.Of(basis.Authority)))
        {
            if (ChosenDues.Standing(due, basis) is not { } standing)
            {
                continue;
            }

            var ofChild = due.Clock.Subject == StreamKind.Child;
            var allocation = ofChild ? subject.At(AllocationLanes.SocialWorker, day) : null;
            var isClosed = standing.Status is DueStatus.Met or DueStatus.Late;
            var isStopped = standing.Status is DueStatus.Missed or DueStatus.Void;
            yield return new DueRow(
                ofChild ? subject.Subject : null,
                ofChild ? null : subject.Subject,
                ofChild ? ids ??= Named.LaChildIds(subject[IdentityLanes.Identifiers]) : null,
                due.Clock.Code,
                due.Clock.Version,
                due.Limit.Name,
                due.StartedOn,
                due.StartedBy,
                due.DueOn,
                due.DueAt,
                standing.Status,
                standing.Over,
                standing.Unit,
                isClosed ? due.ClosedOn : null,
                isClosed ? due.ClosedBy : null,
                isStopped ? due.StoppedOn : null,
                isStopped ? due.StoppedBecause : null,
                ofChild ? allocation?.Team : subject.At(WorkforceLanes.Terms, day)?.Team,
                ofChild ? allocation?.Worker : subject.At(WorkforceLanes.InPost, day)?.Number);
        }
    }
}

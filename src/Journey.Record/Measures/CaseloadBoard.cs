using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>What a case is on a day, the most demanding first: a child counts once, as the first of these that holds.</summary>
public enum CaseKind
{
    /// <summary>Looked after, short breaks left out.</summary>
    InCare,

    /// <summary>Under a child protection plan.</summary>
    Protection,

    /// <summary>Under a child in need plan.</summary>
    InNeed,

    /// <summary>An open referral without a plan: being assessed.</summary>
    Assessment,

    /// <summary>A care leaver.</summary>
    CareLeaver,

    /// <summary>Allocated, and none of these.</summary>
    Other,
}

/// <summary>
/// What a case of each kind weighs. The field has no common scale, so an authority sets its own; these are a choice of this record: a child in care or
/// under a protection plan asks for about half as much again as a child in need, a care leaver for about half.
/// </summary>
public sealed record CaseWeights(decimal InCare = 1.5m, decimal Protection = 1.5m, decimal InNeed = 1m, decimal Assessment = 1m, decimal CareLeaver = 0.5m, decimal Other = 1m)
{
    /// <summary>The weight of a kind.</summary>
    public decimal Of(CaseKind kind) => kind switch
    {
        CaseKind.InCare => InCare,
        CaseKind.Protection => Protection,
        CaseKind.InNeed => InNeed,
        CaseKind.Assessment => Assessment,
        CaseKind.CareLeaver => CareLeaver,
        _ => Other,
    };
}

/// <summary>One case on a day. <paramref name="LegalStatus"/> is that of care; <paramref name="Siblings"/> the sibling group.</summary>
public sealed record BoardCase(Guid Child, string Worker, string? Team, DateOnly Since, CaseKind Kind, string? LegalStatus, Guid? Siblings, decimal Weight);

/// <summary>
/// A worker or a team on a day. <paramref name="Families"/> counts a sibling group once and a child without one as itself; <paramref name="Target"/> is the
/// limit that the team has set for the worker's role, in cases for one full-time worker; <paramref name="Limit"/> that for the full-time equivalents there are.
/// </summary>
public sealed record BoardRow(
    string? Worker,
    string? Team,
    int Cases,
    decimal Weighted,
    int Families,
    IReadOnlyDictionary<CaseKind, int> Kinds,
    IReadOnlyDictionary<string, int> LegalStatuses,
    decimal? Fte,
    decimal? Target,
    decimal? Limit,
    bool IsAway,
    bool IsInPost)
{
    /// <summary>More cases than the limit allows.</summary>
    public bool IsOver => Limit is { } limit && Cases > limit;
}

/// <summary>A child who is open to social care on a day and has no social worker. <paramref name="Since"/> is the first day of that.</summary>
public sealed record BoardGap(Guid Child, CaseKind Kind, DateOnly Since, string? LastWorker);

/// <summary>Who has which cases on a day, by worker and by team. Pure: timelines of children, workers and teams in, rows out.</summary>
public sealed record CaseloadBoard(
    DateOnly Day, IReadOnlyList<BoardCase> Cases, IReadOnlyList<BoardRow> Workers, IReadOnlyList<BoardRow> Teams, IReadOnlyList<BoardGap> Unallocated)
{
    /// <summary>Lanes it reads of children, workers and teams.</summary>
    public static IReadOnlyList<Lane> Lanes { get; } =
    [
        .. CareEpisodes.Lanes, AllocationLanes.SocialWorker, PlanLanes.Plan, FrontDoorLanes.Referrals, LeavingCareLanes.Category, SiblingLanes.Group,
        WorkforceLanes.InPost, WorkforceLanes.Terms, WorkforceLanes.Absences, TeamLanes.Team, TeamLanes.CaseloadTargets,
    ];

    /// <summary>The board of a day.</summary>
    public static CaseloadBoard Of(IReadOnlyCollection<Timelines> everyone, DateOnly day, CaseWeights weights)
    {
        var posts = everyone
            .Select(t => (Post: t.At(WorkforceLanes.InPost, day), Terms: t.At(WorkforceLanes.Terms, day), Away: t.On(WorkforceLanes.Absences, day).Any()))
            .Where(p => p.Post is not null).GroupBy(p => p.Post!.Number).ToDictionary(g => g.Key, g => g.First());
        var targets = everyone.Where(t => t.At(TeamLanes.Team, day) is not null)
            .SelectMany(t => t.On(TeamLanes.CaseloadTargets, day).Select(i => (Team: t.At(TeamLanes.Team, day)!.Called, Target: i.As<CaseloadTarget>())))
            .GroupBy(t => (t.Team, t.Target.Role)).ToDictionary(g => g.Key, g => g.First().Target.Limit);
        var cases = everyone.SelectMany(t => Case(t, day, weights)).OrderBy(c => c.Worker, StringComparer.Ordinal).ThenBy(c => c.Child).ToList();
        var workers = cases.GroupBy(c => c.Worker).Select(g =>
        {
            var post = posts.GetValueOrDefault(g.Key);
            var team = g.OrderByDescending(c => c.Since).Select(c => c.Team).OfType<string>().FirstOrDefault() ?? post.Terms?.Team;
            var target = post.Terms is { } terms && team is not null && targets.TryGetValue((team, terms.Role), out var limit) ? limit : (decimal?)null;
            return Row(g.Key, team, [.. g], post.Terms?.Fte, target, target * post.Terms?.Fte, post.Away, post.Post is not null);
        }).ToList();
        var teams = cases.GroupBy(c => c.Team).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var there = workers.Where(w => w.Team == g.Key).ToList();
            var fte = there.Sum(w => w.Fte ?? 0);
            return Row(null, g.Key, [.. g], fte, null, there.Count > 0 && there.TrueForAll(w => w.Limit is not null) ? there.Sum(w => w.Limit) : null, false, true);
        }).ToList();
        return new CaseloadBoard(day, cases, workers, teams, [.. everyone.Select(t => Gap(t, day)).OfType<BoardGap>().OrderBy(g => g.Since).ThenBy(g => g.Child)]);
    }

    private static IEnumerable<BoardCase> Case(Timelines child, DateOnly day, CaseWeights weights)
    {
        if (child.On(AllocationLanes.SocialWorker, day).FirstOrDefault() is not { } held)
        {
            return [];
        }

        var allocation = held.As<Allocation>();
        var kind = Kind(child, day) ?? CaseKind.Other;
        var status = kind == CaseKind.InCare ? LookedAfter.On(LookedAfter.Episodes(child), day).First().LegalStatus : null;
        return [new BoardCase(child.Subject, allocation.Worker, allocation.Team, held.From, kind, status, child.At(SiblingLanes.Group, day)?.Group, weights.Of(kind))];
    }

    private static CaseKind? Kind(Timelines child, DateOnly day) =>
        LookedAfter.On(LookedAfter.Episodes(child), day).Any() ? CaseKind.InCare
        : child.At(PlanLanes.Plan, day)?.Kind switch
        {
            Plan.Protection => CaseKind.Protection,
            Plan.InNeed => CaseKind.InNeed,
            _ => child.On(FrontDoorLanes.Referrals, day).Any() ? CaseKind.Assessment : child.On(LeavingCareLanes.Category, day).Any() ? CaseKind.CareLeaver : null,
        };

    /// <summary>A child in care or in need without a social worker, since the later of when the last one left and when the case opened.</summary>
    private static BoardGap? Gap(Timelines child, DateOnly day)
    {
        if (Kind(child, day) is not { } kind || kind == CaseKind.CareLeaver || child.On(AllocationLanes.SocialWorker, day).Any())
        {
            return null;
        }

        var open = LookedAfter.Episodes(child).Where(e => !e.IsShortBreak).Select(e => e.Period)
            .Concat(child[PlanLanes.Plan].Select(i => i.Period)).Concat(child[FrontDoorLanes.Referrals].Select(i => i.Period)).ToList();
        var opened = Began(open, day);
        var last = child[AllocationLanes.SocialWorker].Where(i => i.To <= day).MaxBy(i => i.To);
        return new BoardGap(child.Subject, kind, last is not null && last.To > opened ? last.To : opened, last?.As<Allocation>().Worker);
    }

    /// <summary>First day of the unbroken run of periods that holds on a day.</summary>
    private static DateOnly Began(List<Period> periods, DateOnly day)
    {
        var began = periods.Where(p => p.Contains(day)).Min(p => p.From);
        while (periods.Where(p => p.From < began && p.To >= began).Select(p => (DateOnly?)p.From).Min() is { } earlier)
        {
            began = earlier;
        }

        return began;
    }

    private static BoardRow Row(string? worker, string? team, List<BoardCase> cases, decimal? fte, decimal? target, decimal? limit, bool away, bool inPost) => new(
        worker,
        team,
        cases.Count,
        cases.Sum(c => c.Weight),
        cases.Select(c => c.Siblings ?? c.Child).Distinct().Count(),
        cases.GroupBy(c => c.Kind).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
        cases.Where(c => c.LegalStatus is not null).GroupBy(c => c.LegalStatus!).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
        fte,
        target,
        limit,
        away,
        inPost);
}

using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>Children open on every day of the window who had one and the same social worker on all of them.</summary>
public static class WorkforceStability
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "SW-stability",
        Title = "One social worker all year",
        Cohort = "Children in care or with an open referral on every day of the window",
        Numerator = "One allocated social worker on every day of it",
        Exclusions = "Short breaks (V3, V4) without an open referral",
        Policy = "A day without a social worker breaks it, and so does a worker who covers an absence",
        Unit = "social workers",
        Source = "Journey",
        Lanes = [.. CareEpisodes.Lanes, FrontDoorLanes.Referrals, AllocationLanes.SocialWorker],
        Of = (child, window, _) =>
        {
            var open = LookedAfter.Episodes(child).Where(e => !e.IsShortBreak).Select(e => e.Period)
                .Concat(child[FrontDoorLanes.Referrals].Select(i => i.Period));
            if (Missed(window, open) > 0)
            {
                return [child.Out("Not open on every day of the window.")];
            }

            var held = M6SocialWorkersInYear.Held(child[AllocationLanes.SocialWorker], window);
            var (workers, days) = (M6SocialWorkersInYear.Workers(held), Missed(window, held.Select(i => i.Period)));
            return [child.In(workers == 1 && days == 0, $"{workers} different social workers, {days} days without one.", workers, held.Select(i => i.FactId))];
        },
    };

    /// <summary>Days of the window that no period covers.</summary>
    private static int Missed(Period window, IEnumerable<Period> periods) =>
        M8DaysUnallocated.Covered([window], [.. periods.Select(p => p.Clip(window)).OfType<Period>()]);
}

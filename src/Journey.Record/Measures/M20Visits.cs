using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Visits;

namespace Journey.Record.Measures;

/// <summary>M20: visits that were due and were made in time.</summary>
public static class M20Visits
{
    private const string Anew = "Counted anew from each visit; while none is made, another is due an interval later";

    /// <summary>Visits to looked-after children, by the regulations.</summary>
    public static Measure LookedAfterChildren { get; } = new()
    {
        Code = "M20",
        Title = "Statutory visits to looked-after children made in time",
        Cohort = "Visits due in the window: 7 days after the placement began, then every 6 weeks; every 3 months after the first year of one meant to last",
        Numerator = "A visit was made on or before the day due",
        Exclusions = "Short breaks (V3, V4); visits due once the placement has ended",
        Policy = $"{Anew}. Long-term foster placements (U1, U4) are those meant to last to 18. With parents under an interim care order (P1, C1): every "
            + "week until the first review, then every 4 weeks. Placements under regulations 19 and 24 cannot be told apart and follow the ordinary rule",
        Unit = "visits",
        Source = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28",
        Lanes = [.. CareEpisodes.Lanes, VisitLanes.Visits, ReviewLanes.Reviews],
        Of = (child, window, _) => OfCare(child, window),
    };

    /// <summary>Visits under a protection plan, every ten working days.</summary>
    public static Measure ProtectionPlan { get; } = OfPlan("M20-cpp", 10);

    /// <summary>Visits under a protection plan, every fifteen working days.</summary>
    public static Measure ProtectionPlan15 { get; } = OfPlan("M20-cpp-15", 15);

    private static IReadOnlyList<Contribution> OfCare(Timelines child, Period window)
    {
        var episodes = LookedAfter.Episodes(child);
        var visits = child[VisitLanes.Visits].Where(i => i.As<Visit>().Regime == "CLA").ToList();
        return M1PlacementsInYear.Spells(episodes, "S P B")
            .SelectMany(spell => Round.Of(
                spell.Facts[0], spell.From, Counting.Earlier(spell.To, window.To), visits,
                (from, times) => times == 0 ? from.AddDays(7) : Next(child, episodes, spell, from))
                .Select(r => r.Contribution(child, window, spell.To, "Visit")))
            .OfType<Contribution>()
            .Or(child, "No visit to a looked-after child was due in the window.");
    }

    /// <summary>The day due after a visit made, or missed, on a day.</summary>
    private static DateOnly Next(Timelines child, IEnumerable<CareEpisode> episodes, M1PlacementsInYear.Spell spell, DateOnly from)
    {
        var episode = episodes.LastOrDefault(e => e.Period.Contains(from));
        if (episode is { LegalStatus: "C1", Place: "P1" })
        {
            return from.AddDays(child[ReviewLanes.Reviews].Any(r => r.From >= spell.From && r.From <= from) ? 28 : 7);
        }

        // A carer may be approved for the long term in the middle of a stay: what counts is the placement on the day.
        return episode?.Place is "U1" or "U4" && from >= spell.From.AddYears(1) ? from.AddMonths(3) : from.AddDays(42);
    }

    private static Measure OfPlan(string code, int days) => new()
    {
        Code = code,
        Title = "Visits under a child protection plan made in time",
        Cohort = $"Visits due in the window: every {days} working days from the start of the plan",
        Numerator = "The child was seen on a visit on or before the day due",
        Exclusions = "Visits due once the plan has ended",
        Policy = $"{days} working days, a local standard; a visit at which the child was not seen is none. {Anew}",
        Unit = "visits",
        Source = "Local standard",
        Lanes = [PlanLanes.Plan, VisitLanes.Visits],
        Of = (child, window, given) =>
        {
            var visits = child[VisitLanes.Visits].Where(i => i.As<Visit>() is { Regime: "CPP", ChildSeen: true }).ToList();
            return ProtectionPlans.Of(child)
                .SelectMany(plan => Round
                    .Of(plan.FactId, plan.From, Counting.Earlier(plan.To, window.To), visits, (from, _) => given.Calendar.After(from, days))
                    .Select(r => r.Contribution(child, window, plan.To, "Visit")))
                .OfType<Contribution>()
                .Or(child, "No visit under a protection plan was due in the window.");
        },
    };
}

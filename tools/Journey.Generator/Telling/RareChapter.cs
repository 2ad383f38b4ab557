using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;

namespace Journey.Generator.Telling;

/// <summary>What happens to few: steps between tiers, one-off costs, serious incidents and what reviews found of them.</summary>
public sealed class RareChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var need in life.Course.Needs.Where(n => n.Course == ReferralCourse.InNeed && n.AssessedOn >= life.Child.Born))
            {
                Tell(life, need, need.AssessedOn!.Value, life.Part(FormattableString.Invariant($"rare {need.Number}")));
            }
        }
    }

    private static void Tell(Life life, NeedEpisode need, DateOnly assessed, Chance chance)
    {
        var (n, end) = (need.Number, need.ClosedOn ?? DateOnly.MaxValue);
        life.Tell(assessed, new TimeOnly(16, 10), FormattableString.Invariant($"primary need {n}"), new PrimaryNeedRecorded(need.PrimaryNeed, assessed));
        if (chance.Happens(0.08))
        {
            var up = assessed.AddDays(1);
            life.Tell(up, new TimeOnly(10, 10), FormattableString.Invariant($"step up {n}"), new StepUpAgreed(
                "earlyHelp", "childInNeed", "B. Practitioner", "A. Manager", "Early help alone has not been enough.", up), life.Manager(up), "manager", aside: true);
        }

        if (need.ClosedOn is { } closed && life.Course.CareOn(closed.AddDays(-1)) is null && chance.Happens(0.25))
        {
            var down = closed.AddDays(-2);
            life.Tell(down, new TimeOnly(10, 20), FormattableString.Invariant($"step down {n}"), new StepDownAgreed(
                "childInNeed", "earlyHelp", "B. Practitioner", "A. Manager", "The goals are met; the school goes on helping.", down), life.Manager(down), "manager", aside: true);
        }

        var bought = assessed.AddDays(chance.Whole(3, 40));
        if (chance.Happens(0.12) && bought < end)
        {
            var (amount, purpose, why) = chance.Pick([(180m, "Shoes and a winter coat", "Came to school in sandals."), (420m, "Bed and bedding", "Slept on the floor."), (95m, "Travel to see the father", "The family has no car."), (640m, "Deposit for a flat", "The family would be homeless.")]);
            life.Tell(bought, new TimeOnly(11, 30), FormattableString.Invariant($"bought {n}"), new OneOffCostApproved(amount, purpose, "A. Manager", why, bought), life.Manager(bought), "manager", aside: true);
        }

        var aware = assessed.AddDays(chance.Whole(5, 90));
        if (chance.Happens(0.012) && aware < end)
        {
            life.Tell(aware.AddDays(2), new TimeOnly(12, 0), FormattableString.Invariant($"incident {n}"), new SeriousIncidentNotified(
                "harm", aware, aware.AddDays(2), true, true, chance.Pick(["Injuries that nobody can explain.", "Found alone at night on a road.", "Overdose of a parent's medicine."])), life.Manager(aware), "manager", aside: true);
            var found = aware.AddDays(chance.Whole(200, 330));
            life.Tell(found, new TimeOnly(12, 0), FormattableString.Invariant($"finding {n}"), new PracticeReviewFindingLinked(
                FormattableString.Invariant($"Example local review {found.Year}"), chance.Pick(["Three agencies each held a part of the picture.", "Nobody asked who lived in the home.", "The plan was closed because visits were refused."]), found), life.Manager(found), "manager", aside: true);
        }
    }
}

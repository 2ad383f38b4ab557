using Journey.Record.Clocks;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Reviews;

namespace Journey.Generator.Telling;

/// <summary>Reviews of children looked after, the reviewing officer, care plans and permanence.</summary>
public sealed class CareReviewChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var period in life.Course.Care)
            {
                Plan(life, period);
                Reviews(life, period);
            }
        }
    }

    private static void Plan(Life life, CarePeriod period)
    {
        var chance = life.Part($"plan {period.Number}");
        var on = CareDays.Working(period.From.AddDays(chance.Whole(4, 16)));
        var first = period.Way is CareWay.Alone || period.Aim == "longTermResidential" ? period.Aim : period.Aim is "supportedLiving" or "other" ? "other" : "returnHome";
        if (on < CareDays.End(life, period))
        {
            life.Tell(on, new TimeOnly(16, 10), $"care plan {period.Number}.1", new CarePlanSet(first, life.Worker(on), life.Child.AgeOn(on) >= 16
                ? chance.Pick(["Young person wants to live near friends and learn to live alone.", "College place is kept; home is not safe.", "Plan made with the young person: somewhere to stay, then a place of one's own."])
                : chance.Pick(["Parents work with the service; a return is tested first.", "First plan: keep the child safe and see what the family can change.", "Relatives are asked before anything else is decided."]), on));
        }
    }

    private static void Reviews(Life life, CarePeriod period)
    {
        var chance = life.Part($"reviews {period.Number}");
        var end = CareDays.End(life, period);
        var iro = FormattableString.Invariant($"IRO9{10 + (life.Family.Number % 14):D3}");
        var (due, told, n) = (WorkingDays.After(period.From, 20), period.From.AddDays(1), 1);
        var isChanged = period.Aim is "returnHome" or "other";
        while (due <= life.Settings.End.AddYears(1) && told < end)
        {
            var purpose = $"review {period.Number}.{n}";
            life.Tell(told, new TimeOnly(16, 45), $"{purpose} due", new LacReviewScheduled(due), "Reviewing office", "reviewing officer");
            var held = CareDays.Working(chance.Happens(0.93) ? due.AddDays(-chance.Whole(2, 12)) : due.AddDays(chance.Whole(1, 25)));
            held = held <= told ? CareDays.Working(told.AddDays(2)) : held;
            if (chance.Happens(0.04) && due.AddDays(-1) < end)
            {
                var cancelled = CareDays.Latest(due.AddDays(-1), told.AddDays(1));
                life.Tell(cancelled, new TimeOnly(9, 25), $"{purpose} cancelled", new LacReviewCancelled(life.Id($"{purpose} due"), chance.Pick(["Chair was ill", "Child was missing", "Carer could not come", "No interpreter"]), cancelled), "Reviewing office", "reviewing officer");
                held = CareDays.Working(cancelled.AddDays(chance.Whole(8, 30)));
            }

            if (held >= end || held > life.Settings.End)
            {
                return;
            }

            var age = life.Child.AgeOn(held);
            var participation = age < 4 ? "PN0" : age < 8
                ? chance.Pick<string>(("PN1", 22), ("PN3", 18), ("PN6", 44), ("PN5", 8), ("PN7", 8))
                : chance.Pick<string>(("PN1", 56), ("PN2", 5), ("PN3", 4), ("PN4", 3), ("PN5", 6), ("PN6", 19), ("PN7", 7));
            life.Tell(held, new TimeOnly(14, 10), purpose, new LacReviewHeld(held, participation, iro, null,
            [
                age < 5
                    ? chance.Pick(["Health visitor to see the child each month", "Nursery place to be found", "Time with parents goes on as planned", "Health book to be shared with the carer", "Carer to keep photographs for the life story"])
                    : chance.Pick(["School stays the same", "Time with parents goes on as planned", "Tutor to be found by half term", "Life story work to begin", "Health passport to be shared with the carer", "Passport to be applied for", "Carer to have a break each month"]),
            ]), "Reviewing office", "reviewing officer");
            if (chance.Happens(0.3))
            {
                var seen = held.AddDays(-chance.Whole(1, 5));
                if (seen > period.From)
                {
                    life.Tell(seen, new TimeOnly(15, 35), $"{purpose} seen", new IroVisitedChild(iro, seen), "Reviewing office", "reviewing officer", aside: true);
                }
            }

            if (n >= 2 && !isChanged)
            {
                isChanged = true;
                var days = period.Adoption;
                var aim = days is { ReversedOn: not null } ? "adoption" : period.Aim;
                life.Tell(held, new TimeOnly(17, 40), $"care plan {period.Number}.2", new CarePlanSet(aim, life.Manager(held), Why(aim, chance), held), life.Manager(held), "manager");
                life.Tell(held, new TimeOnly(17, 45), $"permanence {period.Number}.1", new PermanenceDecided(aim, "Permanence panel", Why(aim, chance), held), life.Manager(held), "manager");
                if (days?.ReversedOn is { } reversed && reversed < end)
                {
                    life.Tell(reversed, new TimeOnly(12, 40), $"care plan {period.Number}.3", new CarePlanSet(period.Aim, life.Manager(reversed), "No adopters could be found; the carers wish to keep the child.", reversed), life.Manager(reversed), "manager");
                    life.Tell(reversed, new TimeOnly(12, 45), $"permanence {period.Number}.2", new PermanenceDecided(period.Aim, "Permanence panel", "Settled where the child is.", reversed), life.Manager(reversed), "manager");
                }
            }

            if (chance.Happens(0.05))
            {
                Concern(life, period, held, n, end, chance);
            }

            told = held;
            due = n == 1 ? held.AddMonths(3) : held.AddMonths(6);
            n++;
        }
    }

    private static void Concern(Life life, CarePeriod period, DateOnly held, int n, DateOnly end, Chance chance)
    {
        var on = held.AddDays(2);
        if (on >= end)
        {
            return;
        }

        var purpose = $"concern {period.Number}.{n}";
        life.Tell(on, new TimeOnly(11, 20), purpose, new IroConcernRaised(
            chance.Pick<string>(("informal", 45), ("teamManager", 40), ("headOfService", 12), ("director", 3)),
            chance.Pick(["No visits for ten weeks.", "Plan for permanence drifts.", "Health plan is not in place.", "Third worker this year.", "Carer does not have the papers.", "Passport was promised a year ago."]),
            on,
            on.AddDays(14)), "Reviewing office", "reviewing officer");
        if (chance.Happens(0.85))
        {
            var resolved = CareDays.Working(on.AddDays(chance.Whole(6, 45)));
            life.Tell(resolved, new TimeOnly(11, 50), $"{purpose} resolved", new IroConcernResolved(life.Id(purpose), chance.Pick(["Visits every fortnight until the next review.", "Named worker from Monday.", "Panel date set.", "School place found."]), resolved), "Reviewing office", "reviewing officer");
        }
    }

    private static string Why(string aim, Chance chance) => aim switch
    {
        "adoption" => chance.Pick(["No carer in the family can offer a home for good.", "Child is very young and relatives were ruled out."]),
        "SGO_CAO" => chance.Pick(["A relative offers a home for good and is bonded with the child.", "Grandparents have cared well and ask for the order."]),
        "longTermFostering" => chance.Pick(["Settled with the carers.", "A return home would not be safe; time with parents goes on.", "Child asks to stay where he or she is."]),
        "longTermResidential" => chance.Pick(["Could not bear the closeness of a family home.", "Needs staff who are awake at night."]),
        _ => chance.Pick(["Learns to live alone with support.", "Plan made with the young person."]),
    };
}

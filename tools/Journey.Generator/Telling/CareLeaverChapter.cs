using Journey.Record.Facts.Closure;
using Journey.Record.Facts.LeavingCare;

namespace Journey.Generator.Telling;

/// <summary>Young people who leave care: status, pathway plan, contacts, birthdays, staying put, and the people they can count on.</summary>
public sealed class CareLeaverChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives.Where(l => l.Course.Care.Count > 0))
        {
            var (category, since, named) = Under18(life);
            if (category is not null)
            {
                Adult(life, category, since, named!);
            }
        }
    }

    /// <summary>The category on the 18th birthday with the day on which help began and the fact that says it; none for those never eligible.</summary>
    private static (string? Category, DateOnly Since, string? Named) Under18(Life life)
    {
        var (sixteen, adult) = (life.Child.Turns(16), life.Child.Turns(18));
        var (days, category, since, named) = (0, (string?)null, default(DateOnly), (string?)null);
        foreach (var period in life.Course.Care)
        {
            var from = CareDays.Latest(period.From, life.Child.Turns(14));
            var to = CareDays.Earliest(CareDays.End(life, period), adult);
            var eligible = CareDays.Latest(from.AddDays(Math.Max(0, 92 - days)), sixteen);
            days += Math.Max(0, to.DayNumber - from.DayNumber);
            if (eligible >= to || (period.EndCode == "E15" && period.To is not null))
            {
                continue;
            }

            named = FormattableString.Invariant($"leaver {period.Number}");
            life.Tell(eligible, new TimeOnly(10, 25), named, new LeavingCareStatusChanged("eligible", eligible), "Leaving care office", "leaving care");
            if (category is null)
            {
                since = eligible;
            }

            category = "eligible";
            if (period.To is { } left && left < adult)
            {
                category = period.EndCode is "E5" or "E6" or "E8" ? "relevant" : "none";
                named = FormattableString.Invariant($"leaver {period.Number} left");
                life.Tell(left, new TimeOnly(19, 10), named, new LeavingCareStatusChanged(category, left), "Leaving care office", "leaving care");
            }
        }

        return (category, since, named);
    }

    private static void Adult(Life life, string category, DateOnly since, string named)
    {
        var chance = life.Part("leaver");
        var (adult, end) = (life.Child.Turns(18), life.Settings.End.AddDays(1));
        var isFormer = category is "eligible" or "relevant";
        if (isFormer || chance.Happens(0.5))
        {
            named = "leaver adult";
            life.Tell(adult, new TimeOnly(19, 20), named, new LeavingCareStatusChanged(isFormer ? "formerRelevant" : "qualifying", adult), "Leaving care office", "leaving care");
        }

        var stops = !isFormer ? CareDays.Earliest(since.AddDays(700), adult.AddYears(1)) : chance.Happens(0.72) ? life.Child.Turns(21) : life.Child.Turns(25);
        stops = isFormer && chance.Happens(0.07) ? adult.AddDays(chance.Whole(200, 1000)) : stops;
        var until = CareDays.Earliest(stops, end);
        Pathway(life, since, until, chance);
        if (isFormer)
        {
            Birthdays(life, until, chance.Of("birthdays"));
            Contacts(life, adult, until, chance.Of("contacts"));
        }

        var last = life.Course.Care[^1];
        if (last is { EndCode: "E17", To: { } stayed } && stayed == adult)
        {
            life.Tell(adult, new TimeOnly(19, 30), "staying put", new StayingPutStarted(last.Stays[^1].Carer, adult), "Leaving care office", "leaving care");
            var leaves = CareDays.Earliest(adult.AddDays(90 + (int)chance.Wait(600)), life.Child.Turns(21));
            life.Tell(leaves, new TimeOnly(10, 40), "staying put end", new StayingPutEnded(life.Id("staying put"), leaves == life.Child.Turns(21) ? "turned21" : chance.Pick<string>(("movedOn", 48), ("youngPerson", 26), ("breakdown", 16), ("carer", 10)), leaves), "Leaving care office", "leaving care");
        }

        for (var (on, n) = (adult.AddDays(-chance.Whole(0, 200)), 1); on < until; on = on.AddDays(chance.Whole(330, 420)), n++)
        {
            if (on > since)
            {
                var people = chance.Pick<int>((0, 8), (1, 20), (2, 28), (3, 22), (4, 12), (6, 10));
                life.Tell(on, new TimeOnly(14, 40), $"network {n}", new SupportNetworkRecorded(people, people == 0 ? "Says there is nobody to ring at night." : chance.Pick(["Former carer, football coach, aunt.", "Nan and one friend.", "Personal adviser is named first.", "Partner and partner's mother.", "Sister, and a teacher from school."]), on), "Leaving care office", "leaving care", aside: true);
            }
        }

        if (stops < end && stops >= adult)
        {
            var closed = CareDays.Working(stops.AddDays(2));
            life.Tell(closed, new TimeOnly(15, 15), "leaver closed", new CareLeaverCaseClosed(life.Id(named), stops == life.Child.Turns(21) || stops == life.Child.Turns(25) ? "age" : "notWanted", life.Manager(closed), chance.Pick(["Lives well without help and knows how to come back.", "Asked for no more contact.", "Plan is at its end."]), closed), life.Manager(closed), "manager");
        }
    }

    private static void Pathway(Life life, DateOnly since, DateOnly until, Chance chance)
    {
        var assessed = CareDays.Working(since.AddDays(chance.Whole(15, 110)));
        if (assessed >= until)
        {
            return;
        }

        life.Tell(assessed, new TimeOnly(14, 50), "pathway needs", new NeedsAssessmentForPathwayDone(chance.Pick(["A. Adviser", "B. Adviser", "C. Adviser"]), assessed), "Leaving care office", "leaving care");
        var on = CareDays.Working(assessed.AddDays(chance.Whole(10, 50)));
        for (var n = 0; on < until; n++)
        {
            var by = on.AddDays(chance.Whole(165, 181));
            var summary = n == 0
                ? chance.Pick(["College, then a flat of her own.", "Apprenticeship in the spring; learns to cook.", "Stay with the carers and finish school.", "Move to supported accommodation near family."])
                : chance.Pick(["College goes well.", "Has left the course; looks for work.", "Flat is cold; landlord asked to mend it.", "Saves for driving lessons.", "Debt with the telephone company.", "Baby is due in June.", "Wants to try living with mother again."]);
            life.Tell(on, new TimeOnly(15, 20), $"pathway {n}", n == 0 ? new PathwayPlanMade(summary, on, by) : new PathwayPlanReviewed(summary, on, by), "Leaving care office", "leaving care");
            on = CareDays.Working(chance.Happens(0.88) ? by.AddDays(-chance.Whole(0, 20)) : by.AddDays(chance.Whole(5, 60)));
        }
    }

    private static void Birthdays(Life life, DateOnly until, Chance chance)
    {
        var works = chance.Happens(0.574);
        for (var age = 17; age <= 21; age++)
        {
            var on = life.Child.Turns(age);
            var left = life.Course.Care[^1].To;
            if ((age == 17 && !(left < on)) || on > until || on > life.Settings.End)
            {
                continue;
            }

            var inTouch = chance.Pick<string>(("YES", 91.5), ("NO", 6), ("REFU", 1), ("NREQ", 0.7), ("RHOM", 0.8));
            works = chance.Happens(0.5) ? chance.Happens(0.574) : works;
            var activity = works ? chance.Pick<string>(("F1", age >= 18 ? 10 : 0), ("F2", 36), ("P2", 8), ("F4", 8), ("F5", 28), ("P5", 10)) : chance.Pick<string>(("G4", 32), ("G5", 52), ("G6", 16));
            var stays = left is { } gone && life.Course.Care[^1].EndCode == "E17" && age <= 19;
            var home = stays ? "Z" : chance.Pick<string>(("U", 34), ("D", 20), ("B", 14), ("E", 8), ("K", 6), ("T", 4), ("Y", 6), ("S", 3), ("V", 2), ("X", 3));
            var isSuitable = home is "S" or "V" or "X" ? chance.Happens(0.4) : chance.Happens(0.985);
            life.Tell(on, new TimeOnly(9, 35), $"birthday {age}", inTouch == "NO"
                ? new CareLeaverStatusRecorded("NO", "0", "0", on)
                : new CareLeaverStatusRecorded(inTouch, activity, home + (isSuitable ? "1" : "2"), on), "Leaving care office", "leaving care", aside: true);
        }
    }

    private static void Contacts(Life life, DateOnly adult, DateOnly until, Chance chance)
    {
        var n = 0;
        for (var on = adult.AddDays(chance.Whole(5, 40)); on < until; on = on.AddDays(chance.Whole(35, 85)))
        {
            var isInTouch = chance.Happens(0.93);
            var day = CareDays.Working(on);
            if (day < until)
            {
                life.Tell(day, new TimeOnly(12, 30), $"leaver contact {++n}", new CareLeaverContacted(
                    isInTouch ? chance.Pick<string>(("inPerson", 52), ("phone", 26), ("message", 14), ("video", 5), ("letter", 3)) : chance.Pick(["phone", "letter", "message"]),
                    isInTouch ? "YES" : "NO",
                    isInTouch ? chance.Pick(["Has a job interview.", "Rent is paid; cupboard is full.", "Low since the break-up.", "Asked for help with a form.", "Passed the first exam.", "Back with mother for now.", "Wants to find his brother.", "Landlord gave notice."]) : "Three calls and a letter; no answer.",
                    day,
                    new TimeOnly(12, 30)), "Leaving care office", "leaving care", aside: true);
            }
        }
    }
}

using Journey.Record.Facts.Family;
using Journey.Record.Facts.Visits;

namespace Journey.Generator.Telling;

/// <summary>Visits to children in care, what the children say, time with the family, and the people who stand by them.</summary>
public sealed class CareVisitChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var period in life.Course.Care)
            {
                Visits(life, period);
                FamilyTime(life, period);
                Voice(life, period);
            }
        }
    }

    private static void Visits(Life life, CarePeriod period)
    {
        var chance = life.Part($"visits {period.Number}");
        var end = CareDays.End(life, period);
        var (planned, due, n) = (period.From, period.From.AddDays(7), 1);
        while (planned < end)
        {
            var purpose = $"visit {period.Number}.{n}";
            var time = planned == period.From ? new TimeOnly(21, 30) : new TimeOnly(18, 5);
            if (!life.Tell(planned, time, $"{purpose} due", new VisitPlanned("CLA", life.Worker(planned), planned, due)))
            {
                return;
            }

            var on = CareDays.Working(chance.Happens(0.9) ? due.AddDays(-chance.Whole(0, Math.Min(9, due.DayNumber - planned.DayNumber))) : due.AddDays(chance.Whole(1, 16)));
            on = on <= planned ? planned.AddDays(1) : on;
            if (chance.Happens(0.05) && on.AddDays(-2) > planned)
            {
                var tried = on.AddDays(-2);
                life.Tell(tried, new TimeOnly(16, 15), $"{purpose} tried", new VisitAttempted("CLA", life.Worker(tried), chance.Pick(["noAccess", "cancelled"]), tried, new TimeOnly(16, 15)), aside: true);
            }

            if (on >= end || on > life.Settings.End)
            {
                return;
            }

            var stay = period.StayOn(on);
            var age = life.Child.AgeOn(on);
            var isSeen = chance.Happens(0.97);
            var at = new TimeOnly(chance.Whole(10, 18), 5 * chance.Whole(0, 12));
            life.Tell(on, at, purpose, new VisitMade("CLA", on, at, life.Worker(on), stay.Type == "P1" ? "Home of the parents" : stay.Carer, isSeen, isSeen && age >= 2 && chance.Happens(0.8), chance.Happens(0.5), chance.Happens(0.92), life.Id($"{purpose} due")), aside: true);
            if (age >= 4 && chance.Happens(0.3))
            {
                life.Tell(on, at.AddMinutes(20), $"{purpose} views", new ChildViewsRecorded(
                    age < 7 ? chance.Pick(["said", "drawn", "shown"]) : chance.Pick<string>(("said", 85), ("written", 9), ("advocate", 6)),
                    Words(age, chance),
                    chance.Pick(["where to live", "time with family", "school", "who helps me"]),
                    on), aside: true);
            }

            var isSettled = stay.Type is "U1" or "U4" && on > stay.From.AddDays(365);
            var next = period.Stays.FirstOrDefault(s => s.From > on && s.Spell != stay.Spell)?.From;
            due = on.AddDays(isSettled ? 84 : stay.Type == "P1" && n < 4 ? 7 : 42);
            due = next is { } moves && moves.AddDays(7) < due && moves <= life.Settings.End ? moves.AddDays(7) : due;
            (planned, n) = (on, n + 1);
        }
    }

    private static string Words(int age, Chance chance) => age < 8
        ? chance.Pick(["I like my bed here.", "I want mummy to come to my school play.", "I miss the cat.", "I can ride the bike now.", "I want to live with my brother."])
        : chance.Pick(["I want to stay here.", "I do not want another new school.", "I would like more time with my nan.", "You are my fourth worker, will you stay?", "I want to know why we could not stay together.", "It is too far from my friends.", "They listen to me here.", "I want to see my file one day.", "I will come to the review if my teacher is there.", "Nobody asked me before I moved."]);

    private static void FamilyTime(Life life, CarePeriod period)
    {
        if (period.Way is CareWay.Alone)
        {
            return;
        }

        var chance = life.Part($"family time {period.Number}");
        var end = period.Adoption is { ReversedOn: null } days ? CareDays.Earliest(days.PlacedOn, CareDays.End(life, period)) : CareDays.End(life, period);
        var with = chance.Pick<IReadOnlyList<string>>((["Mother"], 52), (["Mother", "Father"], 22), (["Father"], 10), (["Grandmother"], 12), (["Mother", "Grandmother"], 4));
        var isSupervised = period.LegalStatus != "V2" || period.Legal.Count > 0;
        var every = period.Aim switch { "returnHome" => 7, "adoption" => 14, "SGO_CAO" => 14, _ => 42 };
        var from = period.From.AddDays(chance.Whole(3, 12));
        if (from >= end)
        {
            return;
        }

        life.Tell(from, new TimeOnly(11, 15), $"family time {period.Number}", new FamilyTimePlanned(with, every, isSupervised, "inPerson", from));
        var n = 0;
        for (var on = from.AddDays(every); on < end && on <= life.Settings.End; on = on.AddDays(every * chance.Whole(1, 4)))
        {
            n++;
            var at = new TimeOnly(chance.Whole(14, 18), 0);
            if (chance.Happens(0.14))
            {
                life.Tell(on, at, $"family time {period.Number}.{n}", new FamilyTimeMissed(with, chance.Pick([$"{with[0]} did not come.", "Nobody could drive.", "Child did not want to go.", "Centre was closed.", "Carer was ill."]), on), aside: true);
            }
            else
            {
                life.Tell(on, at, $"family time {period.Number}.{n}", new FamilyTimeHeld(with, isSupervised, chance.Pick<string>(("inPerson", 90), ("video", 7), ("phone", 3)), chance.Happens(0.3) ? chance.Pick(["Wants longer visits.", "Was quiet afterwards.", "Laughed a lot.", "Asked when it is time to go home.", "Did not want to talk about it."]) : null, on, at), aside: true);
            }
        }
    }

    private static void Voice(Life life, CarePeriod period)
    {
        var chance = life.Part($"voice {period.Number}");
        var end = CareDays.Earliest(CareDays.End(life, period), life.Settings.End.AddDays(1));
        DateOnly? Some(int from, int to, double probability) => chance.Happens(probability) && period.From.AddDays(chance.Whole(from, to)) is var day && day < end ? day : null;
        var age = life.Child.AgeOn(period.From);
        if (age >= 5 && Some(10, 120, 0.3) is { } spoken)
        {
            life.Tell(spoken, new TimeOnly(12, 20), $"advocate {period.Number}", new AdvocateAppointed($"{chance.Pick(["A.", "B.", "C."])} Advocate, Example Voice", spoken), aside: true);
        }

        if (age >= 7 && Some(200, 700, 0.12) is { } visitor)
        {
            life.Tell(visitor, new TimeOnly(12, 25), $"independent visitor {period.Number}", new IndependentVisitorAppointed($"{chance.Pick(["D.", "E.", "F."])} Visitor", visitor), aside: true);
        }

        if (age >= 4 && Some(20, 300, 0.55) is { } trusted)
        {
            var (who, role, words) = chance.Pick<(string, string, string)>([("Ms Elder", "Teaching assistant", "She listens."), ("Mr Dray", "Football coach", "He never shouts."), ("Nan", "Grandmother", "She always picks up the phone."), ("Miss Pell", "Teacher", "She came to my review."), ("My old carer", "Former carer", "I can ring her any time."), ("Auntie Bee", "Friend of the family", "She kept my things.")]);
            life.Tell(trusted, new TimeOnly(15, 50), $"trusted {period.Number}", new TrustedAdultNamedByChild(who, role, words, trusted), aside: true);
        }

        for (var (on, n) = (CareDays.Latest(period.From.AddDays(chance.Whole(150, 400)), CareDays.Working(life.Child.Turns(4).AddDays(chance.Whole(1, 90)))), 1); on < end; on = on.AddDays(chance.Whole(200, 700)), n++)
        {
            life.Tell(on, new TimeOnly(16, 25), $"life story {period.Number}.{n}", new LifeStoryWorkDone(life.Worker(on), chance.Pick(["Photographs of the first home.", "Drew a map of all the homes.", "Talked about why mother could not care.", "Letter from the former carer read together.", "Looked at the box of things from home."]), on), aside: true);
        }

        foreach (var stay in period.Stays.Skip(1).Where(s => s.From < end && s.From <= life.Settings.End))
        {
            if (life.Part($"retold {period.Number}.{stay.Number}").Happens(0.18))
            {
                var on = stay.From.AddDays(2);
                life.Tell(on, new TimeOnly(17, 30), $"retold {period.Number}.{stay.Number}", new StoryRetold(chance.Pick(["Carer", "Duty worker", "Nurse", "Teacher"]), stay.Agency, "Nobody had passed on the notes.", on), aside: true);
            }
        }

        if (age >= 8 && Some(60, 900, 0.05) is { } complained)
        {
            life.Tell(complained, new TimeOnly(13, 15), $"complaint {period.Number}", new ComplaintMade("stageOne", "The child", chance.Pick(["Five workers in a year.", "Moved without being asked.", "Cannot see my sister.", "My things were lost in the move."]), complained, complained.AddDays(14)));
            if (chance.Happens(0.8))
            {
                var answered = CareDays.Working(complained.AddDays(chance.Whole(7, 32)));
                life.Tell(answered, new TimeOnly(13, 20), $"complaint {period.Number} answered", new ComplaintAnswered(life.Id($"complaint {period.Number}"), chance.Pick<string>(("upheld", 35), ("partlyUpheld", 45), ("notUpheld", 20)), chance.Pick(["An apology, and one worker until the plan ends.", "The move could not wait; the child should have been told.", "Things were found and brought back."]), answered), life.Manager(answered), "manager");
            }
        }
    }
}

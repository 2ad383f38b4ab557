using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Missing;

namespace Journey.Generator.Telling;

/// <summary>Children who go missing from care or stay away, what they say when they are back, and the risk of exploitation.</summary>
public sealed class MissingChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            var chance = life.Part("missing");
            var isRunner = chance.Next();
            var often = chance.Around(6.3, 0.8);
            foreach (var period in life.Course.Care)
            {
                Period(life, period, isRunner, often, life.Part($"missing {period.Number}"));
            }
        }
    }

    private static void Period(Life life, CarePeriod period, double isRunner, double often, Chance chance)
    {
        var end = CareDays.Earliest(CareDays.End(life, period), life.Settings.End.AddDays(1));
        var (free, n, before) = (period.From.AddDays(3), 0, 0);
        foreach (var year in CareDays.Years(life, period))
        {
            var from = CareDays.Latest(new DateOnly(year - 1, 4, 1), period.From);
            var to = CareDays.Earliest(new DateOnly(year, 4, 1), end);
            var age = life.Child.AgeOn(from);
            var share = age switch { < 8 => 0.004, < 11 => 0.025, < 13 => 0.085, < 15 => 0.21, _ => 0.28 };
            if (isRunner >= share || !chance.Happens(0.9))
            {
                continue;
            }

            var part = Math.Max(0.25, (to.DayNumber - from.DayNumber) / 365.0);
            Spells("M", 1 + chance.Count(Math.Max(0.1, (often * part) - 0.2)));
            if (chance.Happens(0.5))
            {
                Spells("A", 1 + chance.Count(4.2 * part));
            }

            void Spells(string kind, int count)
            {
                var days = Enumerable.Range(0, count).Select(_ => chance.Day(from, to)).Order().ToList();
                foreach (var drawn in days)
                {
                    var day = CareDays.Latest(drawn, free);
                    var away = chance.Pick<int>((0, 38), (1, 42), (2, 10), (4, 6), (9, 4));
                    if (day.AddDays(away + 1) >= end || period.StayOn(day).To is { } left && day.AddDays(away) >= left)
                    {
                        continue;
                    }

                    n++;
                    free = day.AddDays(away + 2);
                    One(life, period, kind, n, day, away, chance);
                }
            }

            if (n > before)
            {
                Risk(life, period, year, free.AddDays(3), end, n - before, chance);
                before = n;
            }

            free = CareDays.Latest(free, period.From.AddDays(3));
        }
    }

    private static void One(Life life, CarePeriod period, string kind, int n, DateOnly day, int away, Chance chance)
    {
        var purpose = $"missing {period.Number}.{n}";
        var at = new TimeOnly(chance.Whole(16, 22), 5 * chance.Whole(0, 12));
        var reported = at.AddMinutes(chance.Whole(20, 110));
        life.Tell(day, reported, purpose, new WentMissing(kind, day, at, day, reported, kind == "M" ? "Police" : "Duty worker", null), life.Worker(day));
        var back = day.AddDays(away);
        var backAt = away == 0 ? new TimeOnly(23, 50) : new TimeOnly(chance.Whole(6, 15), 5 * chance.Whole(0, 12));
        life.Tell(back, backAt, $"{purpose} end", new MissingEnded(life.Id(purpose), back, backAt, chance.Pick(["Came back alone.", "Found by the police at the station.", "Brought back by a friend's mother.", "Fetched by the carer from a friend's flat.", "Found at the family home."])));
        if (kind != "M" || !chance.Happens(0.93))
        {
            return;
        }

        var offered = back.AddDays(chance.Happens(0.85) ? 1 : chance.Whole(2, 6));
        life.Tell(offered, new TimeOnly(9, 50), $"{purpose} offer", new ReturnInterviewOffered(life.Id(purpose), offered, new TimeOnly(9, 50)), "Return interview service", "interviewer");
        var answered = offered.AddDays(chance.Happens(0.8) ? 1 : chance.Whole(2, 9));
        if (chance.Happens(0.62))
        {
            life.Tell(answered, new TimeOnly(16, 50), $"{purpose} interview", new ReturnInterviewHeld(life.Id($"{purpose} offer"), chance.Happens(0.9), "A. Interviewer", chance.Pick(["Went to see a friend.", "Was with older boys and will not say who.", "Went home to see mother.", "Row about the telephone.", "Has a second telephone and new trainers.", "Wanted to be near the old school."]), answered, new TimeOnly(16, 0)), "Return interview service", "interviewer", aside: true);
        }
        else
        {
            life.Tell(answered, new TimeOnly(16, 50), $"{purpose} declined", new ReturnInterviewDeclined(life.Id($"{purpose} offer"), chance.Pick(["Does not want to talk again.", "Will not come out of the room.", "Says it is nobody's business."]), answered, null), "Return interview service", "interviewer", aside: true);
        }
    }

    private static void Risk(Life life, CarePeriod period, int year, DateOnly on, DateOnly end, int count, Chance chance)
    {
        if (on >= end || !chance.Happens(count > 3 ? 0.8 : 0.35))
        {
            return;
        }

        var kind = life.Child.Sex == "F" ? chance.Pick<string>(("CSE", 60), ("CCE", 30), ("gangs", 10)) : chance.Pick<string>(("CCE", 62), ("gangs", 26), ("CSE", 12));
        var level = count > 8 ? "significant" : count > 3 ? chance.Pick(["moderate", "significant"]) : chance.Pick(["none", "emerging"]);
        life.Tell(on, new TimeOnly(13, 40), $"risk {period.Number}.{year}", new ExploitationRiskAssessed(kind, level, chance.Pick<IReadOnlyList<string>>([["Older friends", "New phone"], ["Missing overnight"], ["Cash that nobody can explain", "Far from home when found"], ["Out of school"]]), life.Worker(on), chance.Pick(["Carries things for others.", "Found in another county twice.", "Talks of a boyfriend nobody has met.", "Pattern of absences on Fridays."]), on));
        if ((level is "moderate" or "significant") && on.AddDays(1) < end)
        {
            life.Tell(on.AddDays(1), new TimeOnly(10, 30), life.Manager(on.AddDays(1)), "manager", false, ($"risk strategy {period.Number}.{year}", new StrategyDiscussionHeld(
                on.AddDays(1), new TimeOnly(10, 30), ["la", "police", "health"], null, "noS47", null, "A. Manager", "A safety plan with the carer comes first.")));
        }

        if (level == "significant" && chance.Happens(0.45))
        {
            var referred = on.AddDays(chance.Whole(1, 9));
            life.Tell(referred, new TimeOnly(13, 45), $"trafficking {period.Number}.{year}", new NationalReferralMechanismReferred(life.Worker(referred), chance.Pick(["Found selling drugs in another county.", "Paid for by adults in return for errands."]), null, referred), aside: true);
        }
    }
}

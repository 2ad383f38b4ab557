namespace Journey.Generator;

/// <summary>Decides the courses of a family's children.</summary>
public static class CourseMaker
{
    /// <summary>One course for each child, in order of age.</summary>
    public static IReadOnlyList<Course> Of(Settings settings, Family family)
    {
        var chance = Chance.Of(settings.Seed, $"course {family.Number}");
        var referred = chance.Day(settings.From, settings.End);
        return [.. family.Children.Select(c => Of(settings, c, referred, chance.Of(c.LaChildId)))];
    }

    private static Course Of(Settings settings, Child child, DateOnly referred, Chance chance)
    {
        var on = referred < child.Born ? child.Born.AddDays(chance.Whole(5, 300)) : referred;
        var needs = new List<NeedEpisode>();
        var care = new List<CarePeriod>();
        while (on <= settings.End && child.AgeOn(on) < 17)
        {
            var course = chance.Pick<ReferralCourse>((ReferralCourse.NoFurtherAction, 0.065), (ReferralCourse.NotInNeed, 0.308), (ReferralCourse.InNeed, 0.627));
            var assessedOn = on.AddDays(chance.Whole(15, 60));
            var closed = course switch
            {
                ReferralCourse.NoFurtherAction => on.AddDays(1),
                ReferralCourse.NotInNeed => assessedOn.AddDays(3),
                _ => assessedOn.AddDays(30 + (int)chance.Wait(200)),
            };
            if (course == ReferralCourse.InNeed && CareMaker.Within(settings, child, assessedOn, care.Count, chance.Of($"care {care.Count}")) is { } period)
            {
                care.Add(period);
                closed = (period.To ?? settings.End).AddDays(60);
            }

            var isNeed = course != ReferralCourse.NoFurtherAction;
            needs.Add(new NeedEpisode(
                needs.Count + 1,
                course,
                on,
                closed > settings.End ? null : closed,
                chance.Pick<string>(("6", 28), ("2A", 20), ("5A", 14), ("3A", 15), ("1A", 8), ("9", 2), ("8", 13)),
                "N1",
                isNeed ? on.AddDays(1) : null,
                isNeed ? assessedOn : null,
                [],
                [],
                []));
            on = closed.AddDays(30 + (int)chance.Wait(900));
        }

        return new Course(child, needs, care);
    }
}

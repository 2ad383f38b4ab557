using Journey.Record.Clocks;

namespace Journey.Generator;

/// <summary>
/// Decides the courses of a family's children: when they are referred, what becomes of each referral, and when the case closes. Shares and
/// lengths follow the published figures; a family comes back more often than not within two years.
/// </summary>
public static class CourseMaker
{
    private const double ComesBack = 0.4;
    private const double ComesBackAfterPlan = 0.69;
    private const double DaysUntilBack = 150;

    /// <summary>One course for each child, in order of age.</summary>
    public static IReadOnlyList<Course> Of(Settings settings, Family family)
    {
        var way = Chance.Of(settings.Seed, FormattableString.Invariant($"course {family.Number}"));
        return [.. family.Children.Select(c => Of(settings, family, c, way, way.Of(c.LaChildId)))];
    }

    private static Course Of(Settings settings, Family family, Child child, Chance way, Chance chance)
    {
        var (needs, care) = (new List<NeedEpisode>(), new List<CarePeriod>());
        var plans = 0;
        var on = First(family, child, chance);
        while (on <= settings.End && child.AgeOn(on) < 18)
        {
            var episode = Episode(settings, child, on, needs.Count + 1, plans, care, way.Of(FormattableString.Invariant($"on {on.DayNumber}")), chance.Of(FormattableString.Invariant($"episode {needs.Count + 1}")));
            needs.Add(episode);
            plans += episode.Protection.Count;
            if (episode.ClosedOn is not { } closed || care.Any(c => c.EndCode is "E11" or "E12" or "E15" && c.To is not null) || !chance.Happens(episode.Protection.Count > 0 ? ComesBackAfterPlan : ComesBack))
            {
                break;
            }

            on = closed.AddDays(7 + (int)chance.Wait(DaysUntilBack));
        }

        return new Course(child, needs, care);
    }

    /// <summary>With the family, or later for some of its children; one who is not yet born may be referred up to four months before birth.</summary>
    private static DateOnly First(Family family, Child child, Chance chance)
    {
        var on = chance.Happens(0.85) ? family.NoticedOn : family.NoticedOn.AddDays(chance.Whole(30, 500));
        return on < child.Born.AddDays(-130) ? child.Born.AddDays(chance.Whole(3, 200)) : on;
    }

    private static NeedEpisode Episode(
        Settings settings, Child child, DateOnly on, int number, int plansBefore, List<CarePeriod> care, Chance together, Chance chance)
    {
        // Brothers and sisters referred on one day usually share what becomes of it.
        var deciding = chance.Happens(0.8) ? together : chance;
        var course = deciding.Of("what").Pick<ReferralCourse>(
            (ReferralCourse.NoFurtherAction, 0.065), (ReferralCourse.NotInNeed, 0.308), (ReferralCourse.InNeed, 0.627));
        var source = together.Of("source").Pick<string>(("6", 28), ("2A", 20), ("5A", 14), ("3A", 6), ("3B", 5), ("3E", 4), ("1A", 5), ("1B", 3), ("9", 2), ("4", 3), ("8", 7), ("7", 3));
        var need = together.Of("need").Pick<string>(("N1", 58.5), ("N5", 12), ("N4", 10), ("N2", 8.5), ("N8", 5), ("N3", 2), ("N6", 2), ("N7", 0.5));
        if (course == ReferralCourse.NoFurtherAction)
        {
            return new NeedEpisode(number, course, on, Ended(settings, WorkingDays.After(on, 1)), source, need, null, null, [], [], []);
        }

        var from = WorkingDays.After(on, 1);
        var assessed = WorkingDays.After(from, Days(together.Of("days")));
        if (course == ReferralCourse.NotInNeed)
        {
            return new NeedEpisode(number, course, on, Ended(settings, assessed.AddDays(chance.Whole(1, 8))), source, need, from, assessed, [], [], []);
        }

        var closes = on.AddDays(Length(deciding.Of("length")));
        closes = closes < assessed.AddDays(10) ? assessed.AddDays(10) : closes;
        closes = closes > child.Turns(18) && child.Turns(18) > assessed.AddDays(10) ? child.Turns(18) : closes;
        var periods = child.Born > assessed.AddDays(-1) ? [] : CareMaker.Within(settings, child, assessed, care.Count, chance.Of("care"));
        var plansUntil = closes;
        if (periods.Count > 0)
        {
            care.AddRange(periods);
            plansUntil = periods[0].From;
            closes = periods[^1].To is { } to ? to.AddDays(60) : DateOnly.MaxValue;
        }

        var careFrom = periods.Count > 0 ? (DateOnly?)periods[0].From : null;
        var (enquiry, plan) = child.Born > on ? (null, null) : ProtectionMaker.Within(on, assessed, careFrom, plansBefore, together.Of("protection"));
        if (careFrom is null && plan?.To is { } planned && planned.AddDays(40) > closes)
        {
            plansUntil = closes = planned.AddDays(chance.Whole(40, 120));
        }

        return new NeedEpisode(
            number,
            course,
            on,
            Ended(settings, closes),
            source,
            need,
            from,
            assessed,
            enquiry is null ? [] : [enquiry],
            plan is null ? [] : [plan with { To = plan.To > settings.End ? null : plan.To }],
            InNeed(settings, assessed, plan, plansUntil));
    }

    /// <summary>The child in need plan: from the assessment or the end of the protection plan, until the case closes or care begins.</summary>
    private static IReadOnlyList<PlanPeriod> InNeed(Settings settings, DateOnly assessed, PlanPeriod? protection, DateOnly until)
    {
        var from = protection?.To is { } after && after > assessed ? after : assessed.AddDays(5);
        var to = until == DateOnly.MaxValue ? until : until.AddDays(-3);
        return from.AddDays(14) >= to || from > settings.End ? [] : [new PlanPeriod(from, to > settings.End ? null : to, null)];
    }

    private static DateOnly? Ended(Settings settings, DateOnly on) => on > settings.End ? null : on;

    /// <summary>Working days an assessment takes: median 34, 84 in a hundred within 45.</summary>
    private static int Days(Chance chance) => chance.Next() switch
    {
        < 0.08 and var p => 3 + (int)(p / 0.08 * 12),
        < 0.5 and var p => 15 + (int)((p - 0.08) / 0.42 * 19),
        < 0.845 and var p => 34 + (int)((p - 0.5) / 0.345 * 12),
        var p => 46 + (int)((p - 0.845) / 0.155 * 30),
    };

    /// <summary>Days from referral to closure of a child in need, before care lengthens some.</summary>
    private static int Length(Chance chance) => chance.Pick<int>((0, 30), (1, 21), (2, 25.5), (3, 10), (4, 14)) switch
    {
        0 => chance.Whole(40, 91),
        1 => chance.Whole(91, 182),
        2 => chance.Whole(182, 365),
        3 => chance.Whole(365, 730),
        _ => chance.Whole(730, 1500),
    };
}

using Journey.Record.Clocks;

namespace Journey.Generator;

/// <summary>Decides the enquiry and the protection plan within an episode of need; child in need plans fill the rest.</summary>
public static class ProtectionMaker
{
    private static readonly string[] Categories = ["NEG", "EMO", "PHY", "SAB"];

    /// <summary>
    /// The enquiry under section 47, when there is one, and the protection plan that follows from it. Nothing reaches beyond
    /// <paramref name="careFrom"/>, the day on which care begins. <paramref name="plansBefore"/> counts earlier plans of the child.
    /// </summary>
    public static (Enquiry? Enquiry, PlanPeriod? Plan) Within(DateOnly referredOn, DateOnly assessedOn, DateOnly? careFrom, int plansBefore, Chance chance)
    {
        if (!chance.Of("enquiry").Happens(plansBefore > 0 ? 0.95 : 0.585))
        {
            return (null, null);
        }

        var on = WorkingDays.After(referredOn, chance.Of("strategy").Whole(2, 14));
        on = on >= assessedOn ? WorkingDays.After(referredOn, 1) : on;
        var conference = WorkingDays.After(on, chance.Of("conference days").Happens(0.81) ? chance.Of("in time").Whole(8, 16) : chance.Of("late").Whole(16, 28));
        var ended = WorkingDays.After(on, chance.Of("enquiry days").Whole(4, 8));
        var leads = plansBefore > 0 ? 0.85 : careFrom is null ? 0.28 : 0.14;
        if ((careFrom is { } care && conference >= care) || !chance.Of("leads").Happens(leads))
        {
            return (new Enquiry(on, ended, null), null);
        }

        var enquiry = new Enquiry(on, ended, conference);
        if (!chance.Of("plan").Happens(0.87))
        {
            return (enquiry, null);
        }

        var to = conference.AddDays(Length(chance.Of("length")));
        to = careFrom is { } from && to > from ? from : to;
        return (enquiry, new PlanPeriod(conference, to, chance.Of("category").Pick<string>(("NEG", 47), ("EMO", 38), ("PHY", 8), ("SAB", 5), ("MUL", 2))));
    }

    /// <summary>Another category for the plan, when worries change.</summary>
    public static string Other(string category, Chance chance) => chance.Pick(Categories.Where(c => c != category).ToList());

    /// <summary>Days a plan lasts unless care ends it, which makes more of them short.</summary>
    private static int Length(Chance chance) => chance.Pick<int>((0, 8), (1, 10.5), (2, 47), (3, 29), (4, 5.5)) switch
    {
        0 => chance.Whole(40, 91),
        1 => chance.Whole(92, 182),
        2 => chance.Whole(183, 365),
        3 => chance.Whole(366, 730),
        _ => chance.Whole(731, 1000),
    };
}

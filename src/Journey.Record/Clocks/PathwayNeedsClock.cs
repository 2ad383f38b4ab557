using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;

namespace Journey.Record.Clocks;

/// <summary>The needs of a young person who becomes eligible are assessed within three months.</summary>
public static class PathwayNeedsClock
{
    private static readonly Limit Limit = new("pathway-needs", 3, LimitUnit.Months, Evidence.Statutory);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "pathway-needs",
        InForceFrom = CareRegulations.From,
        Title = "Assessment of needs for the pathway plan",
        Rule = "Three months from the 16th birthday of a child who is looked after and has been for 13 weeks since the 14th, or from the later day "
            + "on which that is so, or from the day on which the child is recorded as eligible if that is earlier, until needs are assessed, not "
            + "before the 15th birthday. It stops at 18, and when the young person has no claim as a care leaver.",
        Source = $"{CareRegulations.Title}, regulation 42",
        Evidence = Evidence.Statutory,
        Limits = [Limit],
        Lanes = [.. CareEpisodes.Lanes, IdentityLanes.Birth, LeavingCareLanes.Category, LeavingCareLanes.Assessments],
        Dues = t => Eligible(t) is { } start
            ? [
                t.Start(Limit, start)
                    .ClosedWith(t.Marks(LeavingCareLanes.Assessments).Where(m => !(m.On < t.Born()?.AddYears(15))).Cast<Mark?>().FirstOrDefault())
                    .StoppedFrom(t.Born()?.AddYears(18) ?? Period.Open, "The young person is 18.")
                    .StoppedFrom(LeaverEnd(t, start.On), "The young person has no claim as a care leaver."),
            ]
            : [],
    };

    private static Mark? Eligible(Ticking t)
    {
        var recorded = t.Marks(LeavingCareLanes.Category, i => i.As<LeavingCare>().Category == "eligible").Cast<Mark?>().FirstOrDefault();
        return ByAge(t) is { } byAge && !(recorded?.On < byAge.On) ? byAge : recorded;
    }

    /// <summary>The first day in care, aged 16 or over, with 13 weeks in care since the 14th birthday.</summary>
    private static Mark? ByAge(Ticking t)
    {
        if (t.Born() is not { } born)
        {
            return null;
        }

        var (fourteen, sixteen, eighteen, days) = (born.AddYears(14), born.AddYears(16), born.AddYears(18), 0);
        foreach (var period in CarePeriod.Of(t.Child).Where(p => p.To > fourteen && p.From < eighteen))
        {
            var from = period.From > fourteen ? period.From : fourteen;
            var enough = from.AddDays(Math.Max(0, ThirteenWeeks - days));
            var day = enough > sixteen ? enough : sixteen;
            day = day > from ? day : from;
            if (day < period.To && day < eighteen)
            {
                return period.Start with { On = day };
            }

            days += period.To.DayNumber - from.DayNumber;
        }

        return null;
    }

    /// <summary>The first day after another on which the young person is no care leaver, or the case as one is closed.</summary>
    internal static DateOnly LeaverEnd(Ticking t, DateOnly after)
    {
        var category = t[LeavingCareLanes.Category];
        return category.Where(i => i.As<LeavingCare>().Category == "none" && i.From > after).Select(i => i.From)
            .Concat(category.Where(i => i.Closing is LeavingCareClosing && i.To > after).Select(i => i.To)).DefaultIfEmpty(Period.Open).Min();
    }

    private const int ThirteenWeeks = 13 * 7;
}

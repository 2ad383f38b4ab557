using Journey.Record.Facts.Care;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Clocks;

/// <summary>A child in care of school age has a personal education plan for the first review, then one each term.</summary>
public static class PepClock
{
    private const int FromAge = 3;

    private static readonly Limit FirstLimit = new("first-pep", 20, LimitUnit.WorkingDays, Evidence.Target);

    private static readonly Limit NextLimit = new("next-pep", 1, LimitUnit.Terms, Evidence.Target);

    /// <summary>The first plan.</summary>
    public static Clock First { get; } = new()
    {
        Code = "first-pep",
        Title = "First personal education plan",
        Rule = "20 working days from the start of a period of care, when the first review is due, or from the third birthday in care, until a plan "
            + "is completed. It stops when care ends.",
        Source = "Promoting the education of looked-after children, statutory guidance",
        Evidence = Evidence.Target,
        Limits = [FirstLimit],
        Lanes = [.. CareEpisodes.Lanes, SchoolLanes.Plans, IdentityLanes.Birth],
        Dues = t => Plans(t).Where(d => d.Limit.Name == FirstLimit.Name),
    };

    /// <summary>Those after it.</summary>
    public static Clock Next { get; } = new()
    {
        Code = "next-pep",
        Title = "Personal education plan of the term",
        Rule = "From each plan until the next, by the last day of the next term: autumn ends on 31 December, spring on 31 March, summer on 31 "
            + "August. It stops when care ends.",
        Source = "Promoting the education of looked-after children, statutory guidance; the days of terms are this record's",
        Evidence = Evidence.Target,
        Limits = [NextLimit],
        Lanes = [.. CareEpisodes.Lanes, SchoolLanes.Plans, IdentityLanes.Birth],
        Dues = t => Plans(t).Where(d => d.Limit.Name == NextLimit.Name),
    };

    private static IEnumerable<Due> Plans(Ticking t) =>
        from period in CarePeriod.Of(t.Child)
        let third = t.Born()?.AddYears(FromAge)
        let start = third > period.From ? period.Start with { On = third.Value } : period.Start
        where start.On < period.To
        from due in t.Chain(start, period.Within(t.Marks(SchoolLanes.Plans)), (_, n) => n == 0 ? FirstLimit : NextLimit, period.To, CarePeriod.Ended)
        select due;
}

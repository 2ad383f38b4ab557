using Journey.Record.Facts.Care;
using Journey.Record.Facts.Reviews;

namespace Journey.Record.Clocks;

/// <summary>The case of a child in care is reviewed within 20 working days, then three months, then every six.</summary>
public static class LacReviewClock
{
    private static readonly Limit FirstLimit = new("first-lac-review", 20, LimitUnit.WorkingDays, Evidence.Target);

    private static readonly Limit SecondLimit = new("second-lac-review", 3, LimitUnit.Months, Evidence.Target);

    private static readonly Limit NextLimit = new("next-lac-review", 6, LimitUnit.Months, Evidence.Target);

    /// <summary>The first review.</summary>
    public static Clock First { get; } = Define(
        FirstLimit,
        "First review of a looked-after child",
        "20 working days from the start of a period of care, until the first review is held. It stops when care ends.");

    /// <summary>The second review.</summary>
    public static Clock Second { get; } = Define(
        SecondLimit, "Second review of a looked-after child", "Three months from the first review, until the second is held. It stops when care ends.");

    /// <summary>Those after it.</summary>
    public static Clock Next { get; } = Define(
        NextLimit,
        "Next review of a looked-after child",
        "Six months from the second review and each later one, until the next is held. It stops when care ends.");

    /// <summary>The reviews of a period of care, in order.</summary>
    internal static IEnumerable<Mark> Held(Ticking t, CarePeriod period) => period.Within(t.Marks(ReviewLanes.Reviews));

    private static Clock Define(Limit limit, string title, string rule) => new()
    {
        Code = limit.Name,
        InForceFrom = CareRegulations.From,
        Title = title,
        Rule = rule,
        Source = $"{CareRegulations.Title}, regulation 33",
        Evidence = Evidence.Target,
        Limits = [limit],
        Lanes = [.. CareEpisodes.Lanes, ReviewLanes.Reviews],
        Dues = t =>
            from period in CarePeriod.Of(t.Child)
            from due in t.Chain(
                period.Start, Held(t, period), (_, n) => n switch { 0 => FirstLimit, 1 => SecondLimit, _ => NextLimit }, period.To, CarePeriod.Ended)
            where due.Limit.Name == limit.Name
            select due,
    };
}

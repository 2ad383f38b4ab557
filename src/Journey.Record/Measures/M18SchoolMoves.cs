using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Measures;

/// <summary>M18: changes of the main school in the window. Days without a school are no change; another school after them is one.</summary>
public static class M18SchoolMoves
{
    private static readonly IReadOnlyList<Lane> Lanes = [.. CareEpisodes.Lanes, SchoolLanes.School, IdentityLanes.Birth];

    /// <summary>Every change, the move to the next phase included.</summary>
    public static Measure Any { get; } = Define("M18", "Any change of the main school, the move to the next phase included", false);

    /// <summary>Changes in the middle of a school year.</summary>
    public static Measure MidYear { get; } = Define("M18-midyear", "Changes in the middle of a school year, as the school recorded them", true);

    /// <summary>The schools joined by a change in the window.</summary>
    internal static List<Interval> Moves(Timelines child, Period window, bool midYear) =>
    [
        .. LaneChanges.In(window, child[SchoolLanes.School], i => i.As<School>().Key()).Where(i => !midYear || i.As<School>().MidYear),
    ];

    /// <summary>The contribution of a child of school age whose school is known; else it is out.</summary>
    private static IEnumerable<Contribution> Judge(Timelines child, Period window, Func<Contribution> judge) =>
        LookedAfter.Judge(child, window, _ =>
            Ages.On(child, window.To.AddDays(-1)) is not (>= 5 and <= 15) ? child.Out("Not known to be of school age, 5 to 15, on the last day of the window.")
            : !child[SchoolLanes.School].Any(i => i.From < window.To) ? child.Out("No school is on record.")
            : judge());

    private static Contribution Judge(Timelines child, Period window, bool midYear)
    {
        var moves = Moves(child, window, midYear);
        return child.In(moves.Count > 0, $"The main school changed on {moves.Count} days.", moves.Count, moves.Select(m => m.FactId));
    }

    private static Measure Define(string code, string policy, bool midYear) => new()
    {
        Code = code,
        Title = midYear ? "Changes of school in the middle of a year" : "Changes of school",
        Cohort = "Children of 5 to 15 looked after on the last day of the window, with a school on record",
        Numerator = "At least one such change",
        Exclusions = "Short breaks (V3, V4)",
        Policy = policy,
        Unit = "days with a change",
        Source = "DfE, stability of looked-after children, school moves",
        Lanes = Lanes,
        Of = (child, window, _) => Judge(child, window, () => Judge(child, window, midYear)),
    };
}

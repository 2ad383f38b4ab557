using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Visits;

/// <summary>A visit is due by a day; it stays due until a visit names it.</summary>
public sealed record VisitPlanned(string Regime, string? Worker, DateOnly PlannedOn, DateOnly DueOn) : IFact<VisitPlanned>
{
    /// <inheritdoc/>
    public static string Name => "visit_planned.v1";

    /// <inheritdoc/>
    public static string Noun => "visits-due";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VisitLanes.Due];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<VisitPlanned>> Rules { get; } =
    [
        Guards.Known<VisitPlanned>(VisitCodes.Regime, "unknown-code", f => f.Regime),
        Guards.NotDueBefore<VisitPlanned>(f => f.DueOn),
        .. Guards.InLife<VisitPlanned>(),
    ];

    /// <inheritdoc/>
    public static VisitPlanned Example => new("CLA", "SW10001", new DateOnly(2025, 6, 11), new DateOnly(2025, 6, 17));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => PlannedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VisitLanes.Due, new PlannedVisit(Regime, DueOn), PlannedOn)];

    /// <inheritdoc/>
    public string Sentence() => $"A visit is due by {Words.Date(DueOn)}, planned on {Words.Date(PlannedOn)}: {Words.Label(VisitCodes.Regime, Regime)}.";
}

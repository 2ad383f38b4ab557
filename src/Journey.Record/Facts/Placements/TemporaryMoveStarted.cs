using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Placements;

/// <summary>A temporary move (T0 to T4): the placement left is kept, and the child returns to it at the end.</summary>
public sealed record TemporaryMoveStarted(DateOnly From, string Kind, DateOnly? To = null, string? HomePostcode = null, string? Postcode = null)
    : IFact<TemporaryMoveStarted>
{
    /// <inheritdoc/>
    public static string Name => "temporary_move_started.v1";

    /// <inheritdoc/>
    public static string Noun => "temporary-moves";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PlacementLanes.Placement];

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TemporaryMoveStarted>> Rules { get; } =
    [
        PlacementRules.InCare<TemporaryMoveStarted>(),
        Guards.EndNotBeforeStart<TemporaryMoveStarted>(f => f.To),
        new("temporary-kind", "Choose one of the temporary moves T0 to T4.", q => !CareCodes.IsTemporary(q.Fact.Kind))
        {
            Coded = new Coded(nameof(Kind), CareCodes.Place),
        },
        new("no-placement", "There is no placement to return to on that day. Record the placement first.", q =>
            q.Record.At(PlacementLanes.Placement, q.Fact.From) is null),
        Longest("375", "T1", 42),
        Longest("376", "T3", 21),
        Longest("379", "T4", 7),
        new("377", "A child has two moves of type T3 in a year at most. Record a further one as a placement.", q =>
            q.Fact.Kind == "T3"
            && q.Record.Facts<TemporaryMoveStarted>().Count(f => f.Fact.Kind == "T3" && CollectionYear(f.Fact.From) == CollectionYear(q.Fact.From)) >= 2),
    ];

    /// <inheritdoc/>
    public static TemporaryMoveStarted Example => new(new DateOnly(2025, 10, 5), "T1", new DateOnly(2025, 10, 9));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(PlacementLanes.Placement, new Placement(Kind, null, null, Postcode, HomePostcode), From, To < From ? From : To, Interrupts: true)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"{CareCodes.Place.Label(Kind)} from {Words.Date(From)}{(To is { } to ? $" to {Words.Date(to)}" : "")}.";

    /// <summary>The March in which the year of a return ends that a day lies in.</summary>
    private static int CollectionYear(DateOnly day) => day.AddMonths(9).Year;

    private static Rule<TemporaryMoveStarted> Longest(string code, string kind, int days) =>
        new(code, $"A {kind} move may last {days} days at most. Record a longer stay as a placement.", q =>
            q.Fact.Kind == kind && q.Fact.To is { } to && to.DayNumber - q.Fact.From.DayNumber > days);
}

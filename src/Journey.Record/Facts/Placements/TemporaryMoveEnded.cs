using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>A temporary move ends, and the child is back in the placement left.</summary>
public sealed record TemporaryMoveEnded(Guid TemporaryMove, DateOnly EndOn) : IFact<TemporaryMoveEnded>
{
    /// <inheritdoc/>
    public static string Name => "temporary_move_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "temporary-move-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TemporaryMoveEnded>> Rules { get; } =
    [
        Guards.NamesOpen<TemporaryMoveEnded, TemporaryMoveStarted>("temporary move", f => f.TemporaryMove),
        Guards.NotBeforeStart<TemporaryMoveEnded>("temporary move", f => f.TemporaryMove, f => f.EndOn),
    ];

    /// <inheritdoc/>
    public static TemporaryMoveEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000003"), new DateOnly(2025, 10, 9));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => EndOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(TemporaryMove, EndOn)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"Back from the temporary move on {Words.Date(EndOn)}{ended.After}.";
}

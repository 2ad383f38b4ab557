using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>A dentist checked the child.</summary>
public sealed record DentalCheckDone(string? Outcome, DateOnly On) : IFact<DentalCheckDone>
{
    /// <inheritdoc/>
    public static string Name => "dental_check_done.v1";

    /// <inheritdoc/>
    public static string Noun => "dental-checks";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.Dental];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<DentalCheckDone>> Rules { get; } =
    [
        .. Guards.InLife<DentalCheckDone>(),
    ];

    /// <inheritdoc/>
    public static DentalCheckDone Example => new("No treatment needed.", new DateOnly(2025, 8, 6));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.Dental, new DentalCheck(Outcome), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A dental check was done on {Words.Date(On)}{Words.Saying(Outcome)}.";
}

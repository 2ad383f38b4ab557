using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>Whether immunisations are up to date, from a day on.</summary>
public sealed record ImmunisationsStatusRecorded(bool UpToDate, DateOnly On) : IFact<ImmunisationsStatusRecorded>
{
    /// <inheritdoc/>
    public static string Name => "immunisations_status_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "immunisations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.Immunisations];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ImmunisationsStatusRecorded>> Rules { get; } =
    [
        .. Guards.InLife<ImmunisationsStatusRecorded>(),
    ];

    /// <inheritdoc/>
    public static ImmunisationsStatusRecorded Example => new(true, new DateOnly(2025, 7, 3));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.Immunisations, new Immunisations(UpToDate), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Immunisations are {(UpToDate ? "" : "not ")}up to date on {Words.Date(On)}.";
}

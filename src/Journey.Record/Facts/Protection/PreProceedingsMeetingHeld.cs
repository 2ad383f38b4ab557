using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Protection;

/// <summary>A meeting with the parents before proceedings.</summary>
public sealed record PreProceedingsMeetingHeld(
    Guid PreProceedings,
    string Kind,
    bool ParentsRepresented,
    DateOnly On) : IFact<PreProceedingsMeetingHeld>
{
    /// <inheritdoc/>
    public static string Name => "pre_proceedings_meeting_held.v1";

    /// <inheritdoc/>
    public static string Noun => "pre-proceedings-meetings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CourtLanes.Meetings];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PreProceedingsMeetingHeld>> Rules { get; } =
    [
        Guards.Names<PreProceedingsMeetingHeld, PreProceedingsStarted>("pre-proceedings", f => f.PreProceedings),
        Guards.NotBeforeStart<PreProceedingsMeetingHeld>("pre-proceedings", f => f.PreProceedings, f => f.On),
        Guards.Known<PreProceedingsMeetingHeld>(ProtectionCodes.Meeting, "unknown-code", f => f.Kind),
    ];

    /// <inheritdoc/>
    public static PreProceedingsMeetingHeld Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "initial", true, new DateOnly(2026, 1, 28));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CourtLanes.Meetings, new PreProceedingsMeeting(Kind, ParentsRepresented), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A pre-proceedings meeting was held on {Words.Date(On)}, {Words.Label(ProtectionCodes.Meeting, Kind)}; parents "
        + $"{(ParentsRepresented ? "had" : "did not have")} a lawyer.";
}

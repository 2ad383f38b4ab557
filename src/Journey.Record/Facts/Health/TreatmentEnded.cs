using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Health;

/// <summary>Treatment ends.</summary>
public sealed record TreatmentEnded(Guid Appointment, string Reason, DateOnly On) : IFact<TreatmentEnded>
{
    /// <inheritdoc/>
    public static string Name => "treatment_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "treatment-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TreatmentEnded>> Rules { get; } =
    [
        Guards.NamesOpen<TreatmentEnded, FirstAppointmentHeld>("treatment", f => f.Appointment),
        Guards.NotBefore<TreatmentEnded>("treatment", f => f.Appointment),
        Guards.Known<TreatmentEnded>(HealthCodes.TreatmentEnd, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static TreatmentEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "completed", new DateOnly(2026, 5, 25));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Appointment, On, new TreatmentClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"Treatment ended on {Words.Date(On)}{ended.After}: {Words.Label(HealthCodes.TreatmentEnd, Reason)}.";
}

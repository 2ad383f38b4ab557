using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>The child was seen for the first time; the wait is over and treatment begins.</summary>
public sealed record FirstAppointmentHeld(Guid Referral, string With, DateOnly On) : IFact<FirstAppointmentHeld>
{
    /// <inheritdoc/>
    public static string Name => "first_appointment_held.v1";

    /// <inheritdoc/>
    public static string Noun => "first-appointments";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReferralLanes.Treatments];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FirstAppointmentHeld>> Rules { get; } =
    [
        Guards.Names<FirstAppointmentHeld, HealthReferralMade>("referral", f => f.Referral),
        Guards.NotEnded<FirstAppointmentHeld>("referral", f => f.Referral),
        Guards.NotBefore<FirstAppointmentHeld>("referral", f => f.Referral),
        Guards.Said<FirstAppointmentHeld>("name of who saw the child", f => f.With),
    ];

    /// <inheritdoc/>
    public static FirstAppointmentHeld Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Dr A. Example", new DateOnly(2026, 5, 11));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReferralLanes.Treatments, new Treatment(Referral), On)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Referral, On, new HealthReferralAnswer("seen", null))];

    /// <inheritdoc/>
    public string HowItEnds() => "Seen";

    /// <inheritdoc/>
    public string Sentence() => $"The first appointment was held on {Words.Date(On)} with {With}.";
}

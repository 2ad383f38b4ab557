using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Health;

/// <summary>A referral that waits for a first appointment, found by the agency.</summary>
public sealed record HealthReferral(string Service, string Agency, DateOnly DueOn) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>How a referral left the waiting list.</summary>
public sealed record HealthReferralAnswer(string Outcome, string? Reason);

/// <summary>A service accepted a referral and named a wait.</summary>
public sealed record AcceptedReferral(Guid Referral, int? QuotedWeeks);

/// <summary>Treatment, from the first appointment.</summary>
public sealed record Treatment(Guid Referral);

/// <summary>Why treatment ended.</summary>
public sealed record TreatmentClosing(string Reason);

/// <summary>A child came in crisis.</summary>
public sealed record MentalHealthCrisis(string Place);

/// <summary>Lanes of referrals to health services.</summary>
public static class ReferralLanes
{
    /// <summary>Referrals, each open until a first appointment, a rejection or a return of the referral.</summary>
    public static Lane<HealthReferral> Waiting { get; } = Lane<HealthReferral>.Overlapping("health-referrals", typeof(HealthReferralAnswer));

    /// <summary>Referrals accepted.</summary>
    public static Lane<AcceptedReferral> Accepted { get; } = Lane<AcceptedReferral>.Point("health-referrals-accepted");

    /// <summary>Treatments.</summary>
    public static Lane<Treatment> Treatments { get; } = Lane<Treatment>.Overlapping("treatments", typeof(TreatmentClosing));

    /// <summary>Crises.</summary>
    public static Lane<MentalHealthCrisis> Crises { get; } = Lane<MentalHealthCrisis>.Point("mental-health-crises");
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Facts.Closure;

/// <summary>A new referral follows an earlier one that had closed. The earlier one stays closed.</summary>
public sealed record CaseReopened(Guid Referral, Guid PriorReferral, DateOnly On) : IFact<CaseReopened>
{
    /// <inheritdoc/>
    public static string Name => "case_reopened.v1";

    /// <inheritdoc/>
    public static string Noun => "reopenings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ClosureLanes.Reopenings];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CaseReopened>> Rules { get; } =
    [
        Guards.Names<CaseReopened, ReferralReceived>("new referral", f => f.Referral),
        Guards.NotBefore<CaseReopened>("new referral", f => f.Referral),
        Guards.Names<CaseReopened, ReferralReceived>("earlier referral", f => f.PriorReferral),
        new("same-referral", "A case is opened again by a new referral, never by the old one. Record the new referral first.", q =>
            q.Fact.Referral == q.Fact.PriorReferral),
        new("prior-open", "The earlier referral is not closed by that day. Check its id.", q =>
            q.Record.Timeline(FrontDoorLanes.Referrals).Any(i => i.FactId == q.Fact.PriorReferral && i.To > q.Fact.On)),
    ];

    /// <inheritdoc/>
    public static CaseReopened Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), Guid.Parse("019a0000-0000-7000-8000-000000000002"), new DateOnly(2026, 2, 23));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ClosureLanes.Reopenings, new Reopening(PriorReferral), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The case was opened again on {Words.Date(On)} by a new referral.";
}

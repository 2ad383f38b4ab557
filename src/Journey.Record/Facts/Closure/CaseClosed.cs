using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;

namespace Journey.Record.Facts.Closure;

/// <summary>A case closes: its referral ends, for the reason given.</summary>
public sealed record CaseClosed(
    Guid Referral,
    DateOnly On,
    string Reason,
    string DecidedBy,
    string Rationale,
    string? WhatNext) : IFact<CaseClosed>
{
    /// <inheritdoc/>
    public static string Name => "case_closed.v1";

    /// <inheritdoc/>
    public static string Noun => "closures";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CaseClosed>> Rules { get; } =
    [
        Guards.Names<CaseClosed, ReferralReceived>("referral", f => f.Referral),
        Guards.NotEnded<CaseClosed>("referral", f => f.Referral),
        new("8630", "The case closes before its referral. Check both dates.", q =>
            q.Fact.On < q.Record.Find<ReferralReceived>(q.Fact.Referral)?.On),
        new("8867", "An assessment is still open. Complete or cancel it first.", q =>
            q.Record.On(AssessmentLanes.Assessments, q.Fact.On).Any()),
        new("8565", "An enquiry is still open. Complete it first.", q => q.Record.On(EnquiryLanes.Enquiries, q.Fact.On).Any()),
        new("8868", "An enquiry called for a conference and none was held. Record the conference, or that none was required.", q =>
            q.Record.Facts<Section47Completed>().Any(f => !f.Fact.IcpcNotRequired && f.Fact.EndOn <= q.Fact.On
                && q.Record.Find<Section47Started>(f.Fact.Enquiry) is { } enquiry
                && !q.Record.Facts<IcpcHeld>().Any(c => c.Fact.HeldOn >= enquiry.StartOn && c.Fact.HeldOn <= q.Fact.On))),
        new("plan-open", "A plan is still open. End it first.", q => q.Record.On(PlanLanes.Plan, q.Fact.On).Any()),
        new("care-open", "The child is still looked after. End the period of care first.", q =>
            q.Record.On(CareLanes.Care, q.Fact.On).Any()),
        new("8873Q", "The assessment found no factors (21). Give RC8 or RC9, or correct the factors.", q =>
            q.Fact.Reason is not ("RC8" or "RC9")
            && q.Record.Facts<AssessmentCompleted>()
                .Where(f => f.Fact.AuthorisedOn <= q.Fact.On && q.Record.Find<AssessmentStarted>(f.Fact.Assessment)?.Referral == q.Fact.Referral)
                .OrderBy(f => f.Fact.AuthorisedOn).LastOrDefault().Fact is { Factors: ["21"] }),
        Guards.Known<CaseClosed>(FrontDoorCodes.Closure, "unknown-code", f => f.Reason),
        .. Guards.Decided<CaseClosed>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static CaseClosed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 9, 30), "RC9", "A. Manager",
        "Goals of the plan are met.", "Early help at school");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Referral, On, new ReferralClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The case closed on {Words.Date(On)}{ended.After}, {Words.Label(FrontDoorCodes.Closure, Reason)}{Words.Saying(Rationale)}.";
}

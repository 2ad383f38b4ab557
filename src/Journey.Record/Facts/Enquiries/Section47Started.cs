using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Facts.Enquiries;

/// <summary>An enquiry under section 47 begins, on the day of its strategy discussion.</summary>
public sealed record Section47Started(Guid? Strategy, Guid? Referral, DateOnly StartOn, DateOnly IcpcTargetOn) : IFact<Section47Started>
{
    /// <inheritdoc/>
    public static string Name => "section_47_started.v1";

    /// <inheritdoc/>
    public static string Noun => "enquiries";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EnquiryLanes.Enquiries];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<Section47Started>> Rules { get; } =
    [
        Guards.Names<Section47Started, StrategyDiscussionHeld>("strategy discussion", f => f.Strategy),
        new("strategy-day", "An enquiry begins on the day of its strategy discussion. Check both dates.", q =>
            q.Fact.Strategy is { } strategy
            && q.Record.Find<StrategyDiscussionHeld>(strategy) is { } held && held.HeldOn != q.Fact.StartOn),
        Guards.Names<Section47Started, ReferralReceived>("referral", f => f.Referral),
        new("2889", "The enquiry begins before its referral. Check both dates.", q =>
            q.Fact.Referral is { } referral && q.Fact.StartOn < q.Record.Find<ReferralReceived>(referral)?.On),
        new("8839", "An enquiry is already open. Complete it first.", q => q.Record.On(EnquiryLanes.Enquiries, q.Fact.StartOn).Any()),
        new("8870Q", "A conference is due within 15 working days of the enquiry, on a working day. Check the target date.", q =>
            q.Fact.IcpcTargetOn < q.Fact.StartOn
            || !WorkingDays.IsWorkingDay(q.Fact.IcpcTargetOn)
            || WorkingDays.Between(q.Fact.StartOn, q.Fact.IcpcTargetOn) > 15),
        Guards.OpenCase<Section47Started>(),
        .. Guards.InLife<Section47Started>(),
    ];

    /// <inheritdoc/>
    public static Section47Started Example => new(null, null, new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 22));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EnquiryLanes.Enquiries, new Enquiry(IcpcTargetOn), StartOn)];

    /// <inheritdoc/>
    public string Sentence() => $"An enquiry under section 47 began on {Words.Date(StartOn)}; a conference would be due by {Words.Date(IcpcTargetOn)}.";
}

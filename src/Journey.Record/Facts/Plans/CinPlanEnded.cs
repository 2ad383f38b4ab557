using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Plans;

/// <summary>A child in need plan ends.</summary>
public sealed record CinPlanEnded(Guid Plan, string Reason, DateOnly EndOn) : IFact<CinPlanEnded>
{
    /// <inheritdoc/>
    public static string Name => "cin_plan_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "in-need-plan-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CinPlanEnded>> Rules { get; } =
    [
        Guards.NamesOpen<CinPlanEnded, CinPlanStarted>("child in need plan", f => f.Plan),
        new("4011", "The plan ends before it begins. Check both dates.", q =>
            q.Fact.EndOn < q.Record.Find<CinPlanStarted>(q.Fact.Plan)?.StartOn),
        new("4012Q", "The plan begins and ends on one day. Check both dates.", q =>
            q.Fact.EndOn == q.Record.Find<CinPlanStarted>(q.Fact.Plan)?.StartOn),
        Guards.Known<CinPlanEnded>(ProtectionCodes.InNeedPlanEnd, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static CinPlanEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "needsMet", new DateOnly(2025, 9, 26));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => EndOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Plan, EndOn, new PlanClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The child in need plan ended on {Words.Date(EndOn)}{ended.After}: {Words.Label(ProtectionCodes.InNeedPlanEnd, Reason)}.";
}

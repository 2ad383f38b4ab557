using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Facts.Protection;

/// <summary>A child protection plan ends.</summary>
public sealed record ProtectionPlanEnded(Guid Plan, string Reason, string? NextStep, DateOnly EndOn) : IFact<ProtectionPlanEnded>
{
    /// <inheritdoc/>
    public static string Name => "protection_plan_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "protection-plan-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ProtectionPlanEnded>> Rules { get; } =
    [
        Guards.NamesOpen<ProtectionPlanEnded, ProtectionPlanStarted>("protection plan", f => f.Plan),
        new("8925", "A protection plan ends after the day it began. Check both dates.", q =>
            q.Fact.EndOn <= q.Record.Find<ProtectionPlanStarted>(q.Fact.Plan)?.StartOn),
        Guards.Known<ProtectionPlanEnded>(ProtectionCodes.PlanEnd, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static ProtectionPlanEnded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "risksReduced", "Child in need plan", new DateOnly(2026, 3, 6));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => EndOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Plan, EndOn, new PlanClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The child protection plan ended on {Words.Date(EndOn)}{ended.After}: {Words.Label(ProtectionCodes.PlanEnd, Reason)}.";
}

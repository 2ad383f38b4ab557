using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Facts.Closure;

/// <summary>It is proposed to close the case; a manager decides.</summary>
public sealed record CaseClosureProposed(Guid Referral, string Reason, string ProposedBy, string Rationale, DateOnly On) : IFact<CaseClosureProposed>
{
    /// <inheritdoc/>
    public static string Name => "case_closure_proposed.v1";

    /// <inheritdoc/>
    public static string Noun => "closure-proposals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ClosureLanes.Proposals];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CaseClosureProposed>> Rules { get; } =
    [
        Guards.Names<CaseClosureProposed, ReferralReceived>("referral", f => f.Referral),
        Guards.NotEnded<CaseClosureProposed>("referral", f => f.Referral),
        Guards.NotBefore<CaseClosureProposed>("referral", f => f.Referral),
        Guards.Known<CaseClosureProposed>(FrontDoorCodes.Closure, "unknown-code", f => f.Reason),
        .. Guards.Decided<CaseClosureProposed>(f => f.ProposedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static CaseClosureProposed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "RC7", "SW10001", "Visits show steady care.", new DateOnly(2025, 9, 22));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ClosureLanes.Proposals, new ClosureProposal(Reason), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"{ProposedBy} proposed on {Words.Date(On)} to close the case, {Words.Label(FrontDoorCodes.Closure, Reason)}{Words.Saying(Rationale)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.LeavingCare;

namespace Journey.Record.Facts.Closure;

/// <summary>A care leaver's case closes. Names the leaving care status that ends.</summary>
public sealed record CareLeaverCaseClosed(Guid Status, string Reason, string DecidedBy, string Rationale, DateOnly On) : IFact<CareLeaverCaseClosed>
{
    /// <inheritdoc/>
    public static string Name => "care_leaver_case_closed.v1";

    /// <inheritdoc/>
    public static string Noun => "leaver-closures";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CareLeaverCaseClosed>> Rules { get; } =
    [
        Guards.NamesOpen<CareLeaverCaseClosed, LeavingCareStatusChanged>("leaving care status", f => f.Status),
        Guards.NotBefore<CareLeaverCaseClosed>("leaving care status", f => f.Status),
        Guards.Known<CareLeaverCaseClosed>(LeavingCareCodes.CaseEnd, "unknown-code", f => f.Reason),
        new("leaver-age", "A care leaver's case closes at 18 or later. Check the date.", q =>
            q.Fact.Reason != "died" && Guards.AgeOn(q.Record, q.Fact.On) < 18),
        .. Guards.Decided<CareLeaverCaseClosed>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static CareLeaverCaseClosed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "notWanted", "A. Manager", "Lives well on his own.", new DateOnly(2026, 5, 6));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Status, On, new LeavingCareClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) =>
        $"The care leaver's case closed on {Words.Date(On)}{ended.After}, {Words.Label(LeavingCareCodes.CaseEnd, Reason)}{Words.Saying(Rationale)}.";
}

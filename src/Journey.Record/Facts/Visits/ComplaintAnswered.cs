using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Visits;

/// <summary>A complaint is answered.</summary>
public sealed record ComplaintAnswered(Guid Complaint, string Outcome, string Answer, DateOnly On) : IFact<ComplaintAnswered>
{
    /// <inheritdoc/>
    public static string Name => "complaint_answered.v1";

    /// <inheritdoc/>
    public static string Noun => "complaint-answers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ComplaintAnswered>> Rules { get; } =
    [
        Guards.NamesOpen<ComplaintAnswered, ComplaintMade>("complaint", f => f.Complaint),
        Guards.NotBefore<ComplaintAnswered>("complaint", f => f.Complaint),
        Guards.Known<ComplaintAnswered>(VisitCodes.Answer, "unknown-code", f => f.Outcome),
        Guards.Said<ComplaintAnswered>("answer", f => f.Answer),
    ];

    /// <inheritdoc/>
    public static ComplaintAnswered Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "upheld", "An apology, and one worker until the plan ends.", new DateOnly(2025, 11, 14));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Complaint, On, new ComplaintAnswer(Outcome))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The complaint was answered on {Words.Date(On)}{ended.After}, {Words.Label(VisitCodes.Answer, Outcome)}{Words.Saying(Answer)}.";
}

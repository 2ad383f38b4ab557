using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Missing;

/// <summary>A child who came back was interviewed.</summary>
public sealed record ReturnInterviewHeld(
    Guid Offer,
    bool Independent,
    string By,
    string? Summary,
    DateOnly On,
    TimeOnly? At) : IFact<ReturnInterviewHeld>
{
    /// <inheritdoc/>
    public static string Name => "return_interview_held.v1";

    /// <inheritdoc/>
    public static string Noun => "return-interviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [MissingLanes.ReturnInterviews];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ReturnInterviewHeld>> Rules { get; } =
    [
        Guards.Names<ReturnInterviewHeld, ReturnInterviewOffered>("offer", f => f.Offer),
        Guards.NotEnded<ReturnInterviewHeld>("offer", f => f.Offer),
        Guards.NotBefore<ReturnInterviewHeld>("offer", f => f.Offer),
        Guards.Said<ReturnInterviewHeld>("name of the interviewer", f => f.By),
    ];

    /// <inheritdoc/>
    public static ReturnInterviewHeld Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), true, "A. Interviewer",
        "Went to see a friend.", new DateOnly(2025, 10, 17), new TimeOnly(16, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(MissingLanes.ReturnInterviews, new ReturnInterview(Offer, Independent), On, At: At)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Offer, On, new ReturnInterviewAnswer(true, null, At))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() =>
        $"A return interview was held on {Words.Date(On)}{Words.At(At)} by {By}, "
        + $"{(Independent ? "independent" : "not independent")}{Words.Saying(Summary)}.";
}

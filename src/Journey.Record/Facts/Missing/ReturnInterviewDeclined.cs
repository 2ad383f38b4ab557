using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Missing;

/// <summary>A child who came back declined the interview.</summary>
public sealed record ReturnInterviewDeclined(Guid Offer, string Reason, DateOnly On, TimeOnly? At) : IFact<ReturnInterviewDeclined>
{
    /// <inheritdoc/>
    public static string Name => "return_interview_declined.v1";

    /// <inheritdoc/>
    public static string Noun => "declined-return-interviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ReturnInterviewDeclined>> Rules { get; } =
    [
        Guards.Names<ReturnInterviewDeclined, ReturnInterviewOffered>("offer", f => f.Offer),
        Guards.NotEnded<ReturnInterviewDeclined>("offer", f => f.Offer),
        Guards.NotBefore<ReturnInterviewDeclined>("offer", f => f.Offer),
        Guards.Said<ReturnInterviewDeclined>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static ReturnInterviewDeclined Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Does not want to talk again.", new DateOnly(2025, 10, 17), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Offer, On, new ReturnInterviewAnswer(false, Reason, At))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"The return interview was declined on {Words.Date(On)}{Words.At(At)}{Words.Saying(Reason)}.";
}

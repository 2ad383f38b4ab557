using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Missing;

/// <summary>The child who came back is offered an interview; open until it is held or declined.</summary>
public sealed record ReturnInterviewOffered(Guid Missing, DateOnly On, TimeOnly? At) : IFact<ReturnInterviewOffered>
{
    /// <inheritdoc/>
    public static string Name => "return_interview_offered.v1";

    /// <inheritdoc/>
    public static string Noun => "return-interview-offers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [MissingLanes.ReturnInterviewOffers];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ReturnInterviewOffered>> Rules { get; } =
    [
        Guards.Names<ReturnInterviewOffered, WentMissing>("missing episode", f => f.Missing),
        new("not-returned", "The child has not come back by that day. Record the return first, or check the date.", q =>
            q.Record.Timeline(MissingLanes.Missing).Any(i => i.FactId == q.Fact.Missing && i.To > q.Fact.On)),
        new("offered-twice", "An interview after this missing episode was already offered. Record whether it was held.", q =>
            q.Record.Facts<ReturnInterviewOffered>().Any(f => f.Fact.Missing == q.Fact.Missing)),
    ];

    /// <inheritdoc/>
    public static ReturnInterviewOffered Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 10, 16), new TimeOnly(9, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(MissingLanes.ReturnInterviewOffers, new ReturnInterviewOffer(Missing), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"A return interview was offered on {Words.Date(On)}{Words.At(At)}.";
}

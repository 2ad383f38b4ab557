using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>A school refuses a place.</summary>
public sealed record SchoolPlaceRefused(Guid Request, string Reason, bool DirectionSought, DateOnly On) : IFact<SchoolPlaceRefused>
{
    /// <inheritdoc/>
    public static string Name => "school_place_refused.v1";

    /// <inheritdoc/>
    public static string Noun => "school-place-refusals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SchoolPlaceRefused>> Rules { get; } =
    [
        Guards.Names<SchoolPlaceRefused, SchoolPlaceRequested>("request for a place", f => f.Request),
        Guards.NotEnded<SchoolPlaceRefused>("request for a place", f => f.Request),
        Guards.NotBefore<SchoolPlaceRefused>("request for a place", f => f.Request),
        Guards.Said<SchoolPlaceRefused>("reason", f => f.Reason),
        new("academy-direction", "A local authority cannot direct an academy. Ask the Secretary of State, and record that as a request to a partner.", q =>
            q.Fact.DirectionSought
            && q.Record.Find<SchoolPlaceRequested>(q.Fact.Request) is { Status: "academy" }),
    ];

    /// <inheritdoc/>
    public static SchoolPlaceRefused Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Year group is full.", false, new DateOnly(2025, 8, 27));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Request, On, new PlaceAnswer(false, Reason))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() =>
        $"The school refused a place on {Words.Date(On)}{(DirectionSought ? ", and a direction was sought" : "")}{Words.Saying(Reason)}.";
}

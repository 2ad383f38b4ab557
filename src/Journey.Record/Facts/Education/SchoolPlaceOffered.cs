using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>A school offers a place.</summary>
public sealed record SchoolPlaceOffered(Guid Request, DateOnly? StartOn, DateOnly On) : IFact<SchoolPlaceOffered>
{
    /// <inheritdoc/>
    public static string Name => "school_place_offered.v1";

    /// <inheritdoc/>
    public static string Noun => "school-place-offers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SchoolPlaceOffered>> Rules { get; } =
    [
        Guards.Names<SchoolPlaceOffered, SchoolPlaceRequested>("request for a place", f => f.Request),
        Guards.NotEnded<SchoolPlaceOffered>("request for a place", f => f.Request),
        Guards.NotBefore<SchoolPlaceOffered>("request for a place", f => f.Request),
        new("start-early", "The child would start before the place was offered. Check both dates.", q => q.Fact.StartOn < q.Fact.On),
    ];

    /// <inheritdoc/>
    public static SchoolPlaceOffered Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 9, 8), new DateOnly(2025, 8, 29));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Request, On, new PlaceAnswer(true, null))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"The school offered a place on {Words.Date(On)}{(StartOn is { } start ? $", from {Words.Date(start)}" : "")}.";
}

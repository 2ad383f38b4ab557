using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>A young person of 16 or 17 came for help with nowhere safe to live. Housing and social care answer together.</summary>
public sealed record HomelessYoungPersonPresented(
    DateOnly On,
    TimeOnly? At,
    string SleepingNow,
    int? WeeksInsecure,
    bool HousingNotified) : IFact<HomelessYoungPersonPresented>
{
    /// <inheritdoc/>
    public static string Name => "homeless_young_person_presented.v1";

    /// <inheritdoc/>
    public static string Noun => "homeless-presentations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Homelessness];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HomelessYoungPersonPresented>> Rules { get; } =
    [
        new("age-16-17", "This is for young people of 16 or 17. Record a contact instead.", q =>
            Guards.AgeOn(q.Record, q.Fact.On) is < 16 or > 17),
        Guards.Said<HomelessYoungPersonPresented>("place where the young person sleeps now", f => f.SleepingNow),
        .. Guards.InLife<HomelessYoungPersonPresented>(),
    ];

    /// <inheritdoc/>
    public static HomelessYoungPersonPresented Example => new(new DateOnly(2025, 5, 9), new TimeOnly(16, 0), "On a friend's sofa", 5, true);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.Homelessness, new Homelessness(WeeksInsecure, HousingNotified), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"The young person came for help without a home on {Words.Date(On)}{Words.At(At)}{Words.Saying(SleepingNow)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>The legal category of a care leaver from a day on.</summary>
public sealed record LeavingCareStatusChanged(string Category, DateOnly On) : IFact<LeavingCareStatusChanged>
{
    /// <inheritdoc/>
    public static string Name => "leaving_care_status_changed.v1";

    /// <inheritdoc/>
    public static string Noun => "leaving-care-statuses";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.Category];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<LeavingCareStatusChanged>> Rules { get; } =
    [
        Guards.Known<LeavingCareStatusChanged>(LeavingCareCodes.Category, "unknown-code", f => f.Category),
        new("leaver-age", "Nobody is a care leaver before the 16th birthday. Check the date.", q =>
            q.Fact.Category != "none" && Guards.AgeOn(q.Record, q.Fact.On) < 16),
        new("category-age", "Former relevant and qualifying young people are 18 or over, eligible and relevant ones under 18. Check both.", q =>
            (q.Fact.Category is "formerRelevant" && Guards.AgeOn(q.Record, q.Fact.On) < 18)
            || (q.Fact.Category is "eligible" or "relevant" && Guards.AgeOn(q.Record, q.Fact.On) >= 18)),
        new("thirteen-weeks", "The child was looked after for less than 13 weeks since the 14th birthday. Check the category and the periods of care.", q =>
            q.Fact.Category is "eligible" or "relevant" or "formerRelevant" && WeeksSinceFourteen(q.Record, q.Fact.On) < 13),
        new("same-category", "The category is already so on that day. Check the category and the date.", q =>
            q.Record.At(LeavingCareLanes.Category, q.Fact.On)?.Category == q.Fact.Category),
        .. Guards.InLife<LeavingCareStatusChanged>(),
    ];

    /// <inheritdoc/>
    public static LeavingCareStatusChanged Example => new("eligible", new DateOnly(2025, 8, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.Category, new LeavingCare(Category), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The leaving care status is, from {Words.Date(On)}: {Words.Label(LeavingCareCodes.Category, Category)}.";

    /// <summary>Full weeks in care from the 14th birthday to the day; null while no birth or no care is known, as of a child who came from elsewhere.</summary>
    private static int? WeeksSinceFourteen(ChildRecord record, DateOnly day)
    {
        var care = record.Timeline(CareLanes.Care);
        if (care.Count == 0
            || record.Timeline(IdentityLanes.Birth) is not [.., var last]
            || last.As<Birth>().Born is not { Year: < 9900 } born || day < born.AddYears(14))
        {
            return null;
        }

        var window = new Period(born.AddYears(14), day);
        return care.Select(i => i.Period.Clip(window)).Sum(p => p?.Days ?? 0) / 7;
    }
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>Gender in the child's own words, from a day on.</summary>
public sealed record GenderRecorded(string Gender, DateOnly From) : IFact<GenderRecorded>
{
    /// <inheritdoc/>
    public static string Name => "gender_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "genders";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Gender];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<GenderRecorded>> Rules { get; } =
    [
        Guards.Said<GenderRecorded>("gender", f => f.Gender),
        Guards.NotBeforeBirth<GenderRecorded>(),
    ];

    /// <inheritdoc/>
    public static GenderRecorded Example => new("Non-binary", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Gender, new Gender(Gender), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Gender is recorded from {Words.Date(From)}{Words.Saying(Gender)}.";
}

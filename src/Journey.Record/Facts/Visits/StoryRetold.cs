using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Visits;

/// <summary>The child had to tell its story again.</summary>
public sealed record StoryRetold(string ToRole, string ToAgency, string WhyAgain, DateOnly On) : IFact<StoryRetold>
{
    /// <inheritdoc/>
    public static string Name => "story_retold.v1";

    /// <inheritdoc/>
    public static string Noun => "story-retellings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VoiceLanes.Retellings];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<StoryRetold>> Rules { get; } =
    [
        Guards.Said<StoryRetold>("role of the listener", f => f.ToRole),
        Guards.Said<StoryRetold>("reason", f => f.WhyAgain),
        .. Guards.InLife<StoryRetold>(),
    ];

    /// <inheritdoc/>
    public static StoryRetold Example => new("Duty worker", "Example Health Trust", "Nobody had passed on the notes.", new DateOnly(2025, 10, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VoiceLanes.Retellings, new Retelling(ToRole, ToAgency), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The child told its story again on {Words.Date(On)} to {ToRole}, {ToAgency}{Words.Saying(WhyAgain)}.";
}

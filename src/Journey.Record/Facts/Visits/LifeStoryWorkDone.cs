using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Visits;

/// <summary>Somebody worked with the child on its own story.</summary>
public sealed record LifeStoryWorkDone(string By, string Summary, DateOnly On) : IFact<LifeStoryWorkDone>
{
    /// <inheritdoc/>
    public static string Name => "life_story_work_done.v1";

    /// <inheritdoc/>
    public static string Noun => "life-story-work";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VoiceLanes.LifeStory];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<LifeStoryWorkDone>> Rules { get; } =
    [
        Guards.Said<LifeStoryWorkDone>("name of the worker", f => f.By),
        Guards.Said<LifeStoryWorkDone>("summary", f => f.Summary),
        .. Guards.InLife<LifeStoryWorkDone>(),
    ];

    /// <inheritdoc/>
    public static LifeStoryWorkDone Example => new("SW10001", "Photographs of the first home.", new DateOnly(2025, 10, 13));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VoiceLanes.LifeStory, new LifeStory(Summary), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Life story work was done on {Words.Date(On)}{Words.Saying(Summary)}.";
}

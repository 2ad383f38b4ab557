using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Care;

/// <summary>The end that a later return states for an episode that stood open in an earlier one. Not a correction: the end was not known.</summary>
public sealed record EpisodeEnded(Guid Episode, DateOnly Dec, string? Rec, string? ReasonPlaceChange) : IFact<EpisodeEnded>
{
    /// <inheritdoc/>
    public static string Name => "episode_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "stated-episode-ends";

    /// <inheritdoc/>
    public static bool ImportOnly => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EpisodeEnded>> Rules { get; } =
    [
        Guards.NamesOpen<EpisodeEnded, EpisodeStated>("episode", f => f.Episode),
        Guards.NotBeforeStart<EpisodeEnded>("episode", f => f.Episode, f => f.Dec),
        Guards.Known<EpisodeEnded>(CareCodes.Rec, "149", f => f.Rec),
        Guards.Known<EpisodeEnded>(CareCodes.PlaceChange, "150", f => f.ReasonPlaceChange),
    ];

    /// <inheritdoc/>
    public static EpisodeEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 9, 1), "X1", "CREQB");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => Dec;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Episode, Dec, new CareClosing(Rec, ReasonPlaceChange))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"A return states that the episode ended on {Words.Date(Dec)}{ended.After}{Words.Because(Words.Lower(CareCodes.Rec.Label(Rec ?? "no reason given")))}.";
}

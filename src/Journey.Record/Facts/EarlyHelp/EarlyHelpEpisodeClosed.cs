using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.EarlyHelp;

/// <summary>Early help ends.</summary>
public sealed record EarlyHelpEpisodeClosed(Guid Episode, string EndReason, DateOnly On) : IFact<EarlyHelpEpisodeClosed>
{
    /// <inheritdoc/>
    public static string Name => "early_help_episode_closed.v1";

    /// <inheritdoc/>
    public static string Noun => "early-help-closures";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EarlyHelpEpisodeClosed>> Rules { get; } =
    [
        Guards.NamesOpen<EarlyHelpEpisodeClosed, EarlyHelpEpisodeOpened>("early help episode", f => f.Episode),
        Guards.NotBefore<EarlyHelpEpisodeClosed>("early help episode", f => f.Episode),
        Guards.Known<EarlyHelpEpisodeClosed>(EarlyHelpCodes.End, "unknown-code", f => f.EndReason),
    ];

    /// <inheritdoc/>
    public static EarlyHelpEpisodeClosed Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "steppedUp", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Episode, On, new EarlyHelpClosing(EndReason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"Early help ended on {Words.Date(On)}{ended.After}: {Words.Label(EarlyHelpCodes.End, EndReason)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.EarlyHelp;

/// <summary>Early help begins.</summary>
public sealed record EarlyHelpEpisodeOpened(string Organisation, string LeadPractitioner, string Reason, DateOnly On) : IFact<EarlyHelpEpisodeOpened>
{
    /// <inheritdoc/>
    public static string Name => "early_help_episode_opened.v1";

    /// <inheritdoc/>
    public static string Noun => "early-help-episodes";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EarlyHelpLanes.Episodes];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EarlyHelpEpisodeOpened>> Rules { get; } =
    [
        new("early-help-open", "Early help is already open. Close it first.", q => q.Record.On(EarlyHelpLanes.Episodes, q.Fact.On).Any()),
        Guards.Said<EarlyHelpEpisodeOpened>("organisation", f => f.Organisation),
        Guards.Said<EarlyHelpEpisodeOpened>("reason", f => f.Reason),
        .. Guards.InLife<EarlyHelpEpisodeOpened>(),
    ];

    /// <inheritdoc/>
    public static EarlyHelpEpisodeOpened Example => new(
        "Example Family Hub", "A. Practitioner", "Help with routines at home.", new DateOnly(2025, 1, 13));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EarlyHelpLanes.Episodes, new EarlyHelpEpisode(Organisation, LeadPractitioner), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Early help began on {Words.Date(On)}, led by {LeadPractitioner}, {Organisation}{Words.Saying(Reason)}.";
}

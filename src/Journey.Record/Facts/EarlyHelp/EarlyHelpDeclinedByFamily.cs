using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.EarlyHelp;

/// <summary>The family declined early help.</summary>
public sealed record EarlyHelpDeclinedByFamily(string Reason, DateOnly On) : IFact<EarlyHelpDeclinedByFamily>
{
    /// <inheritdoc/>
    public static string Name => "early_help_declined_by_family.v1";

    /// <inheritdoc/>
    public static string Noun => "declined-early-help";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EarlyHelpLanes.Declined];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EarlyHelpDeclinedByFamily>> Rules { get; } =
    [
        Guards.Said<EarlyHelpDeclinedByFamily>("reason", f => f.Reason),
        .. Guards.InLife<EarlyHelpDeclinedByFamily>(),
    ];

    /// <inheritdoc/>
    public static EarlyHelpDeclinedByFamily Example => new("Parents want no help now.", new DateOnly(2025, 1, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EarlyHelpLanes.Declined, new EarlyHelpRefusal(Reason), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The family declined early help on {Words.Date(On)}{Words.Saying(Reason)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>The child stays in a setting that is not registered. The director of children's services has to know.</summary>
public sealed record UnregisteredSettingUsed(string Why, string ApprovedBy, DateOnly From, DateOnly? To) : IFact<UnregisteredSettingUsed>
{
    /// <inheritdoc/>
    public static string Name => "unregistered_setting_used.v1";

    /// <inheritdoc/>
    public static string Noun => "unregistered-settings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SettingLanes.Unregistered];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<UnregisteredSettingUsed>> Rules { get; } =
    [
        .. Guards.Decided<UnregisteredSettingUsed>(f => f.ApprovedBy, f => f.Why),
        Guards.EndNotBeforeStart<UnregisteredSettingUsed>(f => f.To),
        Guards.InCare<UnregisteredSettingUsed>(),
    ];

    /// <inheritdoc/>
    public static UnregisteredSettingUsed Example => new(
        "No registered home would take the child.", "A. Director", new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 9));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SettingLanes.Unregistered, new UnregisteredSetting(Why), From, To)];

    /// <inheritdoc/>
    public string Sentence() => $"The child stays in an unregistered setting from {Words.Date(From)}{Words.To(To)}{Words.Saying(Why)}.";
}

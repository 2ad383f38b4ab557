using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>Sex from a day on.</summary>
public sealed record SexRecorded(string Code, DateOnly From) : IFact<SexRecorded>
{
    /// <inheritdoc/>
    public static string Name => "sex_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "sexes";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Sex];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SexRecorded>> Rules { get; } =
    [
        Guards.Known<SexRecorded>(IdentityCodes.Sex, "4180", f => f.Code),
        Guards.NotBeforeBirth<SexRecorded>(),
    ];

    /// <inheritdoc/>
    public static SexRecorded Example => new("M", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Sex, new Sex(Code), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Sex is recorded as {Words.Label(IdentityCodes.Sex, Code)} from {Words.Date(From)}.";
}

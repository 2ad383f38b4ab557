using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>The language the family speaks, from a day on.</summary>
public sealed record LanguageNeedRecorded(string Language, bool Interpreter, DateOnly From) : IFact<LanguageNeedRecorded>
{
    /// <inheritdoc/>
    public static string Name => "language_need_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "language-needs";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Language];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<LanguageNeedRecorded>> Rules { get; } =
    [
        Guards.Said<LanguageNeedRecorded>("language", f => f.Language),
        .. Guards.InLife<LanguageNeedRecorded>(),
    ];

    /// <inheritdoc/>
    public static LanguageNeedRecorded Example => new("Polish", true, new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Language, new LanguageNeed(Language, Interpreter), From)];

    /// <inheritdoc/>
    public string Sentence() => $"The family speaks {Language} from {Words.Date(From)}{(Interpreter ? " and needs an interpreter" : "")}.";
}

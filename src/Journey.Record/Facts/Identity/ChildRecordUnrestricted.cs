using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>A restriction no longer holds.</summary>
public sealed record ChildRecordUnrestricted(
    Guid Restriction,
    DateOnly On,
    string DecidedBy,
    string Rationale) : IFact<ChildRecordUnrestricted>
{
    /// <inheritdoc/>
    public static string Name => "child_record_unrestricted.v1";

    /// <inheritdoc/>
    public static string Noun => "restriction-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildRecordUnrestricted>> Rules { get; } =
    [
        Guards.NamesOpen<ChildRecordUnrestricted, ChildRecordRestricted>("restriction", f => f.Restriction),
        Guards.NotBeforeStart<ChildRecordUnrestricted>("restriction", f => f.Restriction, f => f.On),
        .. Guards.Decided<ChildRecordUnrestricted>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static ChildRecordUnrestricted Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 11, 12), "A. Manager", "Parent has left the authority.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Restriction, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The restriction of the record ended on {Words.Date(On)}{ended.After}{Words.Saying(Rationale)}.";
}

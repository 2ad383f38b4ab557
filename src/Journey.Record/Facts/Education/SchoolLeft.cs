using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Education;

/// <summary>The child leaves a school.</summary>
public sealed record SchoolLeft(Guid School, string Reason, DateOnly On) : IFact<SchoolLeft>
{
    /// <inheritdoc/>
    public static string Name => "school_left.v1";

    /// <inheritdoc/>
    public static string Noun => "school-leavings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SchoolLeft>> Rules { get; } =
    [
        Guards.NamesOpen<SchoolLeft, SchoolJoined>("school", f => f.School),
        Guards.NotBefore<SchoolLeft>("school", f => f.School),
        Guards.Known<SchoolLeft>(EducationCodes.Change, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static SchoolLeft Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "placementMove", new DateOnly(2025, 9, 5));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(School, On, new SchoolClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The child left the school on {Words.Date(On)}{ended.After}: {Words.Label(EducationCodes.Change, Reason)}.";
}

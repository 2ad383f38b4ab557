using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Education;

/// <summary>The child joins a school as its main registration.</summary>
public sealed record SchoolJoined(string School, string? Urn, string Phase, string Reason, bool MidYear, DateOnly On) : IFact<SchoolJoined>
{
    /// <inheritdoc/>
    public static string Name => "school_joined.v1";

    /// <inheritdoc/>
    public static string Noun => "schools";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SchoolLanes.School];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SchoolJoined>> Rules { get; } =
    [
        Guards.Said<SchoolJoined>("name of the school", f => f.School),
        Guards.Known<SchoolJoined>(EducationCodes.Phase, "unknown-code", f => f.Phase),
        Guards.Known<SchoolJoined>(EducationCodes.Change, "unknown-code", f => f.Reason),
        new("school-overlap", "The child is still at another school on that day. Record when the child left it first.", q =>
            q.Record.On(SchoolLanes.School, q.Fact.On).Any()),
        .. Guards.InLife<SchoolJoined>(),
    ];

    /// <inheritdoc/>
    public static SchoolJoined Example => new("Example Primary School", "100000", "primary", "placementMove", true, new DateOnly(2025, 9, 8));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SchoolLanes.School, new School(School, Urn, Phase, MidYear), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The child joined {School} on {Words.Date(On)}{(MidYear ? ", in the middle of a year" : "")}: {Words.Label(EducationCodes.Change, Reason)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Education;

/// <summary>A school is asked for a place; open until it offers or refuses one.</summary>
public sealed record SchoolPlaceRequested(
    string School,
    string? Urn,
    string Status,
    string Reason,
    DateOnly RequestedOn,
    DateOnly DueOn) : IFact<SchoolPlaceRequested>
{
    /// <inheritdoc/>
    public static string Name => "school_place_requested.v1";

    /// <inheritdoc/>
    public static string Noun => "school-place-requests";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SchoolLanes.Requested];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SchoolPlaceRequested>> Rules { get; } =
    [
        Guards.Said<SchoolPlaceRequested>("name of the school", f => f.School),
        Guards.Known<SchoolPlaceRequested>(EducationCodes.Status, "unknown-code", f => f.Status),
        Guards.Known<SchoolPlaceRequested>(EducationCodes.Change, "unknown-code", f => f.Reason),
        Guards.NotDueBefore<SchoolPlaceRequested>(f => f.DueOn),
        .. Guards.InLife<SchoolPlaceRequested>(),
    ];

    /// <inheritdoc/>
    public static SchoolPlaceRequested Example => new(
        "Example Academy", "100001", "academy", "placementMove", new DateOnly(2025, 8, 18), new DateOnly(2025, 9, 1));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => RequestedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SchoolLanes.Requested, new RequestedPlace(School, Status, DueOn), RequestedOn)];

    /// <inheritdoc/>
    public string Sentence() => $"{School} was asked for a place on {Words.Date(RequestedOn)}, to answer by {Words.Date(DueOn)}.";
}

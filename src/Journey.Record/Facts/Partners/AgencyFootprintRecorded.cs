using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Partners;

/// <summary>The areas in which an agency works, from a day on; an area is the code of an authority.</summary>
public sealed record AgencyFootprintRecorded(string Agency, string Kind, IReadOnlyList<string> Areas, DateOnly From) : IFact<AgencyFootprintRecorded>
{
    /// <inheritdoc/>
    public static string Name => "agency_footprint_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "footprints";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SharingLanes.Footprint];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AgencyFootprintRecorded>> Rules { get; } =
    [
        Guards.Said<AgencyFootprintRecorded>("name of the agency", f => f.Agency),
        Guards.Known<AgencyFootprintRecorded>(PartnerCodes.Agency, "unknown-code", f => f.Kind),
        new("no-areas", "Name the areas in which the agency works, each once.", q =>
            q.Fact.Areas.Count == 0 || q.Fact.Areas.Distinct().Count() < q.Fact.Areas.Count),
        new("other-agency", "This record belongs to another agency. Check it.", q =>
            q.Record.Facts<AgencyFootprintRecorded>().Any(f => f.Fact.Agency != q.Fact.Agency)),
    ];

    /// <inheritdoc/>
    public static AgencyFootprintRecorded Example => new("Example Health Trust", "trust", ["E09000027", "E09000021"], new DateOnly(2024, 4, 1));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Agency;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SharingLanes.Footprint, new AgencyFootprint(Agency, Kind, string.Join("; ", Areas)), From)];

    /// <inheritdoc/>
    public string Sentence() => $"{Agency} works in {Words.List(Areas)} from {Words.Date(From)}.";
}

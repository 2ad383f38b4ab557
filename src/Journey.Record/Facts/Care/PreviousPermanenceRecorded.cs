using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Care;

/// <summary>
/// Whether the child had permanence before this care, under which authority and since when. The date may be known in part, such as
/// zz/06/2019.
/// </summary>
public sealed record PreviousPermanenceRecorded(
    string? Code,
    string? Authority,
    string? Date,
    DateOnly From) : IFact<PreviousPermanenceRecorded>
{
    /// <inheritdoc/>
    public static string Name => "previous_permanence_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "previous-permanences";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PermanenceLanes.Previous];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PreviousPermanenceRecorded>> Rules { get; } =
    [
        Guards.Known<PreviousPermanenceRecorded>(PermanenceCodes.Previous, "unknown-code", f => f.Code),
        new("630", "Say which permanence arrangement there was before; Z1 when there was none.", q =>
            string.IsNullOrWhiteSpace(q.Fact.Code)),
        Guards.InCare<PreviousPermanenceRecorded>(),
    ];

    /// <inheritdoc/>
    public static PreviousPermanenceRecorded Example => new("P1", "E07000112", "zz/06/2019", new DateOnly(2025, 6, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public DatePrecision Precision() => Date is null ? DatePrecision.StartOfCare : DatePrecision.Day;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PermanenceLanes.Previous, new PreviousPermanence(Code, Authority, Date), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Before this care: {Words.Label(PermanenceCodes.Previous, Code)}{(Date is null ? "" : $", {Date}")}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Identity;

/// <summary>The record is sealed by the adoption order; the child's new record, if there is one, is not linked for readers.</summary>
public sealed record RecordSealedAfterAdoption(DateOnly AdoptionOrderOn, Guid? NewRecord) : IFact<RecordSealedAfterAdoption>
{
    /// <inheritdoc/>
    public static string Name => "record_sealed_after_adoption.v1";

    /// <inheritdoc/>
    public static string Noun => "sealings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Sealed];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RecordSealedAfterAdoption>> Rules { get; } =
    [
        new("not-adopted", "No adoption is recorded. Record the adoption order, or the end of care by adoption (E11, E12), first.", q =>
            !q.Record.Facts<AdoptionOrderMade>().Any()
            && !q.Record.Timeline(CareLanes.Care).Any(i => i.Closing is CareClosing { Rec: "E11" or "E12" })),
        new("sealed-twice", "The record is already sealed. Correct the sealing that stands instead.", q => q.Record.Facts<RecordSealedAfterAdoption>().Any()),
    ];

    /// <inheritdoc/>
    public static RecordSealedAfterAdoption Example => new(new DateOnly(2025, 11, 10), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => AdoptionOrderOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Sealed, new Sealing(AdoptionOrderOn, NewRecord), AdoptionOrderOn)];

    /// <inheritdoc/>
    public string Sentence() => $"The record was sealed after the adoption order of {Words.Date(AdoptionOrderOn)}.";
}

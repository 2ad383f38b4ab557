using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Enquiries;

/// <summary>A child was examined by a doctor as part of an enquiry.</summary>
public sealed record MedicalExaminationHeld(Guid? Enquiry, string Place, string By, DateOnly On, TimeOnly? At) : IFact<MedicalExaminationHeld>
{
    /// <inheritdoc/>
    public static string Name => "medical_examination_held.v1";

    /// <inheritdoc/>
    public static string Noun => "medical-examinations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EnquiryLanes.Medicals];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<MedicalExaminationHeld>> Rules { get; } =
    [
        Guards.Names<MedicalExaminationHeld, Section47Started>("enquiry", f => f.Enquiry),
        Guards.NotBefore<MedicalExaminationHeld>("enquiry", f => f.Enquiry),
        Guards.Said<MedicalExaminationHeld>("place", f => f.Place),
        Guards.Said<MedicalExaminationHeld>("name of who held it", f => f.By),
        .. Guards.InLife<MedicalExaminationHeld>(),
    ];

    /// <inheritdoc/>
    public static MedicalExaminationHeld Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Example Hospital", "Dr A. Example", new DateOnly(2025, 9, 2), new TimeOnly(10, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EnquiryLanes.Medicals, new Medical(Place), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"A medical examination was held on {Words.Date(On)}{Words.At(At)} at {Place} by {By}.";
}

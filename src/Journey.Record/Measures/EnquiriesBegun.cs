using Journey.Record.Facts.Enquiries;

namespace Journey.Record.Measures;

/// <summary>Enquiries under section 47 that began.</summary>
public static class EnquiriesBegun
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "S47",
        Kind = MeasureKind.Count,
        Title = "Enquiries under section 47 begun in the window",
        Cohort = "Enquiries begun in the window",
        Numerator = "All of them",
        Unit = "enquiries",
        Source = "DfE, characteristics of children in need",
        Lanes = [EnquiryLanes.Enquiries],
        Of = Counting.Begun(EnquiryLanes.Enquiries, _ => true, "An enquiry began", "No enquiry in the window."),
    };
}

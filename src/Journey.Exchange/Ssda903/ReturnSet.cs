namespace Journey.Exchange.Ssda903;

/// <summary>
/// The files of one SSDA903 return as rows, in file order. Blank is null; codes are kept as written; dates and numbers are values.
/// <see cref="Row.Line"/> is the row's line in its file, the heading being line 1; 0 for a row that was not read.
/// </summary>
public sealed record ReturnSet(
    IReadOnlyList<HeaderRow> Header,
    IReadOnlyList<EpisodeRow> Episodes,
    IReadOnlyList<ReviewRow> Reviews,
    IReadOnlyList<UascRow> Uasc,
    IReadOnlyList<Oc2Row> Oc2,
    IReadOnlyList<Oc3Row> Oc3,
    IReadOnlyList<Ad1Row> Ad1,
    IReadOnlyList<PlacedForAdoptionRow> PlacedForAdoption,
    IReadOnlyList<PreviousPermanenceRow> PreviousPermanence,
    IReadOnlyList<MissingRow> Missing,
    IReadOnlyList<SocialWorkerRow> SocialWorkers,
    IReadOnlyList<DolOrderRow> DolOrders)
{
    /// <summary>A return without rows.</summary>
    public static ReturnSet Empty { get; } = new([], [], [], [], [], [], [], [], [], [], [], []);

    /// <summary>All rows, file by file in the order of the layout.</summary>
    public IEnumerable<Row> All =>
        Header.Concat<Row>(Episodes).Concat(Reviews).Concat(Uasc).Concat(Oc2).Concat(Oc3).Concat(Ad1).Concat(PlacedForAdoption)
            .Concat(PreviousPermanence).Concat(Missing).Concat(SocialWorkers).Concat(DolOrders);
}

/// <summary>A row of any file: the authority's identifier of the child, and the line it stood on.</summary>
public abstract record Row(string Child, int Line);

/// <summary>header.csv.</summary>
public sealed record HeaderRow(string Child, string? Sex, DateOnly? Dob, string? Ethnic, string? Upn, decimal? Mother, DateOnly? McDob, int Line = 0)
    : Row(Child, Line);

/// <summary>episodes.csv.</summary>
public sealed record EpisodeRow(
    string Child, DateOnly? Decom, string? Rne, string? Ls, string? Cin, string? Place, string? PlaceProvider, DateOnly? Dec, string? Rec,
    string? ReasonPlaceChange, string? HomePost, string? PlPost, string? Urn, int Line = 0)
    : Row(Child, Line);

/// <summary>reviews.csv.</summary>
public sealed record ReviewRow(string Child, DateOnly? Dob, DateOnly? Review, string? ReviewCode, int Line = 0) : Row(Child, Line);

/// <summary>uasc.csv.</summary>
public sealed record UascRow(string Child, string? Sex, DateOnly? Dob, DateOnly? Duc, int Line = 0) : Row(Child, Line);

/// <summary>oc2.csv.</summary>
public sealed record Oc2Row(
    string Child, DateOnly? Dob, decimal? SdqScore, string? SdqReason, decimal? Convicted, decimal? HealthCheck, decimal? Immunisations,
    decimal? TeethCheck, decimal? HealthAssessment, decimal? SubstanceMisuse, decimal? InterventionReceived, decimal? InterventionOffered,
    int Line = 0)
    : Row(Child, Line);

/// <summary>oc3.csv.</summary>
public sealed record Oc3Row(string Child, DateOnly? Dob, string? InTouch, string? Activ, string? Accom, int Line = 0) : Row(Child, Line);

/// <summary>ad1.csv.</summary>
public sealed record Ad1Row(
    string Child, DateOnly? Dob, DateOnly? DateInt, DateOnly? DateMatch, decimal? FosterCare, decimal? NbAdoptr, string? SexAdoptr,
    string? LsAdoptr, int Line = 0)
    : Row(Child, Line);

/// <summary>placed_for_adoption.csv.</summary>
public sealed record PlacedForAdoptionRow(
    string Child, DateOnly? Dob, DateOnly? DatePlaced, DateOnly? DatePlacedCeased, string? ReasonPlacedCeased, int Line = 0)
    : Row(Child, Line);

/// <summary>previous_permanence.csv. DATE_PERM may be partly unknown (zz/zz/yyyy), so it is text.</summary>
public sealed record PreviousPermanenceRow(string Child, DateOnly? Dob, string? PrevPerm, string? LaPerm, string? DatePerm, int Line = 0)
    : Row(Child, Line);

/// <summary>missing.csv.</summary>
public sealed record MissingRow(string Child, DateOnly? Dob, string? Missing, DateOnly? MisStart, DateOnly? MisEnd, int Line = 0) : Row(Child, Line);

/// <summary>sw_episodes.csv, from the return of 2024.</summary>
public sealed record SocialWorkerRow(
    string Child, DateOnly? Dob, string? SwId, DateOnly? SwDecom, DateOnly? SwDec, string? SwReason, int Line = 0)
    : Row(Child, Line);

/// <summary>DoLo.csv, from the return of 2027.</summary>
public sealed record DolOrderRow(string Child, DateOnly? Dob, DateOnly? DoloStart, DateOnly? DoloEnd, int Line = 0) : Row(Child, Line);

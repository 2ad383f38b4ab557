namespace Journey.Exchange.Ssda903.Layout;

/// <summary>The twelve files of the return. A file is known by its set of columns; its name is a convention.</summary>
public static class ReturnFiles
{
    public static FileLayout Header { get; } = new FileLayout<HeaderRow>(
        "header.csv",
        set => set.Header,
        (set, rows) => set with { Header = rows },
        f => new(f.Child, f.Text(1), f.Date(2), f.Text(3), f.Text(4), f.Number(5), f.Date(6), f.Line),
        [
            Child<HeaderRow>(),
            Code<HeaderRow>("SEX", r => r.Sex),
            Date<HeaderRow>("DOB", r => r.Dob),
            Code<HeaderRow>("ETHNIC", r => r.Ethnic),
            Text<HeaderRow>("UPN", r => r.Upn),
            Number<HeaderRow>("MOTHER", r => r.Mother),
            Date<HeaderRow>("MC_DOB", r => r.McDob),
        ]);

    public static FileLayout Episodes { get; } = new FileLayout<EpisodeRow>(
        "episodes.csv",
        set => set.Episodes,
        (set, rows) => set with { Episodes = rows },
        f => new(
            f.Child, f.Date(1), f.Text(2), f.Text(3), f.Text(4), f.Text(5), f.Text(6), f.Date(7), f.Text(8), f.Text(9), f.Text(10), f.Text(11),
            f.Text(12), f.Line),
        [
            Child<EpisodeRow>(),
            Key<EpisodeRow>("DECOM", r => r.Decom),
            Code<EpisodeRow>("RNE", r => r.Rne),
            Code<EpisodeRow>("LS", r => r.Ls),
            Code<EpisodeRow>("CIN", r => r.Cin),
            Code<EpisodeRow>("PLACE", r => r.Place),
            Code<EpisodeRow>("PLACE_PROVIDER", r => r.PlaceProvider),
            Date<EpisodeRow>("DEC", r => r.Dec),
            Code<EpisodeRow>("REC", r => r.Rec),
            Code<EpisodeRow>("REASON_PLACE_CHANGE", r => r.ReasonPlaceChange),
            Text<EpisodeRow>("HOME_POST", r => r.HomePost),
            Text<EpisodeRow>("PL_POST", r => r.PlPost),
            Text<EpisodeRow>("URN", r => r.Urn),
        ],
        span: ("DECOM", "DEC"));

    public static FileLayout Reviews { get; } = new FileLayout<ReviewRow>(
        "reviews.csv",
        set => set.Reviews,
        (set, rows) => set with { Reviews = rows },
        f => new(f.Child, f.Date(1), f.Date(2), f.Text(3), f.Line),
        [
            Child<ReviewRow>(),
            Date<ReviewRow>("DOB", r => r.Dob),
            Key<ReviewRow>("REVIEW", r => r.Review),
            (new("REVIEW_CODE", ColumnKind.Code, IsKey: true), r => r.ReviewCode),
        ]);

    public static FileLayout Uasc { get; } = new FileLayout<UascRow>(
        "uasc.csv",
        set => set.Uasc,
        (set, rows) => set with { Uasc = rows },
        f => new(f.Child, f.Text(1), f.Date(2), f.Date(3), f.Line),
        [
            Child<UascRow>(),
            Code<UascRow>("SEX", r => r.Sex),
            Date<UascRow>("DOB", r => r.Dob),
            Date<UascRow>("DUC", r => r.Duc),
        ]);

    public static FileLayout Oc2 { get; } = new FileLayout<Oc2Row>(
        "oc2.csv",
        set => set.Oc2,
        (set, rows) => set with { Oc2 = rows },
        f => new(
            f.Child, f.Date(1), f.Number(2), f.Text(3), f.Number(4), f.Number(5), f.Number(6), f.Number(7), f.Number(8), f.Number(9), f.Number(10),
            f.Number(11), f.Line),
        [
            Child<Oc2Row>(),
            Date<Oc2Row>("DOB", r => r.Dob),
            Number<Oc2Row>("SDQ_SCORE", r => r.SdqScore),
            Code<Oc2Row>("SDQ_REASON", r => r.SdqReason),
            Number<Oc2Row>("CONVICTED", r => r.Convicted),
            Number<Oc2Row>("HEALTH_CHECK", r => r.HealthCheck),
            Number<Oc2Row>("IMMUNISATIONS", r => r.Immunisations),
            Number<Oc2Row>("TEETH_CHECK", r => r.TeethCheck),
            Number<Oc2Row>("HEALTH_ASSESSMENT", r => r.HealthAssessment),
            Number<Oc2Row>("SUBSTANCE_MISUSE", r => r.SubstanceMisuse),
            Number<Oc2Row>("INTERVENTION_RECEIVED", r => r.InterventionReceived),
            Number<Oc2Row>("INTERVENTION_OFFERED", r => r.InterventionOffered),
        ]);

    public static FileLayout Oc3 { get; } = new FileLayout<Oc3Row>(
        "oc3.csv",
        set => set.Oc3,
        (set, rows) => set with { Oc3 = rows },
        f => new(f.Child, f.Date(1), f.Text(2), f.Text(3), f.Text(4), f.Line),
        [
            Child<Oc3Row>(),
            Date<Oc3Row>("DOB", r => r.Dob),
            Code<Oc3Row>("IN_TOUCH", r => r.InTouch),
            Code<Oc3Row>("ACTIV", r => r.Activ),
            Code<Oc3Row>("ACCOM", r => r.Accom),
        ]);

    public static FileLayout Ad1 { get; } = new FileLayout<Ad1Row>(
        "ad1.csv",
        set => set.Ad1,
        (set, rows) => set with { Ad1 = rows },
        f => new(f.Child, f.Date(1), f.Date(2), f.Date(3), f.Number(4), f.Number(5), f.Text(6), f.Text(7), f.Line),
        [
            Child<Ad1Row>(),
            Date<Ad1Row>("DOB", r => r.Dob),
            Date<Ad1Row>("DATE_INT", r => r.DateInt),
            Date<Ad1Row>("DATE_MATCH", r => r.DateMatch),
            Number<Ad1Row>("FOSTER_CARE", r => r.FosterCare),
            Number<Ad1Row>("NB_ADOPTR", r => r.NbAdoptr),
            Code<Ad1Row>("SEX_ADOPTR", r => r.SexAdoptr),
            Code<Ad1Row>("LS_ADOPTR", r => r.LsAdoptr),
        ]);

    public static FileLayout PlacedForAdoption { get; } = new FileLayout<PlacedForAdoptionRow>(
        "placed_for_adoption.csv",
        set => set.PlacedForAdoption,
        (set, rows) => set with { PlacedForAdoption = rows },
        f => new(f.Child, f.Date(1), f.Date(2), f.Date(3), f.Text(4), f.Line),
        [
            Child<PlacedForAdoptionRow>(),
            Date<PlacedForAdoptionRow>("DOB", r => r.Dob),
            Date<PlacedForAdoptionRow>("DATE_PLACED", r => r.DatePlaced),
            Date<PlacedForAdoptionRow>("DATE_PLACED_CEASED", r => r.DatePlacedCeased),
            Code<PlacedForAdoptionRow>("REASON_PLACED_CEASED", r => r.ReasonPlacedCeased),
        ],
        span: ("DATE_PLACED", "DATE_PLACED_CEASED"));

    public static FileLayout PreviousPermanence { get; } = new FileLayout<PreviousPermanenceRow>(
        "previous_permanence.csv",
        set => set.PreviousPermanence,
        (set, rows) => set with { PreviousPermanence = rows },
        f => new(f.Child, f.Date(1), f.Text(2), f.Text(3), f.Text(4), f.Line),
        [
            Child<PreviousPermanenceRow>(),
            Date<PreviousPermanenceRow>("DOB", r => r.Dob),
            Code<PreviousPermanenceRow>("PREV_PERM", r => r.PrevPerm),
            Text<PreviousPermanenceRow>("LA_PERM", r => r.LaPerm),
            (new("DATE_PERM", ColumnKind.PartDate), r => r.DatePerm),
        ]);

    public static FileLayout Missing { get; } = new FileLayout<MissingRow>(
        "missing.csv",
        set => set.Missing,
        (set, rows) => set with { Missing = rows },
        f => new(f.Child, f.Date(1), f.Text(2), f.Date(3), f.Date(4), f.Line),
        [
            Child<MissingRow>(),
            Date<MissingRow>("DOB", r => r.Dob),
            Code<MissingRow>("MISSING", r => r.Missing),
            Key<MissingRow>("MIS_START", r => r.MisStart),
            Date<MissingRow>("MIS_END", r => r.MisEnd),
        ],
        span: ("MIS_START", "MIS_END"));

    public static FileLayout SocialWorkers { get; } = new FileLayout<SocialWorkerRow>(
        "sw_episodes.csv",
        set => set.SocialWorkers,
        (set, rows) => set with { SocialWorkers = rows },
        f => new(f.Child, f.Date(1), f.Text(2), f.Date(3), f.Date(4), f.Text(5), f.Line),
        [
            Child<SocialWorkerRow>(),
            Date<SocialWorkerRow>("DOB", r => r.Dob),
            (new("SW_ID", ColumnKind.Text, IsKey: true), r => r.SwId),
            Key<SocialWorkerRow>("SW_DECOM", r => r.SwDecom),
            Date<SocialWorkerRow>("SW_DEC", r => r.SwDec),
            Code<SocialWorkerRow>("SW_REASON", r => r.SwReason),
        ],
        span: ("SW_DECOM", "SW_DEC"),
        firstYear: 2024);

    public static FileLayout DolOrders { get; } = new FileLayout<DolOrderRow>(
        "DoLo.csv",
        set => set.DolOrders,
        (set, rows) => set with { DolOrders = rows },
        f => new(f.Child, f.Date(1), f.Date(2), f.Date(3), f.Line),
        [
            Child<DolOrderRow>(),
            Date<DolOrderRow>("DOB", r => r.Dob),
            Key<DolOrderRow>("DOLO_START", r => r.DoloStart),
            Date<DolOrderRow>("DOLO_END", r => r.DoloEnd),
        ],
        span: ("DOLO_START", "DOLO_END"),
        firstYear: 2027);

    /// <summary>All files in the order of <see cref="ReturnSet"/>.</summary>
    public static IReadOnlyList<FileLayout> All { get; } =
    [
        Header, Episodes, Reviews, Uasc, Oc2, Oc3, Ad1, PlacedForAdoption, PreviousPermanence, Missing, SocialWorkers, DolOrders,
    ];

    /// <summary>The file that a row belongs to.</summary>
    public static FileLayout Of(Row row) => row switch
    {
        HeaderRow => Header,
        EpisodeRow => Episodes,
        ReviewRow => Reviews,
        UascRow => Uasc,
        Oc2Row => Oc2,
        Oc3Row => Oc3,
        Ad1Row => Ad1,
        PlacedForAdoptionRow => PlacedForAdoption,
        PreviousPermanenceRow => PreviousPermanence,
        MissingRow => Missing,
        SocialWorkerRow => SocialWorkers,
        DolOrderRow => DolOrders,
        _ => throw new ArgumentException($"No file has rows of {row.GetType().Name}", nameof(row)),
    };

    /// <summary>The file with exactly these headings, if there is one.</summary>
    public static FileLayout? WithHeadings(IReadOnlyCollection<string> headings) => All.FirstOrDefault(f => f.IsStatedBy(headings));

    private static (Column Column, Func<TRow, object?> Value) Child<TRow>()
        where TRow : Row => (new("CHILD", ColumnKind.Text, IsKey: true), r => r.Child);

    private static (Column Column, Func<TRow, object?> Value) Key<TRow>(string name, Func<TRow, DateOnly?> value) =>
        (new(name, ColumnKind.Date, IsKey: true), r => value(r));

    private static (Column Column, Func<TRow, object?> Value) Date<TRow>(string name, Func<TRow, DateOnly?> value) =>
        (new(name, ColumnKind.Date), r => value(r));

    private static (Column Column, Func<TRow, object?> Value) Number<TRow>(string name, Func<TRow, decimal?> value) =>
        (new(name, ColumnKind.Number), r => value(r));

    private static (Column Column, Func<TRow, object?> Value) Code<TRow>(string name, Func<TRow, string?> value) =>
        (new(name, ColumnKind.Code), value);

    private static (Column Column, Func<TRow, object?> Value) Text<TRow>(string name, Func<TRow, string?> value) =>
        (new(name, ColumnKind.Text), value);
}

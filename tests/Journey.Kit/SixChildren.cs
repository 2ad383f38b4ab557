using System.Globalization;
using Journey.Exchange.Ssda903;

namespace Journey.Kit;

/// <summary>The six fictional children of the design's Appendix A, who break no rule: the return of 2026 and the one before.</summary>
public static class SixChildren
{
    public const string One = "JRN0000001";
    public const string Two = "JRN0000002";
    public const string Three = "JRN0000003";
    public const string Four = "JRN0000004";
    public const string Five = "JRN0000005";
    public const string Six = "JRN0000006";

    private static readonly DateOnly? BornOne = On("05/05/2014");
    private static readonly DateOnly? BornTwo = On("11/03/2013");
    private static readonly DateOnly? BornThree = On("20/08/2007");
    private static readonly DateOnly? BornFour = On("15/11/2008");
    private static readonly DateOnly? BornFive = On("02/02/2022");
    private static readonly DateOnly? BornSix = On("12/06/2006");

    private static readonly HeaderRow HeaderOne = new(One, "M", BornOne, "WBRI", "A123456789012", null, null);
    private static readonly HeaderRow HeaderTwo = new(Two, "F", BornTwo, "MWBC", "B123456789012", 0, null);
    private static readonly HeaderRow HeaderThree = new(Three, "M", BornThree, "BCRB", "C123456789012", null, null);
    private static readonly HeaderRow HeaderFour = new(Four, "M", BornFour, "OOTH", "UN2", null, null);
    private static readonly HeaderRow HeaderFive = new(Five, "F", BornFive, "WBRI", "UN1", 0, null);
    private static readonly HeaderRow HeaderSix = new(Six, "M", BornSix, "WBRI", "D123456789012", null, null);

    private static readonly EpisodeRow EpisodeTwo =
        new(Two, On("01/02/2023"), "S", "C2", "N1", "U4", "PR4", null, null, null, "ZZ1 1AA", "ZZ1 2AA", "SC000003");

    private static readonly EpisodeRow EpisodeThree =
        new(Three, On("03/03/2022"), "S", "C2", "N5", "K2", "PR4", On("20/08/2025"), "E4A", null, "ZZ1 1AA", "ZZ9 9ZZ", "SC000004");

    private static readonly EpisodeRow EpisodeFive =
        new(Five, On("20/02/2025"), "B", "E1", "N1", "A6", "PR1", On("10/11/2025"), "E12", null, "ZZ1 1AA", "ZZ1 2AA", "SC000006");

    private static readonly SocialWorkerRow WorkerTwo = new(Two, BornTwo, "SW10004", On("01/02/2023"), null, "FCONTA");
    private static readonly SocialWorkerRow WorkerThree = new(Three, BornThree, "SW10005", On("03/03/2022"), null, "FCONTA");
    private static readonly SocialWorkerRow WorkerFive = new(Five, BornFive, "SW10007", On("01/05/2023"), null, "FCONTA");

    private static readonly PlacedForAdoptionRow PlacedFive = new(Five, BornFive, On("10/06/2024"), null, null);

    /// <summary>The return of 2026.</summary>
    public static ReturnSet ThisYear { get; } = ReturnSet.Empty with
    {
        Header = [HeaderOne, HeaderTwo, HeaderThree, HeaderFour, HeaderFive, HeaderSix],
        Episodes =
        [
            new(One, On("10/06/2025"), "S", "V2", "N1", "U6", "PR1", On("01/09/2025"), "X1", "CREQB", "ZZ1 1AA", "ZZ1 1AB", "SC000001"),
            new(One, On("01/09/2025"), "P", "V2", "N1", "U6", "PR4", On("15/12/2025"), "X1", null, "ZZ1 1AA", "ZZ9 9ZZ", "SC000002"),
            new(One, On("15/12/2025"), "L", "C1", "N1", "U6", "PR4", null, null, null, "ZZ1 1AA", "ZZ9 9ZZ", "SC000002"),
            EpisodeTwo,
            EpisodeThree,
            new(Four, On("20/10/2025"), "S", "V2", "N8", "K3", "PR4", null, null, null, null, "ZZ9 9ZZ", "SC000005"),
            EpisodeFive,
        ],
        Reviews =
        [
            new(One, BornOne, On("04/07/2025"), "PN1"),
            new(One, BornOne, On("30/09/2025"), "PN1"),
            new(One, BornOne, On("24/03/2026"), "PN3"),
            new(Two, BornTwo, On("02/07/2025"), "PN1"),
            new(Two, BornTwo, On("05/12/2025"), "PN1"),
            new(Three, BornThree, On("06/06/2025"), "PN1"),
        ],
        Uasc = [new(Four, "M", BornFour, null)],
        Oc2 = [new(Two, BornTwo, 17, null, 0, null, 1, 1, 1, 0, null, null)],
        Oc3 = [new(Six, BornSix, "YES", "F2", "U1")],
        Ad1 = [new(Five, BornFive, On("10/06/2024"), On("10/01/2025"), 0, 2, "MF", "L3")],
        PlacedForAdoption = [PlacedFive],
        PreviousPermanence = [new(One, BornOne, "Z1", null, null), new(Four, BornFour, "Z1", null, null)],
        Missing = [new(One, BornOne, "M", On("14/10/2025"), On("15/10/2025"))],
        SocialWorkers =
        [
            new(One, BornOne, "SW10001", On("11/06/2025"), On("01/10/2025"), "FCONTA"),
            new(One, BornOne, "SW10002", On("01/10/2025"), On("12/01/2026"), "LEFTRL"),
            new(One, BornOne, "SW10003", On("12/01/2026"), null, "MANAGE"),
            WorkerTwo,
            WorkerThree,
            new(Four, BornFour, "SW10006", On("20/10/2025"), null, "FCONTA"),
            WorkerFive,
        ],
    };

    /// <summary>The return of 2025.</summary>
    public static ReturnSet LastYear { get; } = ReturnSet.Empty with
    {
        Header = [HeaderTwo, HeaderThree, HeaderFive, HeaderSix],
        Episodes =
        [
            EpisodeTwo,
            EpisodeThree with { Dec = null, Rec = null },
            new(Five, On("01/05/2023"), "S", "C1", "N1", "U6", "PR1", On("20/02/2025"), "X1", "CARPL", "ZZ1 1AA", "ZZ1 1AB", "SC000001"),
            EpisodeFive with { Dec = null, Rec = null },
            new(Six, On("01/05/2020"), "S", "C2", "N1", "U6", "PR1", On("12/06/2024"), "E4A", null, null, null, null),
        ],
        PlacedForAdoption = [PlacedFive],
        Missing = [new(Three, BornThree, "A", On("02/02/2025"), On("03/02/2025"))],
        SocialWorkers = [WorkerTwo, WorkerThree, WorkerFive],
    };

    private static DateOnly? On(string date) => DateOnly.ParseExact(date, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}

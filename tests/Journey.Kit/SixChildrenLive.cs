using System.Globalization;
using Journey.Record.Children;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Reviews;

namespace Journey.Kit;

/// <summary>The six children of the design's Appendix A as practitioners record them, act by act.</summary>
public static class SixChildrenLive
{
    private const string Home = "ZZ1 1AA";

    /// <summary>The acts of each child, in order; the steps of an act are recorded together.</summary>
    public static IReadOnlyList<(Guid Child, IReadOnlyList<Step> Steps)> Acts()
    {
        var acts = new List<(Guid, IReadOnlyList<Step>)>();

        var one = Child(1);
        Open(one, SixChildren.One, On("05/05/2014"), "M", "WBRI", "A123456789012");
        Act(one, new PeriodOfCareStarted(On("10/06/2025"), "V2", "N1"), Placed("10/06/2025", "U6", "PR1", "SC000001", "ZZ1 1AB", out var first));
        Act(one, new PreviousPermanenceRecorded("Z1", null, null, On("10/06/2025")));
        Act(one, Worker("11/06/2025", "SW10001", "FCONTA"));
        Act(one, Review("04/07/2025", "PN1"));
        Act(one, new PlacementEnded(first, On("01/09/2025"), "CREQB"), Placed("01/09/2025", "U6", "PR4", "SC000002", "ZZ9 9ZZ", out _));
        Act(one, Review("30/09/2025", "PN1"));
        Act(one, Worker("01/10/2025", "SW10002", "LEFTRL"));
        Act(one, Named(new WentMissing("M", On("14/10/2025"), null, null, null, null, null), out var missing));
        Act(one, new MissingEnded(missing, On("15/10/2025"), null, null));
        Act(one, new LegalStatusChanged(On("15/12/2025"), "C1"));
        Act(one, Worker("12/01/2026", "SW10003", "MANAGE"));
        Act(one, Review("24/03/2026", "PN3"));

        var two = Child(2);
        Open(two, SixChildren.Two, On("11/03/2013"), "F", "MWBC", "B123456789012", mother: false);
        Act(two, new PeriodOfCareStarted(On("01/02/2023"), "C2", "N1"), Placed("01/02/2023", "U4", "PR4", "SC000003", "ZZ1 2AA", out _));
        Act(two, Worker("01/02/2023", "SW10004", "FCONTA"));
        Act(two, Review("02/07/2025", "PN1"));
        Act(two, Review("05/12/2025", "PN1"));
        Act(two, new HealthOutcomesRecorded(2026, 17, null, 0, null, 1, 1, 1, 0, null, null));

        var three = Child(3);
        Open(three, SixChildren.Three, On("20/08/2007"), "M", "BCRB", "C123456789012");
        Act(three, Named(new PeriodOfCareStarted(On("03/03/2022"), "C2", "N5"), out var care), Placed("03/03/2022", "K2", "PR4", "SC000004", "ZZ9 9ZZ", out _));
        Act(three, Worker("03/03/2022", "SW10005", "FCONTA"));
        Act(three, Named(new WentMissing("A", On("02/02/2025"), null, null, null, null, null), out var absent));
        Act(three, new MissingEnded(absent, On("03/02/2025"), null, null));
        Act(three, Review("06/06/2025", "PN1"));
        Act(three, new PeriodOfCareEnded(care, On("20/08/2025"), "E4A"));

        var four = Child(4);
        Open(four, SixChildren.Four, On("15/11/2008"), "M", "OOTH", null, noUpn: "UN2");
        Act(four, new ImmigrationStatusRecorded("UASC", On("15/11/2008"), null));
        Act(four, new PeriodOfCareStarted(On("20/10/2025"), "V2", "N8"), Placed("20/10/2025", "K3", "PR4", "SC000005", "ZZ9 9ZZ", out _, home: null));
        Act(four, new PreviousPermanenceRecorded("Z1", null, null, On("20/10/2025")));
        Act(four, Worker("20/10/2025", "SW10006", "FCONTA"));

        var five = Child(5);
        Open(five, SixChildren.Five, On("02/02/2022"), "F", "WBRI", null, noUpn: "UN1", mother: false);
        Act(five, Named(new PeriodOfCareStarted(On("01/05/2023"), "C1", "N1"), out var until), Placed("01/05/2023", "U6", "PR1", "SC000001", "ZZ1 1AB", out var fostered));
        Act(five, Worker("01/05/2023", "SW10007", "FCONTA"));
        Act(five, new AdoptionDecisionMade(On("10/06/2024"), "A. Director", "No carer in the family.", null, null, null));
        Act(five, new AdoptersMatched(On("10/06/2024"), On("10/01/2025"), false, 2, "MF", "L3", null));
        Act(
            five,
            new PlacementEnded(fostered, On("20/02/2025"), "CARPL"),
            new LegalStatusChanged(On("20/02/2025"), "E1"),
            Placed("20/02/2025", "A6", "PR1", "SC000006", "ZZ1 2AA", out _));
        Act(five, new PeriodOfCareEnded(until, On("10/11/2025"), "E12"));

        var six = Child(6);
        Open(six, SixChildren.Six, On("12/06/2006"), "M", "WBRI", "D123456789012");
        Act(six, Named(new PeriodOfCareStarted(On("01/05/2020"), "C2", "N1"), out var period), Placed("01/05/2020", "U6", "PR1", null, null, out _, home: null));
        Act(six, new PeriodOfCareEnded(period, On("12/06/2024"), "E4A"));
        Act(six, new CareLeaverStatusRecorded("YES", "F2", "U1", On("12/06/2025")));
        return acts;

        void Act(Guid child, params object[] steps) => acts.Add((child, [.. steps.Select(s => s as Step ?? Named((IFact)s, out _))]));

        void Open(Guid child, string id, DateOnly born, string sex, string ethnicity, string? upn, string? noUpn = null, bool? mother = null)
        {
            Act(child, new ChildRecordOpened(id, null, null, born, null, sex, "Referred", born));
            Act(child, new EthnicityRecorded(ethnicity, born));
            Act(child, upn is null ? new UpnUnknownReasonRecorded(noUpn!, born) : new IdentifierAssigned("UPN", upn, born, null));
            if (mother is { } isMother)
            {
                Act(child, new MotherhoodRecorded(isMother, null, born));
            }
        }
    }

    /// <summary>A step whose fact later acts name.</summary>
    private static Step.Record Named(IFact fact, out Guid factId)
    {
        factId = Guid.CreateVersion7();
        return new Step.Record(Guid.CreateVersion7(), factId, fact);
    }

    private static Step.Record Placed(string on, string type, string provider, string? urn, string? postcode, out Guid placement, string? home = Home) =>
        Named(new PlacementStarted(On(on), type, provider, urn, postcode, home), out placement);

    private static WorkerAllocated Worker(string from, string worker, string reason) => new(On(from), worker, Allocation.SocialWorker, null, reason);

    private static LacReviewHeld Review(string on, string participation) => new(On(on), participation, null, null, []);

    private static Guid Child(int number) => Guid.Parse($"019a0000-0000-7000-8000-00000000010{number}");

    private static DateOnly On(string date) => DateOnly.ParseExact(date, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}

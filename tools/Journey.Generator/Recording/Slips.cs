using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Visits;

namespace Journey.Generator.Recording;

/// <summary>What is easily got wrong, in ways on which no rule and no later fact depends.</summary>
internal static class Slips
{
    private static readonly string[] Ethnicities = ["WBRI", "WOTH", "MWBC", "MOTH", "AOTH", "BAFR", "BCRB", "OOTH"];

    private static readonly string[] Needs = ["N1", "N2", "N4", "N5", "N8"];

    /// <summary>How often a fact of a kind is wrong at first.</summary>
    public static double Share(IFact fact) => fact switch
    {
        VisitMade => 0.018,
        PlacementStarted => 0.05,
        AddressRecorded => 0.03,
        ChildRecordOpened => 0.03,
        EthnicityRecorded or NameRecorded => 0.03,
        WorkerAllocated { Role: Allocation.SocialWorker } => 0.01,
        SdqCompleted or AttendanceRecorded or DentalCheckDone => 0.02,
        PrimaryNeedRecorded => 0.02,
        VisitAttempted or ChildViewsRecorded or DirectWorkDone or FamilyTimeHeld or ContactReceived or InformationReceived or HandoverHeld => 0.008,
        _ => 0,
    };

    /// <summary>
    /// The fact as it is first recorded, with the code and the reason of the correction to come; null when it cannot be got wrong.
    /// <paramref name="by"/> is the day of recording, <paramref name="inPost"/> says whether a worker is in post on a day.
    /// </summary>
    public static (IFact Wrong, string Code, string Reason)? Of(IFact fact, Chance chance, DateOnly by, Func<string, DateOnly, bool> inPost) => fact switch
    {
        VisitMade visit when visit.On < by && inPost(visit.Worker, visit.On.AddDays(1)) && chance.Happens(0.5) =>
            (visit with { On = visit.On.AddDays(1) }, "wrong-date", "The day of the visit was entered one day late."),
        VisitMade { ChildSeen: true } visit => (visit with { SeenAlone = !visit.SeenAlone }, "wrong-code", "The box for being seen alone was ticked wrongly."),
        VisitMade { At: { } at } visit => (visit with { At = at.AddHours(1) }, "wrong-time", "The time was entered an hour late."),
        VisitAttempted { At: { } at } visit => (visit with { At = at.AddMinutes(30) }, "wrong-time", "The time was copied from the diary."),
        ChildViewsRecorded views => (views with { About = "school" == views.About ? "home" : "school" }, "wrong-code", "The subject was chosen wrongly."),
        DirectWorkDone work => (work with { Summary = "Notes to follow." }, "typing", "The notes were entered under another heading at first."),
        FamilyTimeHeld time => (time with { Supervised = !time.Supervised }, "wrong-code", "The box for supervision was ticked wrongly."),
        ContactReceived { At: { } at } contact => (contact with { At = at.AddHours(-1) }, "wrong-time", "The time was entered an hour early."),
        ContactReceived contact => (contact with { Summary = $"{contact.Summary} Caller to ring back." }, "typing", "A note on another call was entered here."),
        InformationReceived told => (told with { What = $"{told.What} To be checked." }, "typing", "A note to self was left in."),
        HandoverHeld handover => (handover with { UnreadDocuments = handover.UnreadDocuments + 10 }, "typing", "A digit too many."),
        PlacementStarted { Urn: { Length: > 5 } urn } placement when chance.Happens(0.4) => (placement with { Urn = Swapped(urn) }, "typing", "Two digits of the number were swapped."),
        PlacementStarted { Postcode: { Length: > 5 } postcode } placement when Mistyped(postcode) != placement.HomePostcode =>
            (placement with { Postcode = Mistyped(postcode) }, "wrong-postcode", "The postcode was mistyped."),
        AddressRecorded { Postcode: { Length: > 5 } postcode } address => (address with { Postcode = Mistyped(postcode) }, "wrong-postcode", "The postcode was mistyped."),
        ChildRecordOpened { DateOfBirth: { } born } opened when IsFarFromLimits(born, opened.OpenedOn) && chance.Happens(0.5) =>
            (opened with { DateOfBirth = born.AddDays(-chance.Whole(1, 28)) }, "wrong-date", "The birth certificate shows another date of birth."),
        ChildRecordOpened { LastName: { Length: > 3 } last } opened => (opened with { LastName = Misspelt(last) }, "typing", "The name was misspelt."),
        EthnicityRecorded ethnicity => (ethnicity with { Code = Other(Ethnicities, ethnicity.Code, chance) }, "wrong-code", "The family was asked again."),
        NameRecorded { Last.Length: > 3 } name => (name with { Last = Misspelt(name.Last) }, "typing", "The name was misspelt."),
        WorkerAllocated { Role: Allocation.SocialWorker } allocated => (allocated with { Reason = allocated.Reason == "MANAGE" ? "OTHERS" : "MANAGE" }, "wrong-code", "The reason was chosen wrongly."),
        SdqCompleted sdq => (sdq with { Score = sdq.Score > 20 ? sdq.Score - 10 : sdq.Score + 10 }, "typing", "The score was mistyped."),
        AttendanceRecorded attendance when attendance.Missed + 10 <= attendance.Possible => (attendance with { Missed = attendance.Missed + 10 }, "typing", "The sessions missed were mistyped."),
        DentalCheckDone dental when dental.On.AddDays(7) <= by => (dental with { On = dental.On.AddDays(7) }, "wrong-date", "The day of the letter was entered for the day of the check."),
        PrimaryNeedRecorded need => (need with { Code = Other(Needs, need.Code, chance) }, "wrong-code", "The need was chosen before the assessment."),
        _ => null,
    };

    /// <summary>True for what may stand on another child's record without breaking a rule there.</summary>
    public static bool IsMovable(IFact fact) => fact is VisitMade { Due: null } or VisitAttempted or ChildViewsRecorded or DirectWorkDone or FamilyTimeHeld or InformationReceived or DentalCheckDone or ContactReceived;

    /// <summary>The fact entered a second time, as never happened: on another time of the same day.</summary>
    public static IFact? Twice(IFact fact) => fact switch
    {
        VisitMade { At: { } at } visit => visit with { Due = null, At = at.AddMinutes(30) },
        VisitAttempted or FamilyTimeHeld or InformationReceived or ContactReceived => fact,
        _ => null,
    };

    /// <summary>What somebody says of a child's home that is found untrue later.</summary>
    public static IFact Untrue(Chance chance, DateOnly on) => new InformationReceived(
        chance.Pick(["A caller who gave no name", "A neighbour", "A former partner of the mother"]),
        chance.Pick(["The mother's partner hits the child.", "The child is locked in a room at night.", "The carer drinks and drives with the child in the car.", "The father has moved back in although he must not."]),
        "unconfirmed", on, null);

    private static bool IsFarFromLimits(DateOnly born, DateOnly on) => (on.DayNumber - born.DayNumber) / 365.25 is (> 4.5 and < 8.5) or (> 10.5 and < 13.5);

    private static string Other(string[] codes, string code, Chance chance)
    {
        var at = chance.Whole(0, codes.Length);
        return codes[at] == code ? codes[(at + 1) % codes.Length] : codes[at];
    }

    private static string Swapped(string text) => text[^1] == text[^2] ? $"{text[..^1]}{(text[^1] == '7' ? '1' : '7')}" : $"{text[..^2]}{text[^1]}{text[^2]}";

    private static string Mistyped(string postcode) => $"{postcode[..^1]}{(postcode[^1] == 'B' ? 'D' : 'B')}";

    private static string Misspelt(string name) => $"{name[..^2]}{name[^1]}{name[^2]}" is var swapped && swapped != name ? swapped : $"{name}e";
}

namespace Journey.Generator;

/// <summary>What becomes of a referral.</summary>
public enum ReferralCourse
{
    /// <summary>Closed without further action.</summary>
    NoFurtherAction,

    /// <summary>Assessed and found not in need.</summary>
    NotInNeed,

    /// <summary>In need: plans, protection or care follow.</summary>
    InNeed,
}

/// <summary>
/// The course of one child's way, decided before it is told: on which days the child is referred, in need, protected, in care. Chapters
/// fill it with what happens; workers are allocated along it. Days after the end of the record have not happened and are left out when told.
/// Intervals are half-open; no end means open at the end of the record.
/// </summary>
public sealed record Course(Child Child, IReadOnlyList<NeedEpisode> Needs, IReadOnlyList<CarePeriod> Care)
{
    /// <summary>The need episode that holds on a day.</summary>
    public NeedEpisode? NeedOn(DateOnly day) => Needs.FirstOrDefault(n => n.ReferredOn <= day && (n.ClosedOn is not { } to || day < to));

    /// <summary>The period of care that holds on a day.</summary>
    public CarePeriod? CareOn(DateOnly day) => Care.FirstOrDefault(c => c.From <= day && (c.To is not { } to || day < to));
}

/// <summary>A referral until the case closes. Care lies within one; the case stays open while the child is in care.</summary>
public sealed record NeedEpisode(
    int Number,
    ReferralCourse Course,
    DateOnly ReferredOn,
    DateOnly? ClosedOn,
    string Source,
    string PrimaryNeed,
    DateOnly? AssessmentFrom,
    DateOnly? AssessedOn,
    IReadOnlyList<Enquiry> Enquiries,
    IReadOnlyList<PlanPeriod> Protection,
    IReadOnlyList<PlanPeriod> InNeed);

/// <summary>An enquiry under section 47; <paramref name="ConferenceOn"/> when an initial conference is held.</summary>
public sealed record Enquiry(DateOnly On, DateOnly EndOn, DateOnly? ConferenceOn);

/// <summary>A plan from a day up to a day, which is not included.</summary>
public sealed record PlanPeriod(DateOnly From, DateOnly? To, string? Category);

/// <summary>
/// A period of care from a day up to a day, which is not included; <paramref name="EndCode"/> is why it ended (REC), or how it is going to end
/// while it is open.
/// </summary>
public sealed record CarePeriod(int Number, DateOnly From, DateOnly? To, string Need, string LegalStatus, string? EndCode)
{
    /// <summary>The day on which it ends, whether or not the record reaches it.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>How the child came in.</summary>
    public required CareWay Way { get; init; }

    /// <summary>Why, in words.</summary>
    public required string EntryReason { get; init; }

    /// <summary>The aim of the care plan in the end.</summary>
    public required string Aim { get; init; }

    /// <summary>Permanence before this care.</summary>
    public required string PreviousPermanence { get; init; }

    /// <summary>Changes of legal status after the first.</summary>
    public IReadOnlyList<LegalStep> Legal { get; init; } = [];

    /// <summary>The days of an adoption, when the plan came to one.</summary>
    public AdoptionDays? Adoption { get; init; }

    /// <summary>Where the child lived, in order, without gaps.</summary>
    public IReadOnlyList<Stay> Stays { get; init; } = [];

    /// <summary>True on a day of this care.</summary>
    public bool Holds(DateOnly day) => From <= day && (To is not { } to || day < to);

    /// <summary>The legal status on a day of this care.</summary>
    public string LegalOn(DateOnly day) => Legal.LastOrDefault(l => l.On <= day)?.Code ?? LegalStatus;

    /// <summary>Where the child lived on a day of this care.</summary>
    public Stay StayOn(DateOnly day) => Stays.LastOrDefault(s => s.From <= day) ?? Stays[0];
}

/// <summary>How a child comes into care.</summary>
public enum CareWay
{
    /// <summary>By agreement (section 20).</summary>
    Agreed,

    /// <summary>By an interim care order.</summary>
    Court,

    /// <summary>By the police.</summary>
    Police,

    /// <summary>By an emergency protection order.</summary>
    Emergency,

    /// <summary>On remand.</summary>
    Remand,

    /// <summary>Alone from abroad.</summary>
    Alone,
}

/// <summary>A change of legal status.</summary>
public sealed record LegalStep(DateOnly On, string Code);

/// <summary>
/// The days of an adoption; <paramref name="ReversedOn"/> when the decision was reversed and no placement followed.
/// </summary>
public sealed record AdoptionDays(DateOnly DecidedOn, DateOnly MatchedOn, DateOnly PlacedOn, DateOnly OrderOn, bool WithCarer, bool Opposed, DateOnly? ReversedOn);

/// <summary>
/// A placement from a day up to a day, which is not included. Stays of one <paramref name="Spell"/> are with the same carer. The end is why it
/// ended while care went on.
/// </summary>
public sealed record Stay(
    int Number,
    int Spell,
    DateOnly From,
    DateOnly? To,
    string Type,
    string? ProviderCode,
    string? Urn,
    string Agency,
    string Carer,
    Spot At,
    decimal WeeklyCost,
    bool Planned,
    StayEnd? End);

/// <summary>Why a placement ended: the published reason, whether it was planned, and by whom.</summary>
public sealed record StayEnd(string Reason, bool Planned, string By);

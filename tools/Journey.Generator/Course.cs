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

/// <summary>A period of care from a day up to a day, which is not included; <paramref name="EndCode"/> is why it ended (REC).</summary>
public sealed record CarePeriod(int Number, DateOnly From, DateOnly? To, string Need, string LegalStatus, string? EndCode);

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Family;

/// <summary>Time planned with people, every so many days.</summary>
public sealed record ContactPlan(string With, int EveryDays, string Mode, bool Supervised);

/// <summary>Time spent together.</summary>
public sealed record TimeTogether(string With, string Mode);

/// <summary>Time together that did not take place.</summary>
public sealed record TimeMissed(string With, string Reason);

/// <summary>Lanes of the time a child spends with siblings and family.</summary>
public static class FamilyTimeLanes
{
    /// <summary>The plan of contact with siblings.</summary>
    public static Lane<ContactPlan> SiblingPlan { get; } = Lane<ContactPlan>.Exclusive("sibling-contact-plan");

    /// <summary>Contact with siblings.</summary>
    public static Lane<TimeTogether> SiblingContact { get; } = Lane<TimeTogether>.Point("sibling-contact");

    /// <summary>Contact with siblings that was missed.</summary>
    public static Lane<TimeMissed> SiblingContactMissed { get; } = Lane<TimeMissed>.Point("sibling-contact-missed");

    /// <summary>The plan of family time.</summary>
    public static Lane<ContactPlan> FamilyPlan { get; } = Lane<ContactPlan>.Exclusive("family-time-plan");

    /// <summary>Family time.</summary>
    public static Lane<TimeTogether> FamilyTime { get; } = Lane<TimeTogether>.Point("family-time");

    /// <summary>Family time that was missed.</summary>
    public static Lane<TimeMissed> FamilyTimeMissed { get; } = Lane<TimeMissed>.Point("family-time-missed");
}

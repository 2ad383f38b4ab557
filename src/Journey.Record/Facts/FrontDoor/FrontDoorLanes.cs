using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>Anything received about a child before it is a referral.</summary>
public sealed record Contact(string Source, string Mode);

/// <summary>What was decided about a contact, and at which of the four levels of need.</summary>
public sealed record ContactDecision(string Outcome, int Threshold, Guid? Contact = null);

/// <summary>A young person came for help with nowhere safe to live.</summary>
public sealed record Homelessness(int? WeeksInsecure, bool HousingNotified);

/// <summary>A referral: the child is in need from here until it is closed.</summary>
public sealed record Referral(string Source);

/// <summary>Why a referral closed: a decision on it, or the reason the case closed.</summary>
public sealed record ReferralClosing(string Reason);

/// <summary>What was decided about a referral.</summary>
public sealed record ReferralDecision(string Decision, Guid? Referral = null);

/// <summary>Primary need by its code.</summary>
public sealed record PrimaryNeed(string Code);

/// <summary>The level at which the child is helped.</summary>
public sealed record Tier(string Code);

/// <summary>The case came from, or went to, another authority.</summary>
public sealed record Transfer(string OtherAuthority, string Kind, bool Into);

/// <summary>Lanes of contact and referral.</summary>
public static class FrontDoorLanes
{
    /// <summary>Contacts.</summary>
    public static Lane<Contact> Contacts { get; } = Lane<Contact>.Point("contacts");

    /// <summary>Decisions on contacts.</summary>
    public static Lane<ContactDecision> ContactDecisions { get; } = Lane<ContactDecision>.Point("contact-decisions");

    /// <summary>Young people who came without a home.</summary>
    public static Lane<Homelessness> Homelessness { get; } = Lane<Homelessness>.Point("homelessness");

    /// <summary>Referrals, each open until it is decided against or the case closes.</summary>
    public static Lane<Referral> Referrals { get; } = Lane<Referral>.Overlapping("referrals", typeof(ReferralClosing));

    /// <summary>Decisions on referrals.</summary>
    public static Lane<ReferralDecision> Decisions { get; } = Lane<ReferralDecision>.Point("referral-decisions");

    /// <summary>Primary need.</summary>
    public static Lane<PrimaryNeed> PrimaryNeed { get; } = Lane<PrimaryNeed>.Exclusive("primary-need");

    /// <summary>Tier of need.</summary>
    public static Lane<Tier> Tier { get; } = Lane<Tier>.Exclusive("tier");

    /// <summary>Transfers between authorities.</summary>
    public static Lane<Transfer> Transfers { get; } = Lane<Transfer>.Point("transfers");
}

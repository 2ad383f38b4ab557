using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Family;

/// <summary>Somebody who belongs to the child's life, found by the id of the person.</summary>
public sealed record Relationship(Guid Person, string Called, string Relation, int? Significance) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Person.ToString("D");
}

/// <summary>An adult whom the child trusts.</summary>
public sealed record TrustedAdult(string Who, string Role);

/// <summary>A family was offered a meeting to make its own plan.</summary>
public sealed record FamilyGroupOffer(string? Facilitator);

/// <summary>The family met, or said why it would not.</summary>
public sealed record FamilyGroupAnswer(bool Held, string? Reason);

/// <summary>A family met to make its own plan.</summary>
public sealed record FamilyGroupMeeting(bool PlanAgreed);

/// <summary>Care by family or friends.</summary>
public sealed record KinshipArrangement(string Carer, string Basis);

/// <summary>A few nights with people the family knows; not care by the authority.</summary>
public sealed record NetworkStay(string Host, string CheckedBy);

/// <summary>Lanes of relationships and of family and friends who care.</summary>
public static class NetworkLanes
{
    /// <summary>Relationships.</summary>
    public static Lane<Relationship> Relationships { get; } = Lane<Relationship>.Overlapping("relationships");

    /// <summary>Adults the child named.</summary>
    public static Lane<TrustedAdult> TrustedAdults { get; } = Lane<TrustedAdult>.Point("trusted-adults");

    /// <summary>Offers, each open until the family meets or declines.</summary>
    public static Lane<FamilyGroupOffer> FamilyGroupOffers { get; } = Lane<FamilyGroupOffer>.Overlapping("family-group-offers", typeof(FamilyGroupAnswer));

    /// <summary>Meetings.</summary>
    public static Lane<FamilyGroupMeeting> FamilyGroupMeetings { get; } = Lane<FamilyGroupMeeting>.Point("family-group-meetings");

    /// <summary>Kinship arrangements.</summary>
    public static Lane<KinshipArrangement> Kinship { get; } = Lane<KinshipArrangement>.Overlapping("kinship");

    /// <summary>Stays with family and friends.</summary>
    public static Lane<NetworkStay> Stays { get; } = Lane<NetworkStay>.Overlapping("network-stays");
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Identity;

/// <summary>Born on, or expected on.</summary>
public sealed record Birth(DateOnly? Born, DateOnly? Expected);

/// <summary>Sex by its code: M, F or U.</summary>
public sealed record Sex(string Code);

/// <summary>Ethnicity by its code.</summary>
public sealed record Ethnicity(string Code);

/// <summary>An identifier in another system, found by kind and value.</summary>
public sealed record ChildIdentifier(string Kind, string Value) : IKeyed
{
    /// <summary>The authority's own identifier of a child.</summary>
    public const string LaChildId = "LaChildId";

    /// <inheritdoc/>
    public string Key() => $"{Kind}:{Value}";
}

/// <summary>Unique pupil number, or the reason (UN1 to UN7) why there is none.</summary>
public sealed record Upn(string Value);

/// <summary>Whether the child is a mother, and the date of birth of her child.</summary>
public sealed record Motherhood(bool IsMother, DateOnly? ChildsDateOfBirth);

/// <summary>Immigration status, such as UASC.</summary>
public sealed record ImmigrationStatus(string Status);

/// <summary>Who may see the record besides those named.</summary>
public sealed record Restriction(string Reason, string AllowedTeams);

/// <summary>The child has died.</summary>
public sealed record Death(DateOnly On);

/// <summary>A name of a kind: legal, preferred, former, alias.</summary>
public sealed record PersonName(string Kind, string First, string? Middle, string Last);

/// <summary>Gender in the child's own words.</summary>
public sealed record Gender(string Words);

/// <summary>Disability codes in order, separated by a blank.</summary>
public sealed record Disability(string Codes);

/// <summary>An address. A confidential one is shown to nobody without a need to know it.</summary>
public sealed record Address(string Kind, string? Lines, string? Postcode, string? LaCode, bool Confidential);

/// <summary>Somebody holds parental responsibility.</summary>
public sealed record ParentalResponsibility(string Person, string Basis);

/// <summary>The language the family speaks.</summary>
public sealed record LanguageNeed(string Language, bool Interpreter);

/// <summary>What an age assessment found.</summary>
public sealed record AgeAssessment(int? Age, string Outcome);

/// <summary>Something every reader of the record has to know first.</summary>
public sealed record Alert(string Kind, string Detail);

/// <summary>The record is sealed; <paramref name="NewRecord"/> is the record of the child's new identity, where there is one.</summary>
public sealed record Sealing(DateOnly AdoptionOrderOn, Guid? NewRecord);

/// <summary>Two records of one child. The days do not matter: a link is followed wherever it is believed.</summary>
public sealed record RecordLink(Guid Survivor, Guid Absorbed);

/// <summary>Lanes of identity.</summary>
public static class IdentityLanes
{
    /// <summary>Date of birth, from birth on.</summary>
    public static Lane<Birth> Birth { get; } = Lane<Birth>.Exclusive("birth");

    /// <summary>Sex.</summary>
    public static Lane<Sex> Sex { get; } = Lane<Sex>.Exclusive("sex");

    /// <summary>Ethnicity.</summary>
    public static Lane<Ethnicity> Ethnicity { get; } = Lane<Ethnicity>.Exclusive("ethnicity");

    /// <summary>Identifiers in other systems; the authority's own is one of them.</summary>
    public static Lane<ChildIdentifier> Identifiers { get; } = Lane<ChildIdentifier>.Overlapping("identifiers");

    /// <summary>Unique pupil number, or why there is none.</summary>
    public static Lane<Upn> Upn { get; } = Lane<Upn>.Exclusive("upn");

    /// <summary>Motherhood.</summary>
    public static Lane<Motherhood> Motherhood { get; } = Lane<Motherhood>.Exclusive("motherhood");

    /// <summary>Immigration status.</summary>
    public static Lane<ImmigrationStatus> Immigration { get; } = Lane<ImmigrationStatus>.Exclusive("immigration-status");

    /// <summary>Restriction of access. Read as the record stands now, whatever viewpoint is asked.</summary>
    public static Lane<Restriction> Restriction { get; } = Lane<Restriction>.Exclusive("restriction");

    /// <summary>Death.</summary>
    public static Lane<Death> Death { get; } = Lane<Death>.Exclusive("death");

    /// <summary>The legal name: one at a time.</summary>
    public static Lane<PersonName> LegalName { get; } = Lane<PersonName>.Exclusive("legal-name");

    /// <summary>Names of other kinds.</summary>
    public static Lane<PersonName> Names { get; } = Lane<PersonName>.Overlapping("names");

    /// <summary>Gender.</summary>
    public static Lane<Gender> Gender { get; } = Lane<Gender>.Exclusive("gender");

    /// <summary>Disability.</summary>
    public static Lane<Disability> Disability { get; } = Lane<Disability>.Exclusive("disability");

    /// <summary>The home: one at a time.</summary>
    public static Lane<Address> Home { get; } = Lane<Address>.Exclusive("home-address");

    /// <summary>Addresses of other kinds.</summary>
    public static Lane<Address> Addresses { get; } = Lane<Address>.Overlapping("other-addresses");

    /// <summary>Holders of parental responsibility.</summary>
    public static Lane<ParentalResponsibility> Responsibility { get; } = Lane<ParentalResponsibility>.Overlapping("parental-responsibility");

    /// <summary>Language.</summary>
    public static Lane<LanguageNeed> Language { get; } = Lane<LanguageNeed>.Exclusive("language-need");

    /// <summary>Age assessments.</summary>
    public static Lane<AgeAssessment> AgeAssessments { get; } = Lane<AgeAssessment>.Point("age-assessments");

    /// <summary>Alerts.</summary>
    public static Lane<Alert> Alerts { get; } = Lane<Alert>.Overlapping("alerts");

    /// <summary>Sealed after adoption. Read as the record stands now, whatever viewpoint is asked.</summary>
    public static Lane<Sealing> Sealed { get; } = Lane<Sealing>.Exclusive("sealed");

    /// <summary>Links with other records of the same child.</summary>
    public static Lane<RecordLink> Links { get; } = Lane<RecordLink>.Overlapping("links");
}

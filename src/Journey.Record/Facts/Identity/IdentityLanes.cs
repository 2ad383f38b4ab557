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
}

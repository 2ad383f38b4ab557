using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Legal;

/// <summary>An order that allows the child to be deprived of liberty, and what it allows.</summary>
public sealed record DeprivationOfLiberty(string Restrictions);

/// <summary>Secure accommodation under section 25.</summary>
public sealed record SecureAccommodation(int Weeks);

/// <summary>Remand to youth detention, or a custodial sentence.</summary>
public sealed record Custody(string Kind, string Place);

/// <summary>Lanes of liberty.</summary>
public static class LibertyLanes
{
    /// <summary>Deprivation of liberty orders.</summary>
    public static Lane<DeprivationOfLiberty> DeprivationOfLiberty { get; } = Lane<DeprivationOfLiberty>.Overlapping("deprivation-of-liberty");

    /// <summary>Secure accommodation.</summary>
    public static Lane<SecureAccommodation> SecureAccommodation { get; } = Lane<SecureAccommodation>.Overlapping("secure-accommodation");

    /// <summary>Custody.</summary>
    public static Lane<Custody> Custody { get; } = Lane<Custody>.Overlapping("custody");
}

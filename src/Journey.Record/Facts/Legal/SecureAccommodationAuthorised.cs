using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Facts.Legal;

/// <summary>Secure accommodation is authorised for a number of weeks (section 25).</summary>
public sealed record SecureAccommodationAuthorised(int Weeks, string? Court, DateOnly From) : IFact<SecureAccommodationAuthorised>
{
    /// <inheritdoc/>
    public static string Name => "secure_accommodation_authorised.v1";

    /// <inheritdoc/>
    public static string Noun => "secure-accommodations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LibertyLanes.SecureAccommodation];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SecureAccommodationAuthorised>> Rules { get; } =
    [
        new("weeks", "Secure accommodation is authorised for 1 to 26 weeks. Check the number.", q => q.Fact.Weeks is < 1 or > 26),
        new("secure-placement", "The child is not placed in a secure children's home (K1) on that day. Record the placement first, or check the date.", q =>
            q.Record.At(PlacementLanes.Placement, q.Fact.From) is not { Type: "K1" }),
        Guards.InCare<SecureAccommodationAuthorised>(),
    ];

    /// <inheritdoc/>
    public static SecureAccommodationAuthorised Example => new(12, "Example Family Court", new DateOnly(2026, 1, 5));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LibertyLanes.SecureAccommodation, new SecureAccommodation(Weeks), From, Days.Shift(From, Weeks * 7L))];

    /// <inheritdoc/>
    public string Sentence() => $"Secure accommodation was authorised from {Words.Date(From)} for {Words.Count(Weeks, "week")}.";
}

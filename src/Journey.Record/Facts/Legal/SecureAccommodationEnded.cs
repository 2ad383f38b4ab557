using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Legal;

/// <summary>Secure accommodation ends before its time.</summary>
public sealed record SecureAccommodationEnded(Guid Authorisation, DateOnly On) : IFact<SecureAccommodationEnded>
{
    /// <inheritdoc/>
    public static string Name => "secure_accommodation_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "secure-accommodation-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SecureAccommodationEnded>> Rules { get; } =
    [
        Guards.NamesOpen<SecureAccommodationEnded, SecureAccommodationAuthorised>("secure accommodation", f => f.Authorisation),
        Guards.NotBeforeStart<SecureAccommodationEnded>("secure accommodation", f => f.Authorisation, f => f.On),
    ];

    /// <inheritdoc/>
    public static SecureAccommodationEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2026, 3, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Authorisation, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"Secure accommodation ended on {Words.Date(On)}{ended.After}.";
}

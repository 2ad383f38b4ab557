using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Partners;

/// <summary>Information about the child is given to another agency, for a purpose and on a lawful basis.</summary>
public sealed record InformationShared(
    string ToAgency,
    string What,
    string Purpose,
    string LawfulBasis,
    string Consent,
    string SharedBy,
    string Rationale,
    DateOnly On,
    TimeOnly? At) : IFact<InformationShared>
{
    /// <inheritdoc/>
    public static string Name => "information_shared.v1";

    /// <inheritdoc/>
    public static string Noun => "information-shared";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SharingLanes.Shared];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<InformationShared>> Rules { get; } =
    [
        Guards.Said<InformationShared>("agency", f => f.ToAgency),
        new("purpose", "Say what is shared, for what purpose and on which lawful basis.", q =>
            string.IsNullOrWhiteSpace(q.Fact.What) || string.IsNullOrWhiteSpace(q.Fact.Purpose) || string.IsNullOrWhiteSpace(q.Fact.LawfulBasis)),
        Guards.Known<InformationShared>(PartnerCodes.Consent, "unknown-code", f => f.Consent),
        .. Guards.Decided<InformationShared>(f => f.SharedBy, f => f.Rationale),
        Guards.NotBeforeBirth<InformationShared>(),
    ];

    /// <inheritdoc/>
    public static InformationShared Example => new(
        "Example Health Trust", "School reports", "Assessment of needs", "Public task", "obtained",
        "SW10001", "Parents agreed in writing.", new DateOnly(2025, 5, 20), new TimeOnly(11, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SharingLanes.Shared, new SharedInformation(ToAgency, Consent, IsPlacementNotice()), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Information was shared with {ToAgency} on {Words.Date(On)}{Words.At(At)}, {Words.Label(PartnerCodes.Consent, Consent)}"
        + $"{Words.Saying(What)}, for {Words.Lower(Purpose)}.";

    /// <summary>The notice to the area authority has no fact of its own: its purpose names the placement out of area.</summary>
    private bool IsPlacementNotice() => Purpose?.Contains("out of area", StringComparison.OrdinalIgnoreCase) == true;
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Facts.Legal;

/// <summary>The legal status under which the child is looked after changes.</summary>
public sealed record LegalStatusChanged(DateOnly From, string To, string? CourtReference = null) : IFact<LegalStatusChanged>
{
    /// <inheritdoc/>
    public static string Name => "legal_status_changed.v1";

    /// <inheritdoc/>
    public static string Noun => "legal-statuses";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LegalLanes.LegalStatus];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<LegalStatusChanged>> Rules { get; } =
    [
        Guards.Known<LegalStatusChanged>(CareCodes.LegalStatus, "144", f => f.To),
        new("G6", "The child is not looked after on that day. Record the start of care first, or check the date.", q =>
            q.Record.At(CareLanes.Care, q.Fact.From) is null),
        new("434", "The legal status is already this one. Nothing changed on that day, or the code is wrong.", q =>
            q.Record.At(LegalLanes.LegalStatus, q.Fact.From) is { } current && current.Code == q.Fact.To),
        new("358", "This legal status is for children aged 10 or over. Check the legal status and the date of birth.", q =>
            q.Fact.To.StartsWith('J')
            && q.Record.At(IdentityLanes.Birth, q.Fact.From) is { Born: { } born } && born.AddYears(10) > q.Fact.From),
        NotDecided("553", "E1", "A placement order"),
        DecidedLater("554", "E1", "a placement order"),
        NotDecided("555", "D1", "A freeing order"),
        DecidedLater("556", "D1", "a freeing order"),
        .. LegalRules.NotTooLong<LegalStatusChanged>(),
    ];

    /// <inheritdoc/>
    public static LegalStatusChanged Example => new(new DateOnly(2025, 12, 15), "C1", "ZE25C00001");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LegalLanes.LegalStatus, new LegalStatus(To), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Legal status changed on {Words.Date(From)} to {Words.Lower(CareCodes.LegalStatus.Label(To))}.";

    private static Rule<LegalStatusChanged> NotDecided(string code, string status, string order) =>
        new(code, $"{order} follows the decision that the child should be placed for adoption. Record the decision first.", q =>
            q.Fact.To == status && !q.Record.Facts<AdoptionDecisionMade>().Any());

    /// <summary>A decision that a return states without its day is not later.</summary>
    private static Rule<LegalStatusChanged> DecidedLater(string code, string status, string order) =>
        new(code, $"The decision that the child should be placed for adoption lies after {order}. Check both dates.", q =>
            q.Fact.To == status
            && q.Record.Facts<AdoptionDecisionMade>().ToList() is { Count: > 0 } made
            && made.TrueForAll(f => f.Fact.On > q.Fact.From));
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
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
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Facts.Care;

/// <summary>
/// The child ceases to be looked after. Names the fact on which the period of care rests: its start, or the last stated episode.
/// Legal status and placement end with the period.
/// </summary>
public sealed record PeriodOfCareEnded(Guid PeriodOfCare, DateOnly EndOn, string Rec, bool? PlannedReturn = null) : IFact<PeriodOfCareEnded>
{
    /// <inheritdoc/>
    public static string Name => "period_of_care_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "period-of-care-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PeriodOfCareEnded>> Rules { get; } =
    [
        new("G3", "Name the period of care that ends: the fact it rests on must be in this record and still open.", q =>
            !q.Record.Timeline(CareLanes.Care).Any(i => i.FactId == q.Fact.PeriodOfCare && i.To > q.Fact.EndOn)),
        Guards.NotBeforeStart<PeriodOfCareEnded>("period of care", f => f.PeriodOfCare, f => f.EndOn),
        Guards.Known<PeriodOfCareEnded>(CareCodes.Rec, "149", f => f.Rec),
        new("X1", "X1 says that care continues. Give the reason why the period of care ended.", q => q.Fact.Rec == "X1"),
        new("381", "Care may not end in a temporary placement. Record the end of the temporary move first.", q =>
            q.Record.At(PlacementLanes.Placement, q.Fact.EndOn.AddDays(-1)) is { } placement && CareCodes.IsTemporary(placement.Type)),
        new("386", "A child who has reached 18 is not adopted. Check the reason, the date and the date of birth.", q =>
            q.Fact.Rec is "E11" or "E12" && Guards.AgeOn(q.Record, q.Fact.EndOn) >= 18),
        new("387", "A child under 14 does not move into independent living. Check the reason, the date and the date of birth.", q =>
            q.Fact.Rec is "E5" or "E6" && Guards.AgeOn(q.Record, q.Fact.EndOn) < 14),
        new("389", "A child under 16 does not go over to adult services. Check the reason, the date and the date of birth.", q =>
            q.Fact.Rec == "E7" && Guards.AgeOn(q.Record, q.Fact.EndOn) < 16),
        new("460", "E17 is for those who stay with their carers from 18 on. Check the reason, the date and the date of birth.", q =>
            q.Fact.Rec == "E17" && Guards.AgeOn(q.Record, q.Fact.EndOn) < 18),
        new("557", "An adoption decision stands and the child was not adopted. Record its reversal first, or check the reason.", q =>
            q.Fact.Rec is not ("E11" or "E12") && q.Record.On(AdoptionLanes.Decisions, q.Fact.EndOn).Any()),
        new("580", "The child is still missing on that day, so nobody knows of a move there. Record the return first, or give E8.", q =>
            SaysWhereTo(q.Fact.Rec)
            && q.Record.Timeline(MissingLanes.Missing).Any(i => i.From < q.Fact.EndOn && i.To > q.Fact.EndOn && i.As<MissingSpell>().Kind == MissingSpell.IsMissing)),
        .. LegalRules.NotTooLong<PeriodOfCareEnded>(),
    ];

    /// <inheritdoc/>
    public static PeriodOfCareEnded Example =>
        new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 8, 20), "E4A", true);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => EndOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(PeriodOfCare, EndOn, new CareClosing(Rec, null))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) =>
        $"Ceased to be looked after on {Words.Date(EndOn)}{ended.AfterAll(CareLanes.Care, (_, _) => true)}: {Words.Lower(CareCodes.Rec.Label(Rec))}.";

    /// <summary>Reasons that name the home to which the child went; a child may die, be sentenced or turn 18 while missing.</summary>
    private static bool SaysWhereTo(string rec) =>
        rec is "E11" or "E12" or "E13" or "E17" or "E41" or "E45" or "E46" or "E47" or "E48" or "E4A" or "E4B" or "E5" or "E6" or "E7";
}

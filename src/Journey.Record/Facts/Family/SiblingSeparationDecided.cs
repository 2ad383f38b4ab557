using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>It is decided to place siblings apart, and when that is looked at again.</summary>
public sealed record SiblingSeparationDecided(
    IReadOnlyList<Guid> SiblingsApart,
    string Reason,
    string DecidedBy,
    string Rationale,
    DateOnly DecidedOn,
    DateOnly ReviewBy) : IFact<SiblingSeparationDecided>
{
    /// <inheritdoc/>
    public static string Name => "sibling_separation_decided.v1";

    /// <inheritdoc/>
    public static string Noun => "sibling-separations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SiblingLanes.Separations];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingSeparationDecided>> Rules { get; } =
    [
        new("nobody-apart", "Name the siblings from whom the child is apart.", q =>
            q.Fact.SiblingsApart.Count == 0 || q.Fact.SiblingsApart.Contains(q.Record.Id)),
        new("no-sibling-assessment", "Complete a sibling assessment before deciding to separate siblings.", q =>
            !q.Record.Timeline(SiblingLanes.Assessments).Any(i => i.From <= q.Fact.DecidedOn)),
        Guards.Known<SiblingSeparationDecided>(FamilyCodes.Apart, "unknown-code", f => f.Reason),
        .. Guards.Decided<SiblingSeparationDecided>(f => f.DecidedBy, f => f.Rationale),
        Guards.NotDueBefore<SiblingSeparationDecided>(f => f.ReviewBy),
        .. Guards.InLife<SiblingSeparationDecided>(),
    ];

    /// <inheritdoc/>
    public static SiblingSeparationDecided Example => new(
        [Guid.Parse("019a0000-0000-7000-8000-000000000002")], "noSufficiency", "A. Manager",
        "No carer could take both.", new DateOnly(2025, 7, 1), new DateOnly(2025, 9, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DecidedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SiblingLanes.Separations, new SiblingSeparation(Reason, SiblingsApart.Count, ReviewBy), DecidedOn)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"It was decided on {Words.Date(DecidedOn)} to place siblings apart, {Words.Label(FamilyCodes.Apart, Reason)}; to be reviewed by "
        + $"{Words.Date(ReviewBy)}{Words.Saying(Rationale)}.";
}

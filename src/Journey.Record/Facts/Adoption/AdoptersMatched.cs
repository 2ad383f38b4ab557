using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Adoption;

/// <summary>The child is matched with adopters. A return states it with the decision (DATE_INT), possibly without any date.</summary>
public sealed record AdoptersMatched(
    DateOnly? DecisionOn,
    DateOnly? MatchedOn,
    bool? FosterCarer,
    int? NumberOfAdopters,
    string? SexesOfAdopters,
    string? LegalStatusOfAdopters,
    int? ReturnYear) : IFact<AdoptersMatched>
{
    /// <inheritdoc/>
    public static string Name => "adopters_matched.v1";

    /// <inheritdoc/>
    public static string Noun => "adoption-matches";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [AdoptionLanes.Adopters];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AdoptersMatched>> Rules { get; } =
    [
        new("match-undated", "Give the date of the match.", q => q.Fact.MatchedOn is null),
        new("match-early", "The match lies before the decision. Check both dates.", q => q.Fact.MatchedOn < q.Fact.DecisionOn),
        new("523", "The decision on record has another date. Check both and correct the wrong one.", q =>
            q.Fact.DecisionOn is { } on
            && q.Record.Facts<AdoptionDecisionMade>().ToList() is { Count: > 0 } made
            && made.TrueForAll(f => f.Fact.On != on)),
        Guards.Known<AdoptersMatched>(PermanenceCodes.AdopterSexes, "unknown-code", f => f.SexesOfAdopters),
        Guards.Known<AdoptersMatched>(PermanenceCodes.AdopterStatus, "unknown-code", f => f.LegalStatusOfAdopters),
        new("adopter-number", "Number and sexes of the adopters contradict each other. Check both.", q =>
            q.Fact is { NumberOfAdopters: { } number, SexesOfAdopters: { } sexes } && number != (sexes is "M1" or "F1" ? 1 : 2)),
    ];

    /// <inheritdoc/>
    public static AdoptersMatched Example => new(new DateOnly(2024, 6, 10), new DateOnly(2025, 1, 10), false, 2, "MF", "L3", null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => MatchedOn ?? DecisionOn ?? Days.YearEnd(ReturnYear);

    /// <inheritdoc/>
    public DatePrecision Precision() => MatchedOn is null && DecisionOn is null ? DatePrecision.YearEnd : DatePrecision.Day;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(
            AdoptionLanes.Adopters,
            new Adopters(DecisionOn, MatchedOn, FosterCarer, NumberOfAdopters, SexesOfAdopters, LegalStatusOfAdopters),
            EffectiveFrom());
    }

    /// <inheritdoc/>
    public string Sentence() =>
        $"The child was matched with adopters on {Words.Date(EffectiveFrom())}: "
        + $"{Words.Label(PermanenceCodes.AdopterSexes, SexesOfAdopters)}, "
        + $"{Words.Label(PermanenceCodes.AdopterStatus, LegalStatusOfAdopters)}.";
}

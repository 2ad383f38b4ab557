using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Facts.Care;

/// <summary>
/// A care episode as a 903 return states it, from DECOM up to, not including, DEC. It stands beside what others state, and the lanes of
/// care, legal status and placement are folded from it as from live facts.
/// </summary>
public sealed record EpisodeStated(
    DateOnly Decom,
    string? Rne,
    string? LegalStatus,
    string? Need,
    string? Place,
    string? Provider,
    DateOnly? Dec,
    string? Rec,
    string? ReasonPlaceChange,
    string? HomePostcode,
    string? Postcode,
    string? Urn) : IFact<EpisodeStated>
{
    /// <inheritdoc/>
    public static string Name => "episode_stated.v1";

    /// <inheritdoc/>
    public static string Noun => "stated-episodes";

    /// <inheritdoc/>
    public static bool ImportOnly => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } =
        [CareLanes.StatedEpisodes, CareLanes.Care, LegalLanes.LegalStatus, PlacementLanes.Placement];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EpisodeStated>> Rules { get; } =
    [
        Guards.EndNotBeforeStart<EpisodeStated>(f => f.Dec),
        Guards.Known<EpisodeStated>(CareCodes.Rne, "143", f => f.Rne),
        Guards.Known<EpisodeStated>(CareCodes.LegalStatus, "144", f => f.LegalStatus),
        Guards.Known<EpisodeStated>(CareCodes.Need, "145", f => f.Need),
        Guards.Known<EpisodeStated>(CareCodes.Place, "146", f => f.Place),
        Guards.Known<EpisodeStated>(CareCodes.Provider, "147", f => f.Provider),
        Guards.Known<EpisodeStated>(CareCodes.Rec, "149", f => f.Rec),
        new("148", "An end date and a reason for the end stand together or not at all. Give both, or neither.", q =>
            (q.Fact.Dec is null) != string.IsNullOrEmpty(q.Fact.Rec)),
        new("355", "An episode may not start and end on one day. Check both dates.", q => q.Fact.Dec == q.Fact.Decom),
        new("501", "This episode overlaps another. Check the dates of both.", q => Overlaps(q)),
    ];

    /// <inheritdoc/>
    public static EpisodeStated Example => new(
        new DateOnly(2025, 6, 10), "S", "V2", "N1", "U6", "PR1", new DateOnly(2025, 9, 1), "X1", "CREQB", "ZZ1 1AA", "ZZ1 1AB", "SC000001");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => Decom;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var end = Dec < Decom ? Decom : Dec;
        var closing = Dec is null ? null : new CareClosing(Rec, ReasonPlaceChange);
        yield return new Claim(
            CareLanes.StatedEpisodes,
            new StatedEpisode(Rne, LegalStatus, Need, Place, Provider, Rec, ReasonPlaceChange, HomePostcode, Postcode, Urn),
            Decom,
            end,
            Closing: closing);
        yield return new Claim(CareLanes.Care, new InCare(Need), Decom, end, Closing: closing);
        if (LegalStatus is not null)
        {
            yield return new Claim(LegalLanes.LegalStatus, new LegalStatus(LegalStatus), Decom, end, Closing: closing);
        }

        if (Place is not null)
        {
            yield return new Claim(
                PlacementLanes.Placement, new Placement(Place, Provider, Urn, Postcode, HomePostcode), Decom, end, Closing: closing);
        }
    }

    /// <inheritdoc/>
    public string Sentence() =>
        $"A return states an episode of care from {Words.Date(Decom)}{(Dec is { } dec ? $" to {Words.Date(dec)}" : ", still open")}: "
        + $"{CareCodes.Rne.Label(Rne ?? "?")}; {CareCodes.LegalStatus.Label(LegalStatus ?? "?")}; {CareCodes.Place.Label(Place ?? "?")}.";

    private static bool Overlaps(Question<EpisodeStated> q)
    {
        var own = new Period(q.Fact.Decom, q.Fact.Dec is { } dec && dec >= q.Fact.Decom ? dec : Period.Open);
        return q.Record.Timeline(CareLanes.StatedEpisodes).Any(i => i.FactId != q.FactId && !i.Period.IsEmpty && i.Period.Touches(own));
    }
}

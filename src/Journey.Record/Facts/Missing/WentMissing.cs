using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Missing;

/// <summary>The child is missing, or away without authorisation. A return states the end in the same row; live it is a fact of its own.</summary>
public sealed record WentMissing(
    string Kind,
    DateOnly FromDate,
    TimeOnly? FromTime,
    DateOnly? ReportedOn,
    TimeOnly? ReportedAt,
    string? ReportedTo,
    DateOnly? To) : IFact<WentMissing>
{
    /// <inheritdoc/>
    public static string Name => "went_missing.v1";

    /// <inheritdoc/>
    public static string Noun => "missing-episodes";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [MissingLanes.Missing];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WentMissing>> Rules { get; } =
    [
        Guards.Known<WentMissing>(MissingCodes.Kind, "unknown-code", f => f.Kind),
        Guards.EndNotBeforeStart<WentMissing>(f => f.To),
        new("574", "The child is already missing on that day. End that episode first, or check the dates.", q => Overlaps(q)),
        new("578", "The child was no longer looked after on that day, and no referral is open. Check the date.", q =>
            q.Record.Timeline(CareLanes.Care).Count > 0 && !Guards.HasOpenCase(q.Record, q.Fact.FromDate)),
        new("reported-early", "It was reported before the child went missing. Check both dates.", q => q.Fact.ReportedOn < q.Fact.FromDate),
        .. Guards.InLife<WentMissing>(),
    ];

    /// <inheritdoc/>
    public static WentMissing Example => new(
        "M", new DateOnly(2025, 10, 14), new TimeOnly(21, 0), new DateOnly(2025, 10, 14), new TimeOnly(21, 40), "Police", null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => FromDate;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(MissingLanes.Missing, new MissingSpell(Kind), FromDate, To, FromTime, Closing: To is null ? null : new MissingClosing(null))];

    /// <inheritdoc/>
    public string Sentence() => $"Missing from {Words.Date(FromDate)}{Words.At(FromTime)}{Words.To(To)}: {Words.Label(MissingCodes.Kind, Kind)}.";

    private static bool Overlaps(Question<WentMissing> q)
    {
        var own = Guards.Own(q, q.Fact.FromDate, q.Fact.To);
        return q.Record.Timeline(MissingLanes.Missing).Any(i => !i.Period.IsEmpty && i.Period.Touches(own));
    }
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Care;

/// <summary>A single short break (V3).</summary>
public sealed record ShortBreakTaken(string LegalStatus, DateOnly From, DateOnly To) : IFact<ShortBreakTaken>
{
    /// <inheritdoc/>
    public static string Name => "short_break_taken.v1";

    /// <inheritdoc/>
    public static string Noun => "short-breaks";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ShortBreakLanes.ShortBreaks];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ShortBreakTaken>> Rules { get; } =
    [
        new("short-break", "A single short break is V3, or V4 under an agreement. Give one of them.", q => !CareCodes.IsShortBreak(q.Fact.LegalStatus))
        {
            Coded = new Coded(nameof(LegalStatus), CareCodes.LegalStatus),
        },
        Guards.EndNotBeforeStart<ShortBreakTaken>(f => f.To),
        new("365", "A short break lasts at most 17 days. Record a period of care instead, or check both dates.", q => Length(q.Fact) > 17),
        new("366", "Another short break covers part of this one. Check the dates of both.", q =>
            Breaks(q).Any(b => b.From < q.Fact.To && q.Fact.From < b.To)),
        new("367", "Short breaks come to more than 75 days in 12 months. Record a period of care instead, or check the dates.", q =>
            Length(q.Fact) + Breaks(q).Where(b => b.From <= q.Fact.From && b.From > Days.Shift(q.Fact.From, -365)).Sum(Length) > 75),
        .. Guards.InLife<ShortBreakTaken>(),
    ];

    /// <inheritdoc/>
    public static ShortBreakTaken Example => new("V3", new DateOnly(2025, 5, 2), new DateOnly(2025, 5, 5));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ShortBreakLanes.ShortBreaks, new ShortBreak(LegalStatus), From, To)];

    /// <inheritdoc/>
    public string Sentence() => $"A short break was taken from {Words.Date(From)}{Words.To(To)}.";

    private static int Length(ShortBreakTaken fact) => fact.To.DayNumber - fact.From.DayNumber;

    private static IEnumerable<ShortBreakTaken> Breaks(Question<ShortBreakTaken> q) => q.Record.Facts<ShortBreakTaken>().Select(f => f.Fact);
}

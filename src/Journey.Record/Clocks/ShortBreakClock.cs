using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Measures;

namespace Journey.Record.Clocks;

/// <summary>A short break lasts 17 days at most, and those of a year 75.</summary>
public static class ShortBreakClock
{
    private const int Year = 365;

    private static readonly Limit One = new("short-break", 17, LimitUnit.Days, Evidence.Statutory);

    private static readonly Limit InYear = new("short-breaks-in-year", 75, LimitUnit.Days, Evidence.Statutory);

    /// <summary>Each break.</summary>
    public static Clock Each { get; } = new()
    {
        Code = One.Name,
        Title = "End of a short break",
        Rule = "17 days from the start of a short break, until it ends.",
        Source = "SSDA903 rule 365",
        Evidence = Evidence.Statutory,
        Limits = [One],
        Lanes = [.. CareEpisodes.Lanes, ShortBreakLanes.ShortBreaks],
        Dues = t => Breaks(t).Select(b => t.Start(One, b.Start).ClosedWith(b.End)),
    };

    /// <summary>All breaks of a year.</summary>
    public static Clock OfYear { get; } = new()
    {
        Code = InYear.Name,
        Title = "Short breaks of twelve months",
        Rule = "From the start of a short break, the days that are left of 75 after the breaks begun in the 365 days before, until it ends.",
        Source = "SSDA903 rule 367",
        Evidence = Evidence.Statutory,
        Limits = [InYear],
        Lanes = [.. CareEpisodes.Lanes, ShortBreakLanes.ShortBreaks],
        Dues = t =>
        {
            var breaks = Breaks(t);
            return breaks.Select((b, n) =>
            {
                var recent = breaks.Take(n).Where(o => o.End is not null && o.Start.On > Facts.Days.Shift(b.Start.On, -Year));
                var left = Math.Max(0, InYear.Amount - recent.Sum(o => o.End!.Value.On.DayNumber - o.Start.On.DayNumber));
                return t.Start(InYear, b.Start, Facts.Days.Shift(b.Start.On, left)).ClosedWith(b.End);
            });
        },
    };

    /// <summary>Breaks taken, recorded as such or stated by returns as episodes under V3, in order.</summary>
    private static List<(Mark Start, Mark? End)> Breaks(Ticking t) =>
    [
        .. t[ShortBreakLanes.ShortBreaks].Where(i => !i.As<ShortBreak>().Agreed).Select(i => (Start: Mark.Of(i), i.To))
            .Concat(LookedAfter.Episodes(t.Child).Where(e => e.LegalStatus == "V3").Select(e => (Start: new Mark(e.Fact, e.From), e.To)))
            .Where(b => b.To > b.Start.On).DistinctBy(b => b.Start.On).OrderBy(b => b.Start.On)
            .Select(b => (b.Start, b.To == Period.Open ? (Mark?)null : new Mark(null, b.To))),
    ];
}

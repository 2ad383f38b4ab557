namespace Journey.Exchange.Ssda903.Checks;

/// <summary>How a child's episodes follow each other.</summary>
internal static class EpisodeOrderRules
{
    /// <summary>142: a new episode has started, but this one has not ended.</summary>
    public static ReturnRule NotEnded { get; } = new(
        "142",
        ["DEC", "REC"],
        "Another episode of the child starts later, but this one has not ended: give it the date and the reason it ceased.",
        r => r.Steps.Where(s => s.Next is not null && (s.This.Dec is null || s.This.Rec is null)).Select(s => s.This));

    /// <summary>431: RNE is S, but the previous episode ended on the same day or later.</summary>
    public static ReturnRule StartsAgainOnTheDay { get; } = new(
        "431",
        ["RNE", "DECOM"],
        "The child starts to be looked after on the day the previous episode ended: say what changed instead of S, or correct a date.",
        r => r.Steps.Where(s => s.This.Rne == "S" && s.This.Decom <= s.Previous?.Dec).Select(s => s.This));

    /// <summary>433: RNE continues care, but the episode does not start on the day the previous one ended.</summary>
    public static ReturnRule DoesNotFollow { get; } = new(
        "433",
        ["RNE", "DECOM"],
        "The episode continues care but does not start on the day the previous one ended: correct a date, or use S.",
        r => r.Steps.Where(s => s.This.Rne is "L" or "P" or "T" or "B" or "U"
            && s.Previous is { } previous && previous.Dec != s.This.Decom).Select(s => s.This));

    /// <summary>501: the episode starts before an earlier one of the child has ended.</summary>
    public static ReturnRule Overlaps { get; } = new(
        "501",
        ["DECOM", "DEC"],
        "The episode starts before an earlier one has ended: correct one of the two dates.",
        r => r.Children.Values.SelectMany(Overlapping));

    /// <summary>
    /// 502: last year's return ended with an open episode, and this year's first one starts on another day. A child whom this year leaves
    /// out has no row to break it.
    /// </summary>
    public static ReturnRule DoesNotContinueLastYear { get; } = new(
        "502",
        ["DECOM"],
        "Last year's return ended with an open episode that starts on another day than this year's first: report that episode again with its end.",
        r => r.Children.Values.Select(episodes => episodes[0]).Where(first =>
            r.LastChildren.TryGetValue(first.Child, out var last) && last.Any(e => e.Dec is null) && !last.Any(e => e.Dec is null && e.Decom == first.Decom)));

    /// <summary>504: the category of need is the same for a whole period of care.</summary>
    public static ReturnRule NeedChanges { get; } = new(
        "504",
        ["CIN"],
        "The category of need differs from the one at the start of the period of care: report the need at entry throughout.",
        r => r.Steps.Where(s => s.Previous is { Rec: "X1" } previous && previous.Dec == s.This.Decom && previous.Cin != s.This.Cin).Select(s => s.This));

    private static IEnumerable<EpisodeRow> Overlapping(EpisodeRow[] episodes)
    {
        DateOnly? latest = null;
        foreach (var episode in episodes)
        {
            if (episode.Decom < latest)
            {
                yield return episode;
            }

            if (latest is null || episode.Dec > latest)
            {
                latest = episode.Dec;
            }
        }
    }
}

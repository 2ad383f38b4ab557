using Journey.Record.Facts.Care;
using Journey.Record.Facts.Reviews;

namespace Journey.Record.Measures;

/// <summary>M16: reviews of looked-after children held in time.</summary>
public static class M16CareReviews
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M16",
        Title = "Reviews of looked-after children held in time",
        Cohort = "Reviews due in the window: 20 working days after the period of care began, 3 months after the first, 6 months after each other",
        Numerator = "Held on or before the day due",
        Exclusions = "Short breaks (V3, V4); reviews due once the child is no longer looked after",
        Policy = "Counted anew from each review held; while none is held, another is due an interval later",
        Unit = "reviews",
        Source = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33",
        Lanes = [.. CareEpisodes.Lanes, ReviewLanes.Reviews],
        Of = (child, window, given) => Periods(LookedAfter.Episodes(child))
            .SelectMany(care => Round.Of(care.Fact, care.From, Counting.Earlier(care.To, window.To), child[ReviewLanes.Reviews], (from, times) => times switch
            {
                0 => given.Calendar.After(from, 20),
                1 => from.AddMonths(3),
                _ => from.AddMonths(6),
            }).Select(r => r.Contribution(child, window, care.To, "Review")))
            .OfType<Contribution>()
            .Or(child, "No review was due in the window."),
    };

    /// <summary>Unbroken periods of care without short breaks, each with the fact that it began with.</summary>
    private static IEnumerable<(Guid Fact, DateOnly From, DateOnly To)> Periods(IEnumerable<CareEpisode> episodes)
    {
        (Guid Fact, DateOnly From, DateOnly To)? period = null;
        foreach (var episode in episodes.Where(e => !e.IsShortBreak))
        {
            if (period is { } open && episode.Rne != "S" && episode.From <= open.To)
            {
                period = open with { To = episode.To > open.To ? episode.To : open.To };
                continue;
            }

            if (period is { } ended)
            {
                yield return ended;
            }

            period = (episode.Fact, episode.From, episode.To);
        }

        if (period is { } last)
        {
            yield return last;
        }
    }
}

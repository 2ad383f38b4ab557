using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Missing;

namespace Journey.Record.Measures;

/// <summary>
/// M19, return interviews: of incidents that ended in the window, those after which an interview was offered within 72 hours by the clock, summer
/// time minded. Where the time of the return or of the offer is not known, an offer by the third day after the return counts.
/// </summary>
public static class M19ReturnInterviews
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M19-rhi",
        Title = "Return interviews offered within 72 hours",
        Cohort = "Incidents of missing or being away that ended in the window, of children looked after on the day they began",
        Numerator = "An interview was offered within 72 hours of the return",
        Exclusions = "Short breaks (V3, V4); incidents without a stated end",
        Policy = "Missing and away alike; by the third day after the return where a time is not known",
        Unit = "hours from return to offer",
        Source = "DfE, statutory guidance on children who run away or go missing from home or care",
        Lanes = [.. CareEpisodes.Lanes, MissingLanes.Missing, MissingLanes.ReturnInterviewOffers],
        Of = (child, window, _) =>
        {
            var episodes = LookedAfter.Episodes(child);
            var ended = child[MissingLanes.Missing]
                .Where(i => i.Closing is MissingClosing && window.Contains(i.To) && LookedAfter.On(episodes, i.From).Any())
                .ToList();
            return ended.Count == 0 ? [child.Out("No incident ended in the window.")] : ended.Select(i => Judge(child, i));
        },
    };

    private static Contribution Judge(Timelines child, Interval missing)
    {
        var offer = child[MissingLanes.ReturnInterviewOffers].FirstOrDefault(o => o.As<ReturnInterviewOffer>().Missing == missing.FactId);
        if (offer is null)
        {
            return child.In(false, "No interview was offered.", null, [missing.FactId], missing.FactId, missing.To);
        }

        var hours = Hours(missing.To, ((MissingClosing)missing.Closing!).ReturnedAt, offer.From, offer.At);
        var days = offer.From.DayNumber - missing.To.DayNumber;
        var inTime = hours is { } h ? h <= 72 : days <= 3;
        return child.In(
            inTime, inTime ? "An interview was offered in time." : "An interview was offered too late.", hours is { } exact ? decimal.Round(exact, 1) : null,
            [missing.FactId, offer.FactId], missing.FactId, missing.To);
    }

    /// <summary>Hours from a London day and time to another; null where a time is not known or does not exist.</summary>
    private static decimal? Hours(DateOnly from, TimeOnly? at, DateOnly to, TimeOnly? then) =>
        at is { } one && then is { } other
        && London.ToInstant(from.ToDateTime(one)) is { } start && London.ToInstant(to.ToDateTime(other)) is { } end
            ? (decimal)(end - start).TotalHours
            : null;
}

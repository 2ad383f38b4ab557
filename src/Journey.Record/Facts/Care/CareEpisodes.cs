using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Facts.Care;

/// <summary>
/// A slice of a period of care with one legal status and one placement, from its first day up to, not including, its last.
/// <paramref name="Silent"/> means that its end is only the day from which returns no longer report it. <paramref name="Fact"/> is the
/// stated episode, or the placement that it was cut from.
/// </summary>
public sealed record CareEpisode(
    Guid Fact,
    bool Stated,
    DateOnly From,
    DateOnly To,
    bool Silent,
    string? Rne,
    string? LegalStatus,
    string? Need,
    string? Place,
    string? Provider,
    string? Rec,
    string? ReasonPlaceChange,
    string? HomePostcode,
    string? Postcode,
    string? Urn)
{
    /// <summary>The days covered.</summary>
    public Period Period => new(From, To);

    /// <summary>True until further notice.</summary>
    public bool IsOpen => To == Period.Open;

    /// <summary>An agreed short break, left out of nearly every figure.</summary>
    public bool IsShortBreak => CareCodes.IsShortBreak(LegalStatus);
}

/// <summary>
/// The care episodes of one child: the stated ones, then slices of the lanes of care, legal status and placement where none is stated.
/// A stated episode without an end runs until its end is stated or a live fact changes one of its lanes.
/// </summary>
public static class CareEpisodes
{
    /// <summary>The lanes that episodes are made from.</summary>
    public static IReadOnlyList<Lane> Lanes { get; } =
        [CareLanes.StatedEpisodes, CareLanes.Care, LegalLanes.LegalStatus, PlacementLanes.Placement];

    /// <summary>Episodes in order of their first day; those of one day in the order in which they were recorded.</summary>
    public static IReadOnlyList<CareEpisode> Of(Func<Lane, IReadOnlyList<Interval>> timeline)
    {
        var lanes = new Lanes4(timeline(CareLanes.StatedEpisodes), timeline(CareLanes.Care), timeline(LegalLanes.LegalStatus), timeline(PlacementLanes.Placement));
        var stated = lanes.Stated.Select(i => FromReturn(i, lanes)).ToList();
        var cuts = Cuts(lanes, stated);
        if (cuts.Count == 0)
        {
            return stated;
        }

        var order = stated.Select(e => (Episode: e, Cut: (Cut?)null))
            .Concat(cuts.Select(c => (Episode: c.Draft, Cut: (Cut?)c)))
            .OrderBy(x => x.Episode.From).ThenBy(x => x.Episode.To)
            .ToList();
        return Name(order, lanes);
    }

    /// <summary>Reason for a new episode as the lanes alone give it; null where they do not tell.</summary>
    public static string? DerivedRne(CareEpisode episode, CareEpisode? before) => before switch
    {
        null => "S",
        _ when before.To != episode.From || before.Rec is not (null or "X1") => "S",
        _ => Changed(before.LegalStatus != episode.LegalStatus, Setting(before) != Setting(episode), Carer(before) == Carer(episode)),
    };

    private static (string?, string?, string?, string?) Setting(CareEpisode e) => (e.Place, e.Provider, e.Urn, e.Postcode);

    /// <summary>Returns do not name carers: the same setting at another postcode is taken for the same carer.</summary>
    private static (string?, string?, string?) Carer(CareEpisode e) => (e.Place, e.Provider, e.Urn);

    private static string? Changed(bool legalStatus, bool placement, bool sameCarer) => (legalStatus, placement, sameCarer) switch
    {
        (true, true, true) => "U",
        (true, true, false) => "B",
        (false, true, true) => "T",
        (false, true, false) => "P",
        (true, false, _) => "L",
        (false, false, _) => null,
    };

    private static CareEpisode FromReturn(Interval interval, Lanes4 lanes)
    {
        var stated = interval.As<StatedEpisode>();
        var (to, rec, reason) = (interval.To, stated.Rec, stated.ReasonPlaceChange);
        if (interval is { IsOpen: false, Closing: CareClosing closing })
        {
            (rec, reason) = (closing.Rec, closing.ReasonPlaceChange);
        }

        if (interval is { IsOpen: true, Closing: null } && LiveChange(interval, lanes) is { } change)
        {
            to = change.On;
            (rec, reason) = (change.Rec, change.Reason);
        }

        return new CareEpisode(
            interval.FactId, true, interval.From, to, interval is { IsOpen: false, Closing: null }, stated.Rne, stated.LegalStatus, stated.Need,
            stated.Place, stated.Provider, rec, reason, stated.HomePostcode, stated.Postcode, stated.Urn);
    }

    /// <summary>The first day on which a live fact, not another stated episode, changes a lane of an open stated episode.</summary>
    private static (DateOnly On, string? Rec, string? Reason)? LiveChange(Interval episode, Lanes4 lanes)
    {
        var changes =
            from lane in lanes.Changing
            let own = lane.First(episode.FactId)
            where own is { IsOpen: false }
            let next = lane.After(own)
            where own.Closing is not null || (next is not null && next.From == own.To && !lanes.IsStated(next.FactId))
            select (On: own.To, (own.Closing as CareClosing)?.ReasonPlaceChange);
        var first = changes.OrderBy(c => c.On).ThenBy(c => c.ReasonPlaceChange is null).Cast<(DateOnly On, string? Reason)?>().FirstOrDefault();
        if (first is not { } change)
        {
            return null;
        }

        return lanes.Care.Any(i => i.Period.Contains(change.On)) ? (change.On, "X1", change.Reason) : (change.On, null, change.Reason);
    }

    /// <summary>Slices of the lanes on days that no stated episode covers, without their reasons yet.</summary>
    private static List<Cut> Cuts(Lanes4 lanes, List<CareEpisode> episodes)
    {
        var cuts = new List<Cut>();
        var whole = episodes.GroupBy(e => e.Fact).ToDictionary(g => g.Key, g => g.First().Period);

        // Care that a stated episode covers from first to last day needs no slices.
        var uncovered = lanes.Care.Where(c => !(whole.TryGetValue(c.FactId, out var own) && own.From <= c.From && c.To <= own.To)).ToList();
        var stated = uncovered.Count == 0 ? [] : episodes.Where(e => !e.Period.IsEmpty).Select(e => e.Period).ToList();
        foreach (var care in uncovered)
        {
            var inside = lanes.Legal.Concat(lanes.Placement).Where(i => i.Period.Touches(care.Period) || i.From == care.From).ToList();
            var days = inside.SelectMany(i => new[] { i.From, i.To }).Concat(stated.SelectMany(p => new[] { p.From, p.To }))
                .Where(d => d > care.From && d < care.To).Append(care.From).Append(care.To).Distinct().Order().ToList();
            foreach (var empty in lanes.Placement.Where(i => i.Period.IsEmpty && care.Period.Contains(i.From) && !stated.Exists(p => p.Contains(i.From) || p.To == i.From)))
            {
                cuts.Add(Slice(care, lanes.Legal.FirstOrDefault(i => i.Period.Contains(empty.From)), empty, empty.From, empty.From));
            }

            for (var i = 0; i + 1 < days.Count; i++)
            {
                if (!stated.Exists(p => p.Contains(days[i])))
                {
                    cuts.Add(Slice(
                        care,
                        lanes.Legal.FirstOrDefault(l => l.Period.Contains(days[i])),
                        lanes.Placement.FirstOrDefault(l => l.Period.Contains(days[i])),
                        days[i],
                        days[i + 1]));
                }
            }
        }

        return Joined([.. cuts.Where(c => c.Draft.LegalStatus is not null || c.Draft.Place is not null).OrderBy(c => c.Draft.From).ThenBy(c => c.Draft.To)]);
    }

    /// <summary>Joins neighbours between which nothing changed, such as those cut where a note or a correction begins.</summary>
    private static List<Cut> Joined(List<Cut> cuts)
    {
        var joined = new List<Cut>();
        foreach (var cut in cuts)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Care == cut.Care && last.Draft.To == cut.Draft.From
                && last.Legal?.Value is var was && Equals(was, cut.Legal?.Value) && last.Placement?.FactId == cut.Placement?.FactId
                && !last.Draft.Period.IsEmpty)
            {
                joined[^1] = last with { Draft = last.Draft with { To = cut.Draft.To } };
            }
            else
            {
                joined.Add(cut);
            }
        }

        return joined;
    }

    private static Cut Slice(Interval care, Interval? legal, Interval? placement, DateOnly from, DateOnly to)
    {
        var place = placement?.As<Placement>();
        var draft = new CareEpisode(
            placement?.FactId ?? care.FactId, false, from, to, false, null, legal?.As<LegalStatus>().Code, care.As<InCare>().Need,
            place?.Type, place?.Provider, null, null, place?.HomePostcode, place?.Postcode, place?.Urn);
        return new Cut(draft, care, legal, placement);
    }

    /// <summary>Gives each slice its reasons, from the episode before and the one after.</summary>
    private static List<CareEpisode> Name(List<(CareEpisode Episode, Cut? Cut)> order, Lanes4 lanes)
    {
        var named = new List<CareEpisode>(order.Count);
        for (var i = 0; i < order.Count; i++)
        {
            var (episode, cut) = order[i];
            if (cut is null)
            {
                named.Add(episode);
                continue;
            }

            var before = i > 0 ? order[i - 1] : default;
            episode = episode with { Rne = Rne(cut, named.Count > 0 ? named[^1] : null, before.Cut, lanes) };
            if (before.Cut is not null && before.Episode.To == episode.From && episode.Rne != "S")
            {
                named[^1] = named[^1] with { Rec = "X1", ReasonPlaceChange = Reason(before.Cut, cut, episode.Rne) };
            }

            if (!episode.IsOpen)
            {
                var closing = cut.Care.To == episode.To ? cut.Care.Closing as CareClosing : null;
                episode = episode with { Rec = closing?.Rec ?? "X1" };
            }

            named.Add(episode);
        }

        return named;
    }

    private static string? Rne(Cut cut, CareEpisode? before, Cut? cutBefore, Lanes4 lanes)
    {
        var starts = cut.Care.From == cut.Draft.From && !lanes.IsStated(cut.Care.FactId) && cutBefore?.Care != cut.Care;
        if (before is null || before.To != cut.Draft.From || starts)
        {
            return "S";
        }

        var place = cut.Placement?.As<Placement>();
        var placementBefore = cutBefore?.Placement?.FactId ?? before.Fact;
        var valueBefore = cutBefore?.Placement?.As<Placement>();
        var moved = cut.Placement?.FactId != placementBefore;
        var sameCarer = place?.Continues is { } continues && continues == placementBefore
            || (place?.Carer is { } carer && valueBefore?.Carer == carer);
        return Changed(before.LegalStatus != cut.Draft.LegalStatus, moved, sameCarer);
    }

    /// <summary>Why a placement changed: only where the carer or setting did and neither side is temporary (225, 226).</summary>
    private static string? Reason(Cut ended, Cut next, string? rne) => rne switch
    {
        "T" or "U" when next.Placement?.As<Placement>().Continues is not null => "PLACE",
        "P" or "B" or "T" or "U" when !CareCodes.IsTemporary(ended.Draft.Place) && !CareCodes.IsTemporary(next.Draft.Place) =>
            (ended.Placement?.Closing as CareClosing)?.ReasonPlaceChange,
        _ => null,
    };

    private sealed record Cut(CareEpisode Draft, Interval Care, Interval? Legal, Interval? Placement);

    private sealed record Lanes4(
        IReadOnlyList<Interval> Stated, IReadOnlyList<Interval> Care, IReadOnlyList<Interval> Legal, IReadOnlyList<Interval> Placement)
    {
        private readonly HashSet<Guid> _stated = [.. Stated.Select(i => i.FactId)];

        /// <summary>The lanes in which a live fact ends a stated episode.</summary>
        public Found[] Changing { get; } = [new(Care), new(Legal), new(Placement)];

        public bool IsStated(Guid factId) => _stated.Contains(factId);
    }

    /// <summary>The intervals of an exclusive lane, found by fact.</summary>
    private sealed class Found(IReadOnlyList<Interval> intervals)
    {
        private readonly Dictionary<Guid, int> _first = intervals.Select((i, n) => (i.FactId, n)).GroupBy(x => x.FactId, x => x.n).ToDictionary(g => g.Key, g => g.Min());

        public Interval? First(Guid factId) => _first.TryGetValue(factId, out var at) ? intervals[at] : null;

        /// <summary>The first interval of another fact from the end of this one on.</summary>
        public Interval? After(Interval own)
        {
            var at = _first[own.FactId];
            while (at > 0 && intervals[at - 1].From >= own.To)
            {
                at--;
            }

            while (at < intervals.Count && (intervals[at].From < own.To || intervals[at].FactId == own.FactId))
            {
                at++;
            }

            return at < intervals.Count ? intervals[at] : null;
        }
    }
}

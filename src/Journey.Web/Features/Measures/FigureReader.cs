using Journey.Record.Bitemporal;
using Journey.Record.Clocks;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;
using Journey.Store.Projections;

namespace Journey.Web.Features.Measures;

/// <summary>
/// Everyone whom a measure asks, and those it looks at beside them, at one position: figures of any window come from these.
/// </summary>
public sealed class Measured(Measure measure, WorkingCalendar calendar, IReadOnlyList<Timelines> subjects, IReadOnlyList<Timelines> beside, IReadOnlyDictionary<Guid, CohortMember> members)
{
    /// <summary>What the measure is given besides a subject.</summary>
    public Given Given { get; } = new(calendar, Journey.Record.Measures.Figure.Spoken(measure, beside));

    /// <summary>Those asked, with the lanes read for them.</summary>
    public IReadOnlyDictionary<Guid, CohortMember> Members => members;

    /// <summary>Those asked.</summary>
    public IReadOnlyList<Timelines> Subjects => subjects;

    /// <summary>The figure of a window.</summary>
    public Figure Figure(Period window) => Journey.Record.Measures.Figure.Of(measure, window, subjects.SelectMany(s => measure.Of(s, window, Given)));
}

/// <summary>Reads what figures are made of from the segment table: the lanes that a measure names, and no others.</summary>
public sealed class FigureReader(SegmentReader segments)
{
    /// <summary>
    /// The figure of a measure in a window, from those alone who can be in its cohort where the measure says who: among its contributions are not
    /// all that were out.
    /// </summary>
    public async Task<Figure> FigureAsync(
        string authority, Measure measure, WorkingCalendar calendar, long position, Period window, CancellationToken cancellation)
    {
        if (measure is not { Holding: { } holding, Neighbours: null })
        {
            return (await ReadAsync(authority, measure, calendar, position, [], cancellation)).Figure(window);
        }

        var cohort = await segments.HoldersAsync(authority, measure.Lanes, holding, window.To.AddDays(-1), position, cancellation);
        return Journey.Record.Measures.Figure.Over(
            measure, cohort.Members.Values.Select(m => m.Timelines), window, calendar, []);
    }

    /// <summary>What a measure needs at a position; <paramref name="more"/> are lanes wanted besides, for breakdowns and names.</summary>
    public async Task<Measured> ReadAsync(
        string authority, Measure measure, WorkingCalendar calendar, long position, IEnumerable<Lane> more, CancellationToken cancellation)
    {
        var lanes = measure.Lanes.Concat(measure.Neighbours?.Lanes ?? []).Append(IdentityLanes.Identifiers).Concat(more).Distinct().ToList();
        var cohort = await segments.ReadAsync(authority, lanes, position, cancellation: cancellation);
        var all = cohort.Members.Values.OrderBy(m => m.Id).ToDictionary(m => m, m => m.Timelines);
        return new Measured(
            measure,
            calendar,
            [.. all.Where(m => measure.Lanes.Any(l => m.Key.Timeline(l).Count > 0)).Select(m => m.Value)],
            measure.Neighbours is null ? [] : [.. all.Values],
            cohort.Members);
    }
}

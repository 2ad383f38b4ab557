using System.Globalization;
using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Store;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Lanes;

/// <summary>A lane of the catalogue: whose records it is on, the nouns of the facts that claim on it, and whether its values have a key.</summary>
public sealed record LaneView(string Name, LaneKind Kind, StreamKind Stream, IReadOnlyList<string> Facts, bool Keyed);

/// <summary>
/// A value of a lane and whose it is: a child's, with the authority's identifiers, or the record's of a worker, team or agency.
/// </summary>
public sealed record LaneRow(Guid? Child, IReadOnlyList<string>? LaChildIds, Guid? Record, LaneValue Value);

/// <summary>One lane over everyone in the authority: whatever the record holds, asked across records.</summary>
public sealed class LaneQuestions(Gate gate, SegmentReader segments)
{
    /// <summary>Every lane, in order of name.</summary>
    public static IReadOnlyList<LaneView> Catalogue { get; } =
    [
        .. from lane in FactCatalogue.Lanes.Values.OrderBy(l => l.Name, StringComparer.Ordinal)
           let facts = FactCatalogue.All.Where(f => f.Lanes.Contains(lane)).ToList()
           select new LaneView(lane.Name, lane.Kind, facts[0].Stream, [.. facts.Select(f => f.Noun).Order(StringComparer.Ordinal)], IsKeyed(lane)),
    ];

    /// <summary>
    /// What holds on a lane at the end of the day, or what touches the window when one is given; on a lane of points without a window, the
    /// points of the day. With a key only the values that have it.
    /// </summary>
    public async Task<Outcome<ListAnswer<LaneRow>>> AskAsync(
        Person person, string authority, string name, AskedWindow window, string? key, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        if (!FactCatalogue.Lanes.TryGetValue(name, out var lane))
        {
            return Problems.LaneUnknown(name);
        }

        if (key is not null && !IsKeyed(lane))
        {
            return Problems.LaneUnkeyed(name);
        }

        var question = $"lane {name} {window.Year} {window.From} {window.To} {key}".TrimEnd();
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        // A postcode or a line of an address may stand in the words of any lane.
        var ask = new Ask(person, Permissions.ReadLists, authority, viewpoint, question, ShowsAddresses: true);
        return Catalogue.Single(l => l.Name == name).Stream == StreamKind.Child
            ? await gate.ManyAsync<ListAnswer<LaneRow>>(ask, async (seen, ct) =>
            {
                if (!(await ReadAsync(lane, window, key, seen.Basis, ct)).Has(out var cohort, out var wrong))
                {
                    return wrong;
                }

                var ids = (await segments.ReadAsync(authority, [IdentityLanes.Identifiers], seen.Basis.Position, cancellation: ct)).Members;
                var members = cohort.Members.Values.Where(m => m.Timeline(lane).Count > 0).ToList();
                var shown = members.Where(m => !seen.Hidden.Contains(m.Id)).ToList();
                var rows = Rows(lane, shown, (m, interval) => new LaneRow(
                    m.Id, ids.TryGetValue(m.Id, out var member) ? Named.LaChildIds(member) : [], null, LaneValue.Of(lane, interval, seen.Of(m.Id))));

                // Asking for one identifier is asking for one child, whom a count would betray.
                var notShown = key is not null && lane == IdentityLanes.Identifiers ? 0 : members.Count - shown.Count;
                return new Counted<ListAnswer<LaneRow>>(Answer(seen.View, rows, notShown, page, question), shown.Count);
            }, cancellation)
            : await gate.OtherAsync<ListAnswer<LaneRow>>(ask, async (basis, _, ct) =>
                (await ReadAsync(lane, window, key, basis, ct)).Has(out var cohort, out var wrong)
                    ? Answer(
                        BasisView.Of(basis),
                        Rows(lane, cohort.Members.Values, (m, interval) => new LaneRow(null, null, m.Id, LaneValue.Of(lane, interval, Confidential.Nothing))),
                        0,
                        page,
                        question)
                    : wrong, cancellation);
    }

    private static bool IsKeyed(Lane lane) => typeof(IKeyed).IsAssignableFrom(lane.ValueType);

    private static ListAnswer<LaneRow> Answer(BasisView basis, List<(string Key, LaneRow Row)> rows, int notShown, AskedPage page, string question)
    {
        var slice = ListAnswer<(string Key, LaneRow Row)>.Of(basis, rows, r => r.Key, notShown, page, question);
        return new ListAnswer<LaneRow>(basis, [.. slice.Items.Select(r => r.Row)], slice.Total, notShown, slice.Next);
    }

    /// <summary>Rows in order of record, day and fact.</summary>
    private static List<(string Key, LaneRow Row)> Rows(Lane lane, IEnumerable<CohortMember> members, Func<CohortMember, Interval, LaneRow> row)
    {
        var rows = from member in members
                   from fact in member.Timeline(lane).GroupBy(i => Key(member.Id, i))
                   from one in Apart(lane, [.. fact]).Select((i, n) => (Key: $"{fact.Key} {n.ToString("D4", CultureInfo.InvariantCulture)}", Row: row(member, i)))
                   select one;
        return [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal)];
    }

    /// <summary>
    /// What one fact puts on a lane on one day. Several values are told apart by what they say before it is masked, so that masking moves none;
    /// one value said twice is one.
    /// </summary>
    private static IEnumerable<Interval> Apart(Lane lane, List<Interval> intervals) => intervals.Count == 1
        ? intervals
        : intervals.Select(i => (Interval: i, Text: Text(lane, i))).DistinctBy(i => i.Text).OrderBy(i => i.Text, StringComparer.Ordinal).Select(i => i.Interval);

    private static string Key(Guid record, Interval interval) => string.Create(
        CultureInfo.InvariantCulture, $"{Named.Key(record)} {interval.From:yyyy-MM-dd} {interval.At ?? TimeOnly.MinValue:HHmmss} {interval.FactId:D}");

    private static string Text(Lane lane, Interval interval) => string.Create(
        CultureInfo.InvariantCulture,
        $"{interval.To:yyyy-MM-dd} {JsonSerializer.Serialize(interval.Value, lane.ValueType, JourneyJson.Options)} {JsonSerializer.Serialize(interval.Closing, JourneyJson.Options)}");

    private async Task<Outcome<Cohort>> ReadAsync(Lane lane, AskedWindow window, string? key, Basis basis, CancellationToken cancellation)
    {
        if (window == new AskedWindow())
        {
            var day = basis.ValidAt;
            return lane.Kind == LaneKind.Point
                ? await segments.TouchingAsync(basis.Authority, lane, new Period(day, day), basis.Position, key, cancellation)
                : await segments.HoldingOnAsync(basis.Authority, lane, day, basis.Position, key, cancellation);
        }

        return window.Resolve(basis.ValidAt).Has(out var period, out var problem)
            ? await segments.TouchingAsync(basis.Authority, lane, period, basis.Position, key, cancellation)
            : problem;
    }
}

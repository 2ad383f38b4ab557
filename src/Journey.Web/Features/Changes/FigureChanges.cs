using Journey.Record.Bitemporal;
using Journey.Record.History;
using Journey.Record.Measures;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Features.Measures;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Changes;

/// <summary>A figure at one of the two points, by its definition.</summary>
public sealed record FigureThen(BasisView Basis, MeasureView Measure, int Calendar, WindowView Window, decimal Numerator, decimal Denominator, decimal? Result, decimal Values);

/// <summary>What one cause did to the figure, over all acts and children. <paramref name="Acts"/> is 0 for changes of definition and code.</summary>
public sealed record CauseRow(string Cause, int Acts, int Children, decimal Numerator, decimal Denominator, decimal Values);

/// <summary>
/// Why a figure is another one than before. The causes add up to the difference of the two figures exactly; children whom this person may not see
/// are counted in them.
/// </summary>
public sealed record FigureChange(BasisView Basis, FigureThen From, FigureThen To, IReadOnlyList<CauseRow> Causes) : IAnswer;

/// <summary>An entry behind a part of a change.</summary>
public sealed record ChangeEvent(Guid Record, long Position, DateTimeOffset KnownAt, Guid EventId, Guid Fact, string Cause, string Sentence);

/// <summary>
/// What one cause did to one child, or to the children whom one link made one. Without an act it is a change of definition or code, or one between
/// two windows, and then <paramref name="Item"/> is the fact counted.
/// </summary>
public sealed record ChangePart(
    int Number,
    string Cause,
    long? Position,
    DateTimeOffset? KnownAt,
    IReadOnlyList<Guid> Children,
    Guid? Item,
    decimal Numerator,
    decimal Denominator,
    decimal Values,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> After,
    IReadOnlyList<ChangeEvent> Events);

/// <summary>What to compare: the earlier point and definition, and a second window when two are compared.</summary>
public sealed record AskedChange(AskedMeasure To, int? FromVersion, int? FromCalendar, AskedWindow Window, AskedWindow? ToWindow, bool HasEarlier)
{
    /// <summary>The words that tell it from other questions.</summary>
    public string Question => $"change of {To.Code} {To.Version} {To.Calendar} {FromVersion} {FromCalendar} {Window} {ToWindow}";
}

/// <summary>Why figures change.</summary>
public sealed class FigureChanges(Gate gate, FigureReader figures, SegmentReader segments, RecordReader streams, ChildReader records, Viewpoints viewpoints)
{
    /// <summary>Both figures and the causes of what lies between.</summary>
    public async Task<Outcome<FigureChange>> SummaryAsync(
        Person person, string authority, AskedChange change, Asked earlier, Asked asked, CancellationToken cancellation) =>
        !Definitions(change).Has(out var definitions, out var unknown)
            ? unknown
            : await gate.ManyAsync<FigureChange>(new Ask(person, Permissions.ReadMeasures, authority, asked, change.Question), async (seen, ct) =>
            {
                if (!(await ComputeAsync(seen, change, definitions, earlier, ct)).Has(out var found, out var problem))
                {
                    return problem;
                }

                var causes = found.Parts.GroupBy(p => p.Cause).OrderBy(g => g.First().Order).Select(g => new CauseRow(
                    g.Key,
                    g.Select(p => p.Act?.Position).OfType<long>().Distinct().Count(),
                    g.SelectMany(p => p.Subjects).Distinct().Count(),
                    g.Sum(p => p.Numerator),
                    g.Sum(p => p.Denominator),
                    g.Sum(p => p.Values)));
                return new Counted<FigureChange>(
                    new FigureChange(seen.View, found.From, found.To, [.. causes]), found.Parts.SelectMany(p => p.Subjects).Distinct().Count());
            }, cancellation);

    /// <summary>The parts one by one, in ledger order, each with its entries and children.</summary>
    public async Task<Outcome<ListAnswer<ChangePart>>> PartsAsync(
        Person person, string authority, AskedChange change, Asked earlier, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"parts of {change.Question} {earlier.KnownAt} {earlier.Basis} {earlier.Named}";
        if (!Definitions(change).Has(out var definitions, out var problem) || !page.Viewpoint(asked, question).Has(out var viewpoint, out problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<ChangePart>>(new Ask(person, Permissions.ReadMeasures, authority, viewpoint, question), async (seen, ct) =>
        {
            if (!(await ComputeAsync(seen, change, definitions, earlier, ct)).Has(out var found, out var wrong))
            {
                return wrong;
            }

            var shown = found.Parts.Where(p => !p.Streams.Any(seen.Hidden.Contains)).ToList();
            var notShown = found.Parts.Where(p => p.Streams.Any(seen.Hidden.Contains)).SelectMany(p => p.Subjects).Distinct().Count();
            var list = ListAnswer<Part>.Of(seen.View, shown, p => p.Number.ToString("D9", System.Globalization.CultureInfo.InvariantCulture), notShown, page, question);
            var rows = new List<ChangePart>();
            foreach (var part in list.Items)
            {
                rows.Add(await RowAsync(seen, part, ct));
            }

            return new Counted<ListAnswer<ChangePart>>(
                new ListAnswer<ChangePart>(list.Basis, rows, list.Total, list.NotShown, list.Next), shown.SelectMany(p => p.Subjects).Distinct().Count());
        }, cancellation);
    }

    private static Outcome<(Definition From, Definition To)> Definitions(AskedChange change)
    {
        if (change is { HasEarlier: false, ToWindow: null, FromVersion: null, FromCalendar: null })
        {
            return Problems.EarlierMissing;
        }

        if (!change.To.Resolve().Has(out var to, out var problem)
            || !(change.To with { Version = change.FromVersion ?? to.Measure.Version, Calendar = change.FromCalendar ?? to.Calendar.Version }).Resolve().Has(out var from, out problem))
        {
            return problem;
        }

        return (new Definition(from.Measure, from.Calendar), new Definition(to.Measure, to.Calendar));
    }

    private async Task<Outcome<Found>> ComputeAsync(
        SeenMany seen, AskedChange change, (Definition From, Definition To) definitions, Asked earlier, CancellationToken cancellation)
    {
        var (authority, later) = (seen.Basis.Authority, seen.Basis);
        var before = later;
        if (change.HasEarlier && !(await viewpoints.ResolveAsync(authority, earlier, cancellation)).Has(out before, out var problem))
        {
            return problem;
        }

        if (before!.Position > later.Position)
        {
            return Problems.KnowledgeInverted;
        }

        if (!change.Window.Resolve(later.ValidAt).Has(out var window, out problem))
        {
            return problem;
        }

        var second = window;
        if (change.ToWindow is { } other && !other.Resolve(later.ValidAt).Has(out second, out problem))
        {
            return problem;
        }

        var first = await figures.ReadAsync(authority, definitions.From.Measure, definitions.From.Calendar, before.Position, definitions.To.Measure.Lanes, cancellation);
        var last = await figures.ReadAsync(authority, definitions.To.Measure, definitions.To.Calendar, later.Position, [], cancellation);
        var (one, then, end) = (first.Figure(window), last.Figure(window), last.Figure(second));
        var parts = new List<Part>();
        if (before.Position < later.Position || definitions.From != definitions.To)
        {
            parts.AddRange((await RestateAsync(authority, definitions, window, before.Position, later.Position, cancellation)).Select((r, i) => Part.Of(i, r)));
        }

        Proved(parts, one, then);
        if (second != window)
        {
            parts.AddRange(Restatement.Between(then, end).Select((m, i) => Part.Of(parts.Count + i, m)));
            Proved(parts, one, end);
        }

        return new Found(
            Then(BasisView.Of(before with { ValidAt = later.ValidAt }), definitions.From, one), Then(seen.View, definitions.To, end), parts);
    }

    private async Task<IReadOnlyList<Restated>> RestateAsync(
        string authority, (Definition From, Definition To) definitions, Period window, long before, long later, CancellationToken cancellation)
    {
        var between = await StreamsBetween.ReadAsync(streams, segments, authority, before, later, cancellation);
        var lanes = definitions.To.Measure.Lanes.Concat(definitions.To.Measure.Neighbours?.Lanes ?? []);
        var all = await figures.ReadAsync(authority, definitions.From.Measure, definitions.From.Calendar, before, lanes, cancellation);
        var others = all.Members.Values.Where(m => !m.Streams.Any(between.Touched.Contains)).OrderBy(m => m.Id).Select(m => m.Timelines).ToList();
        return Restatement.Between(definitions.From, definitions.To, window, others, between.Earlier, Act.Of(between.Entries));
    }

    /// <summary>The parts are not shown unless they add up: a figure that cannot be explained is a fault of this program.</summary>
    private static void Proved(List<Part> parts, Figure one, Figure other)
    {
        if ((parts.Sum(p => p.Numerator), parts.Sum(p => p.Denominator), parts.Sum(p => p.Values))
            != (other.Numerator - one.Numerator, other.Denominator - one.Denominator, Values(other) - Values(one)))
        {
            throw new InvalidOperationException("The causes of a change of a figure do not add up to it.");
        }
    }

    private static decimal Values(Figure figure) => figure.Contributions.Where(c => c.InCohort).Sum(c => c.Value ?? 0);

    private static FigureThen Then(BasisView basis, Definition definition, Figure figure) => new(
        basis, MeasureView.Of(definition.Measure), definition.Calendar.Version, WindowView.Of(figure.Window), figure.Numerator, figure.Denominator,
        figure.Result is { } result ? decimal.Round(result, 6) : null, Values(figure));

    private async Task<ChangePart> RowAsync(SeenMany seen, Part part, CancellationToken cancellation)
    {
        var events = new List<ChangeEvent>();
        foreach (var stream in part.Entries.GroupBy(e => e.Stream).OrderBy(g => g.Key))
        {
            var record = await records.ReadAsync(seen.Basis.Authority, stream.Key, part.Entries[^1].Position, cancellation);
            var links = record.History.Where(e => e.Statement is Asserted<Record.Facts.Identity.ChildRecordsLinked>).Select(e => e.Statement.FactId).ToHashSet();
            var confidential = seen.Of(stream.Key);
            events.AddRange(stream.Select(e => new ChangeEvent(
                stream.Key, e.Position, e.KnownAt, e.Origin?.EventId ?? Guid.Empty, e.Statement.FactId, Wire(Act.CauseOf(e, links.Contains)),
                confidential.Text(Narrative.Of(record, e))!)));
        }

        if (part.Act is null)
        {
            foreach (var subject in part.Subjects)
            {
                var record = await records.ReadAsync(seen.Basis.Authority, subject, seen.Basis.Position, cancellation);
                var confidential = seen.Of(subject);
                events.AddRange(part.Before.Concat(part.After).SelectMany(c => c.Facts).Distinct().Select(record.Find).OfType<Belief>().Select(b => new ChangeEvent(
                    b.Stated.Stream == Guid.Empty ? subject : b.Stated.Stream, b.Stated.Position, b.Stated.KnownAt, b.Stated.Origin?.EventId ?? Guid.Empty, b.FactId, part.Cause,
                    confidential.Text(Narrative.Of(record, b.Stated))!)));
            }
        }

        return new ChangePart(
            part.Number, part.Cause, part.Act?.Position, part.Act?.KnownAt, part.Subjects, part.Item, part.Numerator, part.Denominator, part.Values,
            [.. part.Before.Select(c => c.Why)], [.. part.After.Select(c => c.Why)], [.. events.OrderBy(e => e.Position)]);
    }

    private static string Wire(Enum cause) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(cause.ToString());

    private sealed record Found(FigureThen From, FigureThen To, IReadOnlyList<Part> Parts);

    /// <summary>A part of either kind of change.</summary>
    private sealed record Part(
        int Number,
        int Order,
        string Cause,
        Act? Act,
        IReadOnlyList<Guid> Subjects,
        Guid? Item,
        decimal Numerator,
        decimal Denominator,
        decimal Values,
        IReadOnlyList<LedgerEntry> Entries,
        IReadOnlyList<Contribution> Before,
        IReadOnlyList<Contribution> After)
    {
        public IEnumerable<Guid> Streams => Subjects.Concat(Entries.Select(e => e.Stream));

        public static Part Of(int number, Restated r) => new(
            number, (int)r.Cause, Wire(r.Cause), r.Act, r.Subjects, null, r.Numerator, r.Denominator, r.Values, r.Entries, r.Before, r.After);

        public static Part Of(int number, Moved m) => new(
            number, 100 + (int)m.Movement, Wire(m.Movement), null, [m.Subject], m.Item, m.Numerator, m.Denominator, m.Values, [],
            m.Before is null ? [] : [m.Before], m.After is null ? [] : [m.After]);
    }
}

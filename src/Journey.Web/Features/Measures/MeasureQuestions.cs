using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.History;
using Journey.Record.Measures;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Measures;

/// <summary>A published definition.</summary>
public sealed record MeasureView(
    string Code,
    int Version,
    MeasureKind Kind,
    string Title,
    string Cohort,
    string Numerator,
    string? Exclusions,
    string? Policy,
    string Unit,
    string Source,
    StreamKind Subject,
    bool IsAtEnd)
{
    /// <summary>A measure as answers show it.</summary>
    public static MeasureView Of(Measure m) =>
        new(m.Code, m.Version, m.Kind, m.Title, m.Cohort, m.Numerator, m.Exclusions, m.Policy, m.Unit, m.Source, m.Subject, m.IsAtEnd);
}

/// <summary>Which definition of a measure: its code, a version or else the latest, and a version of the calendar of working days or else the one in force.</summary>
public sealed record AskedMeasure(string Code, int? Version = null, int? Calendar = null)
{
    /// <summary>The definition and the calendar, or the problem.</summary>
    public Outcome<(Measure Measure, WorkingCalendar Calendar)> Resolve() =>
        MeasureCatalogue.Find(Code, Version) is not { } measure ? Problems.MeasureUnknown(Version is { } v ? $"{Code} version {v}" : Code)
        : (Calendar is { } number ? WorkingCalendar.Find(number) : WorkingCalendar.Latest) is not { } calendar ? Problems.CalendarUnknown(Calendar!.Value)
        : (measure, calendar);
}

/// <summary>Items with one value.</summary>
public sealed record DistributionRow(decimal Value, int Items);

/// <summary>The middle of the values and two high ranks.</summary>
public sealed record SpreadView(decimal Median, decimal Ninetieth, decimal NinetyFifth)
{
    /// <summary>A spread as answers show it.</summary>
    public static SpreadView? Of(Spread? s) =>
        s is null ? null : new(decimal.Round(s.Median, 2), decimal.Round(s.Ninetieth, 2), decimal.Round(s.NinetyFifth, 2));
}

/// <summary>
/// A figure over everyone in the authority, those this person may not see included. <paramref name="Result"/> is the figure by the measure's kind;
/// it and <paramref name="Share"/> are absent for an empty cohort. For readers from outside numbers are rounded, small ones absent, and neither
/// spread nor distribution is given.
/// </summary>
public sealed record FigureAnswer(
    BasisView Basis,
    MeasureView Measure,
    int Calendar,
    WindowView Window,
    DisclosureTo Disclosure,
    bool Suppressed,
    decimal? Numerator,
    decimal? Denominator,
    decimal? Share,
    decimal? Result,
    SpreadView? Spread,
    IReadOnlyList<DistributionRow>? Distribution) : IAnswer;

/// <summary>For whom figures are given.</summary>
public enum DisclosureTo
{
    /// <summary>People of the authority, reviewers and inspectors: exact.</summary>
    Inside,

    /// <summary>Readers from outside: rounded, small numbers left out.</summary>
    Outside,
}

/// <summary>One part of a breakdown, or one point of a series.</summary>
public sealed record PartFigure(
    string? Value, WindowView? Window, bool Suppressed, decimal? Numerator, decimal? Denominator, decimal? Share, decimal? Result, SpreadView? Spread);

/// <summary>A way to break figures down.</summary>
public sealed record DimensionView(string Code, string Title, bool IsPersonal)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DimensionView> All { get; } = [.. Dimensions.All.Select(d => new DimensionView(d.Code, d.Title, d.IsPersonal))];
}

/// <summary>A figure in parts that add up to it; the part without a value is of those for whom none is recorded.</summary>
public sealed record BreakdownAnswer(
    BasisView Basis, MeasureView Measure, int Calendar, WindowView Window, DisclosureTo Disclosure, string By, PartFigure Whole, IReadOnlyList<PartFigure> Parts) : IAnswer;

/// <summary>A figure in one window after another, all at one basis.</summary>
public sealed record SeriesAnswer(
    BasisView Basis, MeasureView Measure, int Calendar, WindowView Window, DisclosureTo Disclosure, IReadOnlyList<PartFigure> Points) : IAnswer;

/// <summary>The windows of a series: one ends at the end of each step between two days and is so many months long.</summary>
public sealed record AskedSeries(string? Every = null, int? Months = null)
{
    private const int Most = 240;

    /// <summary>The windows in a period, or the problem.</summary>
    public Outcome<IReadOnlyList<Period>> Windows(Period within)
    {
        var step = (Every ?? "month") switch { "month" => 1, "quarter" => 3, "year" => 12, _ => 0 };
        var length = Months ?? step;
        if (step == 0 || length is < 1 or > 120)
        {
            return Problems.SeriesUnreadable;
        }

        // Counted back from the end, so that the last window ends where the period does.
        var ends = Enumerable.Range(0, Most + 1).Select(i => within.To.AddMonths(-step * i)).TakeWhile(end => end > within.From).ToList();
        return ends.Count > Most
            ? Problems.SeriesUnreadable
            : Outcome<IReadOnlyList<Period>>.Of([.. ends.Select((end, i) => new Period(within.To.AddMonths((-step * i) - length), end)).Reverse()]);
    }
}

/// <summary>An item in or out of a cohort, why, and the facts behind it. <paramref name="Child"/> is absent for a worker or team.</summary>
public sealed record CohortRow(
    Guid? Child,
    Guid? Record,
    IReadOnlyList<string>? LaChildIds,
    Guid? Item,
    bool InCohort,
    string Why,
    decimal? Value,
    bool Counts,
    decimal Numerator,
    decimal Denominator,
    IReadOnlyList<Guid> Facts);

/// <summary>A fact behind a figure.</summary>
public sealed record FactView(Guid Fact, string Noun, string? Sentence, DateOnly EffectiveFrom, DateTimeOffset KnownAt);

/// <summary>One item that a child contributes to a figure.</summary>
public sealed record ContributionView(
    Guid? Item, bool InCohort, string Why, decimal? Value, bool Counts, decimal Numerator, decimal Denominator, IReadOnlyList<FactView> Facts);

/// <summary>What one child contributes to a figure: in the cohort when one of its items is.</summary>
public sealed record ContributionAnswer(
    BasisView Basis, MeasureView Measure, int Calendar, WindowView Window, Guid Child, bool InCohort, IReadOnlyList<ContributionView> Items)
    : IAnswer;

/// <summary>How late facts were recorded in a window of knowledge, by kind of fact.</summary>
public sealed record LatenessAnswer(BasisView Basis, WindowView Known, IReadOnlyList<Lateness> Kinds) : IAnswer;

/// <summary>Figures, who is behind them and why, and how late facts were recorded.</summary>
public sealed class MeasureQuestions(Gate gate, FigureReader figures, ChildReader records)
{
    /// <summary>Every published definition.</summary>
    public static IReadOnlyList<MeasureView> Catalogue { get; } = [.. MeasureCatalogue.All.Select(MeasureView.Of)];

    /// <summary>A figure.</summary>
    public Task<Outcome<FigureAnswer>> FigureAsync(
        Person person, string authority, AskedMeasure which, AskedWindow window, string? to, Asked asked, CancellationToken cancellation) =>
        FiguresAsync<FigureAnswer>(person, authority, which, window, to, asked, "measure", async (f, period, ct) =>
        {
            var figure = await figures.FigureAsync(authority, f.Definition.Measure, f.Definition.Calendar, f.Seen.Basis.Position, period, ct);
            var part = Part(figure, f.To, null, null);
            return (new FigureAnswer(
                f.Seen.View, f.Measure, f.Calendar, WindowView.Of(period), f.To, part.Suppressed, part.Numerator, part.Denominator, part.Share, part.Result, part.Spread,
                f.To == DisclosureTo.Outside ? null : [.. figure.Distribution.Select(d => new DistributionRow(d.Value, d.Items))]), figure);
        }, cancellation);

    /// <summary>A figure broken down by one dimension.</summary>
    public Task<Outcome<BreakdownAnswer>> BreakdownAsync(
        Person person, string authority, AskedMeasure which, AskedWindow window, string by, string? to, Asked asked, CancellationToken cancellation) =>
        Dimensions.Find(by) is not { } dimension
            ? Task.FromResult<Outcome<BreakdownAnswer>>(Problems.DimensionUnknown(by))
            : FiguresAsync<BreakdownAnswer>(person, authority, which, window, to, asked, $"measure by {dimension.Code}", async (f, period, ct) =>
            {
                if (dimension.IsPersonal && f.To == DisclosureTo.Outside)
                {
                    return (Problems.DimensionPersonal, null);
                }

                var measured = await ReadAsync(f, dimension.Lanes, ct);
                var figure = measured.Figure(period);
                var parts = figure.By(dimension, measured.Subjects);
                var disclosed = f.To == DisclosureTo.Outside ? Disclosure.Of([.. parts.Select(p => p.Figure)]) : null;
                return (new BreakdownAnswer(
                    f.Seen.View, f.Measure, f.Calendar, WindowView.Of(period), f.To, dimension.Code, Part(figure, f.To, null, null),
                    [.. parts.Select((p, i) => disclosed is null ? Part(p.Figure, f.To, p.Value, null) : Part(disclosed[i], p.Value, null))]), figure);
            }, cancellation);

    /// <summary>A figure in one window after another.</summary>
    public Task<Outcome<SeriesAnswer>> SeriesAsync(
        Person person, string authority, AskedMeasure which, AskedWindow window, AskedSeries series, string? to, Asked asked, CancellationToken cancellation) =>
        FiguresAsync<SeriesAnswer>(person, authority, which, window, to, asked, $"series every {series.Every} of {series.Months}", async (f, period, ct) =>
        {
            if (!series.Windows(period).Has(out var windows, out var problem))
            {
                return (problem, null);
            }

            var measured = await ReadAsync(f, [], ct);
            return (new SeriesAnswer(
                f.Seen.View, f.Measure, f.Calendar, WindowView.Of(period), f.To, [.. windows.Select(w => Part(measured.Figure(w), f.To, null, WindowView.Of(w)))]),
                measured.Figure(period));
        }, cancellation);

    private async Task<Outcome<T>> FiguresAsync<T>(
        Person person,
        string authority,
        AskedMeasure which,
        AskedWindow window,
        string? to,
        Asked asked,
        string question,
        Func<Asking, Period, CancellationToken, Task<(Outcome<T> Answer, Figure? Over)>> answer,
        CancellationToken cancellation)
    {
        if (!which.Resolve().Has(out var definition, out var unknown) || !Choices.Read<DisclosureTo>("disclosure", to).Has(out var reader, out unknown))
        {
            return unknown;
        }

        var (measure, calendar) = definition;
        return await gate.ManyAsync<T>(new Ask(person, Permissions.ReadFigures, authority, asked, $"{question} {measure.Code}"), async (seen, ct) =>
        {
            if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
            {
                return problem;
            }

            var disclosure = seen.Actor.Role == Roles.Outsider ? DisclosureTo.Outside : reader.Value ?? DisclosureTo.Inside;
            var (answered, over) = await answer(
                new Asking(seen, new Definition(measure, calendar), MeasureView.Of(measure), calendar.Version, disclosure), period, ct);
            return answered.Has(out var found, out var wrong)
                ? new Counted<T>(found, over!.Contributions.Where(c => c.InCohort).Select(c => c.Subject).Distinct().Count())
                : wrong;
        }, cancellation);
    }

    private static PartFigure Part(Figure figure, DisclosureTo to, string? value, WindowView? window) => to == DisclosureTo.Outside
        ? Part(Disclosure.Of(figure), value, window)
        : new PartFigure(
            value, window, false, figure.Numerator, figure.Denominator, figure.Denominator == 0 ? null : decimal.Round(figure.Numerator / figure.Denominator, 6),
            figure.Result is { } result ? decimal.Round(result, 6) : null, SpreadView.Of(figure.Spread));

    private static PartFigure Part(Disclosed d, string? value, WindowView? window) =>
        new(value, window, d.IsSuppressed, d.Numerator, d.Denominator, d.Share, d.Result, null);

    private Task<Measured> ReadAsync(Asking asking, IReadOnlyList<Lane> more, CancellationToken cancellation) => figures.ReadAsync(
        asking.Seen.Basis.Authority, asking.Definition.Measure, asking.Definition.Calendar, asking.Seen.Basis.Position, more, cancellation);

    private sealed record Asking(SeenMany Seen, Definition Definition, MeasureView Measure, int Calendar, DisclosureTo To);

    /// <summary>Items in and out of the cohort of a figure; only those in it, or only those out of it, when asked.</summary>
    public async Task<Outcome<ListAnswer<CohortRow>>> CohortAsync(
        Person person, string authority, AskedMeasure which, AskedWindow window, bool? inCohort, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        if (!which.Resolve().Has(out var definition, out var unknown))
        {
            return unknown;
        }

        var (measure, calendar) = definition;
        var question = $"cohort of {measure.Code} v{measure.Version} {calendar.Version} {window.Year} {window.From} {window.To} {inCohort}";
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<CohortRow>>(new Ask(person, Permissions.ReadMeasures, authority, viewpoint, question), async (seen, ct) =>
        {
            if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var wrong))
            {
                return wrong;
            }

            var measured = await figures.ReadAsync(authority, measure, calendar, seen.Basis.Position, [], ct);
            var asking = measured.Figure(period).Contributions.Where(c => inCohort is null || c.InCohort == inCohort).ToList();
            var shown = asking.Where(c => !seen.Hidden.Contains(c.Subject)).ToList();
            var rows = shown.Select(c => Row(measure, measured.Members[c.Subject], c)).OrderBy(Key, StringComparer.Ordinal).ToList();
            var notShown = asking.Select(c => c.Subject).Distinct().Count(seen.Hidden.Contains);
            return new Counted<ListAnswer<CohortRow>>(
                ListAnswer<CohortRow>.Of(seen.View, rows, Key, notShown, page, question), shown.Select(c => c.Subject).Distinct().Count());
        }, cancellation);
    }

    /// <summary>What one child contributes, and why.</summary>
    public async Task<Outcome<ContributionAnswer>> ChildAsync(
        Person person, string authority, AskedMeasure which, Guid child, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        !which.Resolve().Has(out var definition, out var unknown)
            ? unknown
            : await gate.ChildAsync<ContributionAnswer>(
                new Ask(person, Permissions.ReadMeasures, authority, asked, $"measure {definition.Measure.Code}"), child, async (seen, ct) =>
                {
                    if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
                    {
                        return problem;
                    }

                    var (measure, calendar) = definition;
                    var given = measure.Neighbours is null
                        ? new Given(calendar)
                        : (await figures.ReadAsync(authority, measure, calendar, seen.Basis.Position, [], ct)).Given;
                    var items = measure.Of(Timelines.Of(seen.Then), period, given).ToList();
                    return new ContributionAnswer(
                        seen.View, MeasureView.Of(measure), calendar.Version, WindowView.Of(period), child, items.Exists(c => c.InCohort),
                        [
                            .. items.Select(c => new ContributionView(
                                c.Item, c.InCohort, c.Why, c.Value, c.Counts, c.Numerator, c.Denominator,
                                [.. c.Facts.Select(seen.Then.Find).OfType<Belief>().Select(b => Fact(seen.Then, b, seen.Confidential))])),
                        ]);
                }, cancellation);

    /// <summary>M25: lateness of what became known in a window of days.</summary>
    public Task<Outcome<LatenessAnswer>> LatenessAsync(
        Person person, string authority, AskedWindow known, Asked asked, CancellationToken cancellation) =>
        gate.ManyAsync<LatenessAnswer>(new Ask(person, Permissions.ReadMeasures, authority, asked, "lateness"), async (seen, ct) =>
        {
            if (!known.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
            {
                return problem;
            }

            var recorded = await RecordedAsync(seen, period, ct);
            return new Counted<LatenessAnswer>(
                new LatenessAnswer(seen.View, WindowView.Of(period), M25Lateness.Figure(recorded)), recorded.Select(r => r.Child).Distinct().Count());
        }, cancellation);

    /// <summary>The facts behind the lateness figure, with the days each took.</summary>
    public async Task<Outcome<ListAnswer<Recorded>>> LateFactsAsync(
        Person person, string authority, AskedWindow known, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"lateness of facts {known.Year} {known.From} {known.To}";
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<Recorded>>(new Ask(person, Permissions.ReadMeasures, authority, viewpoint, question), async (seen, ct) =>
        {
            if (!known.Resolve(seen.Basis.ValidAt).Has(out var period, out var wrong))
            {
                return wrong;
            }

            var all = await RecordedAsync(seen, period, ct);
            var rows = all.Where(r => !seen.Hidden.Contains(r.Child)).OrderBy(Key, StringComparer.Ordinal).ToList();
            var notShown = all.Select(r => r.Child).Distinct().Count(seen.Hidden.Contains);
            return new Counted<ListAnswer<Recorded>>(
                ListAnswer<Recorded>.Of(seen.View, rows, Key, notShown, page, question), rows.Select(r => r.Child).Distinct().Count());
        }, cancellation);
    }

    /// <summary>The facts of one child that became known in a window of days, with the days each took.</summary>
    public Task<Outcome<ListAnswer<Recorded>>> LateFactsOfChildAsync(
        Person person, string authority, Guid child, AskedWindow known, Asked asked, CancellationToken cancellation) =>
        gate.ChildAsync<ListAnswer<Recorded>>(new Ask(person, Permissions.ReadMeasures, authority, asked, "lateness"), child, (seen, _) =>
            Task.FromResult<Outcome<ListAnswer<Recorded>>>(known.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem)
                ? ListAnswer<Recorded>.Of(
                    seen.View, [.. M25Lateness.Of(seen.Then, period).OrderBy(Key, StringComparer.Ordinal)], Key, 0, AskedPage.Whole, "")
                : problem), cancellation);

    private static string Key(Recorded recorded) => $"{Named.Key(recorded.Child)} {recorded.FactId:D}";

    private static FactView Fact(ChildRecord record, Belief belief, Confidential confidential)
    {
        var fact = (IFact)belief.Assertion;
        return new FactView(
            belief.FactId, FactCatalogue.Of(fact).Noun, confidential.Text(Narrative.Of(record, belief.Stated)), fact.EffectiveFrom(), belief.Stated.KnownAt);
    }

    private static CohortRow Row(Measure measure, CohortMember member, Contribution c) => new(
        measure.Subject == StreamKind.Child ? c.Subject : null,
        measure.Subject == StreamKind.Child ? null : c.Subject,
        measure.Subject == StreamKind.Child ? Named.LaChildIds(member) : null,
        c.Item, c.InCohort, c.Why, c.Value, c.Counts, c.Numerator, c.Denominator, c.Facts);

    private static string Key(CohortRow row) => $"{Named.Key(row.Child ?? row.Record!.Value)} {row.Item:D}";

    private async Task<List<Recorded>> RecordedAsync(SeenMany seen, Period period, CancellationToken cancellation)
    {
        var recorded = new List<Recorded>();
        await foreach (var child in records.AllAsync(seen.Basis.Authority, seen.Basis.Position, cancellation))
        {
            recorded.AddRange(M25Lateness.Of(child, period));
        }

        return recorded;
    }
}

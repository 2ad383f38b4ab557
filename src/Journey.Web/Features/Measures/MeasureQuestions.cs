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
/// it and <paramref name="Share"/> are absent for an empty cohort.
/// </summary>
public sealed record FigureAnswer(
    BasisView Basis,
    MeasureView Measure,
    int Calendar,
    WindowView Window,
    decimal Numerator,
    decimal Denominator,
    decimal? Share,
    decimal? Result,
    SpreadView? Spread,
    IReadOnlyList<DistributionRow> Distribution) : IAnswer;

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
    public async Task<Outcome<FigureAnswer>> FigureAsync(
        Person person, string authority, AskedMeasure which, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        !which.Resolve().Has(out var definition, out var unknown)
            ? unknown
            : await gate.ManyAsync<FigureAnswer>(new Ask(person, Permissions.ReadMeasures, authority, asked, $"measure {definition.Measure.Code}"), async (seen, ct) =>
            {
                if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
                {
                    return problem;
                }

                var (measure, calendar) = definition;
                var figure = await figures.FigureAsync(authority, measure, calendar, seen.Basis.Position, period, ct);
                return new Counted<FigureAnswer>(
                    new FigureAnswer(
                        seen.View,
                        MeasureView.Of(measure),
                        calendar.Version,
                        WindowView.Of(period),
                        figure.Numerator,
                        figure.Denominator,
                        figure.Denominator == 0 ? null : decimal.Round(figure.Numerator / figure.Denominator, 6),
                        figure.Result is { } result ? decimal.Round(result, 6) : null,
                        SpreadView.Of(figure.Spread),
                        [.. figure.Distribution.Select(d => new DistributionRow(d.Value, d.Items))]),
                    figure.Contributions.Where(c => c.InCohort).Select(c => c.Subject).Distinct().Count());
            }, cancellation);

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
                    var items = measure.Of(new Timelines(seen.Then.Id, seen.Then.Timeline, [.. seen.Then.Streams.Select(s => s.Stream)]), period, given).ToList();
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

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.History;
using Journey.Record.Measures;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Measures;

/// <summary>A published definition.</summary>
public sealed record MeasureView(string Code, int Version, string Title, string Cohort, string Numerator, string Unit, string Source)
{
    /// <summary>A measure as answers show it.</summary>
    public static MeasureView Of(Measure m) => new(m.Code, m.Version, m.Title, m.Cohort, m.Numerator, m.Unit, m.Source);
}

/// <summary>Children with one value.</summary>
public sealed record DistributionRow(decimal Value, int Children);

/// <summary>
/// A figure over everyone in the authority, those this person may not see included. <paramref name="Share"/> is absent for an empty cohort.
/// </summary>
public sealed record FigureAnswer(
    BasisView Basis, MeasureView Measure, WindowView Window, int Numerator, int Denominator, decimal? Share, IReadOnlyList<DistributionRow> Distribution) : IAnswer;

/// <summary>A child in or out of a cohort, why, and the facts behind it.</summary>
public sealed record CohortRow(
    Guid Child, IReadOnlyList<string> LaChildIds, bool InCohort, string Why, decimal? Value, bool Counts, IReadOnlyList<Guid> Facts);

/// <summary>A fact behind a figure.</summary>
public sealed record FactView(Guid Fact, string Noun, string? Sentence, DateOnly EffectiveFrom, DateTimeOffset KnownAt);

/// <summary>What one child contributes to a figure.</summary>
public sealed record ContributionAnswer(
    BasisView Basis, MeasureView Measure, WindowView Window, Guid Child, bool InCohort, string Why, decimal? Value, bool Counts, IReadOnlyList<FactView> Facts)
    : IAnswer;

/// <summary>How late facts were recorded in a window of knowledge, by kind of fact.</summary>
public sealed record LatenessAnswer(BasisView Basis, WindowView Known, IReadOnlyList<Lateness> Kinds) : IAnswer;

/// <summary>Figures, who is behind them and why, and how late facts were recorded.</summary>
public sealed class MeasureQuestions(Gate gate, SegmentReader segments, ChildReader records)
{
    /// <summary>Every published definition.</summary>
    public static IReadOnlyList<MeasureView> Catalogue { get; } = [.. MeasureCatalogue.All.Select(MeasureView.Of)];

    /// <summary>A figure.</summary>
    public async Task<Outcome<FigureAnswer>> FigureAsync(
        Person person, string authority, string code, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        MeasureCatalogue.Find(code) is not { } measure
            ? Problems.MeasureUnknown(code)
            : await gate.ManyAsync<FigureAnswer>(new Ask(person, Permissions.ReadMeasures, authority, asked, $"measure {measure.Code}"), async (seen, ct) =>
            {
                if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
                {
                    return problem;
                }

                var (figure, _) = await OverAsync(seen, measure, period, ct);
                return new Counted<FigureAnswer>(
                    new FigureAnswer(
                        seen.View,
                        MeasureView.Of(measure),
                        WindowView.Of(period),
                        figure.Numerator,
                        figure.Denominator,
                        figure.Denominator == 0 ? null : decimal.Round((decimal)figure.Numerator / figure.Denominator, 6),
                        [.. figure.Distribution.Select(d => new DistributionRow(d.Value, d.Children))]),
                    figure.Denominator);
            }, cancellation);

    /// <summary>Children in and out of the cohort of a figure; only those in it, or only those out of it, when asked.</summary>
    public async Task<Outcome<ListAnswer<CohortRow>>> CohortAsync(
        Person person, string authority, string code, AskedWindow window, bool? inCohort, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        if (MeasureCatalogue.Find(code) is not { } measure)
        {
            return Problems.MeasureUnknown(code);
        }

        var question = $"cohort of {measure.Code} {window.Year} {window.From} {window.To} {inCohort}";
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

            var (figure, members) = await OverAsync(seen, measure, period, ct);
            var asking = figure.Contributions.Where(c => inCohort is null || c.InCohort == inCohort).ToList();
            var rows = asking.Where(c => !seen.Hidden.Contains(c.Child))
                .Select(c => new CohortRow(c.Child, Named.LaChildIds(members[c.Child]), c.InCohort, c.Why, c.Value, c.Counts, c.Facts))
                .OrderBy(r => Named.Key(r.Child), StringComparer.Ordinal).ToList();
            return new Counted<ListAnswer<CohortRow>>(
                ListAnswer<CohortRow>.Of(seen.View, rows, r => Named.Key(r.Child), asking.Count - rows.Count, page, question), rows.Count);
        }, cancellation);
    }

    /// <summary>What one child contributes, and why.</summary>
    public async Task<Outcome<ContributionAnswer>> ChildAsync(
        Person person, string authority, string code, Guid child, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        MeasureCatalogue.Find(code) is not { } measure
            ? Problems.MeasureUnknown(code)
            : await gate.ChildAsync<ContributionAnswer>(
                new Ask(person, Permissions.ReadMeasures, authority, asked, $"measure {measure.Code}"), child, (seen, _) =>
                {
                    if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
                    {
                        return Task.FromResult<Outcome<ContributionAnswer>>(problem);
                    }

                    var one = measure.Of(new Timelines(child, seen.Then.Timeline), period);
                    return Task.FromResult<Outcome<ContributionAnswer>>(new ContributionAnswer(
                        seen.View, MeasureView.Of(measure), WindowView.Of(period), child, one.InCohort, one.Why, one.Value, one.Counts,
                        [.. one.Facts.Select(seen.Then.Find).OfType<Belief>().Select(b => Fact(seen.Then, b, seen.Confidential))]));
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

    private async Task<(Figure Figure, IReadOnlyDictionary<Guid, CohortMember> Members)> OverAsync(
        SeenMany seen, Measure measure, Period period, CancellationToken cancellation)
    {
        var cohort = await segments.ReadAsync(
            seen.Basis.Authority, [.. measure.Lanes.Append(IdentityLanes.Identifiers).Distinct()], seen.Basis.Position, cancellation: cancellation);
        var asked = cohort.Members.Values.Where(m => measure.Lanes.Any(l => m.Timeline(l).Count > 0));
        return (Figure.Over(measure, asked.Select(m => new Timelines(m.Id, m.Timeline)), period), cohort.Members);
    }

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

using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.History;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 35: which published figures would be others now, and why.</summary>
public static class Q35FiguresChanged
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 35,
        Code = "figures-changed",
        Title = "Which figures published at an earlier point would be different now, and why?",
        Explains = "Every measure over the year that ends with the day, as known at the point asked about and as known later, by its latest definition and the calendar in force. A figure "
            + "that changed has a row for each cause: late records, corrections, withdrawals, links. The causes of a figure add up to its change exactly; a child whose part is the "
            + "same at both points, item by item, is in none of them. A measure's own list of changes names the acts.",
        Lanes =
        [
            .. MeasureCatalogue.Latest.SelectMany(m => m.Lanes.Concat(m.Neighbours?.Lanes ?? [])).Distinct().OrderBy(l => l.Name, StringComparer.Ordinal),
        ],
        ReadsEntries = true,
        Of = everyone =>
        {
            var window = Asking.YearTo(everyone.Day);
            var acts = Act.Of(everyone.Entries).ToList();
            var rows = MeasureCatalogue.Latest.SelectMany(m => Changed(m, window, everyone, acts)).ToList();
            return new Answered(
                $"{rows.Select(r => r.Cells[0]).Distinct().Count()} of {MeasureCatalogue.Latest.Count} figures of the year to {Words.Date(everyone.Day)} would be different now.",
                ["measure", "title", "figureThen", "figureNow", "cause", "acts", "subjects", "numerator", "denominator", "values"],
                rows);
        },
    };

    private static IEnumerable<AnswerRow> Changed(Measure measure, Period window, Everyone everyone, List<Act> acts)
    {
        var (then, now) = (Over(measure, window, everyone, everyone.Then), Over(measure, window, everyone, everyone.Now));
        if (Sums(then) == Sums(now) && then.Result == now.Result)
        {
            return [];
        }

        var parts = measure.Neighbours is null ? OfThoseWhoDiffer(then, now, everyone, acts) : OfAll(measure, window, everyone, acts);
        if ((parts.Sum(p => p.Numerator), parts.Sum(p => p.Denominator), parts.Sum(p => p.Values)) != Difference(then, now))
        {
            throw new InvalidOperationException($"The causes of the change of {measure.Code} do not add up to it.");
        }

        return parts.GroupBy(p => p.Cause).OrderBy(g => g.Key).Select(g => new AnswerRow(
            null,
            [
                measure.Code, measure.Title, Rounded(then), Rounded(now), Name(g.Key), g.Select(p => p.Act?.Position).Distinct().Count(),
                g.SelectMany(p => p.Subjects).Distinct().Count(), g.Sum(p => p.Numerator), g.Sum(p => p.Denominator), g.Sum(p => p.Values),
            ],
            []));
    }

    /// <summary>Where nobody's part depends on others, only those whose own part differs are followed through the acts.</summary>
    private static IReadOnlyList<Restated> OfThoseWhoDiffer(Figure then, Figure now, Everyone everyone, List<Act> acts)
    {
        var (before, after) = (then.Contributions.ToLookup(c => c.Subject), now.Contributions.ToLookup(c => c.Subject));
        var differ = Compared.Of(everyone)
            .Where(c => !AddSame(c.Then.SelectMany(t => before[t.Subject]), c.Now.SelectMany(t => after[t.Subject])))
            .SelectMany(c => c.Then.Concat(c.Now)).SelectMany(t => t.Streams).ToHashSet();
        var definition = new Definition(then.Measure, everyone.Calendar);
        return Restatement.Between(
            definition, definition, then.Window, [], everyone.Earlier.Where(s => differ.Contains(s.Stream)),
            from act in acts
            let entries = act.Entries.Where(e => differ.Contains(e.Stream)).ToList()
            where entries.Count > 0
            select act with { Entries = entries });
    }

    private static IReadOnlyList<Restated> OfAll(Measure measure, Period window, Everyone everyone, List<Act> acts)
    {
        var touched = everyone.Earlier.Select(s => s.Stream).Concat(acts.SelectMany(a => a.Streams)).ToHashSet();
        var definition = new Definition(measure, everyone.Calendar);
        return Restatement.Between(definition, definition, window, [.. everyone.Then.Where(t => !t.Streams.Any(touched.Contains))], everyone.Earlier, acts);
    }

    private static Figure Over(Measure measure, Period window, Everyone everyone, IReadOnlyList<Timelines> all) => Figure.Over(
        measure, all.Where(t => measure.Lanes.Any(l => t[l].Count > 0)), window, everyone.Calendar, measure.Neighbours is null ? [] : all);

    /// <summary>Whether the same items add the same, in whatever order.</summary>
    private static bool AddSame(IEnumerable<Contribution> one, IEnumerable<Contribution> other)
    {
        static IEnumerable<(Guid?, decimal, decimal, decimal?)> Sorted(IEnumerable<Contribution> all) =>
            all.Where(c => c.InCohort).Select(c => (c.Item, c.Numerator, c.Denominator, c.Value)).Order();
        return Sorted(one).SequenceEqual(Sorted(other));
    }

    private static (decimal Numerator, decimal Denominator, decimal Values) Sums(Figure figure) =>
        (figure.Numerator, figure.Denominator, figure.Contributions.Where(c => c.InCohort).Sum(c => c.Value ?? 0));

    private static (decimal, decimal, decimal) Difference(Figure then, Figure now) => (Sums(then), Sums(now)) is var (one, other)
        ? (other.Numerator - one.Numerator, other.Denominator - one.Denominator, other.Values - one.Values)
        : default;

    private static decimal? Rounded(Figure figure) => figure.Result is { } result ? decimal.Round(result, 6) : null;

    private static string Name(Cause cause) => cause switch
    {
        Cause.Link => "link",
        Cause.Unlink => "unlink",
        Cause.Withdrawal => "withdrawal",
        Cause.Correction => "correction",
        Cause.NotReported => "no longer reported",
        Cause.LateRecord => "late record",
        _ => "definition or calendar",
    };
}

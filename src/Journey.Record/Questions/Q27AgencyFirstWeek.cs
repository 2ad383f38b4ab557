using System.Collections.Frozen;
using System.Reflection;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Workforce;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 27: decisions made by an agency worker in the first week.</summary>
public static class Q27AgencyFirstWeek
{
    private const int Week = 7;

    /// <summary>How facts name who decided, approved or authorised.</summary>
    private static readonly FrozenDictionary<Type, PropertyInfo> Deciders =
        (from fact in FactCatalogue.All
         from property in fact.Type.GetProperties()
         where property.Name is "DecidedBy" or "ApprovedBy" or "AuthorisedBy" && property.PropertyType == typeof(string)
         select (fact.Type, property)).ToFrozenDictionary(x => x.Type, x => x.property);

    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 27,
        Code = "agency-first-week",
        Title = "Which decisions were made by an agency worker in their first week, in the past year?",
        Explains = "Facts of the year that ends with the day which name who decided, approved or authorised, where that is the number of a worker who had joined as an agency worker "
            + "less than a week before, all as known at the point asked about. A decision that names a person and not a number cannot be told.",
        Parameters = [new("days", "How many days from the day of joining count, that day included; a week when it is left out.", IsRequired: false, ParameterKind.Number)],
        Lanes = [WorkforceLanes.InPost, WorkforceLanes.Terms],
        ReadsRecords = true,
        Of = everyone =>
        {
            var (window, days) = (Asking.YearTo(everyone.Day), everyone.Said.Number("days") ?? Week);
            var joined = everyone.Then.SelectMany(Joined).ToLookup(j => j.Number, j => j.On, StringComparer.Ordinal);
            var rows = new List<AnswerRow>();
            foreach (var record in everyone.Records)
            {
                rows.AddRange(
                    from belief in record.Beliefs
                    let fact = belief.Assertion as IFact
                    where fact is not null && window.Contains(fact.EffectiveFrom())
                    let number = Decider(fact)
                    where number is not null
                    let since = joined[number].Where(d => fact.EffectiveFrom().DayNumber - d.DayNumber is var n and >= 0 && n < days).Cast<DateOnly?>().Max()
                    where since is not null
                    select new AnswerRow(record.Id, [FactCatalogue.Of(fact).Noun, fact.EffectiveFrom(), number, since], [belief.FactId]));
            }

            return new Answered(
                $"{Asking.Counted(rows.Count, "decision", "decisions")} in the year to {Words.Date(everyone.Day)} by "
                    + $"{Asking.Counted(rows.Select(r => r.Cells[2]).Distinct().Count(), "agency worker", "agency workers")} in the first {Words.Count(days, "day")}.",
                ["decision", "day", "worker", "joinedOn"],
                [.. rows.OrderBy(r => (DateOnly)r.Cells[1]!).ThenBy(r => r.Child)]);
        },
    };

    private static string? Decider(IFact fact) => Deciders.TryGetValue(fact.GetType(), out var by) ? ((string?)by.GetValue(fact))?.Trim() : null;

    /// <summary>Posts that a worker took up as an agency worker.</summary>
    private static IEnumerable<(string Number, DateOnly On)> Joined(Timelines worker) =>
        from post in worker[WorkforceLanes.InPost]
        where worker[WorkforceLanes.Terms].FirstOrDefault(t => t.From >= post.From && t.From <= post.To) is { } terms && terms.From == post.From && InPost.IsAgency(terms.As<Terms>())
        select (post.As<Post>().Number, post.From);
}

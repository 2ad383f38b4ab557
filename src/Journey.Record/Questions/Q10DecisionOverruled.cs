using System.Globalization;
using Journey.Record.Facts;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Services;

namespace Journey.Record.Questions;

/// <summary>Question 10.</summary>
public static class Q10DecisionOverruled
{
    /// <summary>Who decided against something, between what, and whether that was overruled.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 10,
        Code = "decision-overruled",
        Title = "Who decided, what options were on the table, and had anyone overruled it?",
        Explains = "Requests for a service that were declined, and decisions of managers, made by the day, as known at the point asked about: who decided, why, the options that were recorded, and "
            + "who overruled it by then. A declined service is overruled by a later approval of the same kind of service.",
        Parameters =
        [
            new("about", "words that the kind of service, the question or the decision holds; all decisions when left out.", false),
            new("fact", "the id of one decision.", false, ParameterKind.Id),
        ],
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var record = child.Then;
        var rows = Services(child).Concat(Managers(child))
            .Where(d => d.DecidedOn <= child.Day && (child.Said.Id("fact") is not { } one || d.Id == one))
            .Where(d => child.Said.Text("about") is not { } words || d.About.Contains(words, StringComparison.OrdinalIgnoreCase) || d.Decision.Contains(words, StringComparison.OrdinalIgnoreCase))
            .OrderBy(d => d.DecidedOn).ThenBy(d => record.Find(d.Id)!.Ordinal)
            .Select(d => child.Row(
                new[] { d.Id, d.OverruledBy?.Id }.OfType<Guid>(),
                d.Id, d.About, d.Decision, d.Options, d.DecidedBy, d.Rationale, d.DecidedOn, record.RecordedAt(d.Id), d.OverruledBy?.By, d.OverruledBy?.On, d.OverruledBy?.Decision,
                d.OverruledBy is { } over ? record.RecordedAt(over.Id) : null)).ToList();
        var overruled = rows.Count(r => r.Cells[8] is not null);
        return new Answered(
            $"{Words.Count(rows.Count, "decision")} by {Words.Date(child.Day)}, {overruled} overruled by the point of knowledge asked about.",
            ["decision", "about", "decided", "options", "decidedBy", "rationale", "decidedOn", "recordedAt", "overruledBy", "overruledOn", "newDecision", "overrulingRecordedAt"],
            rows);
    }

    private static IEnumerable<Decided> Services(OneChild child)
    {
        var decisions = child.Then.Facts<ServiceDecided>().Select(d => (d.FactId, d.Fact, Request: child.Then.Find<ServiceRequested>(d.Fact.Request))).ToList();
        foreach (var (id, fact, request) in decisions.Where(d => d.Fact.Decision == "declined"))
        {
            var approved = decisions.Where(d => d.Fact.Decision == "approved" && request is not null && d.Request?.Kind == request.Kind && d.Fact.DecidedOn > fact.DecidedOn)
                .OrderBy(d => d.Fact.DecidedOn).FirstOrDefault();
            List<string> options = [.. new[]
            {
                request is null ? null : request.Estimate is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{request.Kind}, {Words.Money(cost)}") : request.Kind, fact.Alternative,
            }.OfType<string>()];
            yield return new Decided(
                id, request?.Kind ?? "", fact.Decision, options, fact.DecidedBy, fact.Rationale, fact.DecidedOn,
                approved.Fact is { } later ? (approved.FactId, later.DecidedBy, later.DecidedOn, later.Decision) : null);
        }
    }

    private static IEnumerable<Decided> Managers(OneChild child)
    {
        var overrulings = child.Then.Facts<DecisionOverruled>().ToList();
        foreach (var (id, fact) in child.Then.Facts<ManagementDecisionRecorded>())
        {
            var over = overrulings.Where(o => o.Fact.Decision == id).OrderBy(o => o.Fact.On).FirstOrDefault();
            yield return new Decided(
                id, fact.Question, fact.Decision, fact.Options, fact.DecidedBy, fact.Rationale, fact.DecidedOn,
                over.Fact is { } later ? (over.FactId, later.DecidedBy, later.On, later.NewDecision) : null);
        }
    }

    private sealed record Decided(
        Guid Id,
        string About,
        string Decision,
        IReadOnlyList<string> Options,
        string DecidedBy,
        string Rationale,
        DateOnly DecidedOn,
        (Guid Id, string By, DateOnly On, string Decision)? OverruledBy);
}

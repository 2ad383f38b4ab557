using Journey.Record.Facts.Identity;
using Journey.Record.Measures;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.Extensions.Options;

namespace Journey.Web.Features.Caseload;

/// <summary>By whom the board counts.</summary>
public enum BoardBy
{
    /// <summary>A row for each worker with a case.</summary>
    Worker,

    /// <summary>A row for each team with a case.</summary>
    Team,
}

/// <summary>
/// A worker or team on the board. <paramref name="Families"/> counts a sibling group once. <paramref name="Limit"/> is what the team's target allows for the
/// full-time equivalents there are; absent where no target holds. Children whom this person may not see are counted.
/// </summary>
public sealed record BoardLine(
    string? Worker,
    string? Team,
    int Cases,
    decimal Weighted,
    int Families,
    IReadOnlyDictionary<string, int> Kinds,
    IReadOnlyDictionary<string, int> LegalStatuses,
    decimal? Fte,
    decimal? Target,
    decimal? Limit,
    bool IsOver,
    bool IsAway,
    bool IsInPost);

/// <summary>The board of a day: its lines, all cases and families, and how many children have no social worker.</summary>
public sealed record BoardAnswer(
    BasisView Basis, BoardBy By, CaseWeights Weights, int Cases, decimal Weighted, int Families, int Unallocated, IReadOnlyList<BoardLine> Lines) : IAnswer;

/// <summary>A child without a social worker, as what kind of case, since when.</summary>
public sealed record GapRow(Guid Child, IReadOnlyList<string> LaChildIds, CaseKind Kind, DateOnly Since, int Days, string? LastWorker);

/// <summary>The caseload board at any date.</summary>
public sealed class BoardQuestions(Gate gate, SegmentReader segments, IOptions<CaseWeightOptions> weights)
{
    /// <summary>The board by worker or by team.</summary>
    public async Task<Outcome<BoardAnswer>> BoardAsync(Person person, string authority, string? by, Asked asked, CancellationToken cancellation)
    {
        if (!Choices.Read<BoardBy>("by", by).Has(out var choice, out var problem))
        {
            return problem;
        }

        var rows = choice.Value ?? BoardBy.Worker;
        return await gate.ManyAsync<BoardAnswer>(new Ask(person, Permissions.ReadLists, authority, asked, "caseload board"), async (seen, ct) =>
        {
            var (board, _) = await ReadAsync(seen, ct);
            var lines = (rows == BoardBy.Worker ? board.Workers : board.Teams).Select(Line).ToList();
            return new Counted<BoardAnswer>(
                new BoardAnswer(
                    seen.View, rows, weights.Value.Weights, board.Cases.Count, board.Cases.Sum(c => c.Weight), board.Cases.Select(c => c.Siblings ?? c.Child).Distinct().Count(),
                    board.Unallocated.Count, lines),
                board.Cases.Count);
        }, cancellation);
    }

    /// <summary>Children without a social worker, the longest first.</summary>
    public async Task<Outcome<ListAnswer<GapRow>>> GapsAsync(Person person, string authority, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        const string question = "caseload gaps";
        return page.Viewpoint(asked, question).Has(out var viewpoint, out var problem)
            ? await gate.ManyAsync<ListAnswer<GapRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
            {
                var (board, cohort) = await ReadAsync(seen, ct);
                var rows = board.Unallocated.Where(g => !seen.Hidden.Contains(g.Child))
                    .Select(g => new GapRow(g.Child, Named.LaChildIds(cohort.Members[g.Child]), g.Kind, g.Since, board.Day.DayNumber - g.Since.DayNumber, g.LastWorker))
                    .OrderBy(Key, StringComparer.Ordinal).ToList();
                return new Counted<ListAnswer<GapRow>>(
                    ListAnswer<GapRow>.Of(seen.View, rows, Key, board.Unallocated.Count - rows.Count, page, question), rows.Count);
            }, cancellation)
            : problem;
    }

    private static string Key(GapRow row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Since:yyyy-MM-dd} {row.Child:D}");

    private static BoardLine Line(BoardRow r) => new(
        r.Worker, r.Team, r.Cases, r.Weighted, r.Families, r.Kinds.ToDictionary(k => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(k.Key.ToString()), k => k.Value),
        r.LegalStatuses, r.Fte, r.Target, r.Limit, r.IsOver, r.IsAway, r.IsInPost);

    private async Task<(CaseloadBoard Board, Cohort Cohort)> ReadAsync(SeenMany seen, CancellationToken cancellation)
    {
        var cohort = await segments.ReadAsync(seen.Basis.Authority, [.. CaseloadBoard.Lanes, IdentityLanes.Identifiers], seen.Basis.Position, cancellation: cancellation);
        var everyone = cohort.Members.Values.OrderBy(m => m.Id).Select(m => m.Timelines).ToList();
        return (CaseloadBoard.Of(everyone, seen.Basis.ValidAt, weights.Value.Weights), cohort);
    }
}

/// <summary>What a case of each kind weighs: section <c>Caseload:Weights</c> of the configuration, where an authority sets its own.</summary>
public sealed class CaseWeightOptions
{
    /// <summary>The weights.</summary>
    public CaseWeights Weights { get; set; } = new();
}

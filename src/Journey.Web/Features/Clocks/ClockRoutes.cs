using System.ComponentModel;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Clocks;

/// <summary>Which of what is due.</summary>
public sealed class Chosen
{
    /// <summary>One clock.</summary>
    [FromQuery(Name = "clock")]
    [Description("Code of a clock; all when left out.")]
    public string? Clock { get; init; }

    /// <summary>One status.</summary>
    [FromQuery(Name = "status")]
    [Description("met, late, open, overdue, missed (stopped after it was due), void (stopped before), or all.")]
    public string? Status { get; init; }

    /// <summary>The calendar of working days.</summary>
    [FromQuery(Name = "calendar")]
    [Description("Version of the calendar of bank holidays by which working days are counted; the one in force when left out.")]
    public int? Calendar { get; init; }

    /// <summary>What is asked, in the caller's words.</summary>
    public AskedDues Asked(string? team = null, string? worker = null) => new(Clock, Status, team, worker, Calendar);
}

/// <summary>Clocks over HTTP.</summary>
public static class ClockRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapClocks(this IEndpointRouteBuilder routes)
    {
        var authority = routes.MapGroup("/authorities/{authority}").WithTags("Clocks");

        authority.MapGet("/clocks", (string authority, ClockQuestions clocks) => Results.Ok(clocks.Catalogue(authority)))
            .Answers<ClocksView>(Permissions.ReadLists, "clocks", "Every clock: its rule in words, its source, and its limits as the authority has them.");

        authority.MapGet("/clocks/board", async (
                [AsParameters] Question q,
                [AsParameters] Chosen chosen,
                [AsParameters] Paged page,
                [FromQuery, Description("The team of the child's social worker on the day.")] string? team,
                [FromQuery, Description("Number of the child's social worker on the day.")] string? worker,
                ClockQuestions clocks,
                CancellationToken ct) =>
                q.Context.Answer(await clocks.BoardAsync(q.Person(), q.Authority, chosen.Asked(team, worker), q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<DueRow>>(
                Permissions.ReadLists,
                "clockBoard",
                "What was due of everyone on a day, as known, the earliest due first; what was open or overdue when no status is given.");

        authority.MapGet("/clocks/summary", async (
                [AsParameters] Question q,
                [AsParameters] Windowed window,
                [FromQuery, Description("Code of a clock; all when left out.")] string? clock,
                [FromQuery, Description("Version of the calendar of bank holidays; the one in force when left out.")] int? calendar,
                [FromQuery, Description("The team of the child's social worker on the day.")] string? team,
                [FromQuery, Description("Number of the child's social worker on the day.")] string? worker,
                ClockQuestions clocks,
                CancellationToken ct) =>
                q.Context.Answer(await clocks.SummaryAsync(
                    q.Person(), q.Authority, new AskedDues(clock, null, team, worker, calendar), window.Asked(), q.Asked(), ct)))
            .Answers<ClockSummary>(
                Permissions.ReadLists,
                "clockSummary",
                "By clock and team: what was open or overdue on a day, and of what was due in the window how much was met, late, missed or void.");

        authority.MapGet("/children/{child:guid}/clocks", async (
                [AsParameters] Question q, [AsParameters] Chosen chosen, Guid child, ClockQuestions clocks, CancellationToken ct) =>
                q.Context.Answer(await clocks.OfChildAsync(q.Person(), q.Authority, child, chosen.Asked(), q.Asked(), ct)))
            .Answers<ChildClocks>(
                Permissions.ReadChild, "childClocks", "What was due of a child by a day, as known, in whatever status unless one is given.");
    }
}

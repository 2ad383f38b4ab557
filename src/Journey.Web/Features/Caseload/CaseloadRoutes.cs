using System.ComponentModel;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Caseload;

/// <summary>Who had which cases, over HTTP.</summary>
public static class CaseloadRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapCaseload(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/authorities/{authority}").WithTags("Caseload");

        lists.MapGet("/caseload", async ([AsParameters] Question q, [AsParameters] Paged page, CaseloadQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.OfAllAsync(q.Person(), q.Authority, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<WorkerRow>>(Permissions.ReadLists, "caseload", "Every social worker with cases on a day, and how many.");

        lists.MapGet("/caseload/board", async (
                [AsParameters] Question q, [Description("worker or team; worker when left out.")] string? by, BoardQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.BoardAsync(q.Person(), q.Authority, by, q.Asked(), ct)))
            .Answers<BoardAnswer>(
                Permissions.ReadLists, "caseloadBoard", "The caseload board of a day by worker or team: cases, weighted, families, legal mix, limits, and how many have no worker.");

        lists.MapGet("/caseload/gaps", async ([AsParameters] Question q, [AsParameters] Paged page, BoardQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.GapsAsync(q.Person(), q.Authority, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<GapRow>>(Permissions.ReadLists, "caseloadGaps", "Children without a social worker on a day, as what kind of case, and since when.");

        lists.MapGet("/caseload/{worker}", async (
                [AsParameters] Question q, [AsParameters] Paged page, string worker, CaseloadQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.OfWorkerAsync(q.Person(), q.Authority, worker, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<CaseRow>>(Permissions.ReadLists, "caseloadOfWorker", "The children of one worker on a day.");

        lists.MapGet("/unallocated", async ([AsParameters] Question q, [AsParameters] Paged page, CaseloadQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.UnallocatedAsync(q.Person(), q.Authority, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<UnallocatedRow>>(Permissions.ReadLists, "unallocated", "Children with an open case, in need or looked after, and without a social worker on a day.");
    }
}

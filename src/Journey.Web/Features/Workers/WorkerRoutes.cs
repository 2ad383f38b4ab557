using System.ComponentModel;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Workers;

/// <summary>Questions about workers over HTTP.</summary>
public static class WorkerRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapWorkers(this IEndpointRouteBuilder routes)
    {
        var workers = routes.MapGroup("/authorities/{authority}/workers").WithTags("Workers");

        workers.MapGet("", async (
                [AsParameters] Question q, [AsParameters] Paged page, [Description("A worker's number.")] string? number, WorkerQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.FindAsync(q.Person(), q.Authority, number, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<WorkerListed>>(Permissions.ReadLists, "findWorkers", "Workers by number, or all of them.");

        workers.MapGet("/{worker:guid}", async ([AsParameters] Question q, Guid worker, WorkerQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.StateAsync(q.Person(), q.Authority, worker, q.Asked(), ct)))
            .Answers<WorkerState>(Permissions.ReadLists, "workerState", "A worker on a day, as known: in post or not, terms.");
    }
}

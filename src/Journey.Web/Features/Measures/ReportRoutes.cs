using System.ComponentModel;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Measures;

/// <summary>A funnel that can be asked.</summary>
public sealed record FunnelView(string Code, string Title, IReadOnlyList<string> Steps);

/// <summary>Figures that belong together, over HTTP.</summary>
public static class ReportRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/authorities/{authority}").WithTags("Measures");

        reports.MapGet("/funnels", (string authority) =>
                Results.Ok(ReportQuestions.Funnels.Select(f => new FunnelView(f.Code, f.Title, [.. f.Steps.Select(s => s.Name)])).ToList()))
            .Answers<IReadOnlyList<FunnelView>>(Permissions.ReadFigures, "funnels", "Every funnel: figures that lead from one to the next.");

        reports.MapGet("/funnels/{code}", async ([AsParameters] Question q, [AsParameters] Windowed window, string code, ReportQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.FunnelAsync(q.Person(), q.Authority, code, window.Asked(), q.Asked(), ct)))
            .Answers<FunnelAnswer>(Permissions.ReadMeasures, "funnel", "The steps of a funnel in a window, each as a share of the first and of the one before.");

        reports.MapGet("/partner-response", async ([AsParameters] Question q, [AsParameters] Windowed window, ReportQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.PartnersAsync(q.Person(), q.Authority, window.Asked(), q.Asked(), ct)))
            .Answers<PartnerAnswer>(Permissions.ReadMeasures, "partnerResponse", "How each agency answered requests (M23): due, unanswered, days to a full reply, still open, chased, escalated.");

        reports.MapGet("/lateness/groups", async (
                [AsParameters] Question q, [AsParameters] KnownWindow window, [Description("kind, worker or team; kind when left out.")] string? by,
                ReportQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.LatenessAsync(q.Person(), q.Authority, by, window.Asked(), q.Asked(), ct)))
            .Answers<GroupLatenessAnswer>(Permissions.ReadMeasures, "latenessGroups", "How late facts were recorded (M25) by kind, by who recorded them or by that worker's team.");

        reports.MapGet("/recording-debt", async ([AsParameters] Question q, [AsParameters] Windowed window, ReportQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.DebtAsync(q.Person(), q.Authority, window.Asked(), q.Asked(), ct)))
            .Answers<RecordingDebtAnswer>(Permissions.ReadMeasures, "recordingDebt", "M29: of what happened in a window, what was recorded more than five working days later, by kind.");
    }
}

using System.ComponentModel;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Lanes;

/// <summary>Lanes over everyone, over HTTP.</summary>
public static class LaneRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapLanes(this IEndpointRouteBuilder routes)
    {
        var lanes = routes.MapGroup("/authorities/{authority}/lanes").WithTags("Lanes");

        lanes.MapGet("", (string authority) => Results.Ok(LaneQuestions.Catalogue))
            .Answers<IReadOnlyList<LaneView>>(Permissions.ReadLists, "lanes", "Every lane: its kind, whose records it is on, and the facts that claim on it.");

        lanes.MapGet("/{lane}", async (
                [AsParameters] Question q,
                [AsParameters] Windowed window,
                [AsParameters] Paged page,
                string lane,
                [Description("Only values with this key, on a lane whose values have one: an agency, a worker's number. The lane's value shows it.")] string? key,
                LaneQuestions questions,
                CancellationToken ct) =>
                q.Context.Answer(await questions.AskAsync(q.Person(), q.Authority, lane, window.Asked(), key, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<LaneRow>>(
                Permissions.ReadLists,
                "lane",
                "One lane over everyone: what held at the end of a day, or with a window or a year every interval and point that touches it.");
    }
}

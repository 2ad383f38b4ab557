using System.ComponentModel;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Children;

/// <summary>Questions about one child over HTTP.</summary>
public static class ChildRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapChildren(this IEndpointRouteBuilder routes)
    {
        var children = routes.MapGroup("/authorities/{authority}/children").WithTags("Children");

        children.MapGet("", async ([AsParameters] Question q, [AsParameters] Paged page, [Description("The authority's own identifier of the child.")] string? laChildId,
                ChildQuestions children, CancellationToken ct) =>
                q.Context.Answer(await children.FindAsync(q.Person(), q.Authority, laChildId, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<ChildRow>>(Permissions.ReadLists, "findChildren", "Children by the authority's own identifier, or all of them.");

        children.MapGet("/{child:guid}", async ([AsParameters] Question q, Guid child, ChildQuestions children, CancellationToken ct) =>
                q.Context.Answer(await children.StateAsync(q.Person(), q.Authority, child, q.Asked(), ct)))
            .Answers<ChildState>(Permissions.ReadChild, "childState", "A child on a day, as known: every lane, age, looked after or not, flags.");

        children.MapGet("/{child:guid}/lanes/{lane}", async ([AsParameters] Question q, Guid child, string lane, ChildQuestions children, CancellationToken ct) =>
                q.Context.Answer(await children.LaneAsync(q.Person(), q.Authority, child, lane, q.Asked(), ct)))
            .Answers<LaneTimeline>(Permissions.ReadChild, "childLane", "One lane of a child's record over all time, as known.");

        children.MapGet("/{child:guid}/history", async ([AsParameters] Question q, [AsParameters] Paged page, Guid child, ChildQuestions children, CancellationToken ct) =>
                q.Context.Answer(await children.HistoryAsync(q.Person(), q.Authority, child, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<HistoryEntry>>(Permissions.ReadChild, "childHistory", "Every entry of a child's record in both times, corrected and withdrawn ones included.");

        children.MapGet("/{child:guid}/episodes", async ([AsParameters] Question q, Guid child, ChildQuestions children, CancellationToken ct) =>
                q.Context.Answer(await children.EpisodesAsync(q.Person(), q.Authority, child, q.Asked(), ct)))
            .Answers<ChildEpisodes>(Permissions.ReadChild, "childEpisodes", "A child's care episodes, stated and derived, as known.");

        children.MapGet("/{child:guid}/comparison", async (
                [AsParameters] Question q,
                Guid child,
                [FromQuery, Description("The other day. Today when left out.")] string? otherValidAt,
                [FromQuery, Description("The other instant or day of knowledge. Best known when left out.")] string? otherKnownAt,
                [FromQuery, Description("The other token, instead of the other instant.")] string? otherBasis,
                ChildQuestions children,
                CancellationToken ct) =>
                q.Context.Answer(await children.CompareAsync(
                    q.Person(), q.Authority, child, q.Asked(), new Asked(otherValidAt, otherKnownAt, otherBasis), ct)))
            .Answers<Comparison>(Permissions.ReadChild, "compareChild", "What two viewpoints say differently, lane by lane, and what became known between them.");
    }
}

using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.LookedAfter;

/// <summary>Who was looked after, over HTTP.</summary>
public static class LookedAfterRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapLookedAfter(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/authorities/{authority}").WithTags("Looked after");

        lists.MapGet("/looked-after", async ([AsParameters] Question q, [AsParameters] Paged page, LookedAfterQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.ListAsync(q.Person(), q.Authority, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<LookedAfterRow>>(Permissions.ReadLists, "lookedAfter", "Children looked after on a day, by episodes, short breaks left out.");

        lists.MapGet("/episodes", async ([AsParameters] Question q, [AsParameters] Paged page, LookedAfterQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.EpisodesAsync(q.Person(), q.Authority, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<EpisodeRow>>(Permissions.ReadLists, "episodes", "Care episodes that hold on a day, short breaks included.");
    }
}

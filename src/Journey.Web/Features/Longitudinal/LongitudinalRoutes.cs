using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Longitudinal;

/// <summary>The longitudinal export over HTTP.</summary>
public static class LongitudinalRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapLongitudinal(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/authorities/{authority}/longitudinal", async ([AsParameters] Question q, [AsParameters] Paged page, LongitudinalQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.AskAsync(q.Person(), q.Authority, q.Asked(), page.Asked(), ct)))
            .WithTags("Measures")
            .Answers<ListAnswer<LongitudinalEvent>>(
                Permissions.ReadMeasures,
                "longitudinal",
                "Every event of every child in the order in which it became known, under pseudonyms: kinds, codes and both times, no names, postcodes or free text.");
}

using System.ComponentModel;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Access;

/// <summary>Who looked at what, over HTTP.</summary>
public static class AccessRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/authorities/{authority}/access-log", async (
                HttpContext context,
                string authority,
                [Description("Only what was asked about this child.")] Guid? child,
                [Description("Entries before this number: the 'next' of the page before.")] long? before,
                [Description("Entries on a page, 1 to 1000; 100 when left out.")] int? size,
                AccessQuestions questions,
                CancellationToken ct) =>
                context.Answer(await questions.ReadAsync(Person.Of(context.User)!, authority, child, before, size, ct)))
            .WithTags("Access").Answers<AccessAnswer>(Permissions.ReadAccessLog, "accessLog", "Who asked what, at which viewpoint and why it was allowed, newest first.");
}

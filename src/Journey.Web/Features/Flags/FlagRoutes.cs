using System.ComponentModel;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Flags;

/// <summary>Open flags over HTTP.</summary>
public static class FlagRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapFlags(this IEndpointRouteBuilder routes)
    {
        var authority = routes.MapGroup("/authorities/{authority}").WithTags("Flags");

        authority.MapGet("/flags", async (
                [AsParameters] Question q, [AsParameters] Paged page, [Description("A rule's code.")] string? code, FlagQuestions flags, CancellationToken ct) =>
                q.Context.Answer(await flags.OfAllAsync(q.Person(), q.Authority, code, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<FlaggedRow>>(Permissions.ReadLists, "flags", "Children whose records break rules, the longest flagged first.");

        authority.MapGet("/children/{child:guid}/flags", async ([AsParameters] Question q, Guid child, FlagQuestions flags, CancellationToken ct) =>
                q.Context.Answer(await flags.OfChildAsync(q.Person(), q.Authority, child, q.Asked(), ct)))
            .Answers<ChildFlags>(Permissions.ReadChild, "childFlags", "The open flags of a child with their age, the oldest first.");
    }
}

using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Bases;

/// <summary>Named bases over HTTP.</summary>
public static class BasisRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapBases(this IEndpointRouteBuilder routes)
    {
        var bases = routes.MapGroup("/authorities/{authority}/bases").WithTags("Bases");

        bases.MapPost("", async (HttpContext context, string authority, NameBasisBody body, BasisQuestions questions, CancellationToken ct) =>
                context.Answer(await questions.NameAsync(Person.Of(context.User)!, authority, body, ct)))
            .Answers<NamedBasisView>(Permissions.NameBasis, "nameBasis", "Name a pair of clocks for good, such as '2026 return as submitted'.")
            .Problem(StatusCodes.Status409Conflict);

        bases.MapGet("", async (HttpContext context, string authority, [AsParameters] Paged page, BasisQuestions questions, CancellationToken ct) =>
                context.Answer(await questions.AllAsync(Person.Of(context.User)!, authority, page.Asked(), ct)))
            .Answers<ListAnswer<NamedBasisView>>(Permissions.ReadFigures, "bases", "Every named basis.");

        bases.MapGet("/{name}", async (HttpContext context, string authority, string name, BasisQuestions questions, CancellationToken ct) =>
                context.Answer(await questions.FindAsync(Person.Of(context.User)!, authority, name, ct)))
            .Answers<NamedBasisView>(Permissions.ReadFigures, "basisOfName", "The pair of clocks that a name stands for.");
    }
}

using System.ComponentModel;
using Journey.Record.Questions;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Questions;

/// <summary>The point of knowledge that an answer is compared with.</summary>
public sealed class Compared
{
    /// <summary>The instant or day.</summary>
    [FromQuery(Name = "otherKnownAt")]
    [Description("The later instant of knowledge, or day, that the answer is compared with. Best known when all three are left out.")]
    public string? OtherKnownAt { get; init; }

    /// <summary>The token of another answer.</summary>
    [FromQuery(Name = "otherBasis")]
    [Description("The token of another answer, for its knowledge, instead of otherKnownAt.")]
    public string? OtherBasis { get; init; }

    /// <summary>The name of a basis.</summary>
    [FromQuery(Name = "otherNamed")]
    [Description("The name of a basis, for its knowledge, instead of otherKnownAt.")]
    public string? OtherNamed { get; init; }

    /// <summary>The point in the caller's words.</summary>
    public Asked Asked() => new(null, OtherKnownAt, OtherBasis, OtherNamed);
}

/// <summary>The named questions of the field over HTTP.</summary>
public static class QuestionRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        var authority = routes.MapGroup("/authorities/{authority}").WithTags("Questions");

        authority.MapGet("/questions", (string authority) => Results.Ok(QuestionAnswers.Catalogue))
            .Answers<QuestionsView>(Permissions.ReadLists, "questions", "Every named question: its number in the field's list, what it explains, and what it must be told.");

        authority.MapGet("/questions/{code}", async (
                [AsParameters] Http.Question q, [AsParameters] Compared other, [AsParameters] Paged page, string code, QuestionAnswers answers, CancellationToken ct) =>
                q.Context.Answer(await answers.OfManyAsync(q.Person(), q.Authority, code, Words(q.Context), q.Asked(), other.Asked(), page.Asked(), ct)))
            .Answers<QuestionAnswer>(
                Permissions.ReadLists, "askQuestion", "A named question over everyone, at a pair of clocks; its own parameters are in the list of questions.")
            .WithMetadata(Own<ManyQuestion>()).Described<ManyQuestion>();

        authority.MapGet("/children/{child:guid}/questions/{code}", async (
                [AsParameters] Http.Question q,
                [AsParameters] Compared other,
                [AsParameters] Paged page,
                Guid child,
                string code,
                QuestionAnswers answers,
                CancellationToken ct) =>
                q.Context.Answer(await answers.OfChildAsync(q.Person(), q.Authority, child, code, Words(q.Context), q.Asked(), other.Asked(), page.Asked(), ct)))
            .Answers<QuestionAnswer>(
                Permissions.ReadChild, "askChildQuestion", "A named question about one child, at a pair of clocks; its own parameters are in the list of questions.")
            .WithMetadata(Own<ChildQuestion>()).Described<ChildQuestion>();
    }

    private static Dictionary<string, string> Words(HttpContext context) => context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());

    /// <summary>The parameters of the question asked; an unknown question is found out later.</summary>
    private static TakesParameters Own<TQuestion>()
        where TQuestion : Record.Questions.Question => new(c => QuestionCatalogue.Find(c.Request.RouteValues["code"] as string ?? "") is TQuestion question
            ? question.Parameters.Select(p => p.Name)
            : c.Request.Query.Keys);

    /// <summary>Puts the parameters of all questions of a kind into the description of the API.</summary>
    private static RouteHandlerBuilder Described<TQuestion>(this RouteHandlerBuilder endpoint)
        where TQuestion : Record.Questions.Question => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (var parameter in QuestionCatalogue.All.OfType<TQuestion>().SelectMany(q => q.Parameters.Select(p => (q.Code, Own: p))).GroupBy(p => p.Own.Name))
            {
                operation.Parameters.Add(new Microsoft.OpenApi.OpenApiParameter
                {
                    Name = parameter.Key,
                    In = Microsoft.OpenApi.ParameterLocation.Query,
                    Description = string.Join(' ', parameter.Select(p => $"{p.Code}: {p.Own.Means}")),
                    Schema = new Microsoft.OpenApi.OpenApiSchema { Type = Microsoft.OpenApi.JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
}

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Journey.Web.Http;

/// <summary>Writes outcomes as HTTP answers.</summary>
public static class HttpAnswers
{
    /// <summary>The header that carries the token of the basis.</summary>
    public const string BasisHeader = "Journey-Basis";

    /// <summary>The answer with its basis in the headers, or the problem.</summary>
    public static IResult Answer<T>(this HttpContext context, Outcome<T> outcome)
    {
        if (!outcome.Has(out var answer, out var problem))
        {
            return Problem(problem);
        }

        if (answer is not IAnswer { Basis: var basis })
        {
            return Results.Ok(answer);
        }

        var options = context.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, options);
        return Label(context, basis, body) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(body, "application/json; charset=utf-8");
    }

    /// <summary>A problem in the standard shape, with its stable code.</summary>
    public static ProblemHttpResult Problem(Problem problem) => TypedResults.Problem(Details(problem));

    /// <inheritdoc cref="Problem(Http.Problem)"/>
    public static ProblemDetails Details(Problem problem)
    {
        var details = new ProblemDetails
        {
            Type = $"/problems/{problem.Code}",
            Title = problem.Sentence,
            Status = problem.Status,
            Extensions = { ["code"] = problem.Code },
        };
        foreach (var (name, value) in problem.More ?? new Dictionary<string, object?>())
        {
            details.Extensions[name] = value;
        }

        return details;
    }

    /// <summary>
    /// Says which basis and bytes these are; true when the caller holds the same. What is masked follows the record as it stands now and
    /// every answer is logged, so an answer may be kept, but is asked for again before it is shown.
    /// </summary>
    private static bool Label(HttpContext context, BasisView basis, byte[] body)
    {
        var headers = context.Response.Headers;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        headers[BasisHeader] = basis.Token;
        headers.ETag = tag.ToString();
        headers.CacheControl = basis.Final || context.Request.Query.ContainsKey("basis") ? "private, no-cache" : "private, no-store";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false) || held == EntityTagHeaderValue.Any);
    }
}

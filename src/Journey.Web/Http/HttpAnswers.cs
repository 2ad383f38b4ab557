using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

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

        if (answer is IAnswer { Basis: var basis })
        {
            Label(context, basis);
        }

        return Results.Ok(answer);
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

    private static void Label(HttpContext context, BasisView basis)
    {
        var headers = context.Response.Headers;
        headers[BasisHeader] = basis.Token;
        headers.ETag = $"\"{Hash(context.Request, basis)}\"";
        headers.CacheControl = basis.Final || context.Request.Query.ContainsKey("basis") ? "private, immutable" : "private, no-store";
    }

    private static string Hash(HttpRequest request, BasisView basis)
    {
        var query = request.Query.Where(q => q.Key is not ("validAt" or "knownAt" or "basis"))
            .OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key}={q.Value}");
        var text = string.Join('\n', [basis.Token, request.Path.Value, .. query]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}

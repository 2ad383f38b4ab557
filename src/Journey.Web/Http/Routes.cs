using System.Reflection;
using Journey.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Http;

/// <summary>The permission an endpoint needs, kept with it.</summary>
public sealed record NeedsPermission(string Permission);

/// <summary>The parameters that an endpoint takes besides those of its handler; which ones may hang on what is asked.</summary>
public sealed record TakesParameters(Func<HttpContext, IEnumerable<string>> Of);

/// <summary>A problem as it is written: RFC 9457 with a stable code. <paramref name="Refusals"/> come with 422, <paramref name="CurrentVersion"/> with 412.</summary>
public sealed record ProblemBody(
    string Type, string Title, int Status, string Code, string? TraceId = null, IReadOnlyList<Record.Children.Refusal>? Refusals = null, long? CurrentVersion = null);

/// <summary>How routes say what they are called, what they need and what they answer.</summary>
public static class Routes
{
    /// <summary>Names the permission an endpoint needs. An endpoint that names none is open to nobody but those with a role.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new NeedsPermission(permission));
        return permission == Permissions.Anyone ? endpoint.AllowAnonymous() : endpoint.RequireAuthorization(permission);
    }

    /// <summary>A question: its operation id, what it answers, and what it needs.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, string permission, string id, string summary) => endpoint
        .WithName(id).WithSummary(summary).Needs(permission).Produces<T>().AddEndpointFilterFactory(KnownParameters)
        .Problem(StatusCodes.Status400BadRequest).Problem(StatusCodes.Status401Unauthorized).Problem(StatusCodes.Status403Forbidden)
        .Problem(StatusCodes.Status404NotFound).Problem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Refuses a parameter it does not take: a misspelt <c>knownAt</c> must not be answered with what is known now.</summary>
    private static EndpointFilterDelegate KnownParameters(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var parameters = factory.MethodInfo.GetParameters();
        var known = parameters.Where(p => p.GetCustomAttribute<AsParametersAttribute>() is not null)
            .SelectMany(p => p.ParameterType.GetProperties()).Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>()
            .Concat(parameters.Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.Name).OfType<string>())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return invocation =>
        {
            var context = invocation.HttpContext;
            var more = context.GetEndpoint()?.Metadata.GetMetadata<TakesParameters>()?.Of(context) ?? [];
            return context.Request.Query.Keys.Except(known, StringComparer.OrdinalIgnoreCase).Except(more, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown
                ? ValueTask.FromResult<object?>(HttpAnswers.Problem(Problems.ParameterUnknown(unknown)))
                : next(invocation);
        };
    }

    /// <summary>A problem it may answer with.</summary>
    public static RouteHandlerBuilder Problem(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.Produces<ProblemBody>(status, "application/problem+json");
}

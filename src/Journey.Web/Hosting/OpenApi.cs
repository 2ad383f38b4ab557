using Journey.Web.Http;
using Scalar.AspNetCore;

namespace Journey.Web.Hosting;

/// <summary>The description of the API, and a page to browse it that asks nothing of other hosts.</summary>
public static class OpenApi
{
    /// <summary>Where the page is.</summary>
    public const string ReferencePath = "/scalar";

    /// <summary>Where the document is.</summary>
    public const string DocumentPath = "/openapi/v1.json";

    /// <summary>Adds the document.</summary>
    public static void AddJourneyOpenApi(this IServiceCollection services) => services.AddOpenApi(o => o
        .AddSchemaTransformer(SchemaWords.DescribeAsync)
        .AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Journey";
            document.Info.Version = "1";
            document.Info.Description =
                "A bitemporal record of children's social care. Every question takes validAt (what was true on) and knownAt (what we knew on), or a basis.";
            document.Servers?.Clear();
            SchemaWords.DescribeKinds(document);
            return Task.CompletedTask;
        }));

    /// <summary>Maps both, and leads whoever opens the printed address there.</summary>
    public static void MapJourneyOpenApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().Needs(Permissions.Anyone);
        routes.MapScalarApiReference(ReferencePath, o => o
            .DisableDefaultFonts().DisableTelemetry().DisableAgent().HideDeveloperTools().HideClientButton()).Needs(Permissions.Anyone);
        routes.MapGet("/", () => Results.Redirect(ReferencePath)).ExcludeFromDescription().Needs(Permissions.Anyone);
    }
}

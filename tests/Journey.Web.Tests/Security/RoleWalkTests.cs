using System.Net;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Journey.Web.Tests.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Journey.Web.Tests.Security;

/// <summary>Every route that is mapped, asked by nobody and by every role.</summary>
public sealed class RoleWalkTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly string[] Open = ["/health/live", "/health/ready", "/openapi/{documentName}.json", "/scalar"];

    [Fact]
    public async Task Each_route_lets_in_exactly_the_roles_of_its_permission_and_nobody_without_a_sign_in()
    {
        var journey = await fixture.SharedAsync();
        var walked = 0;
        foreach (var (method, path, permission) in Routes(journey).Where(r => r.Permission != Permissions.Anyone))
        {
            (await journey.SendAsync(method, path, null, null)).Status.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
            foreach (var role in Roles.All)
            {
                var status = (await journey.SendAsync(method, path, role, null)).Status;
                var allowed = Permissions.Table[permission].Contains(role);
                (status != HttpStatusCode.Forbidden).ShouldBe(allowed, $"{role} {method} {path}: {status}");
                status.ShouldNotBe(HttpStatusCode.Unauthorized, $"{role} {method} {path}");
                ((int)status).ShouldBeLessThan(500, $"{role} {method} {path}");
            }

            walked++;
        }

        walked.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Each_route_names_its_permission_and_only_health_and_the_description_of_the_API_are_open()
    {
        var journey = await fixture.SharedAsync();

        foreach (var endpoint in Endpoints(journey))
        {
            var pattern = endpoint.RoutePattern.RawText!;
            var permission = endpoint.Metadata.GetMetadata<NeedsPermission>().ShouldNotBeNull(pattern).Permission;
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            open.ShouldBe(permission == Permissions.Anyone, pattern);
            open.ShouldBe(pattern == "/" || Array.Exists(Open, o => pattern.StartsWith(o, StringComparison.Ordinal)), pattern);
        }
    }

    [Fact]
    public void Every_permission_is_held_by_known_roles_only() =>
        Permissions.Table.Values.SelectMany(r => r).ShouldAllBe(r => Roles.All.Contains(r));

    private static IEnumerable<RouteEndpoint> Endpoints(Served journey) =>
        journey.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IEnumerable<(HttpMethod Method, string Path, string Permission)> Routes(Served journey) =>
        from endpoint in Endpoints(journey)
        let permission = endpoint.Metadata.GetMetadata<NeedsPermission>()!.Permission
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (new HttpMethod(method), Path(endpoint, journey.Authority), permission);

    private static string Path(RouteEndpoint endpoint, string authority) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s =>
        string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "authority" } => authority,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "child" or "worker" or "team" or "agency" or "fact" or "load" or "record" } => Guid.Empty.ToString(),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "year" } => "2018",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "x",
            _ => throw new InvalidOperationException(),
        }))));
}

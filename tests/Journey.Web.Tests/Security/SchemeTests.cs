using Journey.Web.Hosting;
using Journey.Web.Tests.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Journey.Web.Tests.Security;

/// <summary>Personas are for Development and nowhere else.</summary>
public sealed class SchemeTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void A_host_outside_Development_refuses_to_start_with_personas(string environment) =>
        Should.Throw<InvalidOperationException>(() => Build(environment, "--Authentication:Scheme=personas")).Message.ShouldContain("Development only");

    [Fact]
    public void An_unknown_scheme_is_refused() =>
        Should.Throw<InvalidOperationException>(() => Build("Development", "--Authentication:Scheme=none"));

    [Fact]
    public async Task Outside_Development_personas_are_not_registered()
    {
        await using var app = Build("Production").Build();

        var schemes = await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        schemes.Select(s => s.Name).ShouldBe(["Bearer"]);
    }

    [Fact]
    public async Task A_persona_nobody_knows_is_nobody()
    {
        var journey = await fixture.SharedAsync();

        (await journey.GetAsync("children", "wizard")).Status.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    private static WebApplicationBuilder Build(string environment, params string[] args) => JourneyHost.Builder(
        new WebApplicationOptions { EnvironmentName = environment, Args = args, ApplicationName = typeof(JourneyHost).Assembly.GetName().Name },
        "Host=127.0.0.1;Database=none");
}

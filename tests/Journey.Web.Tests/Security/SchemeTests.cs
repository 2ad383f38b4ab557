using System.Net;
using System.Security.Cryptography;
using Alba;
using Journey.Web.Hosting;
using Journey.Web.Tests.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

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

        (await journey.GetAsync("children", "wizard")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_of_the_identity_provider_lets_in_by_the_roles_and_authorities_it_maps_to()
    {
        var key = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32));
        var shared = await fixture.SharedAsync();
        var builder = JourneyHost.Builder(
            Options("Production", "--Authentication:Audience=journey", "--Authentication:RoleClaim=groups", "--Authentication:Roles:cs-social-work=practitioner"),
            fixture.ConnectionString);
        builder.Logging.ClearProviders();
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, o =>
        {
            o.TokenValidationParameters.ValidateIssuer = false;
            o.TokenValidationParameters.IssuerSigningKey = key;
        });
        await using var host = await AlbaHost.For(builder, app => JourneyHost.Use(app));
        using var client = host.Server.CreateClient();

        (await StatusAsync("cs-social-work", "journey", shared.Authority)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("cs-social-work", "journey", "E00000001")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("cs-finance", "journey", shared.Authority)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("cs-social-work", "elsewhere", shared.Authority)).ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpStatusCode> StatusAsync(string group, string audience, string authority)
        {
            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Audience = audience,
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
                Claims = new Dictionary<string, object> { ["sub"] = "anna", ["groups"] = group, ["role"] = "administrator", ["authority"] = authority },
            });
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/authorities/{shared.Authority}/children");
            request.Headers.Authorization = new("Bearer", token);
            return (await client.SendAsync(request, WebFixture.Cancelled)).StatusCode;
        }
    }

    private static WebApplicationOptions Options(string environment, params string[] args) =>
        new() { EnvironmentName = environment, Args = args, ApplicationName = typeof(JourneyHost).Assembly.GetName().Name };

    private static WebApplicationBuilder Build(string environment, params string[] args) =>
        JourneyHost.Builder(Options(environment, args), "Host=127.0.0.1;Database=none");
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Journey.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Journey.Web.Hosting;

/// <summary>Who may come in: tokens of an identity provider, or in Development personas that anyone may choose.</summary>
public static class Authentication
{
    /// <summary>Configuration: <c>personas</c> or <c>bearer</c>. Development takes personas unless told otherwise, everything else bearer.</summary>
    public const string SchemeSetting = "Authentication:Scheme";

    private const string Personas = "personas";

    private const string Bearer = "bearer";

    /// <summary>Adds one scheme, a policy for each permission, and denies whatever names none.</summary>
    /// <exception cref="SettingException">Personas are configured outside Development, or the scheme is unknown.</exception>
    public static void AddJourneySecurity(this WebApplicationBuilder builder)
    {
        var scheme = Scheme(builder);
        switch (scheme)
        {
            case Personas when !builder.Environment.IsDevelopment():
                throw new SettingException(
                    $"{SchemeSetting} is '{Personas}', which lets anyone be anyone: it is for Development only. Set it to '{Bearer}' and name the identity provider.");
            case Personas:
                builder.Services.AddAuthentication(PersonaScheme.Name).AddScheme<AuthenticationSchemeOptions, PersonaScheme>(PersonaScheme.Name, null);
                break;
            case Bearer:
                AddBearer(builder);
                break;
            default:
                throw new SettingException($"{SchemeSetting} is '{scheme}': set it to '{Bearer}', or in Development to '{Personas}'.");
        }

        var authorization = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Policy(Roles.All))
            .SetDefaultPolicy(Policy(Roles.All));
        foreach (var (permission, roles) in Permissions.Table)
        {
            authorization.AddPolicy(permission, Policy(roles));
        }
    }

    /// <summary>What to set before anyone can sign in; null when nothing is missing.</summary>
    public static string? Missing(WebApplicationBuilder builder) =>
        Scheme(builder) == Bearer && (IsMissing(builder, "Authority") || IsMissing(builder, "Audience"))
            ? "Nobody can sign in: set Authentication__Authority and Authentication__Audience to the issuer and audience of your identity provider's tokens."
            : null;

    private static bool IsMissing(WebApplicationBuilder builder, string setting) => string.IsNullOrWhiteSpace(builder.Configuration[$"Authentication:{setting}"]);

    private static string Scheme(WebApplicationBuilder builder) =>
        builder.Configuration[SchemeSetting] is { Length: > 0 } chosen ? chosen : builder.Environment.IsDevelopment() ? Personas : Bearer;

    private static AuthorizationPolicy Policy(IEnumerable<string> roles) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(PersonClaims.Id).RequireClaim(PersonClaims.Role, roles).Build();

    private static void AddBearer(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Authentication");
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
        {
            o.Authority = settings["Authority"];
            o.Audience = settings["Audience"];
            o.MapInboundClaims = false;
            o.TokenValidationParameters.ValidateAudience = true;
            o.TokenValidationParameters.NameClaimType = PersonClaims.Id;
            o.TokenValidationParameters.RoleClaimType = PersonClaims.Role;
            o.Events = new JwtBearerEvents
            {
                OnTokenValidated = validated =>
                {
                    Rename((ClaimsIdentity)validated.Principal!.Identity!, settings);
                    return Task.CompletedTask;
                },
            };
        });
    }

    /// <summary>Takes the provider's role claim (RoleClaim) and its names for roles (Roles:name = role) for ours.</summary>
    private static void Rename(ClaimsIdentity identity, IConfiguration settings)
    {
        var held = identity.FindAll(settings["RoleClaim"] ?? PersonClaims.Role).Select(c => settings[$"Roles:{c.Value}"] ?? c.Value).ToList();
        foreach (var claim in identity.FindAll(PersonClaims.Role).ToList())
        {
            identity.RemoveClaim(claim);
        }

        identity.AddClaims(held.Where(Roles.All.Contains).Distinct().Select(r => new Claim(PersonClaims.Role, r)));
    }
}

/// <summary>
/// Development's personas: <c>Journey-Persona: practitioner</c>, as a header or a cookie. More may be said after semicolons:
/// <c>practitioner; sub=dev:anna; authority=E09000027; team=North team; clearance=restricted</c>.
/// </summary>
public sealed class PersonaScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "Persona";

    /// <summary>The header and the cookie.</summary>
    public const string Header = "Journey-Persona";

    private static readonly string[] Said = [PersonClaims.Id, PersonClaims.Authority, PersonClaims.Team, PersonClaims.Clearance];

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var text = Request.Headers[Header].FirstOrDefault() ?? Request.Cookies[Header];
        if (string.IsNullOrWhiteSpace(text))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !Roles.All.Contains(parts[0]))
        {
            return Task.FromResult(AuthenticateResult.Fail($"There is no persona '{text}'. Choose one of {string.Join(", ", Roles.All)}."));
        }

        var claims = parts[1..].Select(p => p.Split('=', 2)).Where(p => p.Length == 2 && Said.Contains(p[0])).Select(p => new Claim(p[0], p[1])).ToList();
        claims.Add(new Claim(PersonClaims.Role, parts[0]));
        AddUnlessSaid(claims, PersonClaims.Id, $"persona:{parts[0]}");
        AddUnlessSaid(claims, PersonClaims.Authority, PersonClaims.EveryAuthority);
        var identity = new ClaimsIdentity(claims, Name, PersonClaims.Id, PersonClaims.Role);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    private static void AddUnlessSaid(List<Claim> claims, string type, string value)
    {
        if (!claims.Exists(c => c.Type == type))
        {
            claims.Add(new Claim(type, value));
        }
    }
}

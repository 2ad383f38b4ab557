using System.Collections.Immutable;
using System.Security.Claims;
using Journey.Record.Children;
using Journey.Web.Hosting;

namespace Journey.Web.Access;

/// <summary>The names of the claims that say who somebody is.</summary>
public static class PersonClaims
{
    /// <summary>Stable id of the person.</summary>
    public const string Id = "sub";

    /// <summary>A role held; may occur several times.</summary>
    public const string Role = "role";

    /// <summary>An authority granted, by its ONS code; may occur several times.</summary>
    public const string Authority = "authority";

    /// <summary>A team the person belongs to; may occur several times.</summary>
    public const string Team = "team";

    /// <summary>What the person is cleared for: <c>restricted</c> opens restricted and sealed records and confidential addresses.</summary>
    public const string Clearance = "clearance";

    /// <summary>The value of <see cref="Authority"/> that grants every authority.</summary>
    public const string EveryAuthority = "*";

    /// <summary>The value of <see cref="Clearance"/> for what is restricted.</summary>
    public const string Restricted = "restricted";
}

/// <summary>Whoever asks or acts, with what they were granted.</summary>
public sealed record Person(
    string Id, ImmutableArray<string> Roles, ImmutableHashSet<string> Authorities, ImmutableHashSet<string> Teams, bool ClearedForRestricted)
{
    /// <summary>The signed-in person; null when the sign-in names nobody.</summary>
    public static Person? Of(ClaimsPrincipal principal) => principal.FindFirst(PersonClaims.Id)?.Value is { Length: > 0 } id
        ? new Person(
            id,
            [.. Values(principal, PersonClaims.Role)],
            [.. Values(principal, PersonClaims.Authority)],
            [.. Values(principal, PersonClaims.Team)],
            Values(principal, PersonClaims.Clearance).Contains(PersonClaims.Restricted))
        : null;

    /// <summary>Whoever is signed in to the operating system, as administrator of every authority: the person behind the command line.</summary>
    public static Person OfTheCommandLine() => new(
        $"os:{Environment.UserName}", [Hosting.Roles.Administrator], [PersonClaims.EveryAuthority], [], ClearedForRestricted: false);

    /// <summary>True when the authority was granted.</summary>
    public bool BelongsTo(string authority) => Authorities.Contains(authority) || Authorities.Contains(PersonClaims.EveryAuthority);

    /// <summary>The role by which the person may do something; null when none allows it.</summary>
    public string? RoleFor(string permission) => Roles.FirstOrDefault(r => Permissions.Table[permission].Contains(r));

    /// <summary>The person in that role.</summary>
    public Actor Acting(string role, string? onBehalfOf = null) => new(Id, role, string.IsNullOrWhiteSpace(onBehalfOf) ? null : onBehalfOf);

    private static IEnumerable<string> Values(ClaimsPrincipal principal, string type) => principal.FindAll(type).Select(c => c.Value);
}

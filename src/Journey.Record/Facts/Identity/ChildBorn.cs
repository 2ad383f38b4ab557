using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>A child expected until now is born.</summary>
public sealed record ChildBorn(DateOnly DateOfBirth, string Sex, string? FirstNames, string? LastName) : IFact<ChildBorn>
{
    /// <inheritdoc/>
    public static string Name => "child_born.v1";

    /// <inheritdoc/>
    public static string Noun => "births";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Birth, IdentityLanes.Sex, IdentityLanes.LegalName];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildBorn>> Rules { get; } =
    [
        new("born-already", "A date of birth is already recorded. Correct that fact if it is wrong.", q =>
            q.Record.Timeline(IdentityLanes.Birth).Any(i => i.As<Birth>().Born is not null)),
        Guards.NotBeforeBirth<ChildBorn>(),
        Guards.Known<ChildBorn>(IdentityCodes.Sex, "4180", f => f.Sex),
    ];

    /// <inheritdoc/>
    public static ChildBorn Example => new(new DateOnly(2025, 3, 3), "F", "Wren", "Ashdown");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DateOfBirth;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(IdentityLanes.Birth, new Birth(DateOfBirth, null), DateOfBirth);
        yield return new Claim(IdentityLanes.Sex, new Sex(Sex), DateOfBirth);
        if (FirstNames is not null && LastName is not null)
        {
            yield return new Claim(IdentityLanes.LegalName, new PersonName("legal", FirstNames, null, LastName), DateOfBirth);
        }
    }

    /// <inheritdoc/>
    public string Sentence() => $"The child was born on {Words.Date(DateOfBirth)}.";
}

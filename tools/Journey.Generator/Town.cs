namespace Journey.Generator;

/// <summary>A place that can be lived in: where it lies on the national grid, in metres, and in whose area.</summary>
public sealed record Spot(string Postcode, int East, int North, string Authority);

/// <summary>
/// The town that the authority serves: everything fictional. Postcodes start with ZZ, which the Post Office has never given out; agencies,
/// schools and homes are named Example.
/// </summary>
public sealed class Town(Settings settings)
{
    private readonly Chance _chance = Chance.Of(settings.Seed, "town");

    /// <summary>The authority's own area.</summary>
    public string Area { get; } = "E09000999";

    /// <summary>Homes of families, within the area.</summary>
    public Spot Home(int family)
    {
        var chance = _chance.Of(FormattableString.Invariant($"home {family}"));
        return new Spot(
            FormattableString.Invariant($"ZZ{1 + (family % 9)} {1 + (family / 9 % 9)}{(char)('A' + (family / 81 % 26))}{(char)('A' + (family / 2106 % 26))}"),
            530_000 + chance.Whole(-6_000, 6_000),
            180_000 + chance.Whole(-6_000, 6_000),
            Area);
    }

    /// <summary>Teams that hold cases, by name.</summary>
    public IReadOnlyList<string> Teams { get; } = ["Assessment North", "Assessment South", "Safeguarding North", "Safeguarding South", "Children in Care", "Leaving Care"];
}

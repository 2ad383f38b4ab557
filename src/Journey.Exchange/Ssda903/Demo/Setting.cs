using System.Globalization;

namespace Journey.Exchange.Ssda903.Demo;

/// <summary>A fictional place to live. Postcodes begin with ZZ, which no real one does.</summary>
internal sealed record Setting(string Place, string? Provider, string? Post, string? Urn)
{
    public static IReadOnlyList<Setting> Foster { get; } =
        [.. Enumerable.Range(0, 28).Select(i => new Setting(i % 4 == 0 ? "U4" : "U6", i % 3 == 0 ? "PR4" : "PR1", Postcode(2, i), $"SC90000{i % 3 + 1}"))];

    public static IReadOnlyList<Setting> Kin { get; } =
        [.. Enumerable.Range(0, 8).Select(i => new Setting(i % 2 == 0 ? "U1" : "U3", "PR1", Postcode(3, i), "SC900001"))];

    public static IReadOnlyList<Setting> Homes { get; } =
        [.. Enumerable.Range(0, 9).Select(i => new Setting("K2", i % 4 == 0 ? "PR1" : "PR4", Postcode(i < 4 ? 2 : 9, i), $"SC9100{i + 10}"))];

    public static IReadOnlyList<Setting> Supported { get; } =
        [.. Enumerable.Range(0, 6).Select(i => new Setting("K3", "PR4", Postcode(4, i), $"SC9200{i + 10}"))];

    public static IReadOnlyList<Setting> Adopters { get; } =
        [.. Enumerable.Range(0, 2).Select(i => new Setting("A6", "PR1", Postcode(5, i), "SC930001"))];

    /// <summary>A hospital, for a temporary stay.</summary>
    public static Setting Hospital { get; } = new("T1", null, Postcode(6, 0), null);

    /// <summary>Home, on a care order.</summary>
    public static Setting WithParents(string? homePost) => new("P1", "PR0", homePost, null);

    public static string Postcode(int district, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"ZZ{district} {number / 20 + 1}{(char)('A' + number % 20)}Z");
}

using System.Reflection;

namespace Journey.Record.Measures;

/// <summary>
/// Every published measure: what the static properties of this namespace define, one by one or as a list of policies. A definition is found
/// where it stands, so adding one is adding a file.
/// </summary>
public static class MeasureCatalogue
{
    /// <summary>All measures, every version, in order of code and version.</summary>
    public static IReadOnlyList<Measure> All { get; } = [.. Found().OrderBy(m => Rank(m.Code)).ThenBy(m => m.Code, StringComparer.Ordinal).ThenBy(m => m.Version)];

    /// <summary>The latest version of each, in the same order.</summary>
    public static IReadOnlyList<Measure> Latest { get; } = [.. All.GroupBy(m => m.Code).Select(g => g.Last())];

    /// <summary>The measure with a code, whatever its case, in a version or else the latest; null when there is none.</summary>
    public static Measure? Find(string code, int? version = null) =>
        All.LastOrDefault(m => string.Equals(m.Code, code, StringComparison.OrdinalIgnoreCase) && (version is null || m.Version == version));

    private static IEnumerable<Measure> Found() => typeof(MeasureCatalogue).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(Measure).Namespace && t is { IsAbstract: true, IsSealed: true, IsPublic: true } && t != typeof(MeasureCatalogue))
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .SelectMany(p => p.PropertyType == typeof(Measure) ? [(Measure)p.GetValue(null)!]
            : p.PropertyType == typeof(IReadOnlyList<Measure>) ? (IReadOnlyList<Measure>)p.GetValue(null)!
            : []);

    /// <summary>M2 before M10.</summary>
    private static int Rank(string code) =>
        code is ['M', ..] && int.TryParse(code.AsSpan(1, code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') is var n and >= 0 ? n : code.Length - 1), out var number) ? number : 0;
}

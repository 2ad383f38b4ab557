using System.Reflection;

namespace Journey.Record.Codes;

/// <summary>Every code set, found by reflection at start.</summary>
public static class CodeCatalogue
{
    /// <summary>All sets, in order of name; a name stands once.</summary>
    public static IReadOnlyList<CodeSet> All { get; } =
    [
        .. typeof(CodeCatalogue).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(CodeCatalogue).Namespace && t is { IsAbstract: true, IsSealed: true })
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(p => p.PropertyType == typeof(CodeSet))
            .Select(p => (CodeSet)p.GetValue(null)!)
            .OrderBy(s => s.Name, StringComparer.Ordinal),
    ];

    /// <summary>The set of a name, or null.</summary>
    public static CodeSet? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}

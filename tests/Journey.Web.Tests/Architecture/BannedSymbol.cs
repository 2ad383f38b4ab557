using Journey.Kit;

namespace Journey.Web.Tests.Architecture;

/// <summary>One line of BannedSymbols.txt.</summary>
/// <param name="Type">The declaring type's full name.</param>
/// <param name="Member">The member's name.</param>
/// <param name="Reason">What the analyzer says.</param>
internal sealed record BannedSymbol(string Type, string Member, string Reason)
{
    public bool IsStoreCall => !Type.StartsWith("System.", StringComparison.Ordinal);

    public static IReadOnlyList<BannedSymbol> All { get; } = [.. File.ReadLines(Repository.PathOf("BannedSymbols.txt")).Select(Parse)];

    private static BannedSymbol Parse(string line)
    {
        var (id, reason) = line.Split("; ", 2) is [var first, var second] ? (first, second) : (line, "");
        var name = id[2..].Split('(')[0];
        var dot = name.LastIndexOf('.');
        return new BannedSymbol(name[..dot], name[(dot + 1)..].Split("``")[0], reason);
    }
}

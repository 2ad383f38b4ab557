using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>How a return names a child.</summary>
public static class ReturnChildren
{
    /// <summary>The authority's own identifier of the child: as believed, else as once recorded.</summary>
    public static string? LaChildIdOf(ChildRecord record) =>
        record.Timeline(IdentityLanes.Identifiers).Select(i => i.As<ChildIdentifier>())
            .FirstOrDefault(i => i.Kind == ChildIdentifier.LaChildId)?.Value
        ?? record.History.Select(e => e.Statement).OfType<IAsserted>().Select(a => a.Assertion).OfType<IFact>()
            .SelectMany(f => f.UniqueIdentifiers()).FirstOrDefault(i => i.Kind == ChildIdentifier.LaChildId)?.Value;
}

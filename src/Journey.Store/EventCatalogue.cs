using System.Collections.Frozen;
using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Store;

/// <summary>Every stored event by its name: the facts of the catalogue, and the three statements that are made about any fact.</summary>
public static class EventCatalogue
{
    /// <summary>What Marten appends for a unit of work that failed after it had drawn positions; no part of the record.</summary>
    internal const string Tombstone = "tombstone";

    /// <summary>Event types by stored name with version.</summary>
    public static FrozenDictionary<string, Type> ByName { get; } = FactCatalogue.All
        .Select(f => (f.Name, f.EventType))
        .Concat([
            ("withdrawn.v1", typeof(Withdrawn)),
            ("not_reported.v1", typeof(NotReported)),
            ("reported_again.v1", typeof(ReportedAgain)),
        ])
        .ToFrozenDictionary(e => e.Item1, e => e.Item2, StringComparer.Ordinal);

    /// <summary>Shapes in which nothing is stored any more, by stored name with version.</summary>
    public static FrozenDictionary<string, RetiredShape> Retired { get; } = FactCatalogue.All
        .SelectMany(f => f.Retired)
        .ToFrozenDictionary(r => r.Name, StringComparer.Ordinal);

    /// <summary>
    /// A stored statement, in today's shape whichever it was stored in. Throws <see cref="UnknownEventException"/> for a name the catalogue
    /// lacks: an event skipped would be a lie.
    /// </summary>
    public static IStatement Read(string name, ReadOnlySpan<byte> json)
    {
        var retired = Retired.GetValueOrDefault(name);
        var type = retired?.StatementType ?? ByName.GetValueOrDefault(name) ?? throw new UnknownEventException(name);
        var stored = JsonSerializer.Deserialize(json, type, JourneyJson.Options) ?? throw new UnknownEventException(name);
        return retired?.Today(stored) ?? (IStatement)stored;
    }
}

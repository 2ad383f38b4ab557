using System.Text.Json;
using JasperFx.Events;
using Journey.Record.Bitemporal;

namespace Journey.Store.Writing;

/// <summary>Who and where from, as the headers of an event keep it. The actor and the correlation have columns of their own.</summary>
internal sealed record Headers(
    string Role,
    string? OnBehalfOf = null,
    string? Reason = null,
    string? Source = null,
    string? SourceRef = null,
    DateTimeOffset? SourceRecordedAt = null,
    DateTimeOffset? LoadedAt = null,
    Guid? Load = null,
    DateTimeOffset? StatedAt = null,
    string? With = null)
{
    public static Headers Of(Append append, StreamAppend stream, Appending appending) => new(
        append.Actor.Role,
        append.Actor.OnBehalfOf,
        append.Reason,
        append.Imported?.Source,
        appending.SourceRef,
        appending.SourceRecordedAt,
        append.Imported?.LoadedAt,
        append.Imported?.Load,
        append.Imported?.StatedAt,
        stream.With is { Count: > 0 } with ? string.Join(' ', with) : null);

    public static Headers Read(string? json) =>
        (json is null ? null : JsonSerializer.Deserialize<Headers>(json, JourneyJson.Options)) ?? new Headers("");

    public void WriteTo(IEvent pending)
    {
        foreach (var (name, value) in Values())
        {
            pending.SetHeader(name, value);
        }
    }

    /// <summary>Every header that has a value, by the name under which it is stored.</summary>
    public Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["role"] = Role };
        Add("onBehalfOf", OnBehalfOf);
        Add("reason", Reason);
        Add("source", Source);
        Add("sourceRef", SourceRef);
        Add("sourceRecordedAt", SourceRecordedAt?.ToString("O"));
        Add("loadedAt", LoadedAt?.ToString("O"));
        Add("load", Load?.ToString("D"));
        Add("statedAt", StatedAt?.ToString("O"));
        Add("with", With);
        return values;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                values.Add(name, value);
            }
        }
    }

    public Origin Origin(Guid eventId, string actor, string correlation) =>
        new(
            eventId, actor, Role, OnBehalfOf, Reason, correlation, Source, SourceRef, SourceRecordedAt, LoadedAt, Load,
            With is null ? null : [.. With.Split(' ').Select(Guid.Parse)]);
}

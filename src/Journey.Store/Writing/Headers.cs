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
        pending.SetHeader("role", Role);
        Write(pending, "onBehalfOf", OnBehalfOf);
        Write(pending, "reason", Reason);
        Write(pending, "source", Source);
        Write(pending, "sourceRef", SourceRef);
        Write(pending, "sourceRecordedAt", SourceRecordedAt?.ToString("O"));
        Write(pending, "loadedAt", LoadedAt?.ToString("O"));
        Write(pending, "load", Load?.ToString("D"));
        Write(pending, "statedAt", StatedAt?.ToString("O"));
        Write(pending, "with", With);
    }

    public Origin Origin(Guid eventId, string actor, string correlation) =>
        new(
            eventId, actor, Role, OnBehalfOf, Reason, correlation, Source, SourceRef, SourceRecordedAt, LoadedAt, Load,
            With is null ? null : [.. With.Split(' ').Select(Guid.Parse)]);

    private static void Write(IEvent pending, string name, string? value)
    {
        if (value is not null)
        {
            pending.SetHeader(name, value);
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journey.Store;

/// <summary>How events and lane values are written as JSON, everywhere they are kept.</summary>
public static class JourneyJson
{
    /// <summary>
    /// Camel case, nulls left out, enums as strings, letters of every script readable. Members that a type does not know are ignored when
    /// read; the stored text keeps them.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A fresh copy for a library that changes the options it is given.</summary>
    internal static JsonSerializerOptions Create() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Web.Http;

/// <summary>How requests are read and answers written: strictly, in camel case, without nulls; facts named by their noun.</summary>
public static class Wire
{
    /// <summary>Sets the options.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Require, NameFacts } };
    }

    /// <summary>What a constructor takes and may not be null must be given.</summary>
    private static void Require(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(p => p.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }))
        {
            property.IsRequired = Nullable.GetUnderlyingType(property.PropertyType) is null;
        }
    }

    /// <summary>A fact of any kind says which in <c>fact</c>, by its noun.</summary>
    private static void NameFacts(JsonTypeInfo info)
    {
        if (info.Type == typeof(IFact))
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "fact",
                UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
            };
            foreach (var type in FactCatalogue.All.Where(f => f.IsRecorded))
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type.Type, type.Noun));
            }
        }
    }
}

using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Journey.Web.Hosting;

/// <summary>
/// Describes every property that has no description of its own: by its name in words, and by what it holds, such as a day in London or a code
/// of a set with where the set is listed. Which set it is comes from the rule that holds the fact to it.
/// </summary>
internal static partial class SchemaWords
{
    private static readonly HashSet<string> Abbreviations =
        new(["abe", "cin", "dob", "ehcp", "fte", "icpc", "id", "iro", "la", "lac", "nhs", "pep", "rec", "rne", "sdq", "swe", "upn", "urn"], StringComparer.Ordinal);

    /// <summary>A transformer of schemas.</summary>
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonPropertyInfo is { } property && string.IsNullOrEmpty(schema.Description))
        {
            schema.Description = Of(property.AttributeProvider as PropertyInfo, property.Name, property.PropertyType);
        }

        return Task.CompletedTask;
    }

    /// <summary>Describes the property by which one of several kinds says which it is; it belongs to no type, so that no schema transformer meets it.</summary>
    public static void DescribeKinds(OpenApiDocument document)
    {
        var schemas = document.Components?.Schemas?.Values.OfType<OpenApiSchema>().ToList() ?? [];
        foreach (var name in schemas.Select(s => s.Discriminator?.PropertyName).OfType<string>().Distinct().ToList())
        {
            foreach (var property in schemas.Select(s => s.Properties?.TryGetValue(name, out var kind) == true ? kind : null).OfType<OpenApiSchema>().Where(p => p.Enum is [_] && string.IsNullOrEmpty(p.Description)))
            {
                property.Description = $"{InWords(name)}: which kind it is, by its noun.";
            }
        }
    }

    /// <summary>The description of a property of a type, with the name it has on the wire.</summary>
    internal static string Of(PropertyInfo? member, string name, Type type)
    {
        var words = InWords(name);
        var kind = Codes(member) is { } set ? Coded(set, type) : Kind(Nullable.GetUnderlyingType(type) ?? type);
        return kind is null ? $"{words}." : $"{words}: {kind}.";
    }

    private static string InWords(string name)
    {
        var words = Humps().Split(JsonNamingPolicy.CamelCase.ConvertName(name)).Select(w => w.ToLowerInvariant())
            .Select(w => Abbreviations.Contains(w) ? w.ToUpperInvariant() : w).ToList();
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words);
    }

    private static CodeSet? Codes(PropertyInfo? member) =>
        member?.DeclaringType is { IsAbstract: false } type && typeof(Record.Children.IFact).IsAssignableFrom(type)
            ? FactCatalogue.Of(type).Coded.GetValueOrDefault(member.Name)
            : null;

    private static string Coded(CodeSet set, Type type) =>
        $"{(type == typeof(string) ? "a code" : "codes")} of {set.Title}, listed at /codes/{set.Name}";

    private static string? Kind(Type type) => type switch
    {
        _ when type == typeof(DateOnly) => "a day in London",
        _ when type == typeof(TimeOnly) => "a time of the day in London",
        _ when type == typeof(DateTimeOffset) => "an instant",
        _ when type == typeof(Guid) => "an id",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(decimal) || type == typeof(double) => "a number",
        _ when type == typeof(string) => "text",
        _ when type.IsEnum => "one of the values listed",
        _ when typeof(IEnumerable<Guid>).IsAssignableFrom(type) => "ids",
        _ when typeof(IEnumerable<string>).IsAssignableFrom(type) => "texts",
        _ when typeof(System.Collections.IEnumerable).IsAssignableFrom(type) => "a list",
        _ => null,
    };

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Humps();
}

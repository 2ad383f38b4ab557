using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Store.Projections;

/// <summary>
/// What this build of the code writes into the segment table: the lanes with the members of their values, the version of the fold, and the rows
/// that the catalogue's examples fold to. Rows of another shape are not read.
/// </summary>
internal static class SegmentShape
{
    private static readonly Lazy<string> Digest = new(() => Of(FactCatalogue.Lanes.Values, FactCatalogue.All.Select(f => f.Example)));

    /// <summary>A digest of the shape, in hexadecimal; the same for the same code in every process.</summary>
    public static string Current => Digest.Value;

    internal static string Of(IEnumerable<Lane> lanes, IEnumerable<IFact> examples)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"fold {Segments.Version} {SegmentRow.Columns}\n");
        var told = new HashSet<Type>();
        foreach (var lane in lanes.OrderBy(l => l.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"lane {lane.Name} {lane.Kind} {lane.Within?.Name} {lane.ValueType} {lane.ClosingType}\n");
            Tell(lane.ValueType, told, text);
            if (lane.ClosingType is { } closing)
            {
                Tell(closing, told, text);
            }
        }

        foreach (var example in examples.OrderBy(e => FactCatalogue.Of(e).Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"fact {FactCatalogue.Of(example).Name}\n");
            foreach (var row in SegmentRow.Of(Guid.Empty, [new LedgerEntry(1, 1, default, FactCatalogue.Of(example).Asserted(Guid.Empty, example, null))]))
            {
                text.AppendLine(JsonSerializer.Serialize(row, JourneyJson.Options));
            }

            foreach (var ending in ((IAssertion)example).Endings())
            {
                text.Append(CultureInfo.InvariantCulture, $"ends {ending.On:O} {ending.Only?.Name} {(ending.Closing is { } said ? Closings.Write(said) : "")}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Tell(Type type, HashSet<Type> told, StringBuilder text)
    {
        foreach (var argument in type.GetGenericArguments())
        {
            Tell(argument, told, text);
        }

        if (type.Assembly != typeof(Lane).Assembly || !told.Add(type))
        {
            return;
        }

        if (type.IsEnum)
        {
            text.Append(CultureInfo.InvariantCulture, $"{type}: {string.Join(' ', Enum.GetNames(type))}\n");
            return;
        }

        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{type}: {string.Join(", ", members.Select(p => $"{p.Name} {p.PropertyType}"))}\n");
        foreach (var member in members)
        {
            Tell(member.PropertyType, told, text);
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Store;

namespace Journey.Web.Access;

/// <summary>
/// Where a child lives that nobody may learn: every address that the record now calls confidential, whatever an earlier viewpoint called it.
/// Its lines and postcode are masked wherever they stand, on other lanes and in sentences too.
/// </summary>
public sealed class Confidential
{
    /// <summary>What stands in the place of a masked value.</summary>
    public const string Mask = "[confidential]";

    private static readonly string[] Hiding = ["lines", "postcode"];

    private readonly ImmutableHashSet<Guid> _facts;
    private readonly ImmutableArray<string> _words;

    private Confidential(ImmutableHashSet<Guid> facts, ImmutableArray<string> words) => (_facts, _words) = (facts, words);

    /// <summary>Nothing is confidential, or the person is cleared for it.</summary>
    public static Confidential Nothing { get; } = new([], []);

    /// <summary>The lanes on which addresses stand.</summary>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Home, IdentityLanes.Addresses];

    /// <summary>What is confidential in a record as it stands now. Every earlier wording of such an address counts too.</summary>
    public static Confidential In(ChildRecord now)
    {
        var facts = Lanes.SelectMany(now.Timeline).Where(i => i.As<Address>().Confidential).Select(i => i.FactId).ToImmutableHashSet();
        return facts.IsEmpty
            ? Nothing
            : new Confidential(facts, Words(
                from entry in now.History
                where facts.Contains(entry.Statement.FactId)
                let asserted = entry.Statement as IAsserted
                where asserted?.Assertion is AddressRecorded
                let address = (AddressRecorded)asserted.Assertion
                select (address.Lines, address.Postcode)));
    }

    /// <summary>A lane value or closing as JSON, masked.</summary>
    public JsonNode? Json(object? value, Type type, Guid factId)
    {
        var node = JsonSerializer.SerializeToNode(value, type, JourneyJson.Options);
        if (node is JsonObject address && (_facts.Contains(factId) || IsMarked(address)) && (_facts.Count > 0 || _words.Length > 0))
        {
            foreach (var name in Hiding.Where(address.ContainsKey))
            {
                address[name] = Mask;
            }
        }

        return _words.IsEmpty || node is null ? node : Masked(node);
    }

    /// <summary>A code, postcode or sentence, masked.</summary>
    public string? Text(string? text)
    {
        if (text is null || _words.IsEmpty)
        {
            return text;
        }

        if (_words.Any(w => Bare(w) == Bare(text)))
        {
            return Mask;
        }

        return _words.Aggregate(text, Without);
    }

    /// <summary>The text with a mask wherever the letters and digits of the words follow one another, however they are spaced and written.</summary>
    private static string Without(string text, string words)
    {
        var (sought, places) = (Bare(words), Enumerable.Range(0, text.Length).Where(i => char.IsLetterOrDigit(text[i])).ToArray());
        if (sought.Length == 0)
        {
            return text.Replace(words, Mask, StringComparison.OrdinalIgnoreCase);
        }

        var bare = Bare(text);
        var (masked, copied) = (new StringBuilder(), 0);
        for (var at = bare.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = bare.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            masked.Append(text, copied, places[at] - copied).Append(Mask);
            copied = places[at + sought.Length - 1] + 1;
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static ImmutableArray<string> Words(IEnumerable<(string? Lines, string? Postcode)> addresses) =>
        [.. addresses.SelectMany(a => new[] { a.Lines, a.Postcode }).OfType<string>().Where(w => w.Trim().Length > 0).Distinct()];

    private static bool IsMarked(JsonObject value) => value["confidential"] is JsonValue mark && mark.TryGetValue<bool>(out var confidential) && confidential;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    private JsonNode Masked(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members.ToList())
                {
                    if (member is JsonValue value && value.TryGetValue<string>(out var text))
                    {
                        members[name] = Text(text);
                    }
                    else if (member is not null)
                    {
                        Masked(member);
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonValue value && value.TryGetValue<string>(out var text))
                    {
                        items[i] = Text(text);
                    }
                    else if (items[i] is { } item)
                    {
                        Masked(item);
                    }
                }

                break;
        }

        return node;
    }
}

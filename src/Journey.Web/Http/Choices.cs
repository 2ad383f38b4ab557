using System.Text.Json;

namespace Journey.Web.Http;

/// <summary>Reads a choice among a few words as the wire writes them, whatever their case.</summary>
public static class Choices
{
    /// <summary>The choice, nothing when nothing was given, or the problem, which names the words there are.</summary>
    public static Outcome<Maybe<T>> Read<T>(string name, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return new Maybe<T>(null);
        }

        var words = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), v => v, StringComparer.OrdinalIgnoreCase);
        return words.TryGetValue(text, out var choice) ? new Maybe<T>(choice) : Problems.ChoiceUnknown(name, text, words.Keys);
    }
}

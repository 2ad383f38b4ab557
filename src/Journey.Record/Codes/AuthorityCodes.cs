using System.Globalization;

namespace Journey.Record.Codes;

/// <summary>
/// Codes of English authorities with children's social care duties, by the register of the Office for National Statistics: unitary
/// authorities (E06), metropolitan districts (E08), London boroughs (E09) and counties (E10).
/// </summary>
public static class AuthorityCodes
{
    /// <summary>The fictional authority of the demonstration.</summary>
    public const string Demonstration = "DEMO";

    /// <summary>True for the code of an authority that can exist, and not the demonstration's.</summary>
    public static bool IsReal(string? code) => code != Demonstration && Knows(code);

    /// <summary>True for the code of an authority that can exist; codes of authorities since merged are kept.</summary>
    public static bool Knows(string? code) => code == Demonstration
        || (code is { Length: 9 }
            && int.TryParse(code.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && code[..3] switch
            {
                "E06" => number is >= 1 and <= 66,
                "E08" => number is >= 1 and <= 39,
                "E09" => number is >= 1 and <= 33,
                "E10" => number is >= 1 and <= 34,
                _ => false,
            });
}

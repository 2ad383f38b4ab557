using System.Text.RegularExpressions;

namespace Journey.Exchange.Ssda903.Checks;

/// <summary>The form of a postcode.</summary>
internal static partial class Postcode
{
    /// <summary>True when the text has the form of a postcode, or is blank.</summary>
    public static bool IsFormed(string? text) => string.IsNullOrWhiteSpace(text) || Form().IsMatch(text);

    [GeneratedRegex(@"^\s*[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

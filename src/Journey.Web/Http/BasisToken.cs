using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Journey.Record.Bitemporal;

namespace Journey.Web.Http;

/// <summary>A basis as a caller holds it. It grants nothing: whoever shows it is asked what they may see like everyone else.</summary>
public static class BasisToken
{
    /// <summary>Rises when the same facts begin to give other answers, so that an old token is refused rather than answered differently.</summary>
    private const string CodeVersion = "1";

    /// <summary>The token of a basis. Equal bases have equal tokens.</summary>
    public static string Of(Basis basis) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(
        '|',
        CodeVersion,
        basis.Authority,
        basis.ValidAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        basis.Position.ToString(CultureInfo.InvariantCulture),
        basis.KnownAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "",
        basis.Final ? "f" : "p")));

    /// <summary>The basis of a token; null when it is no token of this version.</summary>
    public static Basis? Read(string token)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('|');
            if (parts is not [CodeVersion, { Length: > 0 } authority, var day, var position, var known, "f" or "p"]
                || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var validAt)
                || !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            {
                return null;
            }

            if (known.Length == 0)
            {
                return Canonical(new Basis(authority, validAt, at, null, parts[5] == "f"), token);
            }

            return long.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
                ? Canonical(new Basis(authority, validAt, at, new DateTimeOffset(ticks, TimeSpan.Zero), parts[5] == "f"), token)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Basis? Canonical(Basis basis, string token) => Of(basis) == token ? basis : null;
}

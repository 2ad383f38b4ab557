using System.Security.Cryptography;
using System.Text;
using Journey.Web.Hosting;

namespace Journey.Web.Features.Longitudinal;

/// <summary>
/// Names for children and facts that nobody can turn back without the key: the same within one export's basis, others at another, so that two
/// exports cannot be laid side by side.
/// </summary>
public sealed class Pseudonyms
{
    /// <summary>Configuration key of the key, in Base64.</summary>
    public const string Setting = "Longitudinal:Key";

    private const int FewestBytes = 32;

    private readonly byte[]? _key;

    private Pseudonyms(byte[]? key) => _key = key;

    /// <summary>True when a key is set; without one nothing is exported.</summary>
    public bool CanBeMade => _key is not null;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingException">The key is no Base64, or too short.</exception>
    public static Pseudonyms Read(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return new Pseudonyms(null);
        }

        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= FewestBytes
            ? new Pseudonyms(key[..length])
            : throw new SettingException($"{Setting} is not a key: write at least {FewestBytes} random bytes in Base64.");
    }

    /// <summary>The name of an id at a basis, given by its token.</summary>
    public string Of(string basis, Guid id) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key ?? throw new InvalidOperationException("No key is set."), Encoding.UTF8.GetBytes($"{basis}|{id:D}")))[..32];
}

using System.Security.Cryptography;
using System.Text;

namespace Journey.Web.Features.Recording;

/// <summary>Ids of what follows from something: the same cause gives the same id, so that what is done twice is done once.</summary>
internal static class DerivedId
{
    /// <summary>The id of a purpose that follows from a cause.</summary>
    public static Guid Of(Guid cause, string purpose)
    {
        Span<byte> id = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[32];
        cause.TryWriteBytes(id, bigEndian: true, out _);
        HMACSHA256.HashData(id, Encoding.UTF8.GetBytes(purpose), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// Ids of a load: UUIDs of version 7 whose time is the instant the set was known and whose rest is a digest of the load and the
/// purpose, so that the same set loaded into the same ledger gives the same ids, and an id tells nothing about the child.
/// </summary>
public sealed class LoadIds(string authority, int year, DateTimeOffset known, string digest, int loadsBefore)
{
    private readonly byte[] _seed = SHA256.HashData(
        Encoding.UTF8.GetBytes(FormattableString.Invariant($"{authority}|{year}|{known.UtcTicks}|{digest}|{loadsBefore}")));

    /// <summary>The load's own id.</summary>
    public Guid Load => Of("load");

    /// <summary>The id for a purpose within the load.</summary>
    public Guid Of(string purpose)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(purpose), hash);
        var milliseconds = known.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            hash[i] = (byte)(milliseconds >> (40 - (8 * i)));
        }

        hash[6] = (byte)((hash[6] & 0x0F) | 0x70);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>
    /// The id under which a fact is recorded anew when the load that withdrew it is itself withdrawn: withdrawal is terminal, so this
    /// happens to an id once.
    /// </summary>
    public static Guid Renewed(Guid factId)
    {
        Span<byte> id = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[32];
        factId.TryWriteBytes(id, bigEndian: true, out _);
        SHA256.HashData(id, hash);
        id[..6].CopyTo(hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x70);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The id under which a fact stands, after it was withdrawn and recorded anew however often.</summary>
    public static Guid Standing(Guid factId, Func<Guid, bool> isWithdrawn)
    {
        while (isWithdrawn(factId))
        {
            factId = Renewed(factId);
        }

        return factId;
    }

    /// <summary>The stream of an authority's returns: one an authority, so it needs no load.</summary>
    public static Guid ReturnsStream(string authority) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"returns|{authority}")).AsSpan(0, 16), bigEndian: true);
}

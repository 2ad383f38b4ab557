using System.Security.Cryptography;
using System.Text;

namespace Journey.Generator;

/// <summary>
/// A stream of chances that its path alone decides, so that one part of a life can change without disturbing another. SplitMix64: the
/// framework's own generator promises no sequence across versions.
/// </summary>
public sealed class Chance
{
    private readonly byte[] _key;
    private ulong _state;

    private Chance(byte[] key)
    {
        _key = key;
        _state = BitConverter.ToUInt64(key);
    }

    /// <summary>The stream of a seed.</summary>
    public static Chance Of(ulong seed, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}|{name}"))));

    /// <summary>The stream of something that has an id already, without a hash.</summary>
    public static Chance Of(ulong seed, Guid id)
    {
        var key = new byte[32];
        id.TryWriteBytes(key);
        BitConverter.TryWriteBytes(key.AsSpan(16), seed);
        return new Chance(key) { _state = BitConverter.ToUInt64(key) ^ (BitConverter.ToUInt64(key, 8) * 0x9E3779B97F4A7C15UL) ^ (seed * 0xD1B54A32D192ED03UL) };
    }

    /// <summary>A stream of its own within this one, whatever has been drawn so far.</summary>
    public Chance Of(string name)
    {
        Span<byte> key = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name), key);
        return new Chance(key.ToArray());
    }

    /// <summary>An id that the path and a name decide.</summary>
    public Guid Id(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"id|{name}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The next id of the stream, without a hash.</summary>
    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Draw());
        BitConverter.TryWriteBytes(bytes[8..], Draw());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>At least 0, below 1.</summary>
    public double Next() => (Draw() >> 11) * (1.0 / (1UL << 53));

    /// <summary>At least <paramref name="from"/>, below <paramref name="to"/>.</summary>
    public int Whole(int from, int to) => from + (int)(Next() * (to - from));

    /// <summary>True with a probability.</summary>
    public bool Happens(double probability) => Next() < probability;

    /// <summary>One of several, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Whole(0, from.Count)];

    /// <summary>One of several, by weight.</summary>
    public T Pick<T>(params ReadOnlySpan<(T Value, double Weight)> from)
    {
        var sum = 0.0;
        foreach (var (_, weight) in from)
        {
            sum += weight;
        }

        var at = Next() * sum;
        foreach (var (value, weight) in from)
        {
            at -= weight;
            if (at < 0)
            {
                return value;
            }
        }

        return from[^1].Value;
    }

    /// <summary>A day on or after <paramref name="from"/> and before <paramref name="to"/>; <paramref name="from"/> when there is none.</summary>
    public DateOnly Day(DateOnly from, DateOnly to) => to <= from ? from : from.AddDays(Whole(0, to.DayNumber - from.DayNumber));

    /// <summary>A waiting time with a mean; at least 0.</summary>
    public double Wait(double mean) => -mean * Math.Log(1 - Next());

    /// <summary>A positive figure with a median and a spread (the standard deviation of its logarithm).</summary>
    public double Around(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <summary>A figure of the standard normal distribution.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>How often something happens that happens so often in the mean.</summary>
    public int Count(double mean)
    {
        var (count, product, limit) = (0, Next(), Math.Exp(-mean));
        while (product > limit)
        {
            count++;
            product *= Next();
        }

        return count;
    }

    private ulong Draw()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

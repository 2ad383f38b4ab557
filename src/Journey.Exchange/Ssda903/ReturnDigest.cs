using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Journey.Exchange.Ssda903.Layout;

namespace Journey.Exchange.Ssda903;

/// <summary>
/// A fingerprint of what a set states: the same whatever the names of its files, the order of their columns and rows, and the style of
/// dates and numbers. A row stated twice counts twice.
/// </summary>
public static class ReturnDigest
{
    private const int Words = 4;
    private const char Separator = '\u001F';

    /// <summary>SHA-256 over the canonical rows, in lower-case hexadecimal.</summary>
    public static string Of(ReturnSet set)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var layout in ReturnFiles.All)
        {
            var rows = layout.RowsOf(set);
            whole.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{layout.Name}{Separator}{rows.Count}\n")));
            whole.AppendData(SumOfRows(layout, rows));
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    /// <summary>The hashes of the rows added up, which needs no order and, unlike exclusive or, does not lose a row that stands twice.</summary>
    private static byte[] SumOfRows(FileLayout layout, IReadOnlyList<Row> rows)
    {
        Span<ulong> sum = stackalloc ulong[Words];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Clear();
            for (var i = 0; i < layout.Columns.Count; i++)
            {
                text.Append(layout.Written(row, i)).Append(Separator);
            }

            SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
            UInt128 carry = 0;
            for (var i = 0; i < Words; i++)
            {
                carry += (UInt128)sum[i] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(i * sizeof(ulong))..]);
                sum[i] = (ulong)carry;
                carry >>= 64;
            }
        }

        var bytes = new byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < Words; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), sum[i]);
        }

        return bytes;
    }
}

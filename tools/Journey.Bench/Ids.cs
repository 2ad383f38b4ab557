using System.Security.Cryptography;
using System.Text;

namespace Journey.Bench;

/// <summary>Ids that are the same in every run.</summary>
internal static class Ids
{
    /// <summary>The id of the thing of this name and number.</summary>
    public static Guid Of(string name, int number) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Options.Seed}|{name}|{number}")).AsSpan(0, 16), bigEndian: true);
}

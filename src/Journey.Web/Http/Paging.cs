using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Journey.Web.Http;

/// <summary>One page of a list; <paramref name="Total"/> counts the whole, <paramref name="Next"/> is the cursor of the next page, null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>
/// The page asked for. A cursor holds the basis of the first page, so that all pages of a list are of one viewpoint, and the question it
/// belongs to.
/// </summary>
public sealed record AskedPage(string? Cursor = null, int? Size = null)
{
    private const int Default = 100;

    private const int Largest = 1000;

    private bool _whole;

    /// <summary>All of it on one page.</summary>
    public static AskedPage Whole { get; } = new() { _whole = true };

    /// <summary>The key of the last entry of the page before; null on the first page.</summary>
    public string? After => Cursor is null ? null : Read(Cursor)?.After;

    /// <summary>How many entries the page may have.</summary>
    public int Length => _whole ? int.MaxValue : Size ?? Default;

    /// <summary>The cursor of the page after the one whose last entry has this key.</summary>
    public string Next(BasisView basis, string question, string key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{basis.Token}.{Hash(question)}.{key}"));

    /// <summary>The viewpoint to answer at: the cursor's own when there is a cursor.</summary>
    public Outcome<Asked> Viewpoint(Asked asked, string question)
    {
        if (Size is < 1 or > Largest)
        {
            return Problems.PageSize;
        }

        if (Cursor is null)
        {
            return asked;
        }

        return Read(Cursor) is { } cursor && cursor.Question == Hash(question) && (asked.Basis is null || asked.Basis == cursor.Token)
            ? new Asked(Basis: cursor.Token)
            : Problems.CursorUnknown;
    }

    /// <summary>The page of a list that is in ordinal order of its keys, so that what is masked between two pages moves nothing else.</summary>
    public Page<T> Of<T>(IReadOnlyList<T> all, Func<T, string> key, BasisView basis, string question)
    {
        var after = After;
        var rest = all.Where(i => after is null || string.CompareOrdinal(key(i), after) > 0).ToList();
        var items = rest.Take(Length).ToList();
        var next = items.Count < rest.Count ? Next(basis, question, key(items[^1])) : null;
        return new Page<T>(items, all.Count, next);
    }

    private static (string Token, string Question, string After)? Read(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('.', 3) is [var token, var question, var after]
                ? (token, question, after)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Hash(string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..16];
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Journey.Store;

/// <summary>Names of what is kept in the database, and the numbers of its advisory locks.</summary>
internal static partial class StoreSchema
{
    public const string Name = "journey";

    public const string Messages = "journey_messages";

    /// <summary>Notified with the authority's code when its ledger has grown.</summary>
    public const string Channel = "journey_ledger";

    /// <summary>Serialises appends to one authority's ledger.</summary>
    public const int LedgerLock = 7301;

    /// <summary>Serialises whoever changes one authority's segments.</summary>
    public const int SegmentLock = 7302;

    /// <summary>Serialises changes of the schema, new authorities included.</summary>
    public const int SchemaLock = 7303;

    /// <summary>Held while one authority's segments are rebuilt.</summary>
    public const int RebuildLock = 7304;

    /// <summary>
    /// Segments are read and written in the authority's own partition, never through the parent table, so that a swap in one authority
    /// waits for nobody in another.
    /// </summary>
    public static string Segments(string authority) => $"{Name}.journey_segment_{Suffix(authority)}";

    public static string Shadow(string authority) => $"{Name}.journey_shadow_{Suffix(authority)}";

    /// <summary>The code itself, once it is known to be safe as part of a name. Throws <see cref="ArgumentException"/>.</summary>
    public static string Checked(string authority) => Code().IsMatch(authority)
        ? authority
        : throw new ArgumentException("An authority's code is 1 to 40 capital letters and digits.", nameof(authority));

    /// <summary>The name Marten gives partitions too: it adds one to every table of its schema that is partitioned by authority.</summary>
    private static string Suffix(string authority) => Checked(authority).ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Z0-9]{1,40}$")]
    private static partial Regex Code();
}

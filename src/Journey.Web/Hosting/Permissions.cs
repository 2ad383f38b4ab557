using System.Collections.Frozen;

namespace Journey.Web.Hosting;

/// <summary>The roles people hold.</summary>
public static class Roles
{
    /// <summary>Works with children.</summary>
    public const string Practitioner = "practitioner";

    /// <summary>Manages practitioners and sends returns.</summary>
    public const string Manager = "manager";

    /// <summary>Reviews plans and care, independently.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Inspects the authority from outside.</summary>
    public const string Inspector = "inspector";

    /// <summary>Looks at who looked.</summary>
    public const string Auditor = "auditor";

    /// <summary>Runs Journey.</summary>
    public const string Administrator = "administrator";

    /// <summary>Reads figures from outside the authority, rounded and with small numbers left out; sees no child.</summary>
    public const string Outsider = "outsider";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Practitioner, Manager, Reviewer, Inspector, Auditor, Administrator, Outsider];
}

/// <summary>The one table of what each role may do. Every route and every command names one of these.</summary>
public static class Permissions
{
    /// <summary>Needs nobody: health, and the description of the API.</summary>
    public const string Anyone = "anyone";

    /// <summary>One child's record.</summary>
    public const string ReadChild = "child.read";

    /// <summary>Lists of children, caseloads.</summary>
    public const string ReadLists = "lists.read";

    /// <summary>Figures alone, with nobody behind them.</summary>
    public const string ReadFigures = "figures.read";

    /// <summary>Who is behind figures, and why they changed.</summary>
    public const string ReadMeasures = "measures.read";

    /// <summary>Name a basis for good.</summary>
    public const string NameBasis = "bases.name";

    /// <summary>Record, correct and withdraw what is true of a child.</summary>
    public const string RecordChild = "child.record";

    /// <summary>Record, correct and withdraw what is true of a worker.</summary>
    public const string RecordWorker = "worker.record";

    /// <summary>Load a return.</summary>
    public const string Import = "returns.import";

    /// <summary>Write a return.</summary>
    public const string Export = "returns.export";

    /// <summary>Who looked at what.</summary>
    public const string ReadAccessLog = "access-log.read";

    /// <summary>Rebuild and verify what is derived from the ledger.</summary>
    public const string Maintain = "maintain";

    private static readonly string[] Readers = [Roles.Practitioner, Roles.Manager, Roles.Reviewer, Roles.Inspector, Roles.Administrator];

    /// <summary>Roles by permission.</summary>
    public static FrozenDictionary<string, IReadOnlyList<string>> Table { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [ReadChild] = Readers,
        [ReadLists] = Readers,
        [ReadFigures] = [.. Readers, Roles.Auditor, Roles.Outsider],
        [ReadMeasures] = [.. Readers, Roles.Auditor],
        [NameBasis] = [Roles.Manager, Roles.Reviewer, Roles.Inspector, Roles.Administrator],
        [RecordChild] = [Roles.Practitioner, Roles.Manager],
        [RecordWorker] = [Roles.Manager, Roles.Administrator],
        [Import] = [Roles.Manager, Roles.Administrator],
        [Export] = [Roles.Manager, Roles.Administrator],
        [ReadAccessLog] = [Roles.Auditor, Roles.Administrator],
        [Maintain] = [Roles.Administrator],
    }.ToFrozenDictionary();
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Missing;

/// <summary>Missing (M), or away without authorisation (A).</summary>
public sealed record MissingSpell(string Kind);

/// <summary>How the child was found.</summary>
public sealed record MissingClosing(string? FoundHow);

/// <summary>Lanes of missing episodes.</summary>
public static class MissingLanes
{
    /// <summary>Missing episodes, each until the child returns.</summary>
    public static Lane<MissingSpell> Missing { get; } = Lane<MissingSpell>.Overlapping("missing", typeof(MissingClosing));
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Decisions;

/// <summary>A decision of a manager, found by who took it.</summary>
public sealed record ManagementDecision(string? Question, string Decision, string DecidedBy, DateOnly? ReviewBy) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => DecidedBy;
}

/// <summary>Who overruled a decision.</summary>
public sealed record Overruling(string By);

/// <summary>Lanes of managers' decisions.</summary>
public static class DecisionLanes
{
    /// <summary>Decisions, each standing until it is overruled.</summary>
    public static Lane<ManagementDecision> Decisions { get; } = Lane<ManagementDecision>.Overlapping("management-decisions", typeof(Overruling));
}

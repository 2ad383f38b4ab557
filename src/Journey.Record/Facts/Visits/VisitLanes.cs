using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Visits;

/// <summary>A visit that is due by a day.</summary>
public sealed record PlannedVisit(string Regime, DateOnly DueOn);

/// <summary>A visit, found by the worker who made it.</summary>
public sealed record Visit(string Worker, string Regime, bool ChildSeen, bool SeenAlone) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Worker;
}

/// <summary>A visit that failed, found by the worker.</summary>
public sealed record AttemptedVisit(string Worker, string Reason) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Worker;
}

/// <summary>Lanes of visits.</summary>
public static class VisitLanes
{
    /// <summary>Visits due, each open until it is made.</summary>
    public static Lane<PlannedVisit> Due { get; } = Lane<PlannedVisit>.Overlapping("visits-due");

    /// <summary>Visits made.</summary>
    public static Lane<Visit> Visits { get; } = Lane<Visit>.Point("visits");

    /// <summary>Visits that failed.</summary>
    public static Lane<AttemptedVisit> Attempts { get; } = Lane<AttemptedVisit>.Point("visits-attempted");
}

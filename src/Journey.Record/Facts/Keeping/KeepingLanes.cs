using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Keeping;

/// <summary>Somebody disputes a fact, found by the fact.</summary>
public sealed record Dispute(Guid Disputed) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Disputed.ToString("D");
}

/// <summary>How long the record is kept.</summary>
public sealed record Retention(string Basis, DateOnly KeepUntil);

/// <summary>The record may not be disposed of.</summary>
public sealed record RetentionHold(string Why);

/// <summary>The record, or part of it, was disposed of.</summary>
public sealed record Disposal(string Scope, string How)
{
    /// <summary>All of the record.</summary>
    public const string Whole = "whole";
}

/// <summary>Lanes of keeping the record.</summary>
public static class KeepingLanes
{
    /// <summary>Disputes.</summary>
    public static Lane<Dispute> Disputes { get; } = Lane<Dispute>.Point("disputes");

    /// <summary>How long the record is kept.</summary>
    public static Lane<Retention> Retention { get; } = Lane<Retention>.Exclusive("retention");

    /// <summary>Holds, each until it is lifted.</summary>
    public static Lane<RetentionHold> Holds { get; } = Lane<RetentionHold>.Overlapping("retention-holds");

    /// <summary>Disposals.</summary>
    public static Lane<Disposal> Disposals { get; } = Lane<Disposal>.Point("disposals");
}

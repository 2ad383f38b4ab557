using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Allocations;

/// <summary>A worker handed over to another.</summary>
public sealed record Handover(string FromWorker, string ToWorker, bool ChildPresent, int UnreadDocuments);

/// <summary>The child was told of a change of worker.</summary>
public sealed record ChildTold(string By);

/// <summary>Lanes of handing a child over from one worker to another.</summary>
public static class HandoverLanes
{
    /// <summary>Handovers.</summary>
    public static Lane<Handover> Handovers { get; } = Lane<Handover>.Point("handovers");

    /// <summary>Days on which the child was told.</summary>
    public static Lane<ChildTold> ChildTold { get; } = Lane<ChildTold>.Point("child-told-of-worker-change");
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Protection;

/// <summary>A conference that is planned.</summary>
public sealed record PlannedConference(bool TransferIn);

/// <summary>A conference that was held: initial or review, and what it decided.</summary>
public sealed record Conference(string Kind, string Outcome, bool Quorate, string? Participation);

/// <summary>A core group met.</summary>
public sealed record CoreGroup(int Attendees);

/// <summary>Lanes of conferences and core groups.</summary>
public static class ConferenceLanes
{
    /// <summary>Conferences planned.</summary>
    public static Lane<PlannedConference> Planned { get; } = Lane<PlannedConference>.Point("conferences-planned");

    /// <summary>Conferences held.</summary>
    public static Lane<Conference> Held { get; } = Lane<Conference>.Point("conferences");

    /// <summary>Core groups.</summary>
    public static Lane<CoreGroup> CoreGroups { get; } = Lane<CoreGroup>.Point("core-groups");
}

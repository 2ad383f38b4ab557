using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Reviews;

/// <summary>A review is due.</summary>
public sealed record ReviewDue();

/// <summary>A review that was held, and how the child took part.</summary>
public sealed record Review(string? Participation);

/// <summary>A concern of the independent reviewing officer.</summary>
public sealed record Concern(string Level, DateOnly DueOn);

/// <summary>How a concern was resolved.</summary>
public sealed record ConcernClosing(string Outcome);

/// <summary>The independent reviewing officer saw the child.</summary>
public sealed record IroVisit(string Iro);

/// <summary>Lanes of reviews of looked-after children.</summary>
public static class ReviewLanes
{
    /// <summary>Reviews due.</summary>
    public static Lane<ReviewDue> Due { get; } = Lane<ReviewDue>.Point("reviews-due");

    /// <summary>Reviews held.</summary>
    public static Lane<Review> Reviews { get; } = Lane<Review>.Point("reviews");

    /// <summary>Concerns, each until it is resolved.</summary>
    public static Lane<Concern> Concerns { get; } = Lane<Concern>.Overlapping("iro-concerns", typeof(ConcernClosing));

    /// <summary>Visits of the reviewing officer.</summary>
    public static Lane<IroVisit> IroVisits { get; } = Lane<IroVisit>.Point("iro-visits");
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Visits;

/// <summary>What the child had to say about something.</summary>
public sealed record Views(string About);

/// <summary>Work done with the child.</summary>
public sealed record DirectWork(string Kind);

/// <summary>Work on the child's own story.</summary>
public sealed record LifeStory(string Summary);

/// <summary>The child had to tell its story again.</summary>
public sealed record Retelling(string ToRole, string ToAgency) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => ToAgency;
}

/// <summary>Who speaks for the child.</summary>
public sealed record Advocate(string Who);

/// <summary>Who visits the child independently.</summary>
public sealed record IndependentVisitor(string Who);

/// <summary>A complaint that is to be answered by a day.</summary>
public sealed record Complaint(string Stage, DateOnly DueOn);

/// <summary>How a complaint was answered.</summary>
public sealed record ComplaintAnswer(string Outcome);

/// <summary>Lanes of what the child says, and of those who stand by the child.</summary>
public static class VoiceLanes
{
    /// <summary>The child's views.</summary>
    public static Lane<Views> Views { get; } = Lane<Views>.Point("child-views");

    /// <summary>Direct work.</summary>
    public static Lane<DirectWork> DirectWork { get; } = Lane<DirectWork>.Point("direct-work");

    /// <summary>Life story work.</summary>
    public static Lane<LifeStory> LifeStory { get; } = Lane<LifeStory>.Point("life-story-work");

    /// <summary>Days on which the child had to tell its story again.</summary>
    public static Lane<Retelling> Retellings { get; } = Lane<Retelling>.Point("retellings");

    /// <summary>The advocate.</summary>
    public static Lane<Advocate> Advocate { get; } = Lane<Advocate>.Exclusive("advocate");

    /// <summary>The independent visitor.</summary>
    public static Lane<IndependentVisitor> IndependentVisitor { get; } = Lane<IndependentVisitor>.Exclusive("independent-visitor");

    /// <summary>Complaints, each open until it is answered.</summary>
    public static Lane<Complaint> Complaints { get; } = Lane<Complaint>.Overlapping("complaints", typeof(ComplaintAnswer));
}

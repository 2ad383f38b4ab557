using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Assessments;

/// <summary>An assessment of a kind, after a referral where it names one.</summary>
public sealed record Assessment(string Kind, Guid? Referral = null);

/// <summary>What an assessment led to, or why it was cancelled.</summary>
public sealed record AssessmentClosing(string? Outcome, string? Cancelled);

/// <summary>Lanes of assessments.</summary>
public static class AssessmentLanes
{
    /// <summary>Assessments, each from its start until it is authorised or cancelled.</summary>
    public static Lane<Assessment> Assessments { get; } = Lane<Assessment>.Overlapping("assessments", typeof(AssessmentClosing));
}

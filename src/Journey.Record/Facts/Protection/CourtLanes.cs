using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Protection;

/// <summary>Work before care proceedings; <paramref name="LetterSentOn"/> is the day of the letter to the parents.</summary>
public sealed record PreProceedings(DateOnly? LetterSentOn);

/// <summary>How pre-proceedings ended.</summary>
public sealed record PreProceedingsClosing(string Outcome);

/// <summary>A meeting with the parents before proceedings.</summary>
public sealed record PreProceedingsMeeting(string Kind, bool ParentsRepresented);

/// <summary>A step in court: application, hearing or order, and the order it is about.</summary>
public sealed record CourtStep(string Kind, string? Order);

/// <summary>Lanes of the way to court and of court.</summary>
public static class CourtLanes
{
    /// <summary>Pre-proceedings.</summary>
    public static Lane<PreProceedings> PreProceedings { get; } = Lane<PreProceedings>.Overlapping("pre-proceedings", typeof(PreProceedingsClosing));

    /// <summary>Meetings before proceedings.</summary>
    public static Lane<PreProceedingsMeeting> Meetings { get; } = Lane<PreProceedingsMeeting>.Point("pre-proceedings-meetings");

    /// <summary>Steps in court.</summary>
    public static Lane<CourtStep> Court { get; } = Lane<CourtStep>.Point("court");
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Care;

/// <summary>A short break (V3, or V4 under an agreement), or the agreement itself when it is <paramref name="Agreed"/>.</summary>
public sealed record ShortBreak(string LegalStatus, bool Agreed = false);

/// <summary>Lanes of short breaks.</summary>
public static class ShortBreakLanes
{
    /// <summary>Short breaks.</summary>
    public static Lane<ShortBreak> ShortBreaks { get; } = Lane<ShortBreak>.Overlapping("short-breaks");
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Care;

/// <summary>A short break (V3), or the agreement under which breaks are taken (V4).</summary>
public sealed record ShortBreak(string LegalStatus);

/// <summary>Lanes of short breaks.</summary>
public static class ShortBreakLanes
{
    /// <summary>Short breaks.</summary>
    public static Lane<ShortBreak> ShortBreaks { get; } = Lane<ShortBreak>.Overlapping("short-breaks");
}

using Journey.Exchange.Ssda903.Loading;
using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Facts.Returns;

namespace Journey.Web.Features.Returns;

/// <summary>
/// A return to load: its files, the year named by the March it ends in, and when it was known (a date or an instant; nothing means when
/// it is loaded).
/// </summary>
public sealed record LoadRequest(string Authority, int Year, string? Known, IReadOnlyList<SourceFile> Files, bool DryRun, bool Strict);

/// <summary>
/// What a load did, or on a dry run would do. <paramref name="Load"/>, <paramref name="KnownAt"/> and <paramref name="Position"/> are
/// null when nothing was appended: on a dry run, or because the record already says all of it.
/// </summary>
public sealed record LoadAnswer(
    string Authority,
    int Year,
    bool DryRun,
    Guid? Load,
    DateTimeOffset? KnownAt,
    long? Position,
    LoadCounts Counts,
    IReadOnlyList<FileCount> Files,
    IReadOnlyList<Reject> Rejects,
    IReadOnlyList<KeptWithFlag> Flagged,
    IReadOnlyList<Exchange.Ssda903.Flag> SetFlags,
    string Sentence);

/// <summary>How far a load has come: the stage in words, and of how many.</summary>
public sealed record LoadProgress(string Stage, long Done, long? Total);

/// <summary>A load that was not withdrawn, as the list of returns shows it.</summary>
public sealed record LoadView(
    Guid Load, string Format, int Year, DateOnly KnownOn, DateTimeOffset KnownAt, DateTimeOffset? LoadedAt, string By, LoadCounts Counts, bool Withdrawn, string? WithdrawnBecause);

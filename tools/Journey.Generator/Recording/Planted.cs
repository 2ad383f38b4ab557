using Journey.Record.Children;

namespace Journey.Generator.Recording;

/// <summary>What was put into the record knowingly.</summary>
public enum Plant
{
    /// <summary>Recorded four weeks or more after it took effect.</summary>
    Late,

    /// <summary>Recorded wrongly and corrected.</summary>
    Wrong,

    /// <summary>Recorded on another child's record, withdrawn there and recorded here in one act.</summary>
    WrongChild,

    /// <summary>Entered a second time and withdrawn.</summary>
    EnteredTwice,

    /// <summary>Recorded though it never happened, and withdrawn.</summary>
    NeverHappened,

    /// <summary>An allegation, recorded when it was made and withdrawn when it was found untrue.</summary>
    Untrue,
}

/// <summary>
/// Something planted: on which record, which fact, when it was first recorded and when put right; what the record said before and after.
/// A fact on the wrong child has the record it belongs to, with its id there, in <paramref name="Other"/>. A fact corrected twice is here
/// twice, each time with what one correction changed and the instants between which the wrong value stood.
/// </summary>
public sealed record Planted(
    Plant What,
    Guid Record,
    Guid FactId,
    DateTimeOffset RecordedAt,
    DateTimeOffset? PutRightAt,
    IFact? Before,
    IFact? After,
    (Guid Record, Guid FactId)? Other);

/// <summary>
/// Two records that are linked on a day as one child's: rightly, a second record opened by mistake; or wrongly, when they are unlinked again
/// on <paramref name="UnlinkOn"/>.
/// </summary>
public sealed record PlantedDuplicate(Guid Survivor, Guid Absorbed, DateOnly LinkOn, DateOnly? UnlinkOn)
{
    /// <summary>When the link was recorded; null when that would have been after the end of the record.</summary>
    public DateTimeOffset? LinkedAt { get; init; }

    /// <summary>When it was ended; null while it stands.</summary>
    public DateTimeOffset? UnlinkedAt { get; init; }
}

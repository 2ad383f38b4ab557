using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;

namespace Journey.Record.Clocks;

/// <summary>
/// A rule by which something is due. A change of the law is the next version beside it, in force from its day: what started before keeps the
/// version of its own day. Pure: timelines, a calendar and targets in, what is due out.
/// </summary>
public sealed record Clock
{
    /// <summary>Stable, kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>1 for the first.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What starts before this day is not under this version; null when it holds for all time.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>What is due.</summary>
    public required string Title { get; init; }

    /// <summary>The rule in words: from what, how long, until what, and what stops it.</summary>
    public required string Rule { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How far it binds.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Whose streams it asks: children's or workers'.</summary>
    public StreamKind Subject { get; init; } = StreamKind.Child;

    /// <summary>The child's death does not stop it: notifications and complaints.</summary>
    public bool OutlivesChild { get; init; }

    /// <summary>The limits it applies.</summary>
    public required IReadOnlyList<Limit> Limits { get; init; }

    /// <summary>Lanes it reads; death besides, unless it outlives the child.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>The rule itself.</summary>
    public required Func<Ticking, IEnumerable<Due>> Dues { get; init; }

    /// <summary>Everything read: <see cref="Lanes"/>, and death where it stops the clock.</summary>
    public IReadOnlyList<Lane> Reads => StopsAtDeath ? [.. Lanes.Append(IdentityLanes.Death).Distinct()] : Lanes;

    private bool StopsAtDeath => Subject == StreamKind.Child && !OutlivesChild;

    /// <summary>
    /// All that is or was due of a subject over all time, in order of start, under this version. A child's death stops what was not closed
    /// (invariant G2), and nothing starts after it.
    /// </summary>
    public IEnumerable<Due> Of(Timelines subject, Given given, ClockTargets? targets = null)
    {
        var dues = Dues(new Ticking(this, subject, given.Calendar, targets ?? ClockTargets.Default)).Where(d => !(d.StartedOn < InForceFrom));
        return (StopsAtDeath && subject[IdentityLanes.Death] is [.., var last] && last.As<Death>().On is var died
            ? dues.Where(d => d.StartedOn <= died).Select(d => d.StoppedFrom(died, "The child died."))
            : dues).OrderBy(d => d.StartedOn).ThenBy(d => d.DueOn).ThenBy(d => d.StartedBy);
    }
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Tests.Bitemporal;

/// <summary>
/// The definition, day by day and by brute force: what is believed at a position, and which of it holds at the end of a day. It keeps
/// nothing, sorts rather than maintains, and shares no code with the fold.
/// </summary>
internal sealed class Oracle(IEnumerable<LedgerEntry> entries, long position)
{
    private readonly List<(Guid Id, long Ordinal, IAssertion Says, DateOnly? Silent)> _facts = [.. entries
        .Where(e => e.Position <= position)
        .GroupBy(e => e.Statement.FactId)
        .Select(g => g.SkipWhile(e => e.Statement is not IAsserted { Correction: null }).ToList())
        .Where(said => said.Count > 0 && !said.Exists(e => e.Statement is Withdrawn))
        .Select(said => (
            said[0].Statement.FactId,
            said[0].Position,
            said.Select(e => e.Statement).OfType<IAsserted>().Where((a, i) => i == 0 || a.Correction is not null).Last().Assertion,
            (said.FindLast(e => e.Statement is NotReported or ReportedAgain)?.Statement as NotReported)?.From))];

    /// <summary>The claims on a lane, in order of change.</summary>
    public List<(Guid Id, long Ordinal, DateOnly? Silent, Claim Claim)> Claims(Lane lane) => [.. _facts
        .SelectMany(f => f.Says.Claims().Where(c => c.Lane == lane).Select(c => (f.Id, f.Ordinal, f.Silent, c)))
        .OrderBy(x => x.c.From).ThenBy(x => x.c.At ?? TimeOnly.MinValue).ThenBy(x => x.Ordinal)];

    /// <summary>The facts that hold on a lane at the end of a day.</summary>
    public IEnumerable<(Guid Id, object Value)> On(Lane lane, DateOnly day)
    {
        var begun = Claims(lane).Where(x => x.Claim.From <= day).ToList();
        if (lane.Kind == LaneKind.Exclusive)
        {
            var ordinary = begun.FindLastIndex(x => !x.Claim.Interrupts);
            var beneath = ordinary < 0 ? [] : begun.Slice(ordinary, 1);
            var onTop = begun.Skip(ordinary + 1).TakeLast(1).Where(x => Holds(x.Id, x.Silent, x.Claim, day)).ToList();
            begun = onTop.Count > 0 ? onTop : beneath;
        }

        return begun.Where(x => lane.Kind != LaneKind.Point && Holds(x.Id, x.Silent, x.Claim, day)).Select(x => (x.Id, x.Claim.Value));
    }

    /// <summary>True when a claim has been ended by a day, whoever ended it.</summary>
    public bool Ended(Guid id, DateOnly? silent, Claim claim, DateOnly day) =>
        claim.To <= day || silent <= day || _facts.SelectMany(f => f.Says.Endings())
            .Any(e => e.Of == id && e.On <= day && (e.Only is null || e.Only == claim.Lane));

    private bool Holds(Guid id, DateOnly? silent, Claim claim, DateOnly day) =>
        !Ended(id, silent, claim, day) && (claim.Lane.Within is not { } outer || InRun(outer, claim.From, day));

    /// <summary>True unless a run of the outer lane, present on the day a claim begins, is broken by another day.</summary>
    private bool InRun(Lane outer, DateOnly from, DateOnly day) => On(outer, from).Any()
        ? Enumerable.Range(from.DayNumber, day.DayNumber - from.DayNumber + 1).All(d => On(outer, DateOnly.FromDayNumber(d)).Any())
        : !Claims(outer).Exists(x => x.Claim.From == from);
}

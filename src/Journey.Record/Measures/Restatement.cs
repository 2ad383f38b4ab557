using Journey.Record.Bitemporal;
using Journey.Record.Clocks;
using Journey.Record.History;

namespace Journey.Record.Measures;

/// <summary>
/// A part of the change of a figure: what one cause did to one child, or to the children that one link joined. <paramref name="Act"/> is the act
/// that did it, null for a change of definition or code. The sums of all parts are the change of the figure, exactly.
/// </summary>
/// <param name="Cause">Why.</param>
/// <param name="Act">The act of the ledger.</param>
/// <param name="Subjects">The children (or workers, or teams) before and after, in order of id.</param>
/// <param name="Numerator">What the numerator gained, negative when it lost.</param>
/// <param name="Denominator">What the denominator gained.</param>
/// <param name="Values">What the sum of values gained.</param>
/// <param name="Entries">The entries of the act in their streams; of all its streams when it touched them only through a neighbour.</param>
/// <param name="Before">What they contributed.</param>
/// <param name="After">What they contribute.</param>
public sealed record Restated(
    Cause Cause,
    Act? Act,
    IReadOnlyList<Guid> Subjects,
    decimal Numerator,
    decimal Denominator,
    decimal Values,
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyList<Contribution> Before,
    IReadOnlyList<Contribution> After);

/// <summary>A definition with the calendar it counts by.</summary>
public sealed record Definition(Measure Measure, WorkingCalendar Calendar);

/// <summary>How an item changed between two windows of one figure.</summary>
public enum Movement
{
    /// <summary>Not in the figure of the first window, in that of the second.</summary>
    Entered,

    /// <summary>In the figure of the first window, not in that of the second.</summary>
    Left,

    /// <summary>In both, and counted with another value.</summary>
    Moved,
}

/// <summary>One item's part of the change of a figure between two windows, at one basis.</summary>
public sealed record Moved(Movement Movement, Guid Subject, Guid? Item, decimal Numerator, decimal Denominator, decimal Values, Contribution? Before, Contribution? After);

/// <summary>Why a figure is another one than before. Pure: what is known of some streams at an earlier position, and the acts after it.</summary>
public static class Restatement
{
    /// <summary>Causes of one act on one child, strongest first: where no single one does what the act did, the first that is there is given.</summary>
    private static readonly Cause[] Strongest = [Cause.Link, Cause.Unlink, Cause.Withdrawal, Cause.Correction, Cause.NotReported, Cause.LateRecord];

    /// <summary>
    /// The parts of the change of a figure between two points of knowledge. Changes of definition and code are measured first, at the earlier
    /// point; then the acts after it are added one at a time in ledger order, and each owns the change it makes.
    /// </summary>
    /// <param name="from">The earlier definition.</param>
    /// <param name="to">The later one.</param>
    /// <param name="window">The window [from, to) of both figures.</param>
    /// <param name="others">Subjects, and those beside them, of whom nothing became known between; as known at the earlier point.</param>
    /// <param name="streams">Entries up to the earlier point of every stream that the acts touch, and of those that are linked with them at either point.</param>
    /// <param name="acts">The acts after the earlier point up to the later one, in ledger order.</param>
    public static IReadOnlyList<Restated> Between(
        Definition from,
        Definition to,
        Period window,
        IReadOnlyCollection<Timelines> others,
        IEnumerable<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> streams,
        IEnumerable<Act> acts)
    {
        var replay = new Replay(streams);
        var parts = new List<Restated>();
        var definitions = new[] { from, new Definition(to.Measure, from.Calendar), to };
        foreach (var (cause, earlier, later) in new[] { (Cause.DefinitionChange, definitions[0], definitions[1]), (Cause.CodeChange, definitions[1], definitions[2]) })
        {
            if (earlier != later)
            {
                var (before, after) = (new Counting(earlier, window, others, replay), new Counting(later, window, others, replay));
                parts.AddRange(before.Subjects.Union(after.Subjects).Order()
                    .Select(s => Part(cause, null, [s], [], before.Of(s), after.Of(s))).OfType<Restated>());
            }
        }

        var counting = new Counting(to, window, others, replay);
        foreach (var act in acts)
        {
            parts.AddRange(counting.Apply(act));
        }

        return parts;
    }

    /// <summary>The parts of the change of a figure between two windows at one basis.</summary>
    public static IReadOnlyList<Moved> Between(Figure first, Figure second)
    {
        var (before, after) = (Items(first), Items(second));
        return
        [
            .. from key in before.Keys.Union(after.Keys).OrderBy(k => k)
               let one = before.GetValueOrDefault(key)
               let other = after.GetValueOrDefault(key)
               where one is null || other is null || !one.AddsSame(other)
               select new Moved(
                   one is null ? Movement.Entered : other is null ? Movement.Left : Movement.Moved,
                   key.Item1,
                   key.Item2 == Guid.Empty ? null : key.Item2,
                   (other?.Numerator ?? 0) - (one?.Numerator ?? 0),
                   (other?.Denominator ?? 0) - (one?.Denominator ?? 0),
                   (other?.Value ?? 0) - (one?.Value ?? 0),
                   one,
                   other),
        ];
    }

    /// <summary>What counts, by subject and item; of several without an item the parts are one.</summary>
    private static Dictionary<(Guid, Guid), Contribution> Items(Figure figure) => figure.Contributions.Where(c => c.InCohort)
        .GroupBy(c => (c.Subject, c.Item ?? Guid.Empty))
        .ToDictionary(g => g.Key, g => g.Count() == 1 ? g.First() : g.First() with
        {
            Numerator = g.Sum(c => c.Numerator),
            Denominator = g.Sum(c => c.Denominator),
            Value = g.Sum(c => c.Value),
            Facts = [.. g.SelectMany(c => c.Facts).Distinct()],
        });

    private static Restated? Part(
        Cause cause, Act? act, IReadOnlyList<Guid> subjects, IReadOnlyList<LedgerEntry> entries, IReadOnlyList<Contribution> before, IReadOnlyList<Contribution> after)
    {
        var (numerator, denominator, values) = (
            after.Sum(c => c.Numerator) - before.Sum(c => c.Numerator),
            after.Sum(c => c.Denominator) - before.Sum(c => c.Denominator),
            Values(after) - Values(before));
        return (numerator, denominator, values) == (0, 0, 0) ? null : new Restated(cause, act, subjects, numerator, denominator, values, entries, before, after);
    }

    private static decimal Values(IEnumerable<Contribution> contributions) => contributions.Where(c => c.InCohort).Sum(c => c.Value ?? 0);

    /// <summary>The contributions of everyone, kept up with a replay.</summary>
    private sealed class Counting
    {
        private readonly Definition _definition;
        private readonly Period _window;
        private readonly Replay _replay;
        private readonly Given _given;
        private readonly Dictionary<Guid, Timelines> _subjects = [];
        private readonly Dictionary<Guid, IReadOnlyList<Contribution>> _contributions = [];
        private readonly Topics? _spoken;
        private readonly Topics? _read;

        public Counting(Definition definition, Period window, IReadOnlyCollection<Timelines> others, Replay replay)
        {
            (_definition, _window, _replay) = (definition, window, replay);
            if (definition.Measure.Neighbours is { } neighbours)
            {
                (_spoken, _read) = (new Topics(neighbours.Speaks), new Topics(neighbours.Reads));
            }

            _given = new Given(definition.Calendar, topic => [.. (_spoken?.About(topic) ?? []).Select(id => _subjects[id]).OrderBy(t => t.Subject)]);
            foreach (var subject in others.Concat(replay.Children.Select(Timelines)))
            {
                _subjects.Add(subject.Subject, subject);
                _spoken?.Put(subject);
                _read?.Put(subject);
            }

            foreach (var id in _subjects.Keys)
            {
                _contributions[id] = Count(id);
            }
        }

        public IEnumerable<Guid> Subjects => _subjects.Keys;

        public IReadOnlyList<Contribution> Of(Guid subject) => _contributions.GetValueOrDefault(subject) ?? [];

        public IEnumerable<Restated> Apply(Act act)
        {
            // A subject's streams may change hands in an act that links or unlinks, so families of subjects are compared, before and after.
            var before = act.Streams.Select(_replay.Of).OfType<Replayed>().Distinct().Select(c => (c.Id, c.Streams)).ToList();
            var heard = before.SelectMany(c => Hearers(c.Id)).ToHashSet();
            var alone = act.Entries.Select(e => e.Stream).Distinct().Count() == 1 && act.Entries.Count > 1 && before is [{ Streams.Count: 1 }]
                ? Mixed(act, before[0].Id)
                : null;
            _replay.Apply(act);
            var after = act.Streams.Select(_replay.Of).OfType<Replayed>().Concat(before.SelectMany(c => c.Streams).Select(_replay.Of).OfType<Replayed>()).Distinct().ToList();

            var were = before.Select(c => c.Id).Union(after.Select(c => c.Id)).ToDictionary(id => id, Of);
            foreach (var (id, _) in before)
            {
                Drop(id);
            }

            foreach (var child in after)
            {
                Drop(child.Id);
                var subject = Timelines(child);
                _subjects.Add(child.Id, subject);
                _spoken?.Put(subject);
                _read?.Put(subject);
            }

            foreach (var child in after)
            {
                _contributions[child.Id] = Count(child.Id);
            }

            foreach (var family in Families([.. before.Select(c => c.Streams).Concat(after.Select(c => c.Streams))]))
            {
                var entries = act.Entries.Where(e => family.Contains(e.Stream)).ToList();
                var ids = were.Keys.Where(family.Contains).Order().ToList();
                var (one, other) = (ids.SelectMany(id => were[id]).ToList(), ids.SelectMany(Of).ToList());
                if (Part(default, act, ids, entries, one, other) is { } part)
                {
                    yield return part with { Cause = Cause(entries, alone, other) };
                }
            }

            heard.UnionWith(after.SelectMany(c => Hearers(c.Id)));
            heard.ExceptWith(after.Select(c => c.Id));
            foreach (var id in heard.Where(_subjects.ContainsKey).Order())
            {
                var earlier = Of(id);
                _contributions[id] = Count(id);
                if (Part(Cause(act.Entries, null, []), act, [id], act.Entries, earlier, Of(id)) is { } part)
                {
                    yield return part;
                }
            }
        }

        private IReadOnlyList<Contribution> Count(Guid id)
        {
            var subject = _subjects[id];
            return _definition.Measure.Lanes.Any(l => subject[l].Count > 0) ? [.. _definition.Measure.Of(subject, _window, _given)] : [];
        }

        private void Drop(Guid id)
        {
            if (_subjects.Remove(id))
            {
                _contributions.Remove(id);
                _spoken?.Take(id);
                _read?.Take(id);
            }
        }

        /// <summary>Subjects that read a topic of which another speaks.</summary>
        private IEnumerable<Guid> Hearers(Guid id) => _spoken is null ? [] : _spoken.Of(id).SelectMany(_read!.About);

        /// <summary>What each cause in an act on one stream would do by itself, when there are several.</summary>
        private Dictionary<Cause, List<Contribution>>? Mixed(Act act, Guid id)
        {
            var causes = act.Entries.Select(e => Act.CauseOf(e, _replay.IsLink)).Distinct().ToList();
            if (causes.Count == 1 || causes.Contains(History.Cause.Link) || causes.Contains(History.Cause.Unlink))
            {
                return null;
            }

            return causes.ToDictionary(c => c, c =>
            {
                var ledger = _replay.Trial(id, act.Entries.Where(e => Act.CauseOf(e, _replay.IsLink) == c));
                var subject = new Timelines(id, ledger.Timeline);
                return _definition.Measure.Lanes.Any(l => subject[l].Count > 0) ? _definition.Measure.Of(subject, _window, _given).ToList() : [];
            });
        }

        private Cause Cause(IReadOnlyList<LedgerEntry> entries, Dictionary<Cause, List<Contribution>>? alone, List<Contribution> after)
        {
            var causes = entries.Select(e => Act.CauseOf(e, _replay.IsLink)).ToHashSet();
            var there = Strongest.Where(causes.Contains).ToList();
            foreach (var cause in there)
            {
                if (alone?.GetValueOrDefault(cause) is { } by && by.Count == after.Count && by.Zip(after).All(p => p.First.AddsSame(p.Second)))
                {
                    return cause;
                }
            }

            return there[0];
        }

        private static Timelines Timelines(Replayed child) => new(child.Id, child.Ledger.Timeline, child.Streams);

        /// <summary>Sets of streams that share one, as one.</summary>
        private static List<HashSet<Guid>> Families(List<IReadOnlyList<Guid>> groups)
        {
            var families = new List<HashSet<Guid>>();
            foreach (var group in groups)
            {
                var family = group.ToHashSet();
                foreach (var other in families.Where(f => f.Overlaps(family)).ToList())
                {
                    family.UnionWith(other);
                    families.Remove(other);
                }

                families.Add(family);
            }

            return [.. families.OrderBy(f => f.Min())];
        }
    }

    /// <summary>Who says, or reads, what: topics by subject and subjects by topic.</summary>
    private sealed class Topics(Func<Timelines, IEnumerable<string>> topics)
    {
        private readonly Dictionary<Guid, HashSet<string>> _of = [];
        private readonly Dictionary<string, HashSet<Guid>> _about = new(StringComparer.Ordinal);

        public void Put(Timelines subject)
        {
            var all = topics(subject).ToHashSet(StringComparer.Ordinal);
            _of.Add(subject.Subject, all);
            foreach (var topic in all)
            {
                if (!_about.TryGetValue(topic, out var about))
                {
                    _about.Add(topic, about = []);
                }

                about.Add(subject.Subject);
            }
        }

        public void Take(Guid subject)
        {
            foreach (var topic in _of[subject])
            {
                _about[topic].Remove(subject);
            }

            _of.Remove(subject);
        }

        public HashSet<string> Of(Guid subject) => _of.GetValueOrDefault(subject) ?? [];

        public HashSet<Guid> About(string topic) => _about.GetValueOrDefault(topic) ?? [];
    }
}

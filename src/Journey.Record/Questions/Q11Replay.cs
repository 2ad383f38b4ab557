using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.History;

namespace Journey.Record.Questions;

/// <summary>Question 11.</summary>
public static class Q11Replay
{
    /// <summary>The child's life as it was understood, step by step.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 11,
        Code = "replay",
        Title = "Replay the child's life as it was understood at each step.",
        Explains = "One row for each act of knowledge up to the point asked about, in the order in which it became known: what was learnt, and what that changed on lanes over all time, before and "
            + "after. Records that were linked only later are replayed beside each other until the link was known.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var replay = new Replay([]);
        var entries = new Dictionary<Guid, List<LedgerEntry>>();
        var rows = new List<AnswerRow>();
        var pictures = new Dictionary<Replayed, Dictionary<Lane, IReadOnlyList<Interval>>>();
        foreach (var act in Act.Of(child.Then.History))
        {
            var before = act.Streams.Select(replay.Of).OfType<Replayed>().Distinct().ToList();
            var kept = before.ToDictionary(c => c, c => pictures.GetValueOrDefault(c) ?? []);
            foreach (var entry in act.Entries)
            {
                if (!entries.TryGetValue(entry.Stream, out var own))
                {
                    entries.Add(entry.Stream, own = []);
                }

                own.Add(entry);
            }

            replay.Apply(act);
            var after = act.Streams.Concat(before.SelectMany(c => c.Streams)).Select(replay.Of).OfType<Replayed>().Distinct().ToList();
            var changed = Changes(kept, after, pictures);
            var learnt = act.Entries.DistinctBy(e => e.Statement).Select(e => Narrative.Of(Record(replay.Of(e.Stream)!, entries), e)).ToList();
            rows.Add(child.Row(
                act.Entries.Select(e => e.Statement.FactId),
                act.KnownAt, learnt, changed.Select(c => c.Lane.Name).Distinct().ToList(), Lines(changed, c => c.Gone), Lines(changed, c => c.Come)));
        }

        return new Answered(
            rows.Count == 0 ? "Nothing was known." : $"{Words.Count(rows.Count, "step")} of knowledge.", ["knownAt", "learnt", "lanes", "before", "after"], rows);
    }

    /// <summary>What went and came on the lanes of the records that an act touched; keeps the new picture.</summary>
    private static List<(Lane Lane, List<Interval> Gone, List<Interval> Come)> Changes(
        Dictionary<Replayed, Dictionary<Lane, IReadOnlyList<Interval>>> before, List<Replayed> after, Dictionary<Replayed, Dictionary<Lane, IReadOnlyList<Interval>>> pictures)
    {
        foreach (var gone in before.Keys.Except(after))
        {
            pictures.Remove(gone);
        }

        var lanes = new HashSet<Lane>();
        if (before.Count == after.Count && before.Keys.All(after.Contains))
        {
            foreach (var child in after)
            {
                lanes.UnionWith(child.Ledger.Settle().Select(s => s.Lane));
            }
        }
        else
        {
            lanes.UnionWith(before.Values.SelectMany(p => p.Keys).Concat(after.SelectMany(c => c.Ledger.Lanes)));
        }

        var changes = new List<(Lane, List<Interval>, List<Interval>)>();
        foreach (var lane in lanes.OrderBy(l => l.Name, StringComparer.Ordinal))
        {
            var were = before.Values.SelectMany(p => p.GetValueOrDefault(lane) ?? []).ToHashSet();
            var are = after.SelectMany(c => Kept(c, lane)).ToHashSet();
            if (!were.SetEquals(are))
            {
                changes.Add((lane, [.. were.Except(are).OrderBy(i => i.From)], [.. are.Except(were).OrderBy(i => i.From)]));
            }
        }

        return changes;

        IReadOnlyList<Interval> Kept(Replayed child, Lane lane)
        {
            if (!pictures.TryGetValue(child, out var picture))
            {
                pictures.Add(child, picture = []);
            }

            // Intervals of a ledger that grows are read once and kept: the list read is not altered by later entries.
            return picture[lane] = [.. child.Ledger.Timeline(lane)];
        }
    }

    private static ChildRecord Record(Replayed child, Dictionary<Guid, List<LedgerEntry>> entries) => ChildRecord.Growing(
        child.Id,
        child.Streams.Count == 1 ? entries[child.Id] : [.. child.Streams.SelectMany(s => entries.GetValueOrDefault(s) ?? []).OrderBy(e => e.Position)],
        child.Ledger,
        [.. child.Streams.Select(s => new StreamVersion(s, entries.GetValueOrDefault(s) is { Count: > 0 } own ? own[^1].Version : 0))]);

    private static List<string> Lines(
        List<(Lane Lane, List<Interval> Gone, List<Interval> Come)> changes, Func<(Lane Lane, List<Interval> Gone, List<Interval> Come), List<Interval>> which) =>
        [.. changes.SelectMany(c => which(c).Select(i => Telling.Line(c.Lane, i)))];
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>
/// A child at two points of knowledge. Of records that a link joins at one point only, several stand on the other side: they are one child here,
/// so that a link alone is no difference.
/// </summary>
internal sealed record Compared(IReadOnlyList<Timelines> Then, IReadOnlyList<Timelines> Now)
{
    /// <summary>The child, under the id that it has at the later point.</summary>
    public Guid Child => (Now.Count > 0 ? Now : Then)[0].Subject;

    /// <summary>Everyone at both points, in order of id.</summary>
    public static IReadOnlyList<Compared> Of(Everyone everyone)
    {
        var links = everyone.Then.Concat(everyone.Now).SelectMany(t => t.Streams.Where(s => s != t.Subject).Select(s => new RecordLink(t.Subject, s)));
        var groups = LinkedRecords.Groups(links).SelectMany(g => g.Select(s => (s, First: g[0]))).ToDictionary(x => x.s, x => x.First);
        Guid Group(Timelines t) => groups.GetValueOrDefault(t.Subject, t.Subject);
        var (then, now) = (everyone.Then.ToLookup(Group), everyone.Now.ToLookup(Group));
        return
        [
            .. then.Select(g => g.Key).Union(now.Select(g => g.Key))
                .Select(id => new Compared([.. then[id].OrderBy(t => t.Subject)], [.. now[id].OrderBy(t => t.Subject)])).OrderBy(c => c.Child),
        ];
    }
}

/// <summary>What questions over everyone share: years, records as known earlier, and counts in words.</summary>
internal static class Asking
{
    /// <summary>The year that ends with a day.</summary>
    public static Period YearTo(DateOnly day) => new(day.AddDays(1).AddYears(-1), day.AddDays(1));

    /// <summary>
    /// What was known of a record before an instant: one record, or several while what links join now was not linked yet.
    /// </summary>
    public static IReadOnlyList<ChildRecord> KnownBefore(ChildRecord record, DateTimeOffset instant) => record.Streams is [var only]
        ? [ChildRecord.Fold(only.Stream, record.History.TakeWhile(e => e.KnownAt < instant))]
        : [.. record.Streams.Select(s => LinkedRecords.AsSeen(s.Stream, record.History, instant.AddTicks(-1))).DistinctBy(r => r.Id)];

    /// <summary>A record as timelines.</summary>
    public static Timelines Timelines(ChildRecord record) => new(record.Id, record.Timeline, [.. record.Streams.Select(s => s.Stream)]);

    /// <summary>"1 child", "2 children".</summary>
    public static string Children(int number) => Counted(number, "child", "children");

    /// <summary>"1 record", "2 records"; or another plural.</summary>
    public static string Counted(int number, string one, string several) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : several)}");
}

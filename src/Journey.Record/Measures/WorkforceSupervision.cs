using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>How long ago workers in post were last supervised in that post, agency workers included.</summary>
public static class WorkforceSupervision
{
    private static readonly IReadOnlyList<Lane> Lanes = [.. InPost.Lanes, WorkforceLanes.Supervisions];

    /// <summary>Days since the last supervision; who was never supervised has none.</summary>
    public static Measure Since { get; } = new()
    {
        Code = "SW-supervision",
        Kind = MeasureKind.Median,
        Title = "Days since the last supervision",
        Cohort = InPost.OfWorkers + ", agency workers included",
        Numerator = "Supervised at least once in that post",
        Policy = "Who was never supervised has no days; the share below and the numerator tell of them",
        Unit = "days",
        Source = "Journey",
        Subject = StreamKind.Worker,
        IsAtEnd = true,
        Lanes = Lanes,
        Of = (worker, window, _) => InPost.Judge(worker, window, (post, _) => Judge(worker, window, post, last => last is not null)),
    };

    /// <summary>Supervised in the last month.</summary>
    public static Measure InMonth { get; } = Since with
    {
        Code = "SW-supervised",
        Kind = MeasureKind.Share,
        Title = "Supervised in the last month",
        Cohort = InPost.OfWorkers + " for a month at least, agency workers included",
        Numerator = "Supervised in the month up to the end of that day",
        Exclusions = "Workers who joined less than a month ago",
        Policy = "A month is this record's yardstick; authorities set their own",
        Of = (worker, window, _) => InPost.Judge(worker, window, (post, _) => post.From > window.To.AddMonths(-1)
            ? worker.Out("Joined less than a month ago.")
            : Judge(worker, window, post, last => last >= window.To.AddMonths(-1))),
    };

    private static Contribution Judge(Timelines worker, Period window, Interval post, Func<DateOnly?, bool> counts)
    {
        var last = worker[WorkforceLanes.Supervisions].LastOrDefault(i => post.From <= i.From && i.From < window.To);
        int? days = last is null ? null : window.To.AddDays(-1).DayNumber - last.From.DayNumber;
        return worker.In(
            counts(last?.From), days is { } n ? $"Last supervised {Words.Count(n, "day")} ago." : "Never supervised in this post.", days,
            last is null ? [post.FactId] : [post.FactId, last.FactId]);
    }
}

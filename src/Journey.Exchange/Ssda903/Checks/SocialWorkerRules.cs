using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Codes;

namespace Journey.Exchange.Ssda903.Checks;

/// <summary>Social workers of a child; the rules are those of the years with sw_episodes.csv.</summary>
internal static class SocialWorkerRules
{
    private const int MostDaysBetween = 7;

    /// <summary>SW02: SW_ID starts with SW or XX and has at least two characters more.</summary>
    public static ReturnRule UnknownId { get; } = new(
        "SW02",
        ["SW_ID"],
        "The social worker's number starts with SW, or with XX when there is none: correct it.",
        r => Rows(r).Where(w => w.SwId is not ['S', 'W', _, _, ..] and not ['X', 'X', _, _, ..]));

    /// <summary>SW09: a worker is held for at least a day.</summary>
    public static ReturnRule LessThanADay { get; } = new(
        "SW09",
        ["SW_DECOM", "SW_DEC"],
        "The social worker is held for less than a day: correct a date, or leave the row out.",
        r => Rows(r).Where(w => w.SwDec <= w.SwDecom));

    /// <summary>SW10: a worker follows the one before within seven days either way, unless the reason is first contact.</summary>
    public static ReturnRule DoesNotFollow { get; } = new(
        "SW10",
        ["SW_DECOM"],
        "The social worker does not follow the one before within seven days: correct a date, or use FCONTA for a new first contact.",
        r => r.Workers.Where(_ => Applies(r)).SelectMany(NotFollowing));

    /// <summary>
    /// SW12: a child looked after on 31 March has the workers of the whole year, from the first of the year or of the period of care. From
    /// the public guide, which does not say how close; seven days are allowed, as between workers. The row is the episode of 31 March.
    /// </summary>
    public static ReturnRule NotAllYear { get; } = new(
        "SW12",
        ["CHILD", "DECOM"],
        "The child is looked after on 31 March, but the social workers of the whole year are not reported: add the rows that are missing.",
        r => r.Children.Keys.Where(_ => Applies(r)).Select(r.AtEnd).OfType<EpisodeRow>().Where(e => !IsCovered(r, e)));

    /// <summary>SW13: SW_REASON is not a known code; only the first worker of a child may have none.</summary>
    public static ReturnRule UnknownReason { get; } = new(
        "SW13",
        ["SW_REASON"],
        "The reason for the change of social worker is not a known code: give one of the ten reasons.",
        r => Rows(r).Where(w => w.SwReason is null ? w != First(r, w.Child) : !AllocationCodes.WorkerChange.Knows(w.SwReason, r.Year)));

    /// <summary>SW17: a child looked after on 31 March has a worker on that day; the row is the last worker's.</summary>
    public static ReturnRule NoneAtEnd { get; } = new(
        "SW17",
        ["SW_DEC"],
        "The child is looked after on 31 March, but no social worker is open on that day: add the worker, or take the end out.",
        r => r.Workers.Where(w => Applies(r) && r.AtEnd(w.Key) is not null && !w.Any(row => row.SwDecom <= r.End && (row.SwDec is null || row.SwDec > r.End)))
            .Select(w => w.OrderBy(row => row.SwDecom).ThenBy(row => row.SwDec).Last()));

    private static bool Applies(ReturnInCheck r) => ReturnFiles.SocialWorkers.ExistsIn(r.Year);

    private static IEnumerable<SocialWorkerRow> Rows(ReturnInCheck r) => Applies(r) ? r.Set.SocialWorkers : [];

    private static SocialWorkerRow First(ReturnInCheck r, string child) => r.Workers[child].OrderBy(w => w.SwDecom).First();

    private static IEnumerable<SocialWorkerRow> NotFollowing(IEnumerable<SocialWorkerRow> rows)
    {
        SocialWorkerRow? previous = null;
        foreach (var row in rows.OrderBy(w => w.SwDecom).ThenBy(w => w.SwDec ?? DateOnly.MaxValue))
        {
            if (previous is not null && row is { SwReason: not "FCONTA", SwDecom: { } start }
                && (previous.SwDec is not { } end || Math.Abs(start.DayNumber - end.DayNumber) > MostDaysBetween))
            {
                yield return row;
            }

            previous = row;
        }
    }

    private static bool IsCovered(ReturnInCheck r, EpisodeRow atEnd)
    {
        var entry = r.StartOfCare(atEnd);
        var from = entry > r.Start ? entry : r.Start;
        return r.Workers[atEnd.Child].Any(w => w.SwDecom?.AddDays(-MostDaysBetween) <= from && (w.SwDec is null || w.SwDec >= from));
    }
}

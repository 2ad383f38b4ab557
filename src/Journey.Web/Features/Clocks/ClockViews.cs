using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Measures;
using Journey.Web.Http;

namespace Journey.Web.Features.Clocks;

/// <summary>A limit as this authority has it; <paramref name="Usual"/> is the clock's own amount.</summary>
public sealed record LimitView(string Name, int Amount, int Usual, LimitUnit Unit, bool Settable);

/// <summary>A clock: its rule in words, how far it binds, and its limits.</summary>
public sealed record ClockView(
    string Code,
    int Version,
    DateOnly? InForceFrom,
    string Title,
    string Rule,
    string Source,
    Evidence Evidence,
    StreamKind Subject,
    IReadOnlyList<LimitView> Limits)
{
    /// <summary>A clock as answers show it.</summary>
    public static ClockView Of(Clock c, ClockTargets targets) => new(
        c.Code, c.Version, c.InForceFrom, c.Title, c.Rule, c.Source, c.Evidence, c.Subject,
        [.. c.Limits.Select(l => new LimitView(l.Name, targets.Of(l).Amount, l.Amount, l.Unit, l.IsSettable))]);
}

/// <summary>A version of the calendar of working days, and the day on which its newest holiday was announced.</summary>
public sealed record CalendarView(int Version, DateOnly PublishedOn);

/// <summary>Every clock, every version of the calendar, and the limits of the field that are not kept, with the reason.</summary>
public sealed record ClocksView(IReadOnlyList<ClockView> Clocks, IReadOnlyList<CalendarView> Calendars, IReadOnlyList<ClockNotKept> NotKept);

/// <summary>
/// Something due, as it stood on the day: of a child, with the authority's identifiers and the social worker and team of that day, or of a
/// worker's record.
/// </summary>
/// <param name="Child">The child; absent for a worker's record.</param>
/// <param name="Record">The worker's record; absent for a child.</param>
/// <param name="LaChildIds">The authority's identifiers of the child.</param>
/// <param name="Clock">Code of the clock.</param>
/// <param name="Version">Its version.</param>
/// <param name="Limit">The limit applied.</param>
/// <param name="Started">The day on which it started.</param>
/// <param name="StartedBy">The fact that started it.</param>
/// <param name="Due">The last day in time.</param>
/// <param name="DueAt">The instant, where hours are counted from a known time of day.</param>
/// <param name="Status">Where it stood.</param>
/// <param name="Over">How much over, in <paramref name="Unit"/>; 0 when in time.</param>
/// <param name="Unit">Working days, days or hours.</param>
/// <param name="Closed">The day on which it was closed, by the day asked about.</param>
/// <param name="ClosedBy">The fact that closed it; absent where a fact did that only ends another.</param>
/// <param name="Stopped">The day on which the clock stopped unclosed, by the day asked about.</param>
/// <param name="Because">Why it stopped.</param>
/// <param name="Team">The team.</param>
/// <param name="Worker">The worker's number.</param>
public sealed record DueRow(
    Guid? Child,
    Guid? Record,
    IReadOnlyList<string>? LaChildIds,
    string Clock,
    int Version,
    string Limit,
    DateOnly Started,
    Guid StartedBy,
    DateOnly Due,
    DateTimeOffset? DueAt,
    DueStatus Status,
    int Over,
    LimitUnit Unit,
    DateOnly? Closed,
    Guid? ClosedBy,
    DateOnly? Stopped,
    string? Because,
    string? Team,
    string? Worker);

/// <summary>All that was ever due of a child by the day, in order of the day due.</summary>
public sealed record ChildClocks(BasisView Basis, Guid Child, int Calendar, IReadOnlyList<DueRow> Dues) : IAnswer;

/// <summary>How many stood where.</summary>
public sealed record DueCounts(int Met, int Late, int Open, int Overdue, int Missed, int Void)
{
    /// <summary>The counts of some statuses.</summary>
    public static DueCounts Of(IReadOnlyCollection<DueStatus> all)
    {
        int Count(DueStatus status) => all.Count(s => s == status);
        return new DueCounts(
            Count(DueStatus.Met), Count(DueStatus.Late), Count(DueStatus.Open), Count(DueStatus.Overdue), Count(DueStatus.Missed), Count(DueStatus.Void));
    }
}

/// <summary>The counts of one team; those without a team have none.</summary>
public sealed record TeamCounts(string? Team, DueCounts Counts);

/// <summary>The counts of one clock, and of each team.</summary>
public sealed record ClockCounts(string Clock, string Title, Evidence Evidence, DueCounts Counts, IReadOnlyList<TeamCounts> Teams);

/// <summary>
/// Every clock over everyone, restricted records included: what was open or overdue on the day, and of what was due in the window how much was
/// met, late, missed or void.
/// </summary>
public sealed record ClockSummary(BasisView Basis, WindowView Window, int Calendar, IReadOnlyList<ClockCounts> Clocks) : IAnswer;

/// <summary>
/// Which of what is due: of one clock, in one status (those still running, open and overdue, when left out), of one team or worker; and the version of
/// the calendar, or else the one in force.
/// </summary>
public sealed record AskedDues(string? Clock = null, string? Status = null, string? Team = null, string? Worker = null, int? Calendar = null)
{
    private const string All = "all";

    private static readonly DueStatus[] Running = [DueStatus.Open, DueStatus.Overdue];

    /// <summary>What is asked, or the problem.</summary>
    public Outcome<ChosenDues> Resolve()
    {
        IReadOnlyList<Clock> clocks = Clock is null ? ClockCatalogue.All : ClockCatalogue.Find(Clock);
        if (clocks.Count == 0)
        {
            return Problems.ClockUnknown(Clock!);
        }

        if ((Calendar is { } version ? WorkingCalendar.Find(version) : WorkingCalendar.Latest) is not { } calendar)
        {
            return Problems.CalendarUnknown(Calendar!.Value);
        }

        var named = Enum.GetValues<DueStatus>().Where(s => string.Equals(s.ToString(), Status, StringComparison.OrdinalIgnoreCase)).ToList();
        return Status is null ? new ChosenDues(clocks, calendar, Running)
            : string.Equals(Status, All, StringComparison.OrdinalIgnoreCase) ? new ChosenDues(clocks, calendar, Enum.GetValues<DueStatus>())
            : named.Count > 0 ? new ChosenDues(clocks, calendar, named)
            : Problems.DueStatusUnknown(Status);
    }

    /// <summary>True for rows of the team and worker asked for.</summary>
    public bool IsOf(DueRow row) => (Team is null || row.Team == Team) && (Worker is null || row.Worker == Worker);
}

/// <summary>The clocks, the calendar and the statuses asked for.</summary>
public sealed record ChosenDues(IReadOnlyList<Clock> Clocks, WorkingCalendar Calendar, IReadOnlyList<DueStatus> Statuses)
{
    /// <summary>What their rules are given.</summary>
    public Given Given { get; } = new(Calendar);

    /// <summary>Where something stood: at the instant of knowledge when that lies within the day, else at the day's end.</summary>
    public static Standing? Standing(Due due, Basis basis) =>
        basis.KnownAt is { } known && London.DateOf(known) == basis.ValidAt ? due.StatusOn(known) : due.StatusOn(basis.ValidAt);
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>Attendance in a term, standing on its last day.</summary>
public sealed record AttendanceRecorded(string Term, int Possible, int Missed, DateOnly TermEndsOn) : IFact<AttendanceRecorded>
{
    /// <inheritdoc/>
    public static string Name => "attendance_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "attendances";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SchoolLanes.Attendance];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AttendanceRecorded>> Rules { get; } =
    [
        Guards.Said<AttendanceRecorded>("name of the term", f => f.Term),
        new("sessions", "The sessions missed lie between 0 and the sessions possible. Check both.", q =>
            q.Fact.Missed < 0 || q.Fact.Missed > q.Fact.Possible),
        new("term-twice", "Attendance in this term is already recorded. Correct it instead.", q =>
            q.Record.Facts<AttendanceRecorded>().Any(f => f.Fact.TermEndsOn == q.Fact.TermEndsOn)),
        .. Guards.InLife<AttendanceRecorded>(),
    ];

    /// <inheritdoc/>
    public static AttendanceRecorded Example => new("Autumn 2025", 140, 18, new DateOnly(2025, 12, 19));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => TermEndsOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SchoolLanes.Attendance, new Attendance(Term, Possible, Missed), TermEndsOn)];

    /// <inheritdoc/>
    public string Sentence() => $"The child missed {Words.Count(Missed, "session")} of {Possible} in the term to {Words.Date(TermEndsOn)}.";
}

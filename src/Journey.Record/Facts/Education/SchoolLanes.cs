using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Education;

/// <summary>The school where the child is registered, found by its number or name.</summary>
public sealed record School(string Called, string? Urn, string Phase, bool MidYear) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Urn ?? Called;
}

/// <summary>Why the child left a school.</summary>
public sealed record SchoolClosing(string Reason);

/// <summary>A school was asked for a place, found by the school.</summary>
public sealed record RequestedPlace(string School, string Status, DateOnly DueOn) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => School;
}

/// <summary>What the school answered.</summary>
public sealed record PlaceAnswer(bool Offered, string? Reason);

/// <summary>Days for which a child was suspended.</summary>
public sealed record Suspension(decimal Days);

/// <summary>A school excluded the child for good.</summary>
public sealed record Exclusion(string School) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => School;
}

/// <summary>A personal education plan, and how good it is.</summary>
public sealed record EducationPlan(string Quality);

/// <summary>Sessions of a term, and how many the child missed.</summary>
public sealed record Attendance(string Term, int Possible, int Missed);

/// <summary>Lanes of school.</summary>
public static class SchoolLanes
{
    /// <summary>The main school.</summary>
    public static Lane<School> School { get; } = Lane<School>.Exclusive("school", closing: typeof(SchoolClosing));

    /// <summary>Places asked for, each open until the school answers.</summary>
    public static Lane<RequestedPlace> Requested { get; } = Lane<RequestedPlace>.Overlapping("school-places-requested", typeof(PlaceAnswer));

    /// <summary>Suspensions.</summary>
    public static Lane<Suspension> Suspensions { get; } = Lane<Suspension>.Point("suspensions");

    /// <summary>Permanent exclusions.</summary>
    public static Lane<Exclusion> Exclusions { get; } = Lane<Exclusion>.Point("permanent-exclusions");

    /// <summary>Personal education plans.</summary>
    public static Lane<EducationPlan> Plans { get; } = Lane<EducationPlan>.Point("education-plans");

    /// <summary>Attendance, one for each term.</summary>
    public static Lane<Attendance> Attendance { get; } = Lane<Attendance>.Point("attendance");
}

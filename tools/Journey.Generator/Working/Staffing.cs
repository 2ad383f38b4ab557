namespace Journey.Generator.Working;

/// <summary>How workers come, stay and go. Rates are a year's unless said; fitted to the workforce census of England, 2025.</summary>
internal static class Staffing
{
    /// <summary>Permanent workers who leave.</summary>
    public const double Leaving = 0.118;

    /// <summary>The share of posts of the establishment that nobody permanent holds.</summary>
    public const double Vacant = 0.142;

    /// <summary>The share of vacant posts that an agency worker covers.</summary>
    public const double Covered = 0.90;

    /// <summary>Mean days until a vacancy is filled for good: so many that the share of vacant posts comes out.</summary>
    public const double VacancyDays = 365.25 / Leaving * Vacant / (1 - Vacant);

    /// <summary>Mean days of an agency worker's stay.</summary>
    public const double StintDays = 500;

    /// <summary>Mean days between two spells of sickness.</summary>
    public const double WellDays = 196;

    /// <summary>Cases for a full-time worker when a desk is full; on a day most are not.</summary>
    public const double Caseload = 16.6;

    /// <summary>
    /// Changes of social worker in a year of care for reasons of the case and not of the worker: fewer as a child settles.
    /// </summary>
    public static double ChangesInCare(int age) => age switch
    {
        < 5 => 0.26,
        < 10 => 0.15,
        < 16 => 0.16,
        _ => 0.22,
    };

    /// <summary>The same out of care.</summary>
    public const double ChangesInNeed = 0.30;

    public static string WhyChanged(Chance chance, Case of, DateOnly day) => chance.Pick<string>(
        ("MANAGE", 76), ("CHCHAN", of.Course.Child.AgeOn(day) >= 7 ? 9 : 0), ("PCCHAN", 8), ("OTHERS", 5));

    public static string WhyLeft(Chance chance, bool agency) => agency
        ? "10"
        : chance.Pick<string>(("1", 72), ("5", 11), ("8", 7), ("4", 3), ("2", 2), ("9", 3), ("7", 2));

    public static string WhereTo(Chance chance, bool agency) => agency
        ? chance.Pick<string>(("2", 70), ("1", 15), ("9", 15))
        : chance.Pick<string>(("1", 42), ("2", 16), ("5", 12), ("6", 9), ("7", 7), ("9", 10), ("3", 4));

    public static string WhereFrom(Chance chance, bool agency, bool newly) => newly ? "1"
        : agency ? chance.Pick<string>(("3", 85), ("2", 15))
        : chance.Pick<string>(("2", 48), ("3", 18), ("6", 12), ("5", 8), ("8", 6), ("10", 4), ("4", 4));

    /// <summary>Full-time equivalents of a post.</summary>
    public static decimal Fte(Chance chance, bool agency) => agency || chance.Happens(0.78)
        ? 1.0m
        : chance.Pick<decimal>((0.8m, 45), (0.6m, 35), (0.5m, 20));

    /// <summary>The length of a spell of sickness, in days.</summary>
    public static int SickDays(Chance chance) => chance.Pick<int>((0, 78), (1, 17), (2, 5)) switch
    {
        0 => chance.Whole(1, 7),
        1 => chance.Whole(8, 28),
        _ => chance.Whole(42, 150),
    };
}

namespace Journey.Record.Clocks;

/// <summary>The regulations that most clocks of care rest on.</summary>
internal static class CareRegulations
{
    public const string Title = "Care Planning, Placement and Case Review (England) Regulations 2010";

    /// <summary>The day on which they came into force.</summary>
    public static DateOnly From { get; } = new(2011, 4, 1);
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Care;

/// <summary>Permanence before the present care, as stated; <paramref name="Date"/> may be known in part, such as zz/06/2019.</summary>
public sealed record PreviousPermanence(string? Code, string? Authority, string? Date);

/// <summary>The aim of the care plan.</summary>
public sealed record CarePlan(string Permanence);

/// <summary>What permanence was decided to be.</summary>
public sealed record Permanence(string Kind);

/// <summary>Lanes of permanence.</summary>
public static class PermanenceLanes
{
    /// <summary>Permanence before the present period of care.</summary>
    public static Lane<PreviousPermanence> Previous { get; } = Lane<PreviousPermanence>.Exclusive("previous-permanence", CareLanes.Care);

    /// <summary>The care plan, while the child is looked after.</summary>
    public static Lane<CarePlan> CarePlan { get; } = Lane<CarePlan>.Exclusive("care-plan", CareLanes.Care);

    /// <summary>The decision on permanence, while the child is looked after.</summary>
    public static Lane<Permanence> Permanence { get; } = Lane<Permanence>.Exclusive("permanence", CareLanes.Care);
}

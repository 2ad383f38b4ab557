using Journey.Record.Facts.Protection;

namespace Journey.Record.Measures;

/// <summary>Initial child protection conferences held.</summary>
public static class InitialConferences
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "ICPC",
        Kind = MeasureKind.Count,
        Title = "Initial child protection conferences held in the window",
        Cohort = "Initial conferences held in the window",
        Numerator = "All of them",
        Unit = "conferences",
        Source = "DfE, characteristics of children in need",
        Lanes = [ConferenceLanes.Held],
        Of = Counting.Begun(
            ConferenceLanes.Held, i => i.As<Conference>().Kind == "initial", "An initial conference was held", "No initial conference in the window."),
    };
}

using Journey.Record.Facts;
using Journey.Record.Facts.Assessments;

namespace Journey.Record.Measures;

/// <summary>Child and family assessments authorised.</summary>
public static class AssessmentsCompleted
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "ASSESSMENTS",
        Kind = MeasureKind.Count,
        Title = "Child and family assessments authorised in the window",
        Cohort = "Child and family assessments authorised in the window",
        Numerator = "All of them",
        Exclusions = "Assessments cancelled; other kinds of assessment",
        Unit = "days from its start",
        Source = "DfE, characteristics of children in need",
        Lanes = [AssessmentLanes.Assessments],
        Of = (child, window, _) => M12AssessmentInTime.Completed(child, window)
            .Select(i => child.In(true, $"An assessment was authorised on {Words.Date(i.To)}.", i.Period.Days, [i.FactId], i.FactId, i.To))
            .Or(child, "No child and family assessment was authorised in the window."),
    };
}

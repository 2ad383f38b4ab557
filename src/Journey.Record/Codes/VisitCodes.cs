namespace Journey.Record.Codes;

/// <summary>Code sets of visits, the child's voice and complaints; our own.</summary>
public static class VisitCodes
{
    /// <summary>Under which duty a child is visited.</summary>
    public static CodeSet Regime { get; } = new(
        "visit-regime",
        "the regimes of a visit",
        new("CIN", "Child in need"),
        new("CPP", "Protection plan"),
        new("CLA", "Looked after"),
        new("PF", "Private fostering"),
        new("CL", "Care leaver"));

    /// <summary>Why a visit failed.</summary>
    public static CodeSet NotMade { get; } = new(
        "visit-not-made",
        "the reasons for a visit not made",
        new("noAccess", "Nobody opened or let the worker in"),
        new("cancelled", "Cancelled"),
        new("childMissing", "Child was missing"));

    /// <summary>How a child told its views.</summary>
    public static CodeSet How { get; } = new(
        "voice-how",
        "the ways of telling",
        new("said", "Said"),
        new("written", "Wrote"),
        new("drawn", "Drew"),
        new("shown", "Showed without words"),
        new("advocate", "Through an advocate"));

    /// <summary>What was done with the child.</summary>
    public static CodeSet DirectWork { get; } = new(
        "direct-work",
        "the kinds of direct work",
        new("play", "Play"),
        new("tools", "Worksheets and tools"),
        new("talking", "Talking"),
        new("activity", "Doing something together"),
        new("other", "Something else"));

    /// <summary>How far a complaint has gone.</summary>
    public static CodeSet Stage { get; } = new(
        "complaint-stage",
        "the stages of a complaint",
        new("stageOne", "Stage one, local resolution"),
        new("stageTwo", "Stage two, investigation"),
        new("stageThree", "Stage three, review panel"),
        new("ombudsman", "Ombudsman"));

    /// <summary>What a complaint led to.</summary>
    public static CodeSet Answer { get; } = new(
        "complaint-outcome",
        "the outcomes of a complaint",
        new("upheld", "Upheld"),
        new("partlyUpheld", "Partly upheld"),
        new("notUpheld", "Not upheld"),
        new("withdrawn", "Taken back by who made it"));
}

namespace Journey.Record.Codes;

/// <summary>Code sets of reviews (SSDA903 guides; levels of concern are our own).</summary>
public static class ReviewCodes
{
    /// <summary>How the child took part in a review (REVIEW_CODE).</summary>
    public static CodeSet Participation { get; } = new(
        "review-participation",
        "the kinds of participation",
        new("PN0", "Aged under 4"),
        new("PN1", "Attended and spoke"),
        new("PN2", "Attended, an advocate spoke"),
        new("PN3", "Attended and made their views known without words"),
        new("PN4", "Attended without making their views known"),
        new("PN5", "Did not attend, an advocate spoke"),
        new("PN6", "Did not attend, sent their views another way"),
        new("PN7", "Did not attend and sent no views"));

    /// <summary>Levels of a reviewing officer's concern.</summary>
    public static CodeSet Concern { get; } = new(
        "concern-level",
        "the levels of concern",
        new("informal", "Informal"),
        new("teamManager", "Raised with the team manager"),
        new("headOfService", "Raised with the head of service"),
        new("director", "Raised with the director"),
        new("cafcass", "Referred to the family courts service"));
}

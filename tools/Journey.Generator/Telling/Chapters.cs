namespace Journey.Generator.Telling;

/// <summary>The chapters of a life, in the order in which they are told. An earlier chapter opens what a later one builds on.</summary>
public static class Chapters
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IChapter> All { get; } = [new IdentityChapter(), new FrontDoorChapter(), new ProtectionChapter(), new PartnerChapter(), new RareChapter(), new CareChapter(), new PlacementSearchChapter(), new CareReviewChapter(), new CareVisitChapter(), new SiblingChapter(), new MissingChapter(), new ShortBreakChapter(), new SchoolChapter(), new HealthChapter(), new CareLeaverChapter()];
}

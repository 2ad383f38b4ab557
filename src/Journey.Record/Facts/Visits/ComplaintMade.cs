using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Visits;

/// <summary>The child, or somebody for the child, complains; open until it is answered.</summary>
public sealed record ComplaintMade(string Stage, string By, string About, DateOnly On, DateOnly DueOn) : IFact<ComplaintMade>
{
    /// <inheritdoc/>
    public static string Name => "complaint_made.v1";

    /// <inheritdoc/>
    public static string Noun => "complaints";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VoiceLanes.Complaints];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ComplaintMade>> Rules { get; } =
    [
        Guards.Known<ComplaintMade>(VisitCodes.Stage, "unknown-code", f => f.Stage),
        Guards.Said<ComplaintMade>("name of who complains", f => f.By),
        Guards.Said<ComplaintMade>("subject", f => f.About),
        Guards.NotDueBefore<ComplaintMade>(f => f.DueOn),
        Guards.NotBeforeBirth<ComplaintMade>(),
    ];

    /// <inheritdoc/>
    public static ComplaintMade Example => new(
        "stageOne", "The child", "Five workers in a year.", new DateOnly(2025, 11, 3), new DateOnly(2025, 11, 17));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VoiceLanes.Complaints, new Complaint(Stage, DueOn), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A complaint was made on {Words.Date(On)} by {Words.Lower(By)}, to be answered by {Words.Date(DueOn)}{Words.Saying(About)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Visits;

/// <summary>A worker did direct work with the child.</summary>
public sealed record DirectWorkDone(string Kind, string By, string Summary, DateOnly On) : IFact<DirectWorkDone>
{
    /// <inheritdoc/>
    public static string Name => "direct_work_done.v1";

    /// <inheritdoc/>
    public static string Noun => "direct-work";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VoiceLanes.DirectWork];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<DirectWorkDone>> Rules { get; } =
    [
        Guards.Known<DirectWorkDone>(VisitCodes.DirectWork, "unknown-code", f => f.Kind),
        Guards.Said<DirectWorkDone>("name of the worker", f => f.By),
        Guards.Said<DirectWorkDone>("summary", f => f.Summary),
        .. Guards.InLife<DirectWorkDone>(),
    ];

    /// <inheritdoc/>
    public static DirectWorkDone Example => new("tools", "SW10001", "Three houses: worries about bedtime.", new DateOnly(2025, 6, 23));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VoiceLanes.DirectWork, new DirectWork(Kind), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Direct work was done on {Words.Date(On)}, {Words.Label(VisitCodes.DirectWork, Kind)}{Words.Saying(Summary)}.";
}

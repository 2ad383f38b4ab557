using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Facts.Protection;

/// <summary>A review child protection conference was held.</summary>
public sealed record RcpcHeld(
    DateOnly HeldOn,
    bool Continue,
    bool Quorate,
    IReadOnlyList<string> Attendees,
    string? Participation) : IFact<RcpcHeld>
{
    /// <inheritdoc/>
    public static string Name => "rcpc_held.v1";

    /// <inheritdoc/>
    public static string Noun => "review-conferences";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ConferenceLanes.Held];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RcpcHeld>> Rules { get; } =
    [
        new("8875", "A conference is not held at a weekend. Check the date.", q =>
            q.Fact.HeldOn.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
        new("8841", "No protection plan began before this conference. Check both dates.", q =>
            !q.Record.Timeline(PlanLanes.Plan).Any(i => i.As<Plan>().Kind == Plan.Protection && i.From < q.Fact.HeldOn)),
        Guards.Known<RcpcHeld>(ReviewCodes.Participation, "unknown-code", f => f.Participation),
        .. Guards.InLife<RcpcHeld>(),
    ];

    /// <inheritdoc/>
    public static RcpcHeld Example => new(new DateOnly(2025, 12, 5), true, true, ["Parents", "School"], "PN1");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => HeldOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(ConferenceLanes.Held, new Conference("review", Continue ? "continue" : "end", Quorate, Participation), HeldOn)];

    /// <inheritdoc/>
    public string Sentence() => $"A review conference was held on {Words.Date(HeldOn)}; the plan {(Continue ? "continues" : "ends")}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Facts.Protection;

/// <summary>An initial child protection conference was held.</summary>
public sealed record IcpcHeld(
    DateOnly HeldOn,
    string Outcome,
    bool Quorate,
    IReadOnlyList<string> Attendees,
    string? Participation) : IFact<IcpcHeld>
{
    /// <inheritdoc/>
    public static string Name => "icpc_held.v1";

    /// <inheritdoc/>
    public static string Noun => "initial-conferences";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ConferenceLanes.Held];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IcpcHeld>> Rules { get; } =
    [
        new("8875", "A conference is not held at a weekend. Check the date.", q =>
            q.Fact.HeldOn.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
        new("1104", "The conference lies before the referral. Check both dates.", q =>
            q.Record.Timeline(FrontDoorLanes.Referrals) is [{ From: var first }, ..] && q.Fact.HeldOn < first),
        new("2884", "This conference is already recorded. Record it once.", q =>
            q.Record.Facts<IcpcHeld>().Any(f => f.Fact.HeldOn == q.Fact.HeldOn)),
        Guards.Known<IcpcHeld>(ProtectionCodes.ConferenceOutcome, "unknown-code", f => f.Outcome),
        Guards.Known<IcpcHeld>(ReviewCodes.Participation, "unknown-code", f => f.Participation),
        Guards.OpenCase<IcpcHeld>(),
        .. Guards.InLife<IcpcHeld>(),
    ];

    /// <inheritdoc/>
    public static IcpcHeld Example => new(new DateOnly(2025, 9, 19), "CPP", true, ["Parents", "Police", "School"], "PN6");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => HeldOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ConferenceLanes.Held, new Conference("initial", Outcome, Quorate, Participation), HeldOn)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"An initial conference was held on {Words.Date(HeldOn)}, {Words.Label(ProtectionCodes.ConferenceOutcome, Outcome)}; present: "
        + $"{Words.List(Attendees)}.";
}

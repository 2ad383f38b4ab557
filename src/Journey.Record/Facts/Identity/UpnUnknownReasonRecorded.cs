using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Facts.Identity;

/// <summary>Why there is no unique pupil number, until there is one.</summary>
public sealed record UpnUnknownReasonRecorded(string Code, DateOnly RecordedOn) : IFact<UpnUnknownReasonRecorded>
{
    /// <inheritdoc/>
    public static string Name => "upn_unknown_reason_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "upn-unknown-reasons";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Upn];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<UpnUnknownReasonRecorded>> Rules { get; } =
    [
        Guards.Known<UpnUnknownReasonRecorded>(RecordCodes.UpnUnknown, "unknown-code", f => f.Code),
        new("8772", "UN7 is only for a child none of whose referrals led to action. Choose another reason.", q =>
            q.Fact.Code == "UN7" && q.Record.Timeline(FrontDoorLanes.Referrals).Any(i => i.Closing is not ReferralClosing { Reason: "NFA" })),
        Guards.NotBeforeBirth<UpnUnknownReasonRecorded>(),
    ];

    /// <inheritdoc/>
    public static UpnUnknownReasonRecorded Example => new("UN1", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => RecordedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Upn, new Upn(Code), RecordedOn)];

    /// <inheritdoc/>
    public string Sentence() => $"There is no unique pupil number on {Words.Date(RecordedOn)}: {Words.Label(RecordCodes.UpnUnknown, Code)}.";
}

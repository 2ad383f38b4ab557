using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>Something every reader of the record has to know first, until it is cleared.</summary>
public sealed record AlertRaised(string Kind, string Detail, DateOnly? ReviewOn, DateOnly From) : IFact<AlertRaised>
{
    /// <inheritdoc/>
    public static string Name => "alert_raised.v1";

    /// <inheritdoc/>
    public static string Noun => "alerts";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Alerts];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AlertRaised>> Rules { get; } =
    [
        Guards.Known<AlertRaised>(RecordCodes.Alert, "unknown-code", f => f.Kind),
        Guards.Said<AlertRaised>("detail", f => f.Detail),
        new("alert-review", "The review lies before the alert. Check both dates.", q => q.Fact.ReviewOn < q.Fact.From),
        .. Guards.InLife<AlertRaised>(),
    ];

    /// <inheritdoc/>
    public static AlertRaised Example => new("dangerousAddress", "Visit in pairs.", new DateOnly(2025, 11, 12), new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Alerts, new Alert(Kind, Detail), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Alert from {Words.Date(From)}, {Words.Label(RecordCodes.Alert, Kind)}{Words.Saying(Detail)}.";
}

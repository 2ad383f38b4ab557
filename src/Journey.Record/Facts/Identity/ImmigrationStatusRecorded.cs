using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>Immigration status from a day up to, not including, another: for an unaccompanied child the day this ceases (DUC).</summary>
public sealed record ImmigrationStatusRecorded(string Status, DateOnly From, DateOnly? To) : IFact<ImmigrationStatusRecorded>
{
    /// <inheritdoc/>
    public static string Name => "immigration_status_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "immigration-statuses";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Immigration];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ImmigrationStatusRecorded>> Rules { get; } =
    [
        Guards.Known<ImmigrationStatusRecorded>(RecordCodes.Immigration, "unknown-code", f => f.Status),
        Guards.EndNotBeforeStart<ImmigrationStatusRecorded>(f => f.To),
        new("304", "A child is unaccompanied until the 18th birthday at most. Check the date on which it ceased.", q =>
            q.Fact is { Status: "UASC", To: { } to } && Guards.AgeOn(q.Record, Days.Shift(to, -1)) >= 18),
        .. Guards.InLife<ImmigrationStatusRecorded>(),
    ];

    /// <inheritdoc/>
    public static ImmigrationStatusRecorded Example => new("UASC", new DateOnly(2025, 10, 20), new DateOnly(2026, 11, 15));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Immigration, new ImmigrationStatus(Status), From, To)];

    /// <inheritdoc/>
    public string Sentence() => $"Immigration status from {Words.Date(From)}{Words.To(To)}: {Words.Label(RecordCodes.Immigration, Status)}.";
}

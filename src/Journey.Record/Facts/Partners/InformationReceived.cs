using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Partners;

/// <summary>Another agency gives information about the child.</summary>
public sealed record InformationReceived(string FromAgency, string What, string Reliability, DateOnly On, TimeOnly? At) : IFact<InformationReceived>
{
    /// <inheritdoc/>
    public static string Name => "information_received.v1";

    /// <inheritdoc/>
    public static string Noun => "information-received";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SharingLanes.Received];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<InformationReceived>> Rules { get; } =
    [
        Guards.Said<InformationReceived>("agency", f => f.FromAgency),
        Guards.Said<InformationReceived>("information", f => f.What),
        Guards.Known<InformationReceived>(PartnerCodes.Reliability, "unknown-code", f => f.Reliability),
        Guards.NotBeforeBirth<InformationReceived>(),
    ];

    /// <inheritdoc/>
    public static InformationReceived Example => new(
        "Example Police", "Threats were made at the home address.", "confirmed", new DateOnly(2025, 5, 12), new TimeOnly(17, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SharingLanes.Received, new ReceivedInformation(FromAgency, Reliability), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Information came from {FromAgency} on {Words.Date(On)}{Words.At(At)}, {Words.Label(PartnerCodes.Reliability, Reliability)}{Words.Saying(What)}.";
}

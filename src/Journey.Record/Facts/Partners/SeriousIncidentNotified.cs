using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Partners;

/// <summary>National bodies are told of a serious incident.</summary>
public sealed record SeriousIncidentNotified(
    string Kind,
    DateOnly AwareOn,
    DateOnly NotifiedOn,
    bool ToPanel,
    bool ToOfsted,
    string Summary) : IFact<SeriousIncidentNotified>
{
    /// <inheritdoc/>
    public static string Name => "serious_incident_notified.v1";

    /// <inheritdoc/>
    public static string Noun => "serious-incidents";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SharingLanes.Incidents];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SeriousIncidentNotified>> Rules { get; } =
    [
        Guards.Known<SeriousIncidentNotified>(PartnerCodes.Incident, "unknown-code", f => f.Kind),
        new("aware-late", "It was notified before the authority was aware of it. Check both dates.", q => q.Fact.NotifiedOn < q.Fact.AwareOn),
        new("nobody-told", "Say who was told: the panel, Ofsted or both.", q => q.Fact is { ToPanel: false, ToOfsted: false }),
        Guards.Said<SeriousIncidentNotified>("summary", f => f.Summary),
        Guards.NotBeforeBirth<SeriousIncidentNotified>(),
    ];

    /// <inheritdoc/>
    public static SeriousIncidentNotified Example => new(
        "harm", new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 4), true, true, "Injuries to an infant.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => NotifiedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SharingLanes.Incidents, new SeriousIncident(Kind, AwareOn), NotifiedOn)];

    /// <inheritdoc/>
    public string Sentence() => $"A serious incident was notified on {Words.Date(NotifiedOn)}, known since {Words.Date(AwareOn)}{Words.Saying(Summary)}.";
}

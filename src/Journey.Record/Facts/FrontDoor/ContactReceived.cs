using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>Something was heard about the child. One fact for each child named.</summary>
public sealed record ContactReceived(
    DateOnly On,
    TimeOnly? At,
    string Source,
    string? Agency,
    string Mode,
    string Summary,
    IReadOnlyList<string> Issues) : IFact<ContactReceived>
{
    /// <inheritdoc/>
    public static string Name => "contact_received.v1";

    /// <inheritdoc/>
    public static string Noun => "contacts";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Contacts];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ContactReceived>> Rules { get; } =
    [
        Guards.Known<ContactReceived>(FrontDoorCodes.Source, "unknown-code", f => f.Source),
        Guards.Known<ContactReceived>(FrontDoorCodes.Mode, "unknown-code", f => f.Mode),
        Guards.Said<ContactReceived>("summary", f => f.Summary),
        .. Guards.InLife<ContactReceived>(),
    ];

    /// <inheritdoc/>
    public static ContactReceived Example => new(
        new DateOnly(2025, 5, 9), new TimeOnly(15, 40), "2A", "Example Primary School", "phone", "Came to school hungry again.", ["neglect"]);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.Contacts, new Contact(Source, Mode), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A contact was received on {Words.Date(On)}{Words.At(At)} from {Words.Label(FrontDoorCodes.Source, Source)}{Words.Saying(Summary)}.";
}

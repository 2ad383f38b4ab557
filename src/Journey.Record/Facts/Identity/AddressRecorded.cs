using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>An address from a day on. A home takes the place of the one before; addresses of other kinds stand side by side.</summary>
public sealed record AddressRecorded(
    string Kind,
    string? Lines,
    string? Postcode,
    string? LaCode,
    bool Confidential,
    DateOnly From,
    DateOnly? To) : IFact<AddressRecorded>
{
    /// <inheritdoc/>
    public static string Name => "address_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "addresses";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Home, IdentityLanes.Addresses];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AddressRecorded>> Rules { get; } =
    [
        Guards.Known<AddressRecorded>(RecordCodes.Address, "unknown-code", f => f.Kind),
        Guards.EndNotBeforeStart<AddressRecorded>(f => f.To),
        new("address-missing", "Give the address or its postcode; choose no fixed address when there is none.", q =>
            q.Fact.Kind != "nfa" && string.IsNullOrWhiteSpace(q.Fact.Lines) && string.IsNullOrWhiteSpace(q.Fact.Postcode)),
        .. Guards.InLife<AddressRecorded>(),
    ];

    /// <inheritdoc/>
    public static AddressRecorded Example => new("home", "1 Example Street", "ZZ1 1AA", "E09000027", false, new DateOnly(2025, 5, 12), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(Kind == "home" ? IdentityLanes.Home : IdentityLanes.Addresses, new Address(Kind, Lines, Postcode, LaCode, Confidential), From, To)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"{RecordCodes.Address.Label(Kind)} recorded from "
        + $"{Words.Date(From)}{Words.To(To)}{(Confidential || Postcode is null ? "" : $": {Postcode}")}.";
}

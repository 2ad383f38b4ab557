using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>A request for services for a child who is not in need so far.</summary>
public sealed record ReferralReceived(
    DateOnly On,
    TimeOnly? At,
    string Source,
    IReadOnlyList<Guid> Contacts,
    string? PrimaryNeed) : IFact<ReferralReceived>
{
    /// <inheritdoc/>
    public static string Name => "referral_received.v1";

    /// <inheritdoc/>
    public static string Noun => "referrals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Referrals, FrontDoorLanes.PrimaryNeed];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ReferralReceived>> Rules { get; } =
    [
        new("8815", "A referral is already open on that day. Attach the contact to it instead.", q =>
            q.Record.On(FrontDoorLanes.Referrals, q.Fact.On).Any()),
        Guards.Known<ReferralReceived>(FrontDoorCodes.Source, "unknown-code", f => f.Source),
        Guards.Known<ReferralReceived>(FrontDoorCodes.PrimaryNeed, "unknown-code", f => f.PrimaryNeed),
        new("G3", "Name the contacts: their fact ids must be in this record.", q =>
            q.Fact.Contacts.Any(c => q.Record.Find<ContactReceived>(c) is null)),
        .. Guards.InLife<ReferralReceived>(),
    ];

    /// <inheritdoc/>
    public static ReferralReceived Example => new(
        new DateOnly(2025, 5, 12), new TimeOnly(10, 5), "2A", [Guid.Parse("019a0000-0000-7000-8000-000000000001")], "N1");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(FrontDoorLanes.Referrals, new Referral(Source), On, At: At);
        if (PrimaryNeed is not null)
        {
            yield return new Claim(FrontDoorLanes.PrimaryNeed, new PrimaryNeed(PrimaryNeed), On);
        }
    }

    /// <inheritdoc/>
    public string Sentence() => $"A referral was received on {Words.Date(On)}{Words.At(At)} from {Words.Label(FrontDoorCodes.Source, Source)}.";
}

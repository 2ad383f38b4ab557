using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>What was decided about a contact, once.</summary>
public sealed record ContactDecided(
    Guid Contact,
    DateOnly On,
    TimeOnly? At,
    string Outcome,
    int Threshold,
    string DecidedBy,
    string Rationale) : IFact<ContactDecided>
{
    /// <inheritdoc/>
    public static string Name => "contact_decided.v1";

    /// <inheritdoc/>
    public static string Noun => "contact-decisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.ContactDecisions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ContactDecided>> Rules { get; } =
    [
        Guards.Names<ContactDecided, ContactReceived>("contact", f => f.Contact),
        new("decided-twice", "This contact is already decided. Correct the decision instead.", q =>
            q.Record.Facts<ContactDecided>().Any(f => f.Fact.Contact == q.Fact.Contact)),
        Guards.NotBeforeStart<ContactDecided>("contact", f => f.Contact, f => f.On),
        Guards.Known<ContactDecided>(FrontDoorCodes.ContactOutcome, "unknown-code", f => f.Outcome),
        new("threshold", "The level of need is 1, 2, 3 or 4. Give one of them.", q => q.Fact.Threshold is < 1 or > 4),
        .. Guards.Decided<ContactDecided>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static ContactDecided Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 5, 12), new TimeOnly(10, 5), "Referral",
        3, "A. Manager", "Third contact in a month.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.ContactDecisions, new ContactDecision(Outcome, Threshold, Contact), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The contact was decided on {Words.Date(On)}{Words.At(At)}, "
        + $"{Words.Label(FrontDoorCodes.ContactOutcome, Outcome)}{Words.Saying(Rationale)}.";
}

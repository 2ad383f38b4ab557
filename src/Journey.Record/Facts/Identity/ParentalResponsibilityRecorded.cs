using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>Somebody holds parental responsibility from a day on.</summary>
public sealed record ParentalResponsibilityRecorded(string Person, string Basis, DateOnly From) : IFact<ParentalResponsibilityRecorded>
{
    /// <inheritdoc/>
    public static string Name => "parental_responsibility_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "parental-responsibilities";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Responsibility];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ParentalResponsibilityRecorded>> Rules { get; } =
    [
        Guards.Known<ParentalResponsibilityRecorded>(RecordCodes.Responsibility, "unknown-code", f => f.Basis),
        Guards.Said<ParentalResponsibilityRecorded>("person", f => f.Person),
        .. Guards.InLife<ParentalResponsibilityRecorded>(),
    ];

    /// <inheritdoc/>
    public static ParentalResponsibilityRecorded Example => new("Mother", "birth", new DateOnly(2014, 5, 5));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Responsibility, new ParentalResponsibility(Person, Basis), From)];

    /// <inheritdoc/>
    public string Sentence() => $"{Person} holds parental responsibility from {Words.Date(From)}: {Words.Label(RecordCodes.Responsibility, Basis)}.";
}

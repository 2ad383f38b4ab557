using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>An identifier in another system. A unique pupil number is also the child's number until the next one.</summary>
public sealed record IdentifierAssigned(string Kind, string Value, DateOnly From, DateOnly? To) : IFact<IdentifierAssigned>
{
    /// <inheritdoc/>
    public static string Name => "identifier_assigned.v1";

    /// <inheritdoc/>
    public static string Noun => "identifiers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Identifiers, IdentityLanes.Upn];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IdentifierAssigned>> Rules { get; } =
    [
        Guards.Known<IdentifierAssigned>(RecordCodes.Identifier, "unknown-code", f => f.Kind),
        new("1520", "This identifier already belongs to another child. Check it, or link the two records.", q => q.Beside.Taken.Count > 0),
        new("168", "A pupil number is a letter and 12 digits; its last place may be a letter too. Check it.", q =>
            q.Fact.Kind is "UPN" or "FormerUPN" && !IsPupilNumber(q.Fact.Value)),
        Guards.EndNotBeforeStart<IdentifierAssigned>(f => f.To),
        Guards.NotBeforeBirth<IdentifierAssigned>(),
    ];

    /// <inheritdoc/>
    public static IdentifierAssigned Example => new("UPN", "A123456789012", new DateOnly(2019, 9, 1), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Identifier> UniqueIdentifiers() => [new(Kind, Value)];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(IdentityLanes.Identifiers, new ChildIdentifier(Kind, Value), From, To);
        if (Kind == "UPN")
        {
            yield return new Claim(IdentityLanes.Upn, new Upn(Value), From, To);
        }
    }

    /// <inheritdoc/>
    public string Sentence() => $"{RecordCodes.Identifier.Label(Kind)} {Value} is recorded from {Words.Date(From)}{Words.To(To)}.";

    private static bool IsPupilNumber(string value) =>
        value.Length == 13
        && char.IsAsciiLetterUpper(value[0])
        && value[1..12].All(char.IsAsciiDigit)
        && (char.IsAsciiDigit(value[12]) || char.IsAsciiLetterUpper(value[12]));
}

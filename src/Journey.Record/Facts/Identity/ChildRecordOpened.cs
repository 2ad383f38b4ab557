using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>
/// A record is opened, of a child born or expected. What it says of the child holds from birth, or from 40 weeks before the expected birth.
/// </summary>
public sealed record ChildRecordOpened(
    string LaChildId,
    string? FirstNames,
    string? LastName,
    DateOnly? DateOfBirth,
    DateOnly? ExpectedOn,
    string Sex,
    string OpenedBecause,
    DateOnly OpenedOn) : IFact<ChildRecordOpened>
{
    /// <inheritdoc/>
    public static string Name => "child_record_opened.v1";

    /// <inheritdoc/>
    public static string Noun => "openings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Identifiers, IdentityLanes.Birth, IdentityLanes.Sex, IdentityLanes.LegalName];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildRecordOpened>> Rules { get; } =
    [
        new("opened-twice", "This record is already open. Correct its opening instead.", q =>
            q.Record.Facts<ChildRecordOpened>().Count() >= q.Record.Streams.Count),
        new("8510", "This identifier already belongs to another record. Open that record instead.", q => q.Beside.Taken.Count > 0),
        new("1570", "An identifier is 1 to 20 letters and digits. Check it.", q => !IsIdentifier(q.Fact.LaChildId)),
        new("8525Q", "Give either the date of birth or the expected date of birth.", q =>
            (q.Fact.DateOfBirth is null) == (q.Fact.ExpectedOn is null)),
        new("8750", "The sex of an unborn child is not yet known. Give U until the birth.", q =>
            q.Fact.DateOfBirth is null && q.Fact.Sex != "U"),
        Guards.Known<ChildRecordOpened>(IdentityCodes.Sex, "4180", f => f.Sex),
        new("G1", "The record is opened before the child's birth. Check both dates, or give the expected date of birth.", q =>
            q.Fact.OpenedOn < (q.Fact.DateOfBirth is null ? q.Fact.Holds() : q.Fact.DateOfBirth)),
        Guards.Said<ChildRecordOpened>("reason for opening the record", f => f.OpenedBecause),
    ];

    /// <inheritdoc/>
    public static ChildRecordOpened Example => new(
        "JRN0000001", "Robin", "Ashdown", new DateOnly(2014, 5, 5), null, "M", "Referred by a school", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => OpenedOn;

    /// <inheritdoc/>
    public IEnumerable<Identifier> UniqueIdentifiers() => [new(ChildIdentifier.LaChildId, LaChildId)];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var from = Holds();
        yield return new Claim(IdentityLanes.Identifiers, new ChildIdentifier(ChildIdentifier.LaChildId, LaChildId), from);
        yield return new Claim(IdentityLanes.Sex, new Sex(Sex), from);
        if (DateOfBirth is not null || ExpectedOn is not null)
        {
            yield return new Claim(IdentityLanes.Birth, new Birth(DateOfBirth, ExpectedOn), from);
        }

        if (FirstNames is not null && LastName is not null)
        {
            yield return new Claim(IdentityLanes.LegalName, new PersonName("legal", FirstNames, null, LastName), from);
        }
    }

    /// <inheritdoc/>
    public string Sentence() =>
        DateOfBirth is { } born
            ? $"A record was opened of a child born on {Words.Date(born)}{Words.Saying(OpenedBecause)}."
            : $"A record was opened of a child{(ExpectedOn is { } due ? $" expected on {Words.Date(due)}" : "")}{Words.Saying(OpenedBecause)}.";

    private static bool IsIdentifier(string value) => value is { Length: >= 1 and <= 20 } && value.All(char.IsAsciiLetterOrDigit);

    private DateOnly Holds() => DateOfBirth ?? (ExpectedOn is { } due ? Days.Conceived(due) : OpenedOn);
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>
/// A sex or date of birth that a row states differently from what the identity gives it, as the return writes it (dates as yyyy-mm-dd,
/// blank as empty); <paramref name="Row"/> is the row's key in its file. Of the header row also what is not kept as written elsewhere.
/// </summary>
public sealed record StatedElsewhere(string File, string Row, string Column, string Value);

/// <summary>
/// Who the child is, as a return's header row states it; undated, so it holds from birth. Without a header row
/// (<paramref name="InHeader"/> is false) it says only what the other files say. What another file says differently is kept beside.
/// </summary>
public sealed record IdentityStated(
    string LaChildId,
    bool InHeader,
    DateOnly? DateOfBirth,
    string? Sex,
    string? Ethnicity,
    string? Upn,
    bool? Mother,
    DateOnly? ChildsDateOfBirth,
    IReadOnlyList<StatedElsewhere> Elsewhere) : IFact<IdentityStated>
{
    /// <inheritdoc/>
    public static string Name => "identity_stated.v1";

    /// <inheritdoc/>
    public static string Noun => "stated-identities";

    /// <inheritdoc/>
    public static bool ImportOnly => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } =
    [
        IdentityLanes.Identifiers, IdentityLanes.Birth, IdentityLanes.Sex, IdentityLanes.Ethnicity, IdentityLanes.Upn, IdentityLanes.Motherhood,
    ];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IdentityStated>> Rules { get; } =
    [
        new("8510", "This identifier already belongs to another record. Open that record instead.", q => q.Beside.Taken.Count > 0),
        new("no-header", "The return has no header row for this child. Ask for one.", q => !q.Fact.InHeader),
        new("files-differ", "Files of one return state different dates of birth or sexes. Check which is right and correct it.", q =>
            q.Fact.Elsewhere.Any(e => e.File != "header.csv")),
        Guards.Known<IdentityStated>(IdentityCodes.Sex, "102", f => f.Sex),
        Guards.Known<IdentityStated>(IdentityCodes.Ethnicity, "103", f => f.Ethnicity),
    ];

    /// <inheritdoc/>
    public static IdentityStated Example =>
        new("JRN0000001", true, new DateOnly(2014, 5, 5), "M", "WBRI", "A123456789012", null, null, []);

    /// <summary>Facts about a birthday that nobody stated hold from here.</summary>
    private static DateOnly Unborn => new(1900, 1, 1);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DateOfBirth ?? Unborn;

    /// <inheritdoc/>
    public DatePrecision Precision() => DatePrecision.Birth;

    /// <inheritdoc/>
    public IEnumerable<Identifier> UniqueIdentifiers() => [new(ChildIdentifier.LaChildId, LaChildId)];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var from = EffectiveFrom();
        yield return new Claim(IdentityLanes.Identifiers, new ChildIdentifier(ChildIdentifier.LaChildId, LaChildId), from);
        if (DateOfBirth is not null)
        {
            yield return new Claim(IdentityLanes.Birth, new Birth(DateOfBirth, null), from);
        }

        if (Sex is not null)
        {
            yield return new Claim(IdentityLanes.Sex, new Sex(Sex), from);
        }

        if (Ethnicity is not null)
        {
            yield return new Claim(IdentityLanes.Ethnicity, new Ethnicity(Ethnicity), from);
        }

        if (Upn is not null)
        {
            yield return new Claim(IdentityLanes.Upn, new Upn(Upn), from);
        }

        if (Mother is not null)
        {
            yield return new Claim(IdentityLanes.Motherhood, new Motherhood(Mother.Value, ChildsDateOfBirth), from);
        }
    }

    /// <summary>Equal when all that is stated is, the lists line by line.</summary>
    public bool Equals(IdentityStated? other) =>
        other is not null
        && (LaChildId, InHeader, DateOfBirth, Sex, Ethnicity, Upn, Mother, ChildsDateOfBirth)
            == (other.LaChildId, other.InHeader, other.DateOfBirth, other.Sex, other.Ethnicity, other.Upn, other.Mother, other.ChildsDateOfBirth)
        && Elsewhere.SequenceEqual(other.Elsewhere);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LaChildId, DateOfBirth, Sex, Ethnicity, Upn);

    /// <inheritdoc/>
    public string Sentence() => DateOfBirth is { } born
        ? $"A return states who the child is: born {Words.Date(born)}."
        : "A return states who the child is, without a date of birth.";
}

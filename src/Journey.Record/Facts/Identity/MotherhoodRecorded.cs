using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>Whether the child is a mother, from a day on.</summary>
public sealed record MotherhoodRecorded(bool IsMother, DateOnly? ChildsDateOfBirth, DateOnly From) : IFact<MotherhoodRecorded>
{
    /// <inheritdoc/>
    public static string Name => "motherhood_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "motherhoods";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Motherhood];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<MotherhoodRecorded>> Rules { get; } =
    [
        new("611", "Give the date of birth of her child.", q => q.Fact is { IsMother: true, ChildsDateOfBirth: null }),
        new("612", "A date of birth of her child is given, though she is not a mother. Check both.", q =>
            q.Fact is { IsMother: false, ChildsDateOfBirth: not null }),
        new("620", "A mother is at least 11 years old. Check both dates of birth.", q =>
            q.Fact is { IsMother: true, ChildsDateOfBirth: { } born } && Guards.AgeOn(q.Record, born) < 11),
        new("mother-sex", "Only a girl can be a mother. Check the sex recorded.", q =>
            q.Fact.IsMother && q.Record.At(IdentityLanes.Sex, q.Fact.From)?.Code == "M"),
        .. Guards.InLife<MotherhoodRecorded>(),
    ];

    /// <inheritdoc/>
    public static MotherhoodRecorded Example => new(true, new DateOnly(2025, 8, 2), new DateOnly(2025, 8, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Motherhood, new Motherhood(IsMother, ChildsDateOfBirth), From)];

    /// <inheritdoc/>
    public string Sentence() =>
        IsMother
            ? $"A mother from {Words.Date(From)}{(ChildsDateOfBirth is { } born ? $"; her child was born on {Words.Date(born)}" : "")}."
            : $"Not a mother on {Words.Date(From)}.";
}

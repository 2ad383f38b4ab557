using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Facts.Keeping;

/// <summary>How long the record is kept; the next one takes its place.</summary>
public sealed record RetentionPeriodSet(string Basis, DateOnly KeepUntil, string SetBy, string Rationale, DateOnly On) : IFact<RetentionPeriodSet>
{
    /// <inheritdoc/>
    public static string Name => "retention_period_set.v1";

    /// <inheritdoc/>
    public static string Noun => "retention-periods";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [KeepingLanes.Retention];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RetentionPeriodSet>> Rules { get; } =
    [
        Guards.Known<RetentionPeriodSet>(KeepingCodes.Basis, "unknown-code", f => f.Basis),
        new("keep-early", "The record would be kept until a day in the past. Check the date.", q => q.Fact.KeepUntil <= q.Fact.On),
        new("reg50", "The record of a looked-after child is kept for 75 years from birth, or 15 years from a death before 18. Name a later day.", q =>
            q.Fact.Basis == "lookedAfter" && q.Fact.KeepUntil < LookedAfterUntil(q.Record)),
        new("hundred-years", "The record of an adopted child is kept for 100 years from the order. Name a later day.", q =>
            q.Fact.Basis == "adoption"
            && q.Record.Facts<AdoptionOrderMade>().Any(f => f.Fact.EffectiveFrom().Year < 9800 && q.Fact.KeepUntil < f.Fact.EffectiveFrom().AddYears(100))),
        .. Guards.Decided<RetentionPeriodSet>(f => f.SetBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static RetentionPeriodSet Example => new(
        "lookedAfter", new DateOnly(2089, 5, 5), "A. Manager", "75 years from birth.", new DateOnly(2025, 8, 21));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(KeepingLanes.Retention, new Retention(Basis, KeepUntil), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The record is kept until {Words.Date(KeepUntil)}, as set on {Words.Date(On)}: {Words.Label(KeepingCodes.Basis, Basis)}.";

    private static DateOnly? LookedAfterUntil(ChildRecord record)
    {
        var born = record.Timeline(IdentityLanes.Birth) is [.., var birth] ? birth.As<Birth>().Born : null;
        var died = record.Timeline(IdentityLanes.Death) is [.., var death] ? death.As<Death>().On : (DateOnly?)null;
        return died is { Year: < 9900 } day && (born is null || Guards.AgeOn(record, day) < 18) ? day.AddYears(15)
            : born is { Year: < 9900 } from ? from.AddYears(75)
            : null;
    }
}

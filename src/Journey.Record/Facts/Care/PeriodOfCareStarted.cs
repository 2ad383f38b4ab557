using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Legal;

namespace Journey.Record.Facts.Care;

/// <summary>The child starts to be looked after, under a first legal status. The first placement is recorded in the same act.</summary>
public sealed record PeriodOfCareStarted(DateOnly StartOn, string LegalStatus, string Need, string? EntryReason = null) : IFact<PeriodOfCareStarted>
{
    /// <inheritdoc/>
    public static string Name => "period_of_care_started.v1";

    /// <inheritdoc/>
    public static string Noun => "periods-of-care";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CareLanes.Care, LegalLanes.LegalStatus];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PeriodOfCareStarted>> Rules { get; } =
    [
        Guards.Known<PeriodOfCareStarted>(CareCodes.LegalStatus, "144", f => f.LegalStatus),
        Guards.Known<PeriodOfCareStarted>(CareCodes.Need, "145", f => f.Need),
        new("period-open", "A period of care already covers that day. End it first, or correct its dates.", q =>
            q.Record.At(CareLanes.Care, q.Fact.StartOn) is not null),
        new("352", "The child is 18 or older on that day. Check the date of birth and the date.", q =>
            q.Record.At(IdentityLanes.Birth, q.Fact.StartOn) is { Born: { } born } && born.AddYears(18) <= q.Fact.StartOn),
        new("358", "This legal status is for children aged 10 or over. Check the legal status and the date of birth.", q =>
            q.Fact.LegalStatus.StartsWith('J')
            && q.Record.At(IdentityLanes.Birth, q.Fact.StartOn) is { Born: { } born } && born.AddYears(10) > q.Fact.StartOn),
    ];

    /// <inheritdoc/>
    public static PeriodOfCareStarted Example => new(new DateOnly(2025, 6, 10), "V2", "N1", "Parents asked for help after a breakdown at home");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(CareLanes.Care, new InCare(Need), StartOn);
        yield return new Claim(LegalLanes.LegalStatus, new LegalStatus(LegalStatus), StartOn);
    }

    /// <inheritdoc/>
    public string Sentence() =>
        $"Started to be looked after on {Words.Date(StartOn)}: {Words.Lower(CareCodes.LegalStatus.Label(LegalStatus))}, "
        + $"{Words.Lower(CareCodes.Need.Label(Need))}.";
}

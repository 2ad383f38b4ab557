using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>The authority was, or was not, in touch with a care leaver.</summary>
public sealed record CareLeaverContacted(string Mode, string InTouch, string? Summary, DateOnly On, TimeOnly? At) : IFact<CareLeaverContacted>
{
    /// <inheritdoc/>
    public static string Name => "care_leaver_contacted.v1";

    /// <inheritdoc/>
    public static string Noun => "leaver-contacts";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.Contacts];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CareLeaverContacted>> Rules { get; } =
    [
        Guards.Known<CareLeaverContacted>(LeavingCareCodes.Mode, "unknown-code", f => f.Mode),
        Guards.Known<CareLeaverContacted>(LeavingCareCodes.InTouch, "131", f => f.InTouch),
        new("leaver-age", "Care leavers are 16 or over. Check the date.", q => Guards.AgeOn(q.Record, q.Fact.On) < 16),
        .. Guards.InLife<CareLeaverContacted>(),
    ];

    /// <inheritdoc/>
    public static CareLeaverContacted Example => new("phone", "YES", "Has a job interview.", new DateOnly(2026, 1, 15), new TimeOnly(12, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.Contacts, new LeaverContact(Mode, InTouch), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Contact on {Words.Date(On)}{Words.At(At)}, {Words.Label(LeavingCareCodes.Mode, Mode)}, "
        + $"{Words.Label(LeavingCareCodes.InTouch, InTouch)}{Words.Saying(Summary)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>A care leaver stays with former carers after 18.</summary>
public sealed record StayingPutStarted(string Carer, DateOnly From) : IFact<StayingPutStarted>
{
    /// <inheritdoc/>
    public static string Name => "staying_put_started.v1";

    /// <inheritdoc/>
    public static string Noun => "staying-put";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.StayingPut];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<StayingPutStarted>> Rules { get; } =
    [
        Guards.Said<StayingPutStarted>("name of the carer", f => f.Carer),
        new("staying-put-age", "Staying put begins at 18 and ends by 21. Check the date.", q => Guards.AgeOn(q.Record, q.Fact.From) is < 18 or >= 21),
        new("E17", "Staying put follows care that ended because the young person stayed with the carers (E17). Check how care ended.", q =>
            q.Record.Timeline(CareLanes.Care) is [.., var last]
            && (last.IsOpen || last.Closing is not CareClosing { Rec: "E17" or null })),
        .. Guards.InLife<StayingPutStarted>(),
    ];

    /// <inheritdoc/>
    public static StayingPutStarted Example => new("Rowan family", new DateOnly(2025, 11, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.StayingPut, new StayingPut(Carer), From)];

    /// <inheritdoc/>
    public string Sentence() => $"The young person stays put with {Carer} from {Words.Date(From)}.";
}

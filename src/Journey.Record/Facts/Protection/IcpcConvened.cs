using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Protection;

/// <summary>An initial child protection conference is planned.</summary>
public sealed record IcpcConvened(bool TransferIn, DateOnly DecidedOn, DateOnly ScheduledFor) : IFact<IcpcConvened>
{
    /// <inheritdoc/>
    public static string Name => "icpc_convened.v1";

    /// <inheritdoc/>
    public static string Noun => "conference-invitations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ConferenceLanes.Planned];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IcpcConvened>> Rules { get; } =
    [
        new("planned-late", "The conference lies before the day on which it was planned. Check both dates.", q =>
            q.Fact.ScheduledFor < q.Fact.DecidedOn),
        .. Guards.InLife<IcpcConvened>(),
    ];

    /// <inheritdoc/>
    public static IcpcConvened Example => new(false, new DateOnly(2025, 9, 5), new DateOnly(2025, 9, 19));

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => ScheduledFor;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ConferenceLanes.Planned, new PlannedConference(TransferIn), ScheduledFor)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"An initial conference was planned for {Words.Date(ScheduledFor)}{(TransferIn ? ", for a plan of another authority" : "")}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Services;

/// <summary>A service is asked for; open until it is decided. Says how the worker found it, where that is known.</summary>
public sealed record ServiceRequested(
    string Kind,
    string? Provider,
    string Need,
    decimal? Estimate,
    string? FoundThrough,
    string RequestedBy,
    DateOnly On,
    DateOnly DueOn) : IFact<ServiceRequested>
{
    /// <inheritdoc/>
    public static string Name => "service_requested.v1";

    /// <inheritdoc/>
    public static string Noun => "service-requests";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ServiceLanes.Requested];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ServiceRequested>> Rules { get; } =
    [
        Guards.Known<ServiceRequested>(ServiceCodes.Kind, "unknown-code", f => f.Kind),
        Guards.Said<ServiceRequested>("need", f => f.Need),
        Guards.Said<ServiceRequested>("name of who asks", f => f.RequestedBy),
        new("amount", "An amount is £0 or more. Check it.", q => q.Fact.Estimate < 0),
        Guards.NotDueBefore<ServiceRequested>(f => f.DueOn),
        .. Guards.InLife<ServiceRequested>(),
    ];

    /// <inheritdoc/>
    public static ServiceRequested Example => new(
        "familyTherapy", "Example Therapy", "Father and son fight every day.", 6400m,
        "Search of the web", "SW10001", new DateOnly(2025, 6, 3), new DateOnly(2025, 6, 17));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ServiceLanes.Requested, new RequestedService(Kind, Provider, Estimate, DueOn), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A service was asked for on {Words.Date(On)}, {Words.Label(ServiceCodes.Kind, Kind)}, to be decided by {Words.Date(DueOn)}"
        + $"{Words.Saying(Need)}.";
}

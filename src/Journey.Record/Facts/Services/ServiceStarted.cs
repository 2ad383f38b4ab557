using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Services;

/// <summary>A service that was approved begins.</summary>
public sealed record ServiceStarted(Guid Request, string Provider, DateOnly On) : IFact<ServiceStarted>
{
    /// <inheritdoc/>
    public static string Name => "service_started.v1";

    /// <inheritdoc/>
    public static string Noun => "services";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ServiceLanes.Given];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ServiceStarted>> Rules { get; } =
    [
        Guards.Names<ServiceStarted, ServiceRequested>("request for a service", f => f.Request),
        Guards.NotBefore<ServiceStarted>("request for a service", f => f.Request),
        new("not-approved", "A service begins once it is approved. Record the decision first.", q =>
            !q.Record.Facts<ServiceDecided>().Any(f =>
                f.Fact.Request == q.Fact.Request && f.Fact.Decision is ("approved" or "alternative") && f.Fact.DecidedOn <= q.Fact.On)),
        Guards.Said<ServiceStarted>("provider", f => f.Provider),
    ];

    /// <inheritdoc/>
    public static ServiceStarted Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Example Therapy", new DateOnly(2025, 7, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ServiceLanes.Given, new Service(Provider), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A service began on {Words.Date(On)}, given by {Provider}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Services;

/// <summary>A request for a service is decided, with the reasons.</summary>
public sealed record ServiceDecided(
    Guid Request,
    string Decision,
    string? Alternative,
    string DecidedBy,
    string Rationale,
    DateOnly DecidedOn) : IFact<ServiceDecided>
{
    /// <inheritdoc/>
    public static string Name => "service_decided.v1";

    /// <inheritdoc/>
    public static string Noun => "service-decisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ServiceLanes.Decisions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ServiceDecided>> Rules { get; } =
    [
        Guards.Names<ServiceDecided, ServiceRequested>("request for a service", f => f.Request),
        Guards.NotEnded<ServiceDecided>("request for a service", f => f.Request),
        Guards.NotBefore<ServiceDecided>("request for a service", f => f.Request),
        Guards.Known<ServiceDecided>(ServiceCodes.Decision, "unknown-code", f => f.Decision),
        new("alternative", "Name the service that is given instead.", q =>
            q.Fact.Decision == "alternative" && string.IsNullOrWhiteSpace(q.Fact.Alternative)),
        .. Guards.Decided<ServiceDecided>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static ServiceDecided Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "declined", null,
        "A. Senior-Manager", "Cost is above the budget of the team.", new DateOnly(2025, 6, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DecidedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ServiceLanes.Decisions, new DecidedService(Request, Decision), DecidedOn)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Request, DecidedOn, new ServiceAnswer(Decision))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() =>
        $"The request for a service was decided on {Words.Date(DecidedOn)} by {DecidedBy}, {Words.Label(ServiceCodes.Decision, Decision)}"
        + $"{Words.Saying(Rationale)}.";
}

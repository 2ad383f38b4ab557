using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Services;

/// <summary>A service asked for, with the day by which a decision is due, found by its kind.</summary>
public sealed record RequestedService(string Kind, string? Provider, decimal? Estimate, DateOnly DueOn) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Kind;
}

/// <summary>What was decided about a request.</summary>
public sealed record ServiceAnswer(string Decision);

/// <summary>A decision on a service.</summary>
public sealed record DecidedService(Guid Request, string Decision);

/// <summary>A service, found by who gives it.</summary>
public sealed record Service(string Provider) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Provider;
}

/// <summary>Why a service ended.</summary>
public sealed record ServiceClosing(string Reason);

/// <summary>Lanes of services asked for and given.</summary>
public static class ServiceLanes
{
    /// <summary>Requests, each open until it is decided.</summary>
    public static Lane<RequestedService> Requested { get; } = Lane<RequestedService>.Overlapping("services-requested", typeof(ServiceAnswer));

    /// <summary>Decisions.</summary>
    public static Lane<DecidedService> Decisions { get; } = Lane<DecidedService>.Point("service-decisions");

    /// <summary>Services given.</summary>
    public static Lane<Service> Given { get; } = Lane<Service>.Overlapping("services", typeof(ServiceClosing));
}

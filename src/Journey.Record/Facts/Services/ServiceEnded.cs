using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Services;

/// <summary>A service ends.</summary>
public sealed record ServiceEnded(Guid Service, string EndReason, DateOnly On) : IFact<ServiceEnded>
{
    /// <inheritdoc/>
    public static string Name => "service_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "service-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ServiceEnded>> Rules { get; } =
    [
        Guards.NamesOpen<ServiceEnded, ServiceStarted>("service", f => f.Service),
        Guards.NotBefore<ServiceEnded>("service", f => f.Service),
        Guards.Known<ServiceEnded>(ServiceCodes.End, "unknown-code", f => f.EndReason),
    ];

    /// <inheritdoc/>
    public static ServiceEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "completed", new DateOnly(2025, 11, 26));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Service, On, new ServiceClosing(EndReason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"A service ended on {Words.Date(On)}{ended.After}: {Words.Label(ServiceCodes.End, EndReason)}.";
}

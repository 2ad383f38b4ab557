using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>An alert no longer holds.</summary>
public sealed record AlertCleared(Guid Alert, DateOnly On, string? Reason) : IFact<AlertCleared>
{
    /// <inheritdoc/>
    public static string Name => "alert_cleared.v1";

    /// <inheritdoc/>
    public static string Noun => "alert-clearances";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AlertCleared>> Rules { get; } =
    [
        Guards.NamesOpen<AlertCleared, AlertRaised>("alert", f => f.Alert),
        Guards.NotBeforeStart<AlertCleared>("alert", f => f.Alert, f => f.On),
    ];

    /// <inheritdoc/>
    public static AlertCleared Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 11, 12), "Person has moved away");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Alert, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The alert was cleared on {Words.Date(On)}{ended.After}{Words.Saying(Reason)}.";
}

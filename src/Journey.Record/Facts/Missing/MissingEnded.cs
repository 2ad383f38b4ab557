using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Missing;

/// <summary>The child has returned or was found.</summary>
public sealed record MissingEnded(Guid Missing, DateOnly ReturnedOn, TimeOnly? ReturnedAt, string? FoundHow) : IFact<MissingEnded>
{
    /// <inheritdoc/>
    public static string Name => "missing_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "missing-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<MissingEnded>> Rules { get; } =
    [
        Guards.NamesOpen<MissingEnded, WentMissing>("missing episode", f => f.Missing),
        Guards.NotBeforeStart<MissingEnded>("missing episode", f => f.Missing, f => f.ReturnedOn),
        new("returned-early", "The child returned before going missing. Check both times.", q =>
            q.Record.Find<WentMissing>(q.Fact.Missing) is { } missing
            && missing.FromDate == q.Fact.ReturnedOn
            && q.Fact.ReturnedAt < missing.FromTime),
    ];

    /// <inheritdoc/>
    public static MissingEnded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 10, 15), new TimeOnly(7, 30), "Came back alone");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => ReturnedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Missing, ReturnedOn, new MissingClosing(FoundHow, ReturnedAt))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The child returned on {Words.Date(ReturnedOn)}{Words.At(ReturnedAt)}{ended.After}{Words.Saying(FoundHow)}.";
}

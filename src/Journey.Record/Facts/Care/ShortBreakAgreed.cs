using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Care;

/// <summary>A series of short breaks is agreed (V4).</summary>
public sealed record ShortBreakAgreed(string LegalStatus, string AgreedWith, DateOnly From, DateOnly? To) : IFact<ShortBreakAgreed>
{
    /// <inheritdoc/>
    public static string Name => "short_break_agreed.v1";

    /// <inheritdoc/>
    public static string Noun => "short-break-agreements";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ShortBreakLanes.ShortBreaks];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ShortBreakAgreed>> Rules { get; } =
    [
        new("short-break", "An agreed series of short breaks is V4. Give V4.", q => q.Fact.LegalStatus != "V4")
        {
            Coded = new Coded(nameof(LegalStatus), CareCodes.LegalStatus),
        },
        Guards.EndNotBeforeStart<ShortBreakAgreed>(f => f.To),
        .. Guards.InLife<ShortBreakAgreed>(),
    ];

    /// <inheritdoc/>
    public static ShortBreakAgreed Example => new("V4", "both parents", new DateOnly(2025, 4, 7), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ShortBreakLanes.ShortBreaks, new ShortBreak(LegalStatus, Agreed: true), From, To)];

    /// <inheritdoc/>
    public string Sentence() => $"A series of short breaks was agreed with {AgreedWith} from {Words.Date(From)}{Words.To(To)}.";
}

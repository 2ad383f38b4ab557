using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Enquiries;

/// <summary>An enquiry under section 47 is completed.</summary>
public sealed record Section47Completed(
    Guid Enquiry,
    DateOnly EndOn,
    string Outcome,
    bool Substantiated,
    bool IcpcNotRequired,
    string DecidedBy,
    string Rationale) : IFact<Section47Completed>
{
    /// <inheritdoc/>
    public static string Name => "section_47_completed.v1";

    /// <inheritdoc/>
    public static string Noun => "enquiry-completions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<Section47Completed>> Rules { get; } =
    [
        Guards.NamesOpen<Section47Completed, Section47Started>("enquiry", f => f.Enquiry),
        Guards.NotBefore<Section47Completed>("enquiry", f => f.Enquiry),
        Guards.Known<Section47Completed>(EnquiryCodes.Outcome, "unknown-code", f => f.Outcome),
        new("icpc-flag", "The enquiry leads to a conference, so one is required. Check the outcome and whether a conference is required.", q =>
            q.Fact is { Outcome: "ICPC", IcpcNotRequired: true }),
        .. Guards.Decided<Section47Completed>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static Section47Completed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 9, 12),
        "ICPC", true, false, "A. Manager", "Neglect is likely to continue.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => EndOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Enquiry, EndOn, new EnquiryClosing(Outcome, Substantiated, IcpcNotRequired))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) =>
        $"The enquiry was completed on {Words.Date(EndOn)}{ended.After}, concern {(Substantiated ? "substantiated" : "not substantiated")}, "
        + $"{Words.Label(EnquiryCodes.Outcome, Outcome)}{Words.Saying(Rationale)}.";
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Enquiries;

/// <summary>A child was interviewed for evidence as part of an enquiry.</summary>
public sealed record AbeInterviewHeld(Guid? Enquiry, string Place, string By, DateOnly On, TimeOnly? At) : IFact<AbeInterviewHeld>
{
    /// <inheritdoc/>
    public static string Name => "abe_interview_held.v1";

    /// <inheritdoc/>
    public static string Noun => "abe-interviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EnquiryLanes.Interviews];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AbeInterviewHeld>> Rules { get; } =
    [
        Guards.Names<AbeInterviewHeld, Section47Started>("enquiry", f => f.Enquiry),
        Guards.NotBefore<AbeInterviewHeld>("enquiry", f => f.Enquiry),
        Guards.Said<AbeInterviewHeld>("place", f => f.Place),
        Guards.Said<AbeInterviewHeld>("name of who held it", f => f.By),
        .. Guards.InLife<AbeInterviewHeld>(),
    ];

    /// <inheritdoc/>
    public static AbeInterviewHeld Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Example Centre", "Police and SW10001", new DateOnly(2025, 9, 3), new TimeOnly(14, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EnquiryLanes.Interviews, new AbeInterview(Place), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"An interview for evidence was held on {Words.Date(On)}{Words.At(At)} at {Place} by {By}.";
}

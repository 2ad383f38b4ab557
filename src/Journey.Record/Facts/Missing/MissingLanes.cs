using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Missing;

/// <summary>Missing (M), or away without authorisation (A).</summary>
public sealed record MissingSpell(string Kind)
{
    /// <summary>The kind of a child whose whereabouts are not known.</summary>
    public const string IsMissing = "M";
}

/// <summary>How the child was found, and the London time of the return where it is known; the day is the interval's end.</summary>
public sealed record MissingClosing(string? FoundHow, TimeOnly? ReturnedAt = null);

/// <summary>The child was offered an interview after coming back.</summary>
public sealed record ReturnInterviewOffer(Guid Missing);

/// <summary>Whether the interview took place, and at what time of the day.</summary>
public sealed record ReturnInterviewAnswer(bool Held, string? Reason, TimeOnly? At = null);

/// <summary>An interview with a child who came back.</summary>
public sealed record ReturnInterview(Guid Offer, bool Independent);

/// <summary>How much a child is at risk of exploitation of a kind.</summary>
public sealed record ExploitationRisk(string Kind, string Level) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Kind;
}

/// <summary>A child was referred as a possible victim of trafficking.</summary>
public sealed record TraffickingReferral(string By);

/// <summary>Lanes of missing episodes.</summary>
public static class MissingLanes
{
    /// <summary>Missing episodes, each until the child returns.</summary>
    public static Lane<MissingSpell> Missing { get; } = Lane<MissingSpell>.Overlapping("missing", typeof(MissingClosing));

    /// <summary>Offers of an interview, each open until it is held or declined.</summary>
    public static Lane<ReturnInterviewOffer> ReturnInterviewOffers { get; } = Lane<ReturnInterviewOffer>.Overlapping("return-interview-offers", typeof(ReturnInterviewAnswer));

    /// <summary>Interviews with a child who came back.</summary>
    public static Lane<ReturnInterview> ReturnInterviews { get; } = Lane<ReturnInterview>.Point("return-interviews");

    /// <summary>Assessments of exploitation.</summary>
    public static Lane<ExploitationRisk> Exploitation { get; } = Lane<ExploitationRisk>.Point("exploitation-risks");

    /// <summary>Referrals of possible trafficking.</summary>
    public static Lane<TraffickingReferral> Trafficking { get; } = Lane<TraffickingReferral>.Point("trafficking-referrals");
}

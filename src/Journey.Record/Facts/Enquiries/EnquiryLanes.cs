using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Enquiries;

/// <summary>What a strategy discussion decided.</summary>
public sealed record StrategyDiscussion(string Decision, string? Kind);

/// <summary>An enquiry under section 47, and the day by which a conference would be held.</summary>
public sealed record Enquiry(DateOnly ConferenceBy);

/// <summary>What an enquiry found, and whether it left a conference out.</summary>
public sealed record EnquiryClosing(string Outcome, bool Substantiated, bool IcpcNotRequired = false);

/// <summary>A medical examination.</summary>
public sealed record Medical(string Place);

/// <summary>A recorded interview for evidence.</summary>
public sealed record AbeInterview(string Place);

/// <summary>Lanes of strategy discussions and enquiries.</summary>
public static class EnquiryLanes
{
    /// <summary>Strategy discussions.</summary>
    public static Lane<StrategyDiscussion> Strategies { get; } = Lane<StrategyDiscussion>.Point("strategy-discussions");

    /// <summary>Enquiries, each until it is completed.</summary>
    public static Lane<Enquiry> Enquiries { get; } = Lane<Enquiry>.Overlapping("enquiries", typeof(EnquiryClosing));

    /// <summary>Medical examinations.</summary>
    public static Lane<Medical> Medicals { get; } = Lane<Medical>.Point("medical-examinations");

    /// <summary>Interviews for evidence.</summary>
    public static Lane<AbeInterview> Interviews { get; } = Lane<AbeInterview>.Point("abe-interviews");
}

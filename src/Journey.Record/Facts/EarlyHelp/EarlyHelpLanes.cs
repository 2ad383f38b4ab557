using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.EarlyHelp;

/// <summary>Help below the threshold of social care, led by an organisation.</summary>
public sealed record EarlyHelpEpisode(string Organisation, string LeadPractitioner) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Organisation;
}

/// <summary>Why early help ended.</summary>
public sealed record EarlyHelpClosing(string Reason);

/// <summary>An early help assessment, from its start until it was completed.</summary>
public sealed record EarlyHelpAssessment(string Organisation) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Organisation;
}

/// <summary>A review of the early help plan.</summary>
public sealed record EarlyHelpReview(string Progress);

/// <summary>The family declined early help.</summary>
public sealed record EarlyHelpRefusal(string Reason);

/// <summary>Lanes of early help.</summary>
public static class EarlyHelpLanes
{
    /// <summary>Early help, until it is closed.</summary>
    public static Lane<EarlyHelpEpisode> Episodes { get; } = Lane<EarlyHelpEpisode>.Overlapping("early-help", typeof(EarlyHelpClosing));

    /// <summary>Early help assessments.</summary>
    public static Lane<EarlyHelpAssessment> Assessments { get; } = Lane<EarlyHelpAssessment>.Overlapping("early-help-assessments");

    /// <summary>Reviews of the plan.</summary>
    public static Lane<EarlyHelpReview> Reviews { get; } = Lane<EarlyHelpReview>.Point("early-help-reviews");

    /// <summary>Days on which a family declined.</summary>
    public static Lane<EarlyHelpRefusal> Declined { get; } = Lane<EarlyHelpRefusal>.Point("early-help-declined");
}

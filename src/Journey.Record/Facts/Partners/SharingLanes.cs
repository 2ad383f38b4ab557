using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Partners;

/// <summary>Information was given to an agency, found by the agency; <paramref name="PlacementNotice"/> when it tells of a placement out of area.</summary>
public sealed record SharedInformation(string Agency, string Consent, bool PlacementNotice = false) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>Information came from an agency, found by the agency.</summary>
public sealed record ReceivedInformation(string Agency, string Reliability) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>A serious incident of which national bodies were told.</summary>
public sealed record SeriousIncident(string Kind, DateOnly AwareOn);

/// <summary>A finding of a practice review that bears on the child, found by the review.</summary>
public sealed record ReviewFinding(string Review) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Review;
}

/// <summary>The areas in which an agency works, found by the agency.</summary>
public sealed record AgencyFootprint(string Agency, string Kind, string Areas) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>Lanes of information that passes between agencies, and of what is learnt from incidents.</summary>
public static class SharingLanes
{
    /// <summary>Information given.</summary>
    public static Lane<SharedInformation> Shared { get; } = Lane<SharedInformation>.Point("information-shared");

    /// <summary>Information received.</summary>
    public static Lane<ReceivedInformation> Received { get; } = Lane<ReceivedInformation>.Point("information-received");

    /// <summary>Serious incidents.</summary>
    public static Lane<SeriousIncident> Incidents { get; } = Lane<SeriousIncident>.Point("serious-incidents");

    /// <summary>Findings of practice reviews.</summary>
    public static Lane<ReviewFinding> Findings { get; } = Lane<ReviewFinding>.Point("review-findings");

    /// <summary>Areas of an agency, on its own record.</summary>
    public static Lane<AgencyFootprint> Footprint { get; } = Lane<AgencyFootprint>.Exclusive("agency-footprint");
}

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Placements;

/// <summary>A search for a placement that is wanted by a day.</summary>
public sealed record PlacementSearch(DateOnly WantedBy, int Siblings);

/// <summary>How a search ended.</summary>
public sealed record SearchClosing(string Outcome);

/// <summary>A provider was asked to take the child, found by the provider.</summary>
public sealed record Approach(Guid Search, string Agency, DateOnly DueOn) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>What a provider answered.</summary>
public sealed record ApproachAnswer(bool Offered, string? Reason);

/// <summary>A provider offered a placement, found by the provider.</summary>
public sealed record Offer(Guid Approach, string Agency, decimal? WeeklyCost) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>A placement was matched and approved, found by the provider.</summary>
public sealed record ApprovedMatch(string Agency, bool OutOfArea) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>Lanes of the search for a placement.</summary>
public static class SearchLanes
{
    /// <summary>Searches, each until a placement is approved or none is needed.</summary>
    public static Lane<PlacementSearch> Searches { get; } = Lane<PlacementSearch>.Overlapping("placement-searches", typeof(SearchClosing));

    /// <summary>Approaches, each open until the provider answers.</summary>
    public static Lane<Approach> Approaches { get; } = Lane<Approach>.Overlapping("provider-approaches", typeof(ApproachAnswer));

    /// <summary>Offers.</summary>
    public static Lane<Offer> Offers { get; } = Lane<Offer>.Point("provider-offers");

    /// <summary>Placements approved.</summary>
    public static Lane<ApprovedMatch> Approved { get; } = Lane<ApprovedMatch>.Point("placement-approvals");
}

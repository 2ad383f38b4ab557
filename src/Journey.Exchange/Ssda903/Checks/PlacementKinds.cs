using Journey.Record.Codes;

namespace Journey.Exchange.Ssda903.Checks;

/// <summary>What a placement type asks of the other columns of its row.</summary>
internal static class PlacementKinds
{
    /// <summary>Temporary placements, and other placements (Z1, later Z11 to Z14), have no provider.</summary>
    public static bool HasNoProvider(string? place) => CareCodes.IsTemporary(place) || IsOther(place);

    /// <summary>Settings that Ofsted does not register have no reference number.</summary>
    public static bool HasNoUrn(string? place) => place == "H5" || CareCodes.IsUnregistered(place);

    /// <summary>True when two episodes are in the same setting, as far as their columns tell.</summary>
    public static bool AreOne(EpisodeRow one, EpisodeRow other) =>
        one.Place == other.Place && one.PlPost == other.PlPost && one.Urn == other.Urn && one.PlaceProvider == other.PlaceProvider;

    private static bool IsOther(string? place) => place is "Z1" or "Z11" or "Z12" or "Z13" or "Z14";
}

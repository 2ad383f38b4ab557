using Journey.Record.Codes;

namespace Journey.Exchange.Ssda903.Checks;

/// <summary>Codes and dates that an episode must have, may have and may not have, looked at alone.</summary>
internal static class EpisodeCodeRules
{
    /// <summary>143: RNE is not a known code.</summary>
    public static ReturnRule UnknownRne { get; } = new(
        "143",
        ["RNE"],
        "The reason for the new episode is not a known code: use S, L, P, T, B or U.",
        r => r.Set.Episodes.Where(e => e.Rne is { } rne && !CareCodes.Rne.Knows(rne, r.Year)));

    /// <summary>146: PLACE is not a placement type of the year.</summary>
    public static ReturnRule UnknownPlace { get; } = new(
        "146",
        ["PLACE"],
        "The placement type is not a code of this year: use one that is.",
        r => r.Set.Episodes.Where(e => e.Place is { } place && !CareCodes.Place.Knows(place, r.Year)));

    /// <summary>148: DEC and REC stand together or not at all.</summary>
    public static ReturnRule EndWithoutReason { get; } = new(
        "148",
        ["DEC", "REC"],
        "The date and the reason an episode ceased stand together or not at all: give both or neither.",
        r => r.Set.Episodes.Where(e => e.Dec is null != e.Rec is null));

    /// <summary>178: PLACE_PROVIDER is not a known code, or stands with a placement that has none.</summary>
    public static ReturnRule UnknownProvider { get; } = new(
        "178",
        ["PLACE_PROVIDER"],
        "The placement provider is not a known code for this placement: use PR0 to PR5, and none for temporary and other placements.",
        r => r.Set.Episodes.Where(e => e.PlaceProvider is { } p && (!CareCodes.Provider.Knows(p, r.Year) || PlacementKinds.HasNoProvider(e.Place))));

    /// <summary>213: a temporary or other placement has no provider.</summary>
    public static ReturnRule ProviderNotRequired { get; } = new(
        "213",
        ["PLACE", "PLACE_PROVIDER"],
        "A temporary or other placement has no provider: take the provider out.",
        r => r.Set.Episodes.Where(e => e.PlaceProvider is not null && PlacementKinds.HasNoProvider(e.Place)));

    /// <summary>
    /// 218: URN is required, except in settings that Ofsted does not register. From the public guide; it also exempts placements outside
    /// England, which the files do not tell.
    /// </summary>
    public static ReturnRule UrnRequired { get; } = new(
        "218",
        ["URN"],
        "The placement needs its Ofsted reference number: give the URN.",
        r => r.Set.Episodes.Where(e => e.Urn is null && e.Place is not null && !PlacementKinds.HasNoUrn(e.Place) && (e.Dec is null || e.Dec >= r.Start)));

    /// <summary>222: URN does not stand with a setting that Ofsted does not register. From the public guide; XXXXXXX is allowed.</summary>
    public static ReturnRule UrnNotRequired { get; } = new(
        "222",
        ["URN"],
        "Ofsted does not register this placement type: take the URN out.",
        r => r.Set.Episodes.Where(e => e.Urn is not (null or "XXXXXXX") && PlacementKinds.HasNoUrn(e.Place)));

    /// <summary>355: an episode does not start and end on one day.</summary>
    public static ReturnRule StartsAndEndsOnOneDay { get; } = new(
        "355",
        ["DECOM", "DEC"],
        "The episode starts and ends on one day: correct a date, or leave the episode out.",
        r => r.Set.Episodes.Where(e => e.Dec is not null && e.Dec == e.Decom));

    /// <summary>386: a child is not adopted on or after the 18th birthday. From the public guide.</summary>
    public static ReturnRule AdoptedAtEighteen { get; } = new(
        "386",
        ["DEC", "REC"],
        "The episode ends with adoption at 18 or later: correct the reason, the date or the date of birth.",
        r => r.Set.Episodes.Where(e => e.Rec is "E11" or "E12" && e.Dec is { } dec && ReturnInCheck.HasReached(r.Birth(e.Child), 18, dec)));

    /// <summary>392c: a postcode is not one. The collection looks postcodes up; without its list, the form is checked.</summary>
    public static ReturnRule PostcodeInvalid { get; } = new(
        "392c",
        ["HOME_POST", "PL_POST"],
        "A postcode does not have the form of one: correct it, or leave it blank when it is not known.",
        r => r.Set.Episodes.Where(e => !Postcode.IsFormed(e.HomePost) || !Postcode.IsFormed(e.PlPost)));
}

using Journey.Record.Codes;

namespace Journey.Exchange.Ssda903.Checks;

/// <summary>What changed from one episode to the next, and the reason given for it.</summary>
internal static class EpisodeChangeRules
{
    /// <summary>225: an episode that a change of placement ends has its reason, unless either side is temporary.</summary>
    public static ReturnRule ReasonRequired { get; } = new(
        "225",
        ["REASON_PLACE_CHANGE"],
        "The placement changes when this episode ends: give the reason for the change.",
        r => r.Steps.Where(s => s.This is { Rec: "X1", ReasonPlaceChange: null } && s.Next is { Rne: "P" or "T" or "B" or "U" } next
            && !CareCodes.IsTemporary(s.This.Place) && !CareCodes.IsTemporary(next.Place)).Select(s => s.This));

    /// <summary>226: a temporary placement, and the episode before it, have no reason for a change of placement.</summary>
    public static ReturnRule ReasonNotForTemporary { get; } = new(
        "226",
        ["REASON_PLACE_CHANGE", "PLACE"],
        "Going to a temporary placement and coming back need no reason: take it out of this episode and the one before.",
        r => r.Steps.Where(s => CareCodes.IsTemporary(s.This.Place)
            && (s.This.ReasonPlaceChange ?? s.Previous?.ReasonPlaceChange) is not null).Select(s => s.This));

    /// <summary>233: an open episode has no reason for a change of placement.</summary>
    public static ReturnRule ReasonWhileOpen { get; } = new(
        "233",
        ["REASON_PLACE_CHANGE"],
        "The episode has not ended: take the reason for the change out, or give the end.",
        r => r.Set.Episodes.Where(e => e.Dec is null && e.ReasonPlaceChange is not null));

    /// <summary>380: a period of care does not start with a temporary placement; only RNE P or B leads to one.</summary>
    public static ReturnRule TemporaryAtStart { get; } = new(
        "380",
        ["PLACE", "RNE"],
        "Care does not start in a temporary placement: report the placement that the child left.",
        r => r.Set.Episodes.Where(e => CareCodes.IsTemporary(e.Place) && e.Rne is not ("P" or "B")));

    /// <summary>383: after a temporary placement the child returns, by RNE P, to the placement that was left.</summary>
    public static ReturnRule DoesNotReturn { get; } = new(
        "383",
        ["PLACE", "RNE", "PL_POST"],
        "After a temporary placement the child returns to the placement left, with P: report that placement, or a change of placement instead.",
        r => r.Steps.Where(s => CareCodes.IsTemporary(s.Previous?.Place) && s.BeforePrevious is { } left
            && (s.This.Rne != "P" || s.This.Place != left.Place || s.This.PlPost != left.PlPost)).Select(s => s.This));

    /// <summary>434: RNE is L, but the legal status is the same or the placement is not.</summary>
    public static ReturnRule LegalStatusOnly { get; } = new(
        "434",
        ["RNE", "LS", "PLACE", "PL_POST", "URN", "PLACE_PROVIDER"],
        "L means a change of legal status only, but the legal status is the same or the placement differs: correct the reason or the columns.",
        r => r.Steps.Where(s => s.This.Rne == "L" && s.Previous is { } previous
            && (s.This.Ls == previous.Ls || !PlacementKinds.AreOne(s.This, previous))).Select(s => s.This));

    /// <summary>435: RNE is P or T, but the placement is the same or the legal status is not.</summary>
    public static ReturnRule PlacementOnly { get; } = new(
        "435",
        ["LS", "PLACE", "PL_POST", "URN", "PLACE_PROVIDER"],
        "P and T mean a change of placement only, but the placement is the same or the legal status differs: correct the reason or the columns.",
        r => r.Steps.Where(s => s.This.Rne is "P" or "T" && s.Previous is { } previous
            && (s.This.Ls != previous.Ls || PlacementKinds.AreOne(s.This, previous))).Select(s => s.This));

    /// <summary>436: RNE is B or U, but the legal status or the placement is the same.</summary>
    public static ReturnRule LegalStatusAndPlacement { get; } = new(
        "436",
        ["RNE", "LS", "PLACE", "PL_POST", "URN", "PLACE_PROVIDER"],
        "B and U mean a change of legal status and placement, but one of them is the same: correct the reason or the columns.",
        r => r.Steps.Where(s => s.This.Rne is "B" or "U" && s.Previous is { } previous
            && (s.This.Ls == previous.Ls || PlacementKinds.AreOne(s.This, previous))).Select(s => s.This));
}

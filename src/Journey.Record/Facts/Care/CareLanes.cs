using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Care;

/// <summary>The child is looked after, with the category of need at entry.</summary>
public sealed record InCare(string? Need);

/// <summary>Why a period of care, or an episode of it, ended.</summary>
public sealed record CareClosing(string? Rec, string? ReasonPlaceChange);

/// <summary>An episode as a return states it. Times are the interval's; <paramref name="Rec"/> may stand without an end.</summary>
public sealed record StatedEpisode(
    string? Rne,
    string? LegalStatus,
    string? Need,
    string? Place,
    string? Provider,
    string? Rec,
    string? ReasonPlaceChange,
    string? HomePostcode,
    string? Postcode,
    string? Urn);

/// <summary>Lanes of care.</summary>
public static class CareLanes
{
    /// <summary>Looked after or not.</summary>
    public static Lane<InCare> Care { get; } = Lane<InCare>.Exclusive("care", closing: typeof(CareClosing));

    /// <summary>Episodes stated by returns.</summary>
    public static Lane<StatedEpisode> StatedEpisodes { get; } = Lane<StatedEpisode>.Overlapping("stated-episodes", typeof(CareClosing));
}

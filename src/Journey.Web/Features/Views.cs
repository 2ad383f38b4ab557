using System.Text.Json.Nodes;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Http;

namespace Journey.Web.Features;

/// <summary>
/// A list at a viewpoint. <paramref name="Total"/> counts all that is shown over all pages; <paramref name="NotShown"/> counts the children
/// that this person may not see; <paramref name="Next"/> is the cursor of the next page.
/// </summary>
public sealed record ListAnswer<T>(BasisView Basis, IReadOnlyList<T> Items, int Total, int NotShown, string? Next) : IAnswer
{
    /// <summary>A page of a list in ordinal order of its keys.</summary>
    public static ListAnswer<T> Of(BasisView basis, IReadOnlyList<T> all, Func<T, string> key, int notShown, AskedPage page, string question)
    {
        var slice = page.Of(all, key, basis, question);
        return new ListAnswer<T>(basis, slice.Items, slice.Total, notShown, slice.Next);
    }
}

/// <summary>Days from the first up to, not including, the last.</summary>
public sealed record WindowView(DateOnly From, DateOnly To)
{
    /// <summary>A period as answers show it.</summary>
    public static WindowView Of(Period period) => new(period.From, period.To);
}

/// <summary>A value of a lane: since when, until when (not included; absent until further notice), and the fact that says so.</summary>
public sealed record LaneValue(Guid Fact, JsonNode? Value, DateOnly From, DateOnly? To, TimeOnly? At, JsonNode? Closing)
{
    /// <summary>An interval as answers show it, masked.</summary>
    public static LaneValue Of(Lane lane, Interval interval, Confidential confidential) => new(
        interval.FactId,
        confidential.Json(interval.Value, lane.ValueType, interval.FactId),
        interval.From,
        interval.IsOpen ? null : interval.To,
        interval.At,
        interval.Closing is null ? null : confidential.Json(interval.Closing, interval.Closing.GetType(), interval.FactId));
}

/// <summary>A care episode: the codes of the collection, the last day not included and absent until further notice.</summary>
public sealed record EpisodeView(
    Guid Fact,
    bool Stated,
    DateOnly From,
    DateOnly? To,
    bool NotReported,
    string? Rne,
    string? LegalStatus,
    string? Need,
    string? Place,
    string? Provider,
    string? Rec,
    string? ReasonPlaceChange,
    string? HomePostcode,
    string? Postcode,
    string? Urn,
    bool ShortBreak)
{
    /// <summary>An episode as answers show it, masked.</summary>
    public static EpisodeView Of(CareEpisode e, Confidential confidential) => new(
        e.Fact, e.Stated, e.From, e.IsOpen ? null : e.To, e.Silent, e.Rne, e.LegalStatus, e.Need, e.Place, e.Provider, e.Rec, e.ReasonPlaceChange,
        confidential.Text(e.HomePostcode), confidential.Text(e.Postcode), e.Urn, e.IsShortBreak);
}

/// <summary>What lists say of a child besides its id.</summary>
public static class Named
{
    /// <summary>The key that puts children in order.</summary>
    public static string Key(Guid child) => child.ToString("D");

    /// <summary>The authority's own identifiers among those of a lane.</summary>
    public static IReadOnlyList<string> LaChildIds(IEnumerable<Interval> identifiers) =>
    [
        .. identifiers.Select(i => i.As<ChildIdentifier>()).Where(i => i.Kind == ChildIdentifier.LaChildId).Select(i => i.Value)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc cref="LaChildIds(IEnumerable{Interval})"/>
    public static IReadOnlyList<string> LaChildIds(CohortMember member) => LaChildIds(member.Timeline(IdentityLanes.Identifiers));
}

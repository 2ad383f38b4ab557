using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.LookedAfter;

/// <summary>A child looked after on the day, with every episode that holds then.</summary>
public sealed record LookedAfterRow(Guid Child, IReadOnlyList<string> LaChildIds, IReadOnlyList<EpisodeView> Episodes);

/// <summary>An episode that holds on the day.</summary>
public sealed record EpisodeRow(Guid Child, IReadOnlyList<string> LaChildIds, EpisodeView Episode);

/// <summary>Who was looked after on a day, by episodes.</summary>
public sealed class LookedAfterQuestions(Gate gate, SegmentReader segments)
{
    /// <summary>Children looked after at the end of the day, short breaks left out.</summary>
    public Task<Outcome<ListAnswer<LookedAfterRow>>> ListAsync(
        Person person, string authority, Asked asked, AskedPage page, CancellationToken cancellation) =>
        AskAsync(person, authority, asked, page, "looked after", Record.Measures.LookedAfter.On, cancellation);

    /// <summary>Episodes that hold at the end of the day, those of short breaks included.</summary>
    public async Task<Outcome<ListAnswer<EpisodeRow>>> EpisodesAsync(
        Person person, string authority, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        const string question = "episodes";
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<EpisodeRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question, ShowsAddresses: true), async (seen, ct) =>
        {
            var (rows, notShown) = await RowsAsync(seen, (episodes, day) => episodes.Where(e => e.Period.Contains(day)), ct);
            var all = rows.SelectMany(r => r.Episodes.Select(e => new EpisodeRow(r.Child, r.LaChildIds, e)))
                .OrderBy(Key, StringComparer.Ordinal).ToList();
            return new Counted<ListAnswer<EpisodeRow>>(
                ListAnswer<EpisodeRow>.Of(seen.View, all, Key, notShown, page, question), rows.Count);
        }, cancellation);
    }

    private static string Key(EpisodeRow row) => $"{Named.Key(row.Child)} {row.Episode.From:yyyy-MM-dd} {row.Episode.Fact:D}";

    private async Task<Outcome<ListAnswer<LookedAfterRow>>> AskAsync(
        Person person,
        string authority,
        Asked asked,
        AskedPage page,
        string question,
        Func<IEnumerable<CareEpisode>, DateOnly, IEnumerable<CareEpisode>> holding,
        CancellationToken cancellation)
    {
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<LookedAfterRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question, ShowsAddresses: true), async (seen, ct) =>
        {
            var (rows, notShown) = await RowsAsync(seen, holding, ct);
            return new Counted<ListAnswer<LookedAfterRow>>(
                ListAnswer<LookedAfterRow>.Of(seen.View, rows, r => Named.Key(r.Child), notShown, page, question), rows.Count);
        }, cancellation);
    }

    private async Task<(List<LookedAfterRow> Rows, int NotShown)> RowsAsync(
        SeenMany seen, Func<IEnumerable<CareEpisode>, DateOnly, IEnumerable<CareEpisode>> holding, CancellationToken cancellation)
    {
        var cohort = await segments.ReadAsync(
            seen.Basis.Authority, [.. CareEpisodes.Lanes, IdentityLanes.Identifiers], seen.Basis.Position, cancellation: cancellation);
        var rows = new List<LookedAfterRow>();
        var notShown = 0;
        foreach (var member in cohort.Members.Values)
        {
            var episodes = holding(CareEpisodes.Of(member.Timeline), seen.Basis.ValidAt).ToList();
            if (episodes.Count > 0 && seen.Hidden.Contains(member.Id))
            {
                notShown++;
            }
            else if (episodes.Count > 0)
            {
                rows.Add(new LookedAfterRow(
                    member.Id, Named.LaChildIds(member), [.. episodes.Select(e => EpisodeView.Of(e, seen.Of(member.Id)))]));
            }
        }

        rows.Sort((a, b) => string.CompareOrdinal(Named.Key(a.Child), Named.Key(b.Child)));
        return (rows, notShown);
    }
}

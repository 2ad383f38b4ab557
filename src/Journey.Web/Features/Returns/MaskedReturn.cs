using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Deriving;
using Journey.Exchange.Ssda903.Layout;
using Journey.Web.Access;

namespace Journey.Web.Features.Returns;

/// <summary>A derived return without the postcodes that are confidential now: they are left blank, and the row is flagged.</summary>
internal static class MaskedReturn
{
    private const string Code = "confidential";

    private const string Sentence = "A postcode of this row is confidential and left blank. Someone cleared for restricted records can export it.";

    /// <summary>The return as the person may see it, with what is confidential of each child by the authority's identifier.</summary>
    public static DerivedReturn Of(DerivedReturn derived, IReadOnlyDictionary<string, Confidential> masks)
    {
        if (masks.Count == 0)
        {
            return derived;
        }

        var flags = new List<RowFlag>(derived.Flags);
        var episodes = new List<EpisodeRow>(derived.Set.Episodes.Count);
        foreach (var row in derived.Set.Episodes)
        {
            var masked = (EpisodeRow)Masked(row, masks);
            episodes.Add(masked);
            if (masked != row)
            {
                flags.Add(new RowFlag(ReturnFiles.Of(row).Name, masked, Code, Sentence));
            }
        }

        return derived with
        {
            Set = derived.Set with { Episodes = episodes },
            LeftOut = [.. derived.LeftOut.Select(l => l with { Row = Masked(l.Row, masks) })],
            Flags = flags,
        };
    }

    private static Row Masked(Row row, IReadOnlyDictionary<string, Confidential> masks) =>
        row is EpisodeRow episode && masks.TryGetValue(row.Child, out var mask)
            ? episode with { HomePost = Open(episode.HomePost, mask), PlPost = Open(episode.PlPost, mask) }
            : row;

    private static string? Open(string? postcode, Confidential mask) => mask.Text(postcode) == postcode ? postcode : null;
}

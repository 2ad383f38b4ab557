using Journey.Record.Bitemporal;
using Journey.Record.Facts.Identity;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Flags;

/// <summary>The open flags of a child, the oldest first.</summary>
public sealed record ChildFlags(BasisView Basis, Guid Child, IReadOnlyList<FlagView> Flags) : IAnswer;

/// <summary>A child with open flags: how many, the codes, and the age of the oldest in days.</summary>
public sealed record FlaggedRow(Guid Child, IReadOnlyList<string> LaChildIds, int Flags, IReadOnlyList<string> Codes, DateTimeOffset Since, int AgeDays);

/// <summary>Which records break rules, since when.</summary>
public sealed class FlagQuestions(Gate gate, ChildReader records, FlagReader flags, Viewpoints viewpoints)
{
    /// <summary>The open flags of one child; ages are counted to the day of knowledge.</summary>
    public Task<Outcome<ChildFlags>> OfChildAsync(Person person, string authority, Guid child, Asked asked, CancellationToken cancellation) =>
        gate.ChildAsync<ChildFlags>(new Ask(person, Permissions.ReadChild, authority, asked, "flags"), child, async (seen, ct) =>
        {
            var known = Known(seen.Basis);
            var open = await flags.OfAsync(authority, seen.Then, seen.Basis.Position, ct);
            return new ChildFlags(seen.View, seen.Then.Id, [.. open.Select(f => f with { AgeDays = known.DayNumber - London.DateOf(f.Since).DayNumber })]);
        }, cancellation);

    /// <summary>
    /// Children with open flags, the longest flagged first; of one code when it is given. Rules look at whole records, which no table of intervals
    /// can show, so every record is folded, one at a time.
    /// </summary>
    public async Task<Outcome<ListAnswer<FlaggedRow>>> OfAllAsync(
        Person person, string authority, string? code, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"flags {code}".TrimEnd();
        return page.Viewpoint(asked, question).Has(out var viewpoint, out var problem)
            ? await gate.ManyAsync<ListAnswer<FlaggedRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
            {
                var (rows, hidden, known) = (new List<FlaggedRow>(), 0, Known(seen.Basis));
                var around = await flags.AllPostsAsync(authority, seen.Basis.Position, ct);
                await foreach (var record in records.AllAsync(authority, seen.Basis.Position, ct))
                {
                    var open = FlagReader.Of(record, around, known).Where(f => code is null || f.Code == code).ToList();
                    if (open.Count > 0 && seen.Hidden.Contains(record.Id))
                    {
                        hidden++;
                    }
                    else if (open.Count > 0)
                    {
                        rows.Add(new FlaggedRow(
                            record.Id,
                            Named.LaChildIds(record.On(IdentityLanes.Identifiers, seen.Basis.ValidAt)),
                            open.Count,
                            [.. open.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal)],
                            open[0].Since,
                            open[0].AgeDays));
                    }
                }

                return new Counted<ListAnswer<FlaggedRow>>(
                    ListAnswer<FlaggedRow>.Of(seen.View, [.. rows.OrderBy(Key, StringComparer.Ordinal)], Key, hidden, page, question), rows.Count);
            }, cancellation)
            : problem;
    }

    private static string Key(FlaggedRow row) => $"{row.Since.UtcTicks:D20} {Named.Key(row.Child)}";

    private DateOnly Known(Basis basis) => basis.KnownAt is { } at ? London.DateOf(at) : viewpoints.Today;
}

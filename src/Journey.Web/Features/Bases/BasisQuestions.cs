using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Bases;

/// <summary>
/// A pair of clocks to name: a day, and an instant or day of knowledge or the token of an earlier answer. Left out, they are today and as best known.
/// </summary>
public sealed record NameBasisBody(string Name, string? ValidAt = null, string? KnownAt = null, string? Basis = null, string? Note = null);

/// <summary>A named basis: its clocks, and who named it when.</summary>
public sealed record NamedBasisView(BasisView Basis, string Name, string? Note, string NamedBy, string Role, string? OnBehalfOf, DateTimeOffset NamedAt) : IAnswer
{
    /// <summary>A named basis as answers show it.</summary>
    public static NamedBasisView Of(NamedBasis named) =>
        new(BasisView.Of(named.Basis), named.Name, named.Note, named.By.Id, named.By.Role, named.By.OnBehalfOf, named.At);
}

/// <summary>Pairs of clocks under a name that stands for good, such as a return as it was submitted.</summary>
public sealed class BasisQuestions(Gate gate, NamedBases named)
{
    private const int LongestName = 100;

    private const int LongestNote = 1_000;

    /// <summary>Names a basis. The same name for the same basis again is answered and not repeated.</summary>
    public async Task<Outcome<NamedBasisView>> NameAsync(Person person, string authority, NameBasisBody body, CancellationToken cancellation) =>
        body.Name is not { Length: > 0 and <= LongestName } name || name.Trim() != name || name.Any(char.IsControl) || body.Note?.Length > LongestNote
            ? Problems.NameUnreadable
            : await gate.OtherAsync<NamedBasisView>(
                new Ask(person, Permissions.NameBasis, authority, new Asked(body.ValidAt, body.KnownAt, body.Basis), "naming of a basis"), async (basis, actor, ct) =>
                {
                    var kept = await named.NameAsync(name, basis, body.Note, actor, ct);
                    return (kept.Basis.ValidAt, kept.Basis.Position) == (basis.ValidAt, basis.Position) ? NamedBasisView.Of(kept) : Problems.NameTaken(name);
                }, cancellation);

    /// <summary>Every named basis, in order of name.</summary>
    public Task<Outcome<ListAnswer<NamedBasisView>>> AllAsync(Person person, string authority, AskedPage page, CancellationToken cancellation) =>
        gate.OtherAsync<ListAnswer<NamedBasisView>>(new Ask(person, Permissions.ReadFigures, authority, Asked.Now, "bases"), async (basis, _, ct) =>
        {
            var all = await named.AllAsync(authority, ct);
            return ListAnswer<NamedBasisView>.Of(BasisView.Of(basis), [.. all.Select(NamedBasisView.Of)], b => b.Name, 0, page, "bases");
        }, cancellation);

    /// <summary>The basis of a name.</summary>
    public Task<Outcome<NamedBasisView>> FindAsync(Person person, string authority, string name, CancellationToken cancellation) =>
        gate.OtherAsync<NamedBasisView>(new Ask(person, Permissions.ReadFigures, authority, Asked.Now, "basis by name"), async (_, _, ct) =>
            await named.FindAsync(authority, name, ct) is { } found ? NamedBasisView.Of(found) : Problems.NameUnknown(name), cancellation);
}

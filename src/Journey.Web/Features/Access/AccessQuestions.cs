using Journey.Store.Access;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Access;

/// <summary>One question that was asked.</summary>
public sealed record AccessRow(
    long Id,
    DateTimeOffset At,
    string Actor,
    string Role,
    string? OnBehalfOf,
    string Question,
    Guid? Child,
    int? Children,
    DateOnly? ValidAt,
    long? Position,
    DateTimeOffset? KnownAt,
    string AllowedBecause);

/// <summary>A page of who looked at what, newest first; <paramref name="Next"/> is the number to go on before.</summary>
public sealed record AccessAnswer(BasisView Basis, IReadOnlyList<AccessRow> Items, long Total, long? Next) : IAnswer;

/// <summary>Who looked at what.</summary>
public sealed class AccessQuestions(Gate gate, AccessLog log)
{
    /// <summary>A page of the log, newest first, about one child when given. Asking is itself logged first, so it is the first entry.</summary>
    public Task<Outcome<AccessAnswer>> ReadAsync(
        Person person, string authority, Guid? child, long? before, int? size, CancellationToken cancellation) =>
        gate.OtherAsync<AccessAnswer>(
            new Ask(person, Permissions.ReadAccessLog, authority, Asked.Now, $"access log {child}".TrimEnd()), async (basis, _, ct) =>
            {
                if (size is < 1 or > 1000)
                {
                    return Problems.PageSize;
                }

                var page = await log.ReadAsync(authority, child, before, size ?? 100, ct);
                return new AccessAnswer(BasisView.Of(basis), [.. page.Entries.Select(Row)], page.Total, page.Next);
            }, cancellation);

    private static AccessRow Row(LoggedAccess logged)
    {
        var e = logged.Entry;
        return new AccessRow(
            logged.Id, logged.At, e.Actor.Id, e.Actor.Role, e.Actor.OnBehalfOf, e.Question, e.Child, e.Children, e.ValidAt, e.Position, e.KnownAt,
            e.AllowedBecause);
    }
}

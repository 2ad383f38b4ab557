using System.ComponentModel;
using System.Globalization;
using Journey.Web.Features.Children;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Others;

/// <summary>Questions about workers, teams and agencies over HTTP.</summary>
public static class OtherRoutes
{
    /// <summary>Maps them, the same routes for each kind.</summary>
    public static void MapOthers(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in OtherKind.All)
        {
            var (plural, singular) = (CultureInfo.InvariantCulture.TextInfo.ToTitleCase(kind.Plural), kind.Singular);
            var others = routes.MapGroup($"/authorities/{{authority}}/{kind.Plural}").WithTags(plural);

            others.MapGet("", async (
                    [AsParameters] Question q, [AsParameters] Paged page, [Description("A number or name, whole.")] string? called, OtherQuestions questions, CancellationToken ct) =>
                    q.Context.Answer(await questions.FindAsync(q.Person(), q.Authority, kind, called, q.Asked(), page.Asked(), ct)))
                .Answers<ListAnswer<OtherListed>>(Permissions.ReadLists, $"find{plural}", $"{plural} by number or name, or all of them.");

            others.MapGet("/{record:guid}", async ([AsParameters] Question q, Guid record, OtherQuestions questions, CancellationToken ct) =>
                    q.Context.Answer(await questions.StateAsync(q.Person(), q.Authority, kind, record, q.Asked(), ct)))
                .Answers<OtherState>(Permissions.ReadLists, $"{singular}State", $"What holds of one of the {kind.Plural} on a day, as known.");

            others.MapGet("/{record:guid}/history", async ([AsParameters] Question q, [AsParameters] Paged page, Guid record, OtherQuestions questions, CancellationToken ct) =>
                    q.Context.Answer(await questions.HistoryAsync(q.Person(), q.Authority, kind, record, q.Asked(), page.Asked(), ct)))
                .Answers<ListAnswer<HistoryEntry>>(Permissions.ReadLists, $"{singular}History", $"Every entry of one of the {kind.Plural} in both times.");
        }
    }
}

using System.ComponentModel;
using Journey.Web.Features.Measures;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Changes;

/// <summary>The earlier definition of a measure and the second window, where they are not the same.</summary>
public sealed class Changed
{
    /// <summary>The version at the earlier point.</summary>
    [FromQuery(Name = "fromVersion")]
    [Description("Version of the definition at the earlier point; that of the later one when left out.")]
    public int? FromVersion { get; init; }

    /// <summary>The calendar at the earlier point.</summary>
    [FromQuery(Name = "fromCalendar")]
    [Description("Version of the calendar of bank holidays at the earlier point; that of the later one when left out.")]
    public int? FromCalendar { get; init; }

    /// <summary>The second window's first day.</summary>
    [FromQuery(Name = "toValidFrom")]
    [Description("First day of a second window, to compare two windows.")]
    public string? ToValidFrom { get; init; }

    /// <summary>The second window's last day, excluded.</summary>
    [FromQuery(Name = "toValidTo")]
    [Description("The day after the last of a second window.")]
    public string? ToValidTo { get; init; }

    /// <summary>The second window as a year.</summary>
    [FromQuery(Name = "toYear")]
    [Description("A second window as a year named by the March it ends in.")]
    public string? ToYear { get; init; }

    /// <summary>What to compare in the caller's words.</summary>
    public AskedChange Asked(Defined measure, Windowed window, Earlier earlier) => new(
        measure.Asked(), FromVersion, FromCalendar, window.Asked(),
        ToValidFrom is null && ToValidTo is null && ToYear is null ? null : new AskedWindow(ToValidFrom, ToValidTo, ToYear), earlier.IsGiven);
}

/// <summary>What changed and why, over HTTP.</summary>
public static class ChangeRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var authority = routes.MapGroup("/authorities/{authority}").WithTags("Changes");

        authority.MapGet("/measures/{code}/change", async (
                [AsParameters] Question q, [AsParameters] Earlier earlier, [AsParameters] Windowed window, [AsParameters] Defined measure, [AsParameters] Changed changed,
                FigureChanges changes, CancellationToken ct) =>
                q.Context.Answer(await changes.SummaryAsync(q.Person(), q.Authority, changed.Asked(measure, window, earlier), earlier.Asked(q.ValidAt), q.Asked(), ct)))
            .Answers<FigureChange>(
                Permissions.ReadMeasures, "measureChange", "Why a figure changed between two points of knowledge, two definitions or two windows: causes that add up exactly.");

        authority.MapGet("/measures/{code}/change/parts", async (
                [AsParameters] Question q, [AsParameters] Earlier earlier, [AsParameters] Windowed window, [AsParameters] Defined measure, [AsParameters] Changed changed,
                [AsParameters] Paged page, FigureChanges changes, CancellationToken ct) =>
                q.Context.Answer(await changes.PartsAsync(
                    q.Person(), q.Authority, changed.Asked(measure, window, earlier), earlier.Asked(q.ValidAt), q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<ChangePart>>(
                Permissions.ReadMeasures, "measureChangeParts", "The parts of a figure's change in ledger order, each with its act, its events and its children.");

        authority.MapGet("/changes", async (
                [AsParameters] Question q, [AsParameters] Earlier earlier, [AsParameters] Paged page,
                [FromQuery, Description("Only children whose social worker is in this team on the day, at either point.")] string? team,
                RecordChanges changes, CancellationToken ct) =>
                q.Context.Answer(await changes.OfManyAsync(q.Person(), q.Authority, team, earlier.Asked(q.ValidAt), q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<ChangedRow>>(Permissions.ReadLists, "changes", "Children whose records changed between two points of knowledge, of the authority or of one team.");

        authority.MapGet("/children/{child:guid}/changes", async (
                [AsParameters] Question q, [AsParameters] Earlier earlier, Guid child, RecordChanges changes, CancellationToken ct) =>
                q.Context.Answer(await changes.OfChildAsync(q.Person(), q.Authority, child, earlier.Asked(q.ValidAt), q.Asked(), ct)))
            .Answers<ChildChanges>(Permissions.ReadChild, "childChanges", "What changed in a child's record between two points of knowledge: facts with their causes, lanes on the day.");

        authority.MapGet("/children/{child:guid}/facts/{fact:guid}/knowledge", async (
                [AsParameters] Question q, Guid child, Guid fact, RecordChanges changes, CancellationToken ct) =>
                q.Context.Answer(await changes.AtDecisionAsync(q.Person(), q.Authority, child, fact, q.Asked(), ct)))
            .Answers<KnowledgeAtDecision>(
                Permissions.ReadChild, "knowledgeAtDecision", "Who knew what when a fact was decided: known then, true but not yet recorded, known and later corrected or withdrawn.");
    }
}

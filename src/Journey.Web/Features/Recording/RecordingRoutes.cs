using System.Text.Json;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Journey.Web.Features.Recording;

/// <summary>Recording, correcting and withdrawing over HTTP: a route for each fact of the catalogue, made in a loop.</summary>
public static class RecordingRoutes
{
    private static readonly Guid ExampleId = Guid.Parse("019a0000-0000-7000-8000-0000000000f1");

    private delegate Task<IResult> Handling(HttpContext context, RecordingService service, string authority, Guid record, Guid? factId);

    private static readonly Guid ExampleEvent = Guid.Parse("019a0000-0000-7000-8000-0000000000e1");

    /// <summary>Maps them.</summary>
    public static void MapRecording(this IEndpointRouteBuilder routes)
    {
        var children = routes.MapGroup("/authorities/{authority}/children").WithTags("Recording");
        children.MapPost("", (HttpContext context, string authority, RecordingService recording) =>
                ActAsync(context, recording, authority, typeof(OpenBody), null, StreamKind.Child, null))
            .Acts<Done>(typeof(OpenBody), StreamKind.Child, "openChildRecord", "Open a child's record.",
                new OpenBody(ExampleId, ExampleId, ExampleEvent, 0, ChildRecordOpened.Example));
        Map(children, StreamKind.Child, act => (HttpContext context, string authority, Guid child, RecordingService service) =>
            act(context, service, authority, child, null),
            act => (HttpContext context, string authority, Guid child, Guid fact, RecordingService service) => act(context, service, authority, child, fact));
        Map(routes.MapGroup("/authorities/{authority}/workers").WithTags("Workers"), StreamKind.Worker,
            act => (HttpContext context, string authority, Guid worker, RecordingService service) => act(context, service, authority, worker, null),
            act => (HttpContext context, string authority, Guid worker, Guid fact, RecordingService service) => act(context, service, authority, worker, fact));
        Map(routes.MapGroup("/authorities/{authority}/teams").WithTags("Teams"), StreamKind.Team,
            act => (HttpContext context, string authority, Guid team, RecordingService service) => act(context, service, authority, team, null),
            act => (HttpContext context, string authority, Guid team, Guid fact, RecordingService service) => act(context, service, authority, team, fact));
        Map(routes.MapGroup("/authorities/{authority}/agencies").WithTags("Agencies"), StreamKind.Agency,
            act => (HttpContext context, string authority, Guid agency, RecordingService service) => act(context, service, authority, agency, null),
            act => (HttpContext context, string authority, Guid agency, Guid fact, RecordingService service) => act(context, service, authority, agency, fact));
    }

    private static void Map(RouteGroupBuilder group, StreamKind kind, Func<Handling, Delegate> onRecord, Func<Handling, Delegate> onFact)
    {
        var name = kind.ToString();
        var record = $"/{{{name.ToLowerInvariant()}:guid}}";
        foreach (var type in FactCatalogue.All.Where(f => f.Stream == kind && f.IsRecorded))
        {
            var (recording, correcting) = (typeof(RecordBody<>).MakeGenericType(type.Type), typeof(CorrectBody<>).MakeGenericType(type.Type));
            group.MapPost($"{record}/{type.Noun}", onRecord(Handle(recording, kind)))
                .Acts<Done>(recording, kind, $"record{type.Type.Name}", $"Record: {type.Example.Sentence()}",
                    Activator.CreateInstance(recording, ExampleId, ExampleEvent, 1L, type.Example, null, null, null)!);
            group.MapPut($"{record}/{type.Noun}/{{fact:guid}}", onFact(Handle(correcting, kind)))
                .Acts<Done>(correcting, kind, $"correct{type.Type.Name}", $"Correct: {type.Example.Sentence()}",
                    Activator.CreateInstance(correcting, ExampleEvent, 2L, type.Example, "keying-error", "The date was mistyped.", null, null)!);
        }

        group.MapPost($"{record}/facts/{{fact:guid}}/withdrawal", onFact(Handle(typeof(WithdrawBody), kind)))
            .Acts<Done>(typeof(WithdrawBody), kind, $"withdraw{name}Fact", "Withdraw a fact that was never true.",
                new WithdrawBody(ExampleEvent, 2, "wrong-child", "This was recorded on the wrong record."));
        group.MapPost($"{record}/acts", onRecord(Handle(typeof(ActsBody), kind)))
            .Acts<Done>(typeof(ActsBody), kind, $"act{name}", "Record, correct and withdraw several facts of one record, all of them or none.", Several(kind));
    }

    private static Handling Handle(Type body, StreamKind kind) =>
        (context, service, authority, record, factId) => ActAsync(context, service, authority, body, record, kind, factId);

    private static ActsBody Several(StreamKind kind) => new(
        2,
        [
            .. FactCatalogue.All.Where(f => f.Stream == kind && f.IsRecorded).Take(2)
                .Select((f, i) => new StepBody(Guid.Parse($"019a0000-0000-7000-8000-0000000000e{i}"), Guid.Parse($"019a0000-0000-7000-8000-0000000000f{i}"), f.Example)),
        ]);

    private static async Task<IResult> ActAsync(
        HttpContext context, RecordingService recording, string authority, Type bodyType, Guid? record, StreamKind kind, Guid? factId)
    {
        if (!(await BodyReader.ReadAsync<IActBody>(context, bodyType)).Has(out var body, out var problem))
        {
            return HttpAnswers.Problem(problem);
        }

        var steps = body.Steps(factId);
        if (steps.Any(s => s is Step.Record { Fact: var fact } && (!FactCatalogue.Of(fact).IsRecorded || FactCatalogue.Of(fact).Stream != kind)))
        {
            return HttpAnswers.Problem(Problems.BodyUnreadable("A fact of this kind is not recorded here."));
        }

        var target = new Target(record ?? ((OpenBody)body).Child, kind, steps.Count == 0 ? null : steps[0]);
        return context.Done(
            await recording.ActAsync(
                Person.Of(context.User)!, authority, [(target, body.ExpectedVersion, steps)], new Words(body.Reason, body.OnBehalfOf, body.Correlation), context.RequestAborted),
            done => new Done(done.Basis, done.Records[0].Record, done.Records[0].Version, done.Position, done.KnownAt));
    }

    /// <summary>What an act did: 201 when it was done now, 200 when it had been done before; or the problem.</summary>
    internal static IResult Done<T>(this HttpContext context, Outcome<Acted> outcome, Func<DoneTogether, T> answer)
    {
        if (!outcome.Has(out var acted, out var problem))
        {
            return HttpAnswers.Problem(problem);
        }

        context.Response.Headers[HttpAnswers.BasisHeader] = acted.Done.Basis.Token;
        return Results.Json(answer(acted.Done), statusCode: acted.Before ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// <summary>An act: its body with an example, what it needs and what it answers.</summary>
    internal static RouteHandlerBuilder Acts<TDone>(
        this RouteHandlerBuilder endpoint, Type body, StreamKind kind, string id, string summary, object? example) => endpoint
        .WithName(id).WithSummary(summary)
        .Needs(kind == StreamKind.Child ? Permissions.RecordChild : Permissions.RecordWorker)
        .Accepts(body, "application/json")
        .Produces<TDone>(StatusCodes.Status201Created).Produces<TDone>()
        .Problem(StatusCodes.Status400BadRequest).Problem(StatusCodes.Status401Unauthorized).Problem(StatusCodes.Status403Forbidden)
        .Problem(StatusCodes.Status404NotFound).Problem(StatusCodes.Status409Conflict).Problem(StatusCodes.Status412PreconditionFailed)
        .Problem(StatusCodes.Status422UnprocessableEntity).Problem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            if (example is not null && operation.RequestBody?.Content?.TryGetValue("application/json", out var content) == true)
            {
                var options = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
                content.Example = JsonSerializer.SerializeToNode(example, example.GetType(), options);
            }

            return Task.CompletedTask;
        });
}

using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Web.Access;
using Journey.Web.Http;

namespace Journey.Web.Features.Recording;

/// <summary>Acts on several records at once: what belongs together, facts that move to the right child, and records of one child linked and unlinked.</summary>
public static class TogetherRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapTogether(this IEndpointRouteBuilder routes)
    {
        var authority = routes.MapGroup("/authorities/{authority}").WithTags("Recording");
        authority.MapPost("/acts", async (HttpContext context, string authority, RecordingService recording) =>
                (await BodyReader.ReadAsync<TogetherBody>(context, typeof(TogetherBody))).Has(out var body, out var problem)
                    ? await ActAsync(context, recording, authority, body)
                    : HttpAnswers.Problem(problem))
            .Acts<DoneTogether>(typeof(TogetherBody), StreamKind.Child, "actTogether", "Record, correct and withdraw on several records, all of it or nothing.", Together());

        authority.MapPost("/children/{child:guid}/moves", async (HttpContext context, string authority, Guid child, LinkingService linking) =>
                (await BodyReader.ReadAsync<MovesBody>(context, typeof(MovesBody))).Has(out var body, out var problem)
                    ? context.Done(await linking.MoveAsync(Person.Of(context.User)!, authority, child, body, context.RequestAborted), done => done)
                    : HttpAnswers.Problem(problem))
            .Acts<DoneTogether>(typeof(MovesBody), StreamKind.Child, "moveFacts", "Move facts that were recorded on the wrong child to the right one.", new MovesBody(
                4, Id(0xC2), 3, [new MoveBody(Id(0xF1), Id(0xE1), Id(0xF2), Id(0xE2))], "This visit was to the brother."));

        authority.MapPost("/children/{child:guid}/links", async (HttpContext context, string authority, Guid child, LinkingService linking) =>
                (await BodyReader.ReadAsync<LinkBody>(context, typeof(LinkBody))).Has(out var body, out var problem)
                    ? context.Done(await linking.LinkAsync(Person.Of(context.User)!, authority, child, body, context.RequestAborted), done => done)
                    : HttpAnswers.Problem(problem))
            .Acts<DoneTogether>(typeof(LinkBody), StreamKind.Child, "linkRecords", "Link another record of the same child: from now on both are read as one.", new LinkBody(
                Id(0xF1), Id(0xE1), 4, Id(0xC2), Id(0xE2), 3, ChildRecordsLinked.Example.On, ChildRecordsLinked.Example.Evidence));

        authority.MapPost("/children/{child:guid}/links/{fact:guid}/unlinking", async (HttpContext context, string authority, Guid child, Guid fact, LinkingService linking) =>
                (await BodyReader.ReadAsync<UnlinkBody>(context, typeof(UnlinkBody))).Has(out var body, out var problem)
                    ? context.Done(await linking.UnlinkAsync(Person.Of(context.User)!, authority, child, fact, body, context.RequestAborted), done => done)
                    : HttpAnswers.Problem(problem))
            .Acts<DoneTogether>(typeof(UnlinkBody), StreamKind.Child, "unlinkRecords", "End a link: two children after all. Facts stay where they are or move to the other record.", new UnlinkBody(
                Id(0xE1), Id(0xE2), 9, [new MoveBody(Id(0xF1), Id(0xE3), Id(0xF2), Id(0xE4))], "Twins: different NHS numbers."));
    }

    private static async Task<IResult> ActAsync(HttpContext context, RecordingService recording, string authority, TogetherBody body)
    {
        var on = new List<(Target, long, IReadOnlyList<Step>)>();
        foreach (var record in body.Records)
        {
            var steps = record.Acts.Select(a => a.Step()).ToList();
            var facts = steps.Select(s => s switch
            {
                Step.Record recorded => FactCatalogue.Of(recorded.Fact),
                Step.Correct corrected => FactCatalogue.Of(corrected.Fact),
                _ => null,
            }).OfType<FactType>().ToList();
            var kind = facts.FirstOrDefault()?.Stream ?? StreamKind.Child;
            if (facts.Exists(f => !f.IsRecorded || f.Stream != kind))
            {
                return HttpAnswers.Problem(Problems.BodyUnreadable("The facts of one record are of one kind, and each has a route of its own."));
            }

            on.Add((new Target(record.Record, kind, steps.FirstOrDefault()), record.ExpectedVersion, steps));
        }

        return context.Done(
            await recording.ActAsync(
                Person.Of(context.User)!, authority, on, new Words(body.Reason, body.OnBehalfOf, body.Correlation), context.RequestAborted),
            done => done);
    }

    private static TogetherBody Together() => new(
        [
            new RecordActsBody(Id(0xC1), 1, [new StepBody(Id(0xE1), Id(0xF1), ContactReceived.Example)]),
            new RecordActsBody(Id(0xC2), 1, [new StepBody(Id(0xE2), Id(0xF2), ContactReceived.Example)]),
        ],
        "One call about both brothers");

    private static Guid Id(byte last) => new(0x019a0000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, last);
}

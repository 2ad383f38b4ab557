using System.ComponentModel;
using System.IO.Compression;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Returns;

/// <summary>The body of a withdrawal: why, and if it is not now, when it was known.</summary>
public sealed record WithdrawLoad(string Reason, string? Known = null);

/// <summary>Routes of returns: load, list, withdraw, and derive at a basis.</summary>
public static class ReturnRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapReturns(this IEndpointRouteBuilder routes)
    {
        var returns = routes.MapGroup("/authorities/{authority}/returns").WithTags("Returns");
        returns.MapGet("", Loads)
            .Answers<LoadList>(Permissions.Export, "ListReturns", "The loads of returns, in order, withdrawn ones marked.");
        returns.MapPost("/ssda903/{year:int}", Load)
            .Answers<LoadAnswer>(
                Permissions.Import, "LoadSsda903Return", "Load the CSV files of an SSDA903 return, or see on a dry run what it would add, correct and withdraw.")
            .Accepts<IFormFileCollection>("multipart/form-data")
            .Problem(StatusCodes.Status422UnprocessableEntity)
            .TakesReturns(routes.ServiceProvider)
            .DisableAntiforgery();
        returns.MapPost("/{load:guid}/withdrawal", Withdraw)
            .Answers<LoadAnswer>(Permissions.Import, "WithdrawReturn", "Withdraw the last load as a whole, with a reason.")
            .Problem(StatusCodes.Status422UnprocessableEntity);
        returns.MapGet("/ssda903/{year:int}", Derive)
            .Answers<ExportAnswer>(
                Permissions.Export, "GetSsda903Return", "The return of a year at a basis: rows by file, what is left out and why, flags, agreement, broken rules.");
        returns.MapGet("/ssda903/{year:int}/files", Files)
            .Answers<byte[]>(Permissions.Export, "GetSsda903Files", "All files of the return of a year at a basis, as a zip.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip");
        returns.MapGet("/ssda903/{year:int}/files/{file}", OneFile)
            .Answers<string>(Permissions.Export, "GetSsda903File", "One file of the return of a year at a basis, as CSV.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> Loads([AsParameters] Question question, ReturnExports exports, CancellationToken cancellation) =>
        question.Context.Answer(await exports.LoadsAsync(question.Person(), question.Authority, question.Asked(), cancellation));

    private static async Task<IResult> Load(
        [AsParameters] Question question,
        int year,
        [FromQuery, Description("When the return was known: a date or an instant. When it is loaded, when left out.")] string? known,
        [FromQuery, Description("Say what it would do, and append nothing.")] bool? dryRun,
        [FromQuery, Description("Refuse the load when a row cannot be read.")] bool? strict,
        ReturnLoads loads,
        CancellationToken cancellation)
    {
        var request = question.Context.Request;
        if (!(await UploadedAsync(request, cancellation)).Has(out var uploaded, out var problem))
        {
            return HttpAnswers.Problem(problem);
        }

        var files = uploaded.Select(f => new SourceFile(Path.GetFileName(f.FileName), f.OpenReadStream, f.Length)).ToList();
        var load = new LoadRequest(question.Authority, year, known, files, dryRun ?? false, strict ?? false);
        return question.Context.Answer(await loads.LoadAsync(question.Person(), load, null, cancellation));
    }

    private static async Task<Outcome<IFormFileCollection>> UploadedAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType && (await request.ReadFormAsync(cancellation)).Files is { Count: > 0 } files
                ? Outcome<IFormFileCollection>.Of(files)
                : ReturnProblems.FilesMissing;
        }
        catch (InvalidDataException)
        {
            return Problems.RequestTooLarge;
        }
    }

    private static async Task<IResult> Withdraw(
        [AsParameters] Question question, Guid load, WithdrawLoad body, ReturnLoads loads, CancellationToken cancellation) =>
        question.Context.Answer(await loads.WithdrawAsync(question.Person(), question.Authority, load, body.Reason, body.Known, cancellation));

    private static async Task<IResult> Derive([AsParameters] Question question, int year, ReturnExports exports, CancellationToken cancellation) =>
        (await Export(question, year, exports, cancellation)).Has(out var export, out var problem)
            ? question.Context.Answer<ExportAnswer>(export.Answer)
            : HttpAnswers.Problem(problem);

    private static async Task<IResult> Files([AsParameters] Question question, int year, ReturnExports exports, CancellationToken cancellation)
    {
        if (!(await Export(question, year, exports, cancellation)).Has(out var export, out var problem))
        {
            return HttpAnswers.Problem(problem);
        }

        question.Context.Response.Headers[HttpAnswers.BasisHeader] = export.Answer.Basis.Token;
        return Results.File(Zipped(export), "application/zip", $"ssda903-{question.Authority}-{year}.zip");
    }

    private static async Task<IResult> OneFile([AsParameters] Question question, int year, string file, ReturnExports exports, CancellationToken cancellation)
    {
        var layout = ReturnFiles.All.FirstOrDefault(f => string.Equals(f.Name, file, StringComparison.OrdinalIgnoreCase));
        if (layout is null)
        {
            return HttpAnswers.Problem(ReturnProblems.FileUnknown(file));
        }

        if (!(await Export(question, year, exports, cancellation)).Has(out var export, out var problem))
        {
            return HttpAnswers.Problem(problem);
        }

        var written = new MemoryStream();
        ReturnExports.Write(export, name => name == layout.Name ? written : Stream.Null);
        question.Context.Response.Headers[HttpAnswers.BasisHeader] = export.Answer.Basis.Token;
        return Results.File(written.ToArray(), "text/csv; charset=utf-8", layout.Name);
    }

    private static Task<Outcome<Export>> Export(Question question, int year, ReturnExports exports, CancellationToken cancellation) =>
        exports.ExportAsync(question.Person(), question.Authority, year, question.Asked(), cancellation);

    /// <summary>Entries carry no time of their own, so that the same basis gives the same bytes.</summary>
    private static byte[] Zipped(Export export)
    {
        var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            ReturnExports.Write(export, name =>
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                return entry.Open();
            });
        }

        return zipped.ToArray();
    }
}

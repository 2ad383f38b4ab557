using System.IO.Compression;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Journey.Web.Access;
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
    public static void MapReturns(this RouteGroupBuilder authority)
    {
        authority.MapGet("/returns", Loads)
            .Needs(Permissions.Export)
            .Named("ListReturns", "The loads of returns, in order, withdrawn ones marked.")
            .Produces<LoadList>();
        authority.MapPost("/returns/ssda903/{year}", Load)
            .Needs(Permissions.Import)
            .Named("LoadSsda903Return", "Load the CSV files of an SSDA903 return, or see on a dry run what it would add, correct and withdraw.")
            .DisableAntiforgery()
            .Accepts<IFormFileCollection>("multipart/form-data")
            .Produces<LoadAnswer>();
        authority.MapPost("/returns/{load:guid}/withdrawal", Withdraw)
            .Needs(Permissions.Import)
            .Named("WithdrawReturn", "Withdraw the last load as a whole, with a reason.")
            .Produces<LoadAnswer>();
        authority.MapGet("/returns/ssda903/{year}", Derive)
            .Needs(Permissions.Export)
            .Named("GetSsda903Return", "The return of a year at a basis: rows by file, what is left out and why, flags, agreement, broken rules.")
            .Produces<ExportAnswer>();
        authority.MapGet("/returns/ssda903/{year}/files", Files)
            .Needs(Permissions.Export)
            .Named("GetSsda903Files", "All files of the return of a year at a basis, as a zip.")
            .Produces(200, contentType: "application/zip");
        authority.MapGet("/returns/ssda903/{year}/files/{file}", OneFile)
            .Needs(Permissions.Export)
            .Named("GetSsda903File", "One file of the return of a year at a basis, as CSV.")
            .Produces(200, contentType: "text/csv");
    }

    private static async Task<IResult> Loads(HttpContext http, string authority, [AsParameters] AskedQuery asked, ReturnExports exports, CancellationToken ct) =>
        (await exports.LoadsAsync(http.Person(), authority, asked.Viewpoint, ct)).ToResult(http);

    private static async Task<IResult> Load(
        HttpContext http, string authority, int year, [FromQuery] string? known, [FromQuery] bool? dryRun, [FromQuery] bool? strict, ReturnLoads loads, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
        {
            return ReturnProblems.FilesMissing.ToResult(http);
        }

        var form = await http.Request.ReadFormAsync(ct);
        if (form.Files.Count == 0)
        {
            return ReturnProblems.FilesMissing.ToResult(http);
        }

        var files = form.Files.Select(f => new SourceFile(Path.GetFileName(f.FileName), f.OpenReadStream, f.Length)).ToList();
        var request = new LoadRequest(authority, year, known, files, dryRun ?? false, strict ?? false);
        return (await loads.LoadAsync(http.Person(), request, null, ct)).ToResult(http);
    }

    private static async Task<IResult> Withdraw(HttpContext http, string authority, Guid load, WithdrawLoad body, ReturnLoads loads, CancellationToken ct) =>
        (await loads.WithdrawAsync(http.Person(), authority, load, body.Reason, body.Known, ct)).ToResult(http);

    private static async Task<IResult> Derive(
        HttpContext http, string authority, int year, [AsParameters] AskedQuery asked, ReturnExports exports, CancellationToken ct)
    {
        var outcome = await exports.ExportAsync(http.Person(), authority, year, asked.Viewpoint, ct);
        return outcome.Has(out var export, out var problem) ? ((Outcome<ExportAnswer>)export.Answer).ToResult(http) : problem.ToResult(http);
    }

    private static async Task<IResult> Files(
        HttpContext http, string authority, int year, [AsParameters] AskedQuery asked, ReturnExports exports, CancellationToken ct)
    {
        if (!(await exports.ExportAsync(http.Person(), authority, year, asked.Viewpoint, ct)).Has(out var export, out var problem))
        {
            return problem.ToResult(http);
        }

        http.Response.Headers[BasisHeader.Name] = export.Answer.Basis.Token;
        return Results.File(Zipped(export), "application/zip", $"ssda903-{authority}-{year}.zip");
    }

    private static async Task<IResult> OneFile(
        HttpContext http, string authority, int year, string file, [AsParameters] AskedQuery asked, ReturnExports exports, CancellationToken ct)
    {
        var layout = ReturnFiles.All.FirstOrDefault(f => f.ExistsIn(year) && string.Equals(f.Name, file, StringComparison.OrdinalIgnoreCase));
        if (layout is null)
        {
            return ReturnProblems.FileUnknown(file).ToResult(http);
        }

        if (!(await exports.ExportAsync(http.Person(), authority, year, asked.Viewpoint, ct)).Has(out var export, out var problem))
        {
            return problem.ToResult(http);
        }

        var written = new MemoryStream();
        ReturnExports.Write(export, name => name == layout.Name ? written : Stream.Null);
        http.Response.Headers[BasisHeader.Name] = export.Answer.Basis.Token;
        return Results.File(written.ToArray(), "text/csv; charset=utf-8", layout.Name);
    }

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

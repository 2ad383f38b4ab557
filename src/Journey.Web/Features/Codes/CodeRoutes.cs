using System.ComponentModel;
using Journey.Record.Codes;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Codes;

/// <summary>A code with its label, and the collection years (both included) in which returns use it.</summary>
public sealed record CodeView(string Value, string Label, int? FirstYear, int? LastYear, string? Becomes);

/// <summary>A list of codes.</summary>
public sealed record CodeSetView(string Name, string Title, IReadOnlyList<CodeView> Codes);

/// <summary>The field's code lists over HTTP. They are no authority's and name no child.</summary>
public static class CodeRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapCodes(this IEndpointRouteBuilder routes)
    {
        var codes = routes.MapGroup("/codes").WithTags("Codes");

        codes.MapGet("", ([FromQuery, Description("Only codes in use in the year named by the March it ends in.")] int? year) =>
                Results.Ok(CodeCatalogue.All.Select(s => View(s, year)).ToList()))
            .Answers<IReadOnlyList<CodeSetView>>(Permissions.ReadChild, "codes", "Every list of codes, with labels.");

        codes.MapGet("/{set}", (string set, [FromQuery, Description("Only codes in use in the year named by the March it ends in.")] int? year) =>
                CodeCatalogue.Find(set) is { } found ? Results.Ok(View(found, year)) : HttpAnswers.Problem(Problems.CodesUnknown(set)))
            .Answers<CodeSetView>(Permissions.ReadChild, "codeSet", "One list of codes, with labels.");
    }

    private static CodeSetView View(CodeSet set, int? year) => new(
        set.Name,
        set.Title,
        [.. set.Codes.Where(c => year is not { } of || set.Knows(c.Value, of)).Select(c => new CodeView(c.Value, c.Label, c.FirstYear, c.LastYear, c.Becomes))]);
}

using System.ComponentModel;
using Journey.Record.Clocks;
using Journey.Record.Measures;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Measures;

/// <summary>Which definition of a measure.</summary>
public sealed class Defined
{
    /// <summary>Its code.</summary>
    [FromRoute(Name = "code")]
    [Description("Code of the measure, such as M1-carer.")]
    public required string Code { get; init; }

    /// <summary>Its version.</summary>
    [FromQuery(Name = "version")]
    [Description("Version of the definition; the latest when left out.")]
    public int? Version { get; init; }

    /// <summary>The calendar of working days.</summary>
    [FromQuery(Name = "calendar")]
    [Description("Version of the calendar of bank holidays by which working days are counted; the one in force when left out.")]
    public int? Calendar { get; init; }

    /// <summary>The definition in the caller's words.</summary>
    public AskedMeasure Asked() => new(Code, Version, Calendar);
}

/// <summary>A version of the calendar of bank holidays, with the day on which its newest one was announced.</summary>
public sealed record CalendarView(int Version, DateOnly PublishedOn, bool IsInForce);

/// <summary>For whom a figure is given.</summary>
public sealed class Reader
{
    /// <summary>Inside or outside the authority.</summary>
    [FromQuery(Name = "disclosure")]
    [Description("outside: rounded, small numbers left out, as readers from outside get it. inside when left out, for those who may.")]
    public string? Disclosure { get; init; }
}

/// <summary>Figures over HTTP.</summary>
public static class MeasureRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapMeasures(this IEndpointRouteBuilder routes)
    {
        var measures = routes.MapGroup("/authorities/{authority}/measures").WithTags("Measures");

        measures.MapGet("", (string authority) => Results.Ok(MeasureQuestions.Catalogue))
            .Answers<IReadOnlyList<MeasureView>>(Permissions.ReadFigures, "measures", "Every published measure with its definition.");

        measures.MapGet("/{code}", async (
                [AsParameters] Question q, [AsParameters] Windowed window, [AsParameters] Defined measure, [AsParameters] Reader to, MeasureQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.FigureAsync(q.Person(), q.Authority, measure.Asked(), window.Asked(), to.Disclosure, q.Asked(), ct)))
            .Answers<FigureAnswer>(Permissions.ReadFigures, "measure", "A figure in a window, as known: numerator, denominator, result and distribution.");

        measures.MapGet("/{code}/breakdown", async (
                [AsParameters] Question q,
                [AsParameters] Windowed window,
                [AsParameters] Defined measure,
                [AsParameters] Reader to,
                [Description("One of the dimensions, such as team or age-band.")] string by,
                MeasureQuestions questions,
                CancellationToken ct) =>
                q.Context.Answer(await questions.BreakdownAsync(q.Person(), q.Authority, measure.Asked(), window.Asked(), by, to.Disclosure, q.Asked(), ct)))
            .Answers<BreakdownAnswer>(Permissions.ReadFigures, "measureBreakdown", "A figure in parts that add up to it: by team, worker, provider, age, legal status, placement, need, entry year or sibling group.");

        measures.MapGet("/{code}/series", async (
                [AsParameters] Question q,
                [AsParameters] Windowed window,
                [AsParameters] Defined measure,
                [AsParameters] Reader to,
                [Description("month, quarter or year; month when left out.")] string? every,
                [Description("Length of each window in months; one step when left out.")] int? months,
                MeasureQuestions questions,
                CancellationToken ct) =>
                q.Context.Answer(await questions.SeriesAsync(
                    q.Person(), q.Authority, measure.Asked(), window.Asked(), new AskedSeries(every, months), to.Disclosure, q.Asked(), ct)))
            .Answers<SeriesAnswer>(Permissions.ReadFigures, "measureSeries", "A figure in one window after another, all at one basis.");

        routes.MapGet("/authorities/{authority}/dimensions", (string authority) => Results.Ok(DimensionView.All)).WithTags("Measures")
            .Answers<IReadOnlyList<DimensionView>>(Permissions.ReadFigures, "dimensions", "Every way to break a figure down.");

        measures.MapGet("/{code}/cohort", async (
                [AsParameters] Question q,
                [AsParameters] Windowed window,
                [AsParameters] Paged page,
                [AsParameters] Defined measure,
                [Description("true: only those in the cohort; false: only those out of it.")] bool? inCohort,
                MeasureQuestions questions,
                CancellationToken ct) =>
                q.Context.Answer(await questions.CohortAsync(q.Person(), q.Authority, measure.Asked(), window.Asked(), inCohort, q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<CohortRow>>(Permissions.ReadMeasures, "measureCohort", "Children in and out of a cohort, why, and the facts behind it.");

        measures.MapGet("/{code}/children/{child:guid}", async (
                [AsParameters] Question q, [AsParameters] Windowed window, [AsParameters] Defined measure, Guid child, MeasureQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.ChildAsync(q.Person(), q.Authority, measure.Asked(), child, window.Asked(), q.Asked(), ct)))
            .Answers<ContributionAnswer>(Permissions.ReadMeasures, "measureOfChild", "What one child contributes to a figure, and the facts behind it.");

        routes.MapGet("/authorities/{authority}/calendars", (string authority) =>
                Results.Ok(WorkingCalendar.All.Select(c => new CalendarView(c.Version, c.PublishedOn, c.Version == WorkingCalendar.Latest.Version)).ToList()))
            .WithTags("Measures").Answers<IReadOnlyList<CalendarView>>(Permissions.ReadFigures, "calendars", "Every version of the calendar of bank holidays.");

        var lateness = routes.MapGroup("/authorities/{authority}/lateness").WithTags("Measures");

        lateness.MapGet("", async ([AsParameters] Question q, [AsParameters] KnownWindow window, MeasureQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.LatenessAsync(q.Person(), q.Authority, window.Asked(), q.Asked(), ct)))
            .Answers<LatenessAnswer>(Permissions.ReadMeasures, "lateness", "How late facts were recorded (M25), by kind of fact.");

        lateness.MapGet("/facts", async (
                [AsParameters] Question q, [AsParameters] KnownWindow window, [AsParameters] Paged page, MeasureQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.LateFactsAsync(q.Person(), q.Authority, window.Asked(), q.Asked(), page.Asked(), ct)))
            .Answers<ListAnswer<Recorded>>(Permissions.ReadMeasures, "latenessFacts", "The facts behind the lateness figure, with the days each took.");

        lateness.MapGet("/children/{child:guid}", async (
                [AsParameters] Question q, [AsParameters] KnownWindow window, Guid child, MeasureQuestions questions, CancellationToken ct) =>
                q.Context.Answer(await questions.LateFactsOfChildAsync(q.Person(), q.Authority, child, window.Asked(), q.Asked(), ct)))
            .Answers<ListAnswer<Recorded>>(Permissions.ReadMeasures, "latenessOfChild", "One child's facts and the days each took to be recorded.");
    }
}

using Journey.Store;
using Journey.Web.Access;
using Journey.Web.Commands;
using Journey.Web.Features.Access;
using Journey.Web.Features.Bases;
using Journey.Web.Features.Caseload;
using Journey.Web.Features.Changes;
using Journey.Web.Features.Children;
using Journey.Web.Features.Clocks;
using Journey.Web.Features.Codes;
using Journey.Web.Features.Flags;
using Journey.Web.Features.Lanes;
using Journey.Web.Features.Longitudinal;
using Journey.Web.Features.LookedAfter;
using Journey.Web.Features.Measures;
using Journey.Web.Features.Others;
using Journey.Web.Features.Questions;
using Journey.Web.Features.Recording;
using Journey.Web.Features.Returns;
using Journey.Web.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wolverine;

namespace Journey.Web.Hosting;

/// <summary>The one composition of services and routes, shared by the server, the command line and the tests.</summary>
public static class JourneyHost
{
    /// <summary>A builder with every service, on a database.</summary>
    public static WebApplicationBuilder Builder(WebApplicationOptions options, string connectionString)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.Logging.ForJourney(builder.Environment);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Host.UseWolverine(o => o.ApplicationAssembly = typeof(JourneyHost).Assembly);
        builder.Services.TryAddSingleton(Clock.Machine);
        builder.Services.AddJourneyStore(connectionString);
        builder.Services.AddQuestions();
        builder.Services.AddSingleton(ClockSettings.Read(builder.Configuration));
        builder.Services.AddSingleton(Pseudonyms.Read(builder.Configuration));
        builder.AddImportLimits();
        builder.Services.Configure<CaseWeightOptions>(builder.Configuration.GetSection("Caseload"));
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(o => Wire.Configure(o.SerializerOptions));
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = c => c.ProblemDetails.Extensions.TryAdd("code", "fault"));
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.AddJourneyHealth();
        builder.AddJourneySecurity();
        builder.Services.AddJourneyOpenApi();
        builder.AddTelemetry();
        return builder;
    }

    /// <summary>The pipeline and every route.</summary>
    public static WebApplication Use(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(Statuses);
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapJourneyHealth();
        app.MapJourneyOpenApi();
        app.MapChildren();
        app.MapLanes();
        app.MapLookedAfter();
        app.MapLongitudinal();
        app.MapCaseload();
        app.MapClocks();
        app.MapMeasures();
        app.MapReports();
        app.MapChanges();
        app.MapQuestions();
        app.MapBases();
        app.MapAccess();
        app.MapOthers();
        app.MapRecording();
        app.MapTogether();
        app.MapFlags();
        app.MapReturns();
        app.MapCodes();
        return app;
    }

    private static void AddQuestions(this IServiceCollection services)
    {
        services.AddSingleton<Viewpoints>();
        services.AddSingleton<Gate>();
        services.AddSingleton<BesideReader>();
        services.AddSingleton<Leavings>();
        services.AddSingleton<FlagReader>();
        services.AddSingleton<FlagQuestions>();
        services.AddSingleton<ChildQuestions>();
        services.AddSingleton<LaneQuestions>();
        services.AddSingleton<LookedAfterQuestions>();
        services.AddSingleton<LongitudinalQuestions>();
        services.AddSingleton<CaseloadQuestions>();
        services.AddSingleton<BoardQuestions>();
        services.AddSingleton<ClockQuestions>();
        services.AddSingleton<FigureReader>();
        services.AddSingleton<MeasureQuestions>();
        services.AddSingleton<ReportQuestions>();
        services.AddSingleton<FigureChanges>();
        services.AddSingleton<RecordChanges>();
        services.AddSingleton<QuestionAnswers>();
        services.AddSingleton<BasisQuestions>();
        services.AddSingleton<AccessQuestions>();
        services.AddSingleton<OtherQuestions>();
        services.AddSingleton<RecordingService>();
        services.AddSingleton<LinkingService>();
        services.AddSingleton<ReturnLoads>();
        services.AddSingleton<ReturnExports>();
        services.AddSingleton<IDemo, Demonstration>();
    }

    /// <summary>Gives a bare status a problem with a code.</summary>
    private static Task Statuses(Microsoft.AspNetCore.Diagnostics.StatusCodeContext context)
    {
        var http = context.HttpContext;
        var problem = http.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => Problems.NotSignedIn,
            StatusCodes.Status403Forbidden => Problems.NotAllowed,
            StatusCodes.Status404NotFound => new Problem("route-unknown", StatusCodes.Status404NotFound, "There is nothing at this address."),
            var status => new Problem($"http-{status}", status, "The request cannot be answered like this. Check it against the description of the API."),
        };
        return HttpAnswers.Problem(problem).ExecuteAsync(http);
    }
}

using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Journey.Web.Hosting;

/// <summary>Traces and meters, sent only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says.</summary>
public static class Telemetry
{
    /// <summary>Adds them when there is somewhere to send them.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("journey"))
            .WithTracing(t => t.AddAspNetCoreInstrumentation().AddSource("Marten", "Wolverine").AddNpgsql().AddOtlpExporter())
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Marten", "Wolverine*", "Npgsql").AddOtlpExporter());
    }
}

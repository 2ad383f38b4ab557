using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Http;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Journey.Web.Hosting;

/// <summary>Live: the process answers. Ready: the database answers, and its clock and the machine's agree to a second.</summary>
public static class Health
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(1);

    /// <summary>Adds the checks.</summary>
    public static void AddJourneyHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<Database>("database").AddCheck<Segments>("segments");

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapJourneyHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Needs(Permissions.Anyone);
        routes.MapHealthChecks("/health/ready").Needs(Permissions.Anyone);
    }

    /// <summary>A ledger stamped by a clock that runs ahead would hide what follows; so a host whose clock is off is not ready.</summary>
    private sealed class Database(KnowledgeClock clock) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var skew = await clock.SkewAsync(Clock.Machine, cancellationToken);
                return skew.Duration() < Tolerated ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The clocks differ by {skew.TotalSeconds:0.0} s.");
            }
            catch (Exception exception) when (exception is Npgsql.NpgsqlException or TimeoutException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }

    /// <summary>Answers stay exact while the segments lag, only slower.</summary>
    private sealed class Segments(SegmentFollower follower) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(follower.Failing.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The segments of an authority lag behind."));
    }
}

using Journey.Store;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Journey.Web.Http;

/// <summary>The one place where what was thrown becomes a problem.</summary>
public sealed class Faults : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Problem(exception) is not { } problem)
        {
            return false;
        }

        await HttpAnswers.Problem(problem).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>The problem behind an exception that the store or the framework throws; null for a fault of our own.</summary>
    public static Problem? Problem(Exception exception) => exception switch
    {
        StaleVersionException stale => Problems.VersionStale(stale.Current),
        AlreadyStoredException => Problems.EventUsed,
        UnknownAuthorityException => Problems.AuthorityUnknown,
        UnknownPositionException => Problems.BasisUnknown,
        SegmentsOutdatedException => new Problem("segments-outdated", 503, exception.Message),
        KnowledgeClockException or RebuildRunningException or SegmentsDifferException => new Problem("not-now", 409, exception.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.RequestTooLarge,
        BadHttpRequestException bad => Problems.RequestUnreadable(bad.StatusCode),
        PostgresException { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire } => Problems.TextUnreadable,
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections } => Problems.DatabaseAway,
        PostgresException => null,
        NpgsqlException => Problems.DatabaseAway,
        _ => exception.InnerException is NpgsqlException inner ? Problem(inner) : null,
    };
}

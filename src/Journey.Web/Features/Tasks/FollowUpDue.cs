using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Store;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Journey.Web.Features.Recording;
using Journey.Web.Http;

namespace Journey.Web.Features.Tasks;

/// <summary>A record is to be looked at again. Kept in the database with the act that caused it until it is handled; it names ids only.</summary>
public sealed record FollowUpDue(string Authority, Guid Child, FollowUpKind Kind, Guid Of, DateOnly On)
{
    /// <summary>The follow-up itself.</summary>
    public FollowUp FollowUp() => new(Kind, Of, On);
}

/// <summary>
/// Looks at a record again and raises the task that is due. A message may be handled more than once, after a crash: ids follow from what it
/// is about, so that the task is raised once.
/// </summary>
public static class FollowUpDueHandler
{
    /// <summary>Who acts when nobody does.</summary>
    private static readonly Actor Journey = new("journey", "system");

    /// <summary>Handles one; fails when the record moved on meanwhile, and is then tried again.</summary>
    public static async Task HandleAsync(
        FollowUpDue message, ChildReader records, LedgerWriter writer, Viewpoints viewpoints, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await records.ReadAsync(message.Authority, message.Child, long.MaxValue, cancellation);
        var (task, later) = FollowUps.Due(record, message.FollowUp(), viewpoints.Today);
        if (later is { } on)
        {
            await writer.SendAsync(message.Authority, [Later(message with { On = on }, clock)], cancellation);
        }

        var factId = DerivedId.Of(message.Of, $"{message.Kind} task");
        if (task is null || record.Find(factId) is not null || record.IsWithdrawn(factId))
        {
            return;
        }

        var stream = record.StreamOf(message.Of) ?? message.Child;
        var statement = FactCatalogue.Of(task).Asserted(factId, task, null);
        try
        {
            await writer.AppendAsync(
                message.Authority,
                new Append(Journey, null, message.Of.ToString("D"), [
                    new StreamAppend(stream, StreamKind.Child, record.Streams.Single(s => s.Stream == stream).Version, [
                        new Appending(DerivedId.Of(message.Of, $"{message.Kind} task raised"), statement)])]),
                cancellation);
        }
        catch (AlreadyStoredException)
        {
            // Another delivery of the same message raised it between reading and appending.
        }
    }

    /// <summary>The message for the start of its day in London, as a wait from now; past days at once.</summary>
    internal static Later Later(FollowUpDue message, TimeProvider clock)
    {
        var wait = London.EndOf(message.On.AddDays(-1)) - clock.GetUtcNow();
        return new Later(message, wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
    }
}

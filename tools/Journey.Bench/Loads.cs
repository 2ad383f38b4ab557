using System.Diagnostics;
using Journey.Exchange.Ssda903.Loading;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Store.Writing;

namespace Journey.Bench;

/// <summary>Returns as the importer appends them: reconciled with the record as it stands, one unit of work each.</summary>
internal static class Loads
{
    private static readonly Actor Importer = new("importer", "administrator");

    public static DateTimeOffset KnownAt(int year) => London.StartOf(new DateOnly(year, 6, 30));

    /// <summary>What a plan appends.</summary>
    public static Append ToAppend(this LoadPlan plan) => new(
        Importer,
        null,
        plan.Load.ToString("D"),
        [.. plan.Streams.Select(s => new StreamAppend(
            s.Stream, s.Kind, s.ExpectedVersion, [.. s.Statements.Select(p => new Appending(p.EventId, p.Statement, p.SourceRef))]))],
        new Imported("ssda903", KnownAt(plan.Year), KnownAt(plan.Year).AddHours(1), plan.Load));

    /// <summary>A first return and the return that follows it into the ledger the first one made; and how long reading and planning the second took.</summary>
    public static async Task<(Append First, Append Second, TimeSpan Reading, TimeSpan Planning)> TwoAsync(BenchDatabase database, int children)
    {
        var authority = await database.AuthorityAsync();
        var returns = new MadeUpReturns(children);
        var none = new KnownAuthority(new Dictionary<string, ChildRecord>(), ChildRecord.Empty(LoadIds.ReturnsStream(authority)));
        var first = Reconciliation.Plan(returns.Of(MadeUpReturns.First), MadeUpReturns.First, authority, KnownAt(MadeUpReturns.First), none).ToAppend();
        await database.Writer.AppendAsync(authority, first);

        var began = Stopwatch.GetTimestamp();
        var known = await KnownAsync(database, authority);
        var reading = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        var second = Reconciliation.Plan(returns.Of(MadeUpReturns.Second), MadeUpReturns.Second, authority, KnownAt(MadeUpReturns.Second), known).ToAppend();
        return (first, second, reading, Stopwatch.GetElapsedTime(began));
    }

    public static int Count(this Append append) => append.Streams.Sum(s => s.Events.Count);

    private static async Task<KnownAuthority> KnownAsync(BenchDatabase database, string authority)
    {
        var children = new Dictionary<string, ChildRecord>(StringComparer.Ordinal);
        await foreach (var (stream, entries) in database.Reader.AllAsync(authority, StreamKind.Child, await database.Knowledge.HeadAsync(authority)))
        {
            var record = ChildRecord.Fold(stream, entries);
            children.Add(record.Facts<IdentityStated>().Single().Fact.LaChildId, record);
        }

        var returns = LoadIds.ReturnsStream(authority);
        return new KnownAuthority(
            children, ChildRecord.Fold(returns, await database.Reader.StreamAsync(authority, returns, await database.Knowledge.HeadAsync(authority))));
    }
}

using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Longitudinal;

/// <summary>
/// One event of one child without what names the child: <paramref name="Child"/>, <paramref name="Fact"/> and what it <paramref name="Ends"/> are
/// pseudonyms. <paramref name="Kind"/> is the noun of the fact; an event that speaks of an earlier fact has that fact's pseudonym alone.
/// <paramref name="Codes"/> are the fact's codes of known sets, and none of the child's identity.
/// </summary>
public sealed record LongitudinalEvent(
    string Child,
    long Position,
    LongitudinalVerb Verb,
    string Fact,
    DateTimeOffset KnownAt,
    string? Kind = null,
    DateOnly? EffectiveFrom = null,
    IReadOnlyList<string>? Ends = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Codes = null);

/// <summary>What was done to the record.</summary>
public enum LongitudinalVerb
{
    /// <summary>A fact was recorded, or stated by a return.</summary>
    Recorded,

    /// <summary>A fact was corrected.</summary>
    Corrected,

    /// <summary>A fact was withdrawn.</summary>
    Withdrawn,

    /// <summary>A return no longer reported a fact.</summary>
    NotReported,

    /// <summary>A return reported a fact again.</summary>
    ReportedAgain,
}

/// <summary>Every event of every child in the order in which the authority came to know it, for research over years.</summary>
public sealed class LongitudinalQuestions(Gate gate, RecordReader records, SegmentReader segments, Pseudonyms pseudonyms)
{
    private const string Question = "longitudinal";

    /// <summary>A page of the events. Children whom the person may not see are left out with all their events, and counted.</summary>
    public async Task<Outcome<ListAnswer<LongitudinalEvent>>> AskAsync(Person person, string authority, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        if (!page.Viewpoint(asked, Question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<LongitudinalEvent>>(new Ask(person, Permissions.ReadMeasures, authority, viewpoint, Question), async (seen, ct) =>
        {
            if (!pseudonyms.CanBeMade)
            {
                return Problems.PseudonymsOff;
            }

            if (!long.TryParse(page.After ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            {
                return Problems.CursorUnknown;
            }

            var read = await records.ChildrenAsync(authority, seen.Hidden, after, seen.Basis.Position, page.Length, ct);
            var linked = (await segments.LinkedAsync(authority, seen.Basis.Position, ct)).SelectMany(g => g.Select(stream => (stream, First: g[0]))).ToDictionary(x => x.stream, x => x.First);
            var notShown = read.LeftOut.Select(s => linked.GetValueOrDefault(s, s)).Distinct().Count();
            string Name(Guid id) => pseudonyms.Of(seen.View.Token, id);
            var events = read.Entries.Select(e => Event(e, linked.GetValueOrDefault(e.Stream, e.Stream), Name)).ToList();
            var next = read.IsLast ? null : page.Next(seen.View, Question, read.Entries[^1].Position.ToString(CultureInfo.InvariantCulture));
            return new Counted<ListAnswer<LongitudinalEvent>>(
                new ListAnswer<LongitudinalEvent>(seen.View, events, read.Total, notShown, next), events.Select(e => e.Child).Distinct().Count());
        }, cancellation);
    }

    private static LongitudinalEvent Event(LedgerEntry entry, Guid child, Func<Guid, string> name)
    {
        var verb = entry.Statement switch
        {
            IAsserted { Correction: null } => LongitudinalVerb.Recorded,
            IAsserted => LongitudinalVerb.Corrected,
            Withdrawn => LongitudinalVerb.Withdrawn,
            NotReported => LongitudinalVerb.NotReported,
            ReportedAgain => LongitudinalVerb.ReportedAgain,
            var other => throw new InvalidOperationException($"No verb for {other.GetType()}."),
        };
        var told = new LongitudinalEvent(name(child), entry.Position, verb, name(entry.Statement.FactId), entry.KnownAt);
        if (entry.Statement is not IAsserted { Assertion: IFact fact })
        {
            return told;
        }

        var ends = fact.Endings().Select(e => name(e.Of)).ToList();
        var codes = Codes(fact);
        return told with
        {
            Kind = FactCatalogue.Of(fact).Noun,
            EffectiveFrom = Day(fact),
            Ends = ends.Count > 0 ? ends : null,
            Codes = codes.Count > 0 ? codes : null,
        };
    }

    /// <summary>Days of identity tell the birthday, and so does what is taken from birth: they are given as the first of their month.</summary>
    private static DateOnly Day(IFact fact)
    {
        var day = fact.EffectiveFrom();
        return IsOfIdentity(fact) || fact.Precision() is DatePrecision.Birth or DatePrecision.Birthday ? new DateOnly(day.Year, day.Month, 1) : day;
    }

    /// <summary>Codes that their set knows; anything else in a coded member is somebody's words.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Codes(IFact fact) => IsOfIdentity(fact)
        ? []
        : FactCatalogue.Of(fact).Coded
            .Select(c => (c.Key, Values: (IReadOnlyList<string>)[.. Said(fact, c.Key).Where(value => c.Value.Codes.Any(code => code.Value == value))]))
            .Where(c => c.Values.Count > 0)
            .ToDictionary(c => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(c.Key), c => c.Values);

    private static IEnumerable<string> Said(IFact fact, string member) => fact.GetType().GetProperty(member)!.GetValue(fact) switch
    {
        string one => [one],
        IEnumerable<string> several => several,
        _ => [],
    };

    private static bool IsOfIdentity(IFact fact) => fact.GetType().Namespace == typeof(ChildRecordOpened).Namespace;
}

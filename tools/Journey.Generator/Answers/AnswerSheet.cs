using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journey.Generator.Recording;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Visits;
using Journey.Store;

namespace Journey.Generator.Answers;

/// <summary>
/// Questions about what was planted, with the right answers. They are computed from the planted acts alone and are to be asked by somebody who
/// may see every record.
/// </summary>
public sealed class AnswerSheet
{
    private const int LongestHistory = 900;

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Authority _authority;
    private readonly Knowledge _knowledge;
    private readonly Dictionary<Guid, string> _names;
    private readonly HashSet<Guid> _plain;

    private AnswerSheet(Authority authority)
    {
        (_authority, _knowledge) = (authority, new Knowledge(authority.Acts));
        _names = authority.Courses.ToDictionary(c => c.Child.Id, c => c.Child.LaChildId);
        var linked = authority.Duplicates.SelectMany(d => new[] { d.Survivor, d.Absorbed }).ToHashSet();
        _plain = [.. authority.Courses.Select(c => c.Child.Id).Where(id => !linked.Contains(id)
            && _knowledge.Entries(id, authority.Settings.End) < LongestHistory
            && _knowledge.Standing<RecordSealedAfterAdoption>(id, authority.Settings.End).Count == 0)];
    }

    /// <summary>The file's name.</summary>
    public static string Name => "answers.json";

    /// <summary>
    /// So many situations of an authority, fewer when less was planted: some of every kind, the rare kinds whole, each kind spread over the years.
    /// </summary>
    public static IReadOnlyList<Situation> Of(Authority authority, int count = 200)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var kinds = new AnswerSheet(authority).Kinds().Where(k => k.Asks.Count > 0).OrderBy(k => k.Asks.Count).ThenBy(k => k.Kind, StringComparer.Ordinal).ToList();
        var situations = new List<Situation>(count);
        for (var i = 0; i < kinds.Count; i++)
        {
            var (kind, asks) = kinds[i];
            var share = Math.Min(asks.Count, (count - situations.Count) / (kinds.Count - i));
            for (var n = 0; n < share; n++)
            {
                situations.Add(new Situation(situations.Count + 1, kind, asks[n * asks.Count / share]));
            }
        }

        return situations;
    }

    /// <summary>Writes them as one JSON document for people and programs.</summary>
    public static void Write(Authority authority, IReadOnlyList<Situation> situations, Stream to)
    {
        ArgumentNullException.ThrowIfNull(authority);
        JsonSerializer.Serialize(to, new { authority = authority.Settings.Authority, seed = authority.Settings.Seed, end = authority.Settings.End, situations }, Written);
    }

    private IEnumerable<(string Kind, List<Ask[]> Asks)> Kinds()
    {
        var planted = _authority.Planted.Where(p => _plain.Contains(p.Record) && (p.Other is not { } other || _plain.Contains(other.Record))).ToList();
        var twice = planted.Where(p => p is { What: Plant.Wrong, PutRightAt: not null }).GroupBy(p => p.FactId).ToLookup(g => g.Count() > 1);
        yield return ("late-handover", Each(planted, Plant.Late, HandedOver));
        yield return ("back-dated-move", Each(planted, Plant.Late, Moved));
        yield return ("recorded-late", Each(planted, Plant.Late, Lag));
        yield return ("correction-of-a-correction", [.. twice[true].Select(g => Corrected([.. g.OrderBy(p => p.RecordedAt)])).OfType<Ask[]>()]);
        yield return ("correction", [.. twice[false].Select(g => Corrected([.. g])).OfType<Ask[]>()]);
        yield return ("withdrawn-allegation", Each(planted, Plant.Untrue, Withdrawn));
        yield return ("never-happened", Each(planted, Plant.NeverHappened, Withdrawn));
        yield return ("entered-twice", Each(planted, Plant.EnteredTwice, Withdrawn));
        yield return ("wrong-child", Each(planted, Plant.WrongChild, OnWrongChild));
        yield return ("visit-recorded-after-due", [.. _authority.Acts.SelectMany(Visits)]);
        yield return ("linked-records", [.. _authority.Duplicates.Where(d => d.LinkedAt is not null).Select(Linked)]);
        yield return ("figure", [.. Enumerable.Range(1, _authority.Settings.Years - 1).Select(Figure)]);
    }

    private static List<Ask[]> Each(List<Planted> planted, Plant what, Func<Planted, Ask[]?> asks) => [.. planted.Where(p => p.What == what).Select(asks).OfType<Ask[]>()];

    private Ask[]? HandedOver(Planted late)
    {
        if (late.After is not WorkerAllocated { Role: Allocation.SocialWorker } allocated)
        {
            return null;
        }

        return BeforeAndAfter(late.RecordedAt, known => Of(
            $"Who was the social worker of {_names[late.Record]}", allocated.From, known, Child(late.Record), "$.lanes[?(@.lane=='social-worker')].values[*].value.worker",
            Texts(_knowledge.SocialWorker(late.Record, allocated.From, known))));
    }

    private Ask[]? Moved(Planted late)
    {
        if (late.After is not PlacementStarted placed)
        {
            return null;
        }

        return BeforeAndAfter(late.RecordedAt, known => Of(
            $"With whom did {_names[late.Record]} live", placed.StartOn, known, Child(late.Record), "$.lanes[?(@.lane=='placement')].values[*].value.carer",
            Texts(_knowledge.Placement(late.Record, placed.StartOn, known)?.Carer)));
    }

    /// <summary>Only what has a day: what is true of a whole year cannot be a day late.</summary>
    private Ask[]? Lag(Planted late)
    {
        if (late.After!.Precision() != DatePrecision.Day)
        {
            return null;
        }

        var (on, known) = (late.After.EffectiveFrom(), London.DateOf(late.RecordedAt));
        var days = _knowledge.Says(late.Record, late.FactId, known) is { } said ? known.DayNumber - said.EffectiveFrom().DayNumber : (int?)null;
        return
        [
            Of($"How many days after it was true did the record of {_names[late.Record]} learn what was recorded on {Day(known)} ({FactCatalogue.Of(late.After).Noun})", on, known,
                Clocked($"lateness/children/{late.Record}", on, known, FormattableString.Invariant($"knownFrom={known:O}&knownTo={known.AddDays(1):O}")), $"$.items[?(@.factId=='{late.FactId}')].days", days is { } n ? [n] : []),
        ];
    }

    private Ask[]? Corrected(IReadOnlyList<Planted> times)
    {
        var (first, last) = (times[0], times[^1]);
        var noun = FactCatalogue.Of(first.Before!).Noun;
        if (Differing(first.Before!, last.Before!, last.After!) is not { } member)
        {
            return null;
        }

        var days = times.Select(t => London.DateOf(t.RecordedAt)).Append(London.DateOf(last.PutRightAt!.Value)).Distinct().ToList();
        return days.Count <= times.Count ? null :
        [
            .. days.Select(known => Of(
                $"What did the record of {_names[first.Record]} say under '{member}' of what was first recorded on {Day(days[0])} ({noun})", last.After!.EffectiveFrom(), known,
                History(first.Record), $"$.items[?(@.fact=='{first.FactId}' && @.isCorrected==false && @.isWithdrawn==false)].value.{member}",
                Json(_knowledge.Says(first.Record, first.FactId, known))[member] is { } value ? [value.DeepClone()] : [])),
        ];
    }

    private Ask[]? Withdrawn(Planted planted) => PutRight(planted, planted.Record, planted.FactId, planted.Before!);

    private Ask[]? OnWrongChild(Planted planted) =>
        planted.Other is { } other && PutRight(planted, planted.Record, planted.FactId, planted.Before!) is { } there && PutRight(planted, other.Record, other.FactId, planted.Before!) is { } here
            ? [.. there, .. here]
            : null;

    /// <summary>Does the record hold it, as known when it was recorded and when it was put right?</summary>
    private Ask[]? PutRight(Planted planted, Guid record, Guid id, IFact fact)
    {
        if (FactCatalogue.Of(fact).Lanes is not [{ } lane, ..] || London.DateOf(planted.PutRightAt!.Value) <= London.DateOf(planted.RecordedAt))
        {
            return null;
        }

        var on = fact.EffectiveFrom();
        return
        [
            .. new[] { planted.RecordedAt, planted.PutRightAt.Value }.Select(at => London.DateOf(at)).Select(known => Of(
                $"On which day did the record of {_names[record]} place the entry {id} ({FactCatalogue.Of(fact).Noun})", on, known,
                Clocked($"children/{record}/lanes/{lane.Name}", on, known), $"$.values[?(@.fact=='{id}')].from",
                _knowledge.Says(record, id, known) is { } said ? [said.EffectiveFrom().ToString("O", CultureInfo.InvariantCulture)] : [])),
        ];
    }

    /// <summary>Visits made in time and recorded after the day by which they were due.</summary>
    private IEnumerable<Ask[]> Visits(Act act)
    {
        var recorded = London.DateOf(act.At);
        foreach (var (record, visit) in act.On.Where(o => _plain.Contains(o.Record)).SelectMany(o => o.Steps.OfType<Step.Record>().Select(s => (o.Record, s.Fact as VisitMade))))
        {
            if (visit?.Due is { } id && _knowledge.Says(record, id, recorded) is VisitPlanned due && visit.On <= due.DueOn && due.DueOn.AddDays(1) < recorded)
            {
                yield return
                [
                    .. new[] { due.DueOn.AddDays(1), recorded }.Select(known => Of(
                        $"On which day was {_names[record]} visited, for whom a visit was due by {Day(due.DueOn)}", due.DueOn.AddDays(1), known,
                        Clocked($"children/{record}/lanes/visits-due", due.DueOn.AddDays(1), known), $"$.values[?(@.fact=='{id}')].to",
                        Texts(_knowledge.Visited(record, id, known)?.ToString("O", CultureInfo.InvariantCulture)))),
                ];
            }
        }
    }

    private Ask[] Linked(PlantedDuplicate duplicate)
    {
        var on = London.DateOf(duplicate.LinkedAt!.Value);
        DateOnly[] days = duplicate.UnlinkedAt is { } apart ? [on.AddDays(-1), on, London.DateOf(apart)] : [on.AddDays(-1), on];
        return
        [
            .. days.Select(known =>
            {
                var together = known >= on && (duplicate.UnlinkedAt is not { } gone || known < London.DateOf(gone));
                Guid[] records = together ? [duplicate.Survivor, duplicate.Absorbed] : [duplicate.Survivor];
                return Of(
                    $"How many entries did the history of {_names[duplicate.Survivor]} have", known, known, Clocked($"children/{duplicate.Survivor}/history", known, known, "size=1"), "$.total",
                    [records.Sum(r => _knowledge.Entries(r, known))]);
            }),
        ];
    }

    /// <summary>The children in care on a 31 March, as known on that day and three months later.</summary>
    private Ask[] Figure(int back)
    {
        var march = new DateOnly(_authority.Settings.End.Year, 3, 31) is var last && last.AddDays(100) <= _authority.Settings.End ? last.AddYears(1 - back) : last.AddYears(-back);
        return
        [
            .. new[] { march, march.AddMonths(3) }.Select(known => Of(
                "How many children were in care", march, known, Clocked("lanes/care", march, known, "size=1"), "$.total",
                [_knowledge.Children.Count(c => _knowledge.InCare(c, march, known))])),
        ];
    }

    private static Ask[] BeforeAndAfter(DateTimeOffset recorded, Func<DateOnly, Ask> ask) => [ask(London.DateOf(recorded).AddDays(-1)), ask(London.DateOf(recorded))];

    private static Ask Of(string question, DateOnly valid, DateOnly known, Func<DateOnly, DateOnly, string> path, string take, IReadOnlyList<JsonNode> answer) =>
        Of(question, valid, known, path(valid, known), take, answer);

    private static Ask Of(string question, DateOnly valid, DateOnly known, string path, string take, IReadOnlyList<JsonNode> answer) =>
        new($"{question}, true on {Day(valid)} and as known on {Day(known)}?", valid, known, path, take, answer);

    private static Func<DateOnly, DateOnly, string> Child(Guid record) => (valid, known) => Clocked($"children/{record}", valid, known);

    private static Func<DateOnly, DateOnly, string> History(Guid record) => (valid, known) => Clocked($"children/{record}/history", valid, known, "size=1000");

    private static string Clocked(string path, DateOnly valid, DateOnly known, string? also = null) =>
        FormattableString.Invariant($"{path}?validAt={valid:O}&knownAt={known:O}{(also is null ? "" : $"&{also}")}");

    private static IReadOnlyList<JsonNode> Texts(string? text) => text is null ? [] : [text];

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>The first member in which the values differ from first to last.</summary>
    private static string? Differing(IFact first, IFact middle, IFact last)
    {
        var (a, b, c) = (Json(first), Json(middle), Json(last));
        return a.Concat(c).Select(m => m.Key).FirstOrDefault(k => !JsonNode.DeepEquals(a[k], c[k]) || !JsonNode.DeepEquals(b[k], c[k]));
    }

    private static JsonObject Json(IFact? fact) =>
        fact is null ? [] : JsonSerializer.SerializeToNode(fact, fact.GetType(), JourneyJson.Options)!.AsObject();
}

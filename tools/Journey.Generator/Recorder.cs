using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Generator;

/// <summary>
/// Turns what happened into acts as people record them: each some time after it happened, never before anything it names, and on each record
/// in the order in which it happened unless it stands aside.
/// </summary>
public sealed class Recorder(Settings settings)
{
    /// <summary>The acts of some happenings that touch no other records, in order of recording.</summary>
    public IEnumerable<Act> Record(IEnumerable<Happening> happenings)
    {
        var latest = new Dictionary<Guid, DateTimeOffset>();
        var acts = new List<Act>();
        foreach (var happening in happenings.OrderBy(h => h.On).ThenBy(h => h.At))
        {
            var chance = Chance.Of(settings.Seed, $"recording {happening.Said[0].FactId}");
            var at = Instant(happening.On, happening.At).AddMinutes(5 + (int)chance.Wait(600));
            foreach (var said in happening.Said)
            {
                at = latest.TryGetValue(said.Record, out var before) && before >= at ? before.AddSeconds(1) : at;
            }

            foreach (var said in happening.Said)
            {
                latest[said.Record] = at;
            }

            var records = happening.Said.GroupBy(s => (s.Record, s.Kind))
                .Select(g => new RecordSteps(g.Key.Record, g.Key.Kind, [.. g.Select(s => (Step)new Step.Record(chance.Id($"event {s.FactId}"), s.FactId, s.Fact))]));
            acts.Add(new Act(at, new Actor(happening.By, happening.Role), happening.Reason, chance.Id("act").ToString("D"), [.. records]));
        }

        return acts.Where(a => London.DateOf(a.At) <= settings.End).OrderBy(a => a.At);
    }

    private static DateTimeOffset Instant(DateOnly day, TimeOnly at) => London.ToInstant(day.ToDateTime(at)) ?? London.ToInstant(day.ToDateTime(at.AddHours(1)))!.Value;
}

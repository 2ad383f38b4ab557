using Journey.Record.Children;
using Journey.Record.Facts.Family;

namespace Journey.Generator.Telling;

/// <summary>Brothers and sisters who come into care on one day: whether they live together, why not, and how they meet.</summary>
public sealed class SiblingChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var entry in lives.SelectMany(l => l.Course.Care.Select(p => (Life: l, Period: p))).GroupBy(e => e.Period.From).Where(g => g.Count() > 1))
        {
            Group(entry.Key, [.. entry]);
        }
    }

    private static void Group(DateOnly day, List<(Life Life, CarePeriod Period)> members)
    {
        var first = members[0].Life;
        var key = FormattableString.Invariant($"siblings {day.DayNumber}");
        var ids = members.Select(m => m.Life.Child.Id).ToList();
        first.TellTogether(day, new TimeOnly(20, 0), first.Worker(day), "practitioner",
            [.. members.Select(m => (m.Life, key, (IFact)new SiblingGroupFormed(first.Id($"{key} group"), ids, "householdAtEntry", day)))]);

        var chance = first.Part(key);
        var assessed = CareDays.Working(day.AddDays(chance.Whole(10, 60)));
        var apart = members.Exists(m => !StayMaker.IsOneHome(m.Period.StayOn(assessed), members[0].Period.StayOn(assessed)));
        var recommended = apart ? chance.Pick<string>(("together", 55), ("apart", 25), ("partly", 20)) : "together";
        first.TellTogether(assessed, new TimeOnly(15, 5), first.Worker(assessed), "practitioner",
            [.. members.Select(m => (m.Life, $"{key} assessed", (IFact)new SiblingAssessmentCompleted(recommended, first.Worker(assessed), recommended switch
            {
                "together" => "Each calms the other.",
                "apart" => "One is hurt by the other when they are alone.",
                _ => "The younger ones need each other; the eldest needs a home alone.",
            }, assessed)))]);
        foreach (var (life, period) in members)
        {
            Separations(life, period, [.. members.Where(m => m.Life != life)], key, assessed, recommended);
        }
    }

    private static void Separations(Life life, CarePeriod period, List<(Life Life, CarePeriod Period)> others, string key, DateOnly assessed, string recommended)
    {
        var chance = life.Part($"apart {key}");
        var end = CareDays.End(life, period);
        var days = period.Stays.Select(s => s.From).Concat(others.SelectMany(o => o.Period.Stays.Select(s => s.From))).Select(d => CareDays.Latest(d, assessed.AddDays(1)))
            .Concat(others.Select(o => o.Period.To).OfType<DateOnly>()).Where(d => d > assessed && d < end && d <= life.Settings.End).Distinct().Order().ToList();
        string? open = null;
        var apartFrom = new List<Guid>();
        DateOnly? since = null;
        foreach (var day in days)
        {
            var apart = others.Where(o => o.Period.Holds(day) && !StayMaker.IsOneHome(o.Period.StayOn(day), period.StayOn(day))).Select(o => o.Life.Child.Id).ToList();
            if (apart.SequenceEqual(apartFrom))
            {
                continue;
            }

            if (open is not null)
            {
                life.Tell(day, new TimeOnly(18, 20), $"{open} end", new SiblingSeparationEnded(life.Id(open), day, apart.Count == 0 ? "They live together, or the other has left care." : "The group has changed."));
                open = null;
            }

            apartFrom = apart;
            if (apart.Count == 0)
            {
                continue;
            }

            since ??= day;
            open = FormattableString.Invariant($"{key} apart {day.DayNumber}");
            var type = period.StayOn(day).Type;
            life.Tell(day, new TimeOnly(18, 25), open, new SiblingSeparationDecided(
                apart,
                recommended == "apart" ? chance.Pick(["safety", "needs"]) : chance.Pick<string>(("noSufficiency", 62), ("needs", type == "K2" ? 30 : 14), ("age", 10), ("childWish", 8)),
                life.Manager(day),
                chance.Pick(["No carer could take all of them.", "The elder one needs a home with more staff.", "The carers of the younger ones could not keep both.", "Hurt by the other; safer apart for now."]),
                day,
                day.AddDays(90)), life.Manager(day), "manager");
        }

        if (since is not { } from)
        {
            return;
        }

        var names = (IReadOnlyList<string>)[.. others.Select(o => o.Life.Child.First).Distinct()];
        var every = chance.Pick<int>((7, 1), (14, 4), (28, 5), (42, 2));
        var first = from.AddDays(7);
        if (first >= end)
        {
            return;
        }

        life.Tell(first, new TimeOnly(12, 50), $"{key} contact", new SiblingContactPlanned(names, every, "inPerson", first));
        var n = 0;
        for (var on = first.AddDays(every); on < end && on <= life.Settings.End; on = on.AddDays(Math.Max(every, 28) * chance.Whole(1, 4)))
        {
            n++;
            if (chance.Happens(0.2))
            {
                life.Tell(on, new TimeOnly(16, 40), $"{key} contact {n}", new SiblingContactMissed(names, chance.Pick(["Nobody could drive.", "The other carer was away.", "Worker was ill and nobody took over.", "Child did not want to go."]), on), aside: true);
            }
            else
            {
                life.Tell(on, new TimeOnly(16, 40), $"{key} contact {n}", new SiblingContactHeld(names, chance.Pick<string>(("inPerson", 78), ("video", 14), ("phone", 8)), on, new TimeOnly(15, 0)), aside: true);
            }
        }
    }
}

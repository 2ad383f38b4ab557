using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;

namespace Journey.Generator.Telling;

/// <summary>How a placement was found, what it costs, and how far it lies from home.</summary>
public sealed class PlacementSearchChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var period in life.Course.Care)
            {
                foreach (var stay in period.Stays)
                {
                    var same = stay.Number > 1 && period.Stays[stay.Number - 2].Spell == stay.Spell;
                    if (!same && stay.Type is not ("P1" or "A5" or "A6" or "U1" or "U3" or "R5" or "Z1" or "Z12"))
                    {
                        Search(life, lives, period, stay);
                    }

                    if (!same)
                    {
                        Distance(life, period, stay);
                    }

                    if (stay.WeeklyCost > 0)
                    {
                        Costs(life, period, stay);
                    }
                }
            }
        }
    }

    private static void Search(Life life, IReadOnlyList<Life> lives, CarePeriod period, Stay stay)
    {
        var chance = life.Part($"search {period.Number}.{stay.Number}");
        var key = $"{period.Number}.{stay.Number}";
        var isNow = !stay.Planned || (stay.Number == 1 && period.Way is CareWay.Police or CareWay.Emergency);
        var from = isNow ? stay.From : stay.From.AddDays(-chance.Whole(4, 20));
        if (stay.Number == 1 && life.Course.NeedOn(from) is null)
        {
            from = stay.From;
        }
        else if (stay.Number > 1)
        {
            from = CareDays.Earliest(stay.From, CareDays.Latest(from, period.Stays[stay.Number - 2].From.AddDays(1)));
        }

        var siblings = lives.Where(l => l != life && l.Course.Care.Any(c => c.From == period.From)).Select(l => l.Child.Id).ToList();
        var age = life.Child.AgeOn(stay.From);
        var needs = new List<string>
        {
            age < 5
                ? chance.Pick(["A carer at home all day", "Near enough for time with parents", "Carers who know about babies and withdrawal", "Calm home with few visitors"])
                : age < 11
                    ? chance.Pick(["Close to school", "Near enough for time with parents", "Carers who know about trauma", "A home without younger children"])
                    : chance.Pick(["Close to school", "Away from older friends", "Carers who know about trauma", "A home without younger children", "Staff awake at night", "Near college and bus"]),
        };
        if (chance.Happens(0.6))
        {
            needs.Add(chance.Pick(["Help with sleep", "Patience with eating", "Same faith and food", "Help to get to appointments", "Bedroom of his or her own", "A garden"]));
        }

        var by = life.Worker(from);
        var late = isNow && period.Stays[0].From == from && stay.Number == 1;
        var at = new TimeOnly(late ? 19 : isNow ? 15 : 10, 5);
        if (!life.Tell(from, at, $"search {key}", new PlacementSearchStarted(needs, siblings, from, stay.From), by))
        {
            return;
        }

        var kind = stay.Type is "K2" or "K1" ? "home" : stay.Type is "K3" or "H5" ? "supported" : "foster";
        var asked = kind switch
        {
            "home" => 2 + Math.Min(13, (int)chance.Wait(4)),
            "supported" => 1 + chance.Whole(0, 3),
            _ => stay.ProviderCode == "PR1" ? chance.Whole(0, 2) : 1 + chance.Whole(0, 3),
        };
        var names = new HashSet<string> { stay.Agency };
        for (var n = 0; n < asked; n++)
        {
            var other = chance.Pick(Providers.Of(kind, chance.Pick<Journey.Generator.Distance>((Journey.Generator.Distance.InArea, 4), (Journey.Generator.Distance.Near, 3), (Journey.Generator.Distance.Far, 3))));
            if (!names.Add(other.Agency))
            {
                continue;
            }

            var purpose = $"approach {key}.{n}";
            var time = at.AddMinutes(5 + n);
            var answer = isNow ? from : CareDays.Earliest(from.AddDays(chance.Whole(0, 3)), stay.From);
            life.Tell(from, time, purpose, new ProviderApproached(life.Id($"search {key}"), other.Agency, other.Urn, from, time, from.AddDays(isNow ? 0 : 2)), by);
            var answered = answer == from ? time.AddMinutes(20 + chance.Whole(0, 60)) : new TimeOnly(9 + chance.Whole(0, 8), 30);
            if (kind != "foster" && chance.Happens(0.12))
            {
                life.Tell(answer, answered, $"{purpose} answer", new ProviderOffered(life.Id(purpose), other.Agency, other.Urn, Math.Round(stay.WeeklyCost * (decimal)(1.02 + (0.25 * chance.Next())) / 10) * 10, answer, answered), by);
            }
            else
            {
                life.Tell(answer, answered, $"{purpose} answer", new ProviderDeclined(life.Id(purpose), chance.Pick<string>(("noVacancy", 34), ("matching", 28), ("behaviour", 16), ("noReply", 8), ("distance", 4), ("timing", 5), ("cost", 3), ("registration", 2)), null, answer, answered), by);
            }
        }

        var ours = $"approach {key}";
        var offered = isNow ? from : CareDays.Earliest(from.AddDays(3), stay.From);
        var offeredAt = offered == from ? at.AddMinutes(125) : new TimeOnly(17, 15);
        life.Tell(from, at.AddMinutes(30), ours, new ProviderApproached(life.Id($"search {key}"), stay.Agency, stay.Urn, from, at.AddMinutes(30), from.AddDays(isNow ? 0 : 2)), by);
        life.Tell(offered, offeredAt, $"{ours} offer", new ProviderOffered(life.Id(ours), stay.Agency, stay.Urn, stay.WeeklyCost, offered, offeredAt), by);
        var isOut = stay.At.Authority != life.Town.Area;
        var approved = offered;
        life.Tell(approved, offeredAt.AddMinutes(30), $"approval {key}", new PlacementMatchedAndApproved(
            life.Id($"search {key}"),
            life.Id($"{ours} offer"),
            stay.Agency,
            stay.Urn,
            isOut,
            isOut ? (Providers.Miles(life.Town.Home(life.Family.Number), stay.At) > 20 ? "DCS" : "nominatedOfficer") : null,
            life.Manager(approved),
            chance.Pick(["Best match of those who offered.", "The only offer by tonight.", "Carers know about trauma.", "Close to family; visits stay possible.", stay.ProviderCode == "PR1" ? "Own carers, known to the service." : "Price is above the framework, but no other home would take the child.", age >= 8 && !isNow ? "Chosen with the child after a visit." : "Can take the child at once."]),
            approved), life.Manager(approved), "manager");
    }

    private static void Distance(Life life, CarePeriod period, Stay stay)
    {
        var key = $"{period.Number}.{stay.Number}";
        var isOut = stay.At.Authority != life.Town.Area;
        life.Tell(stay.From, new TimeOnly(23, 10), $"distance {key}", new PlacementDistanceComputed(life.Id($"stay {key}"), CareDays.Miles(life, period, stay), "gridRefStraightLine", !isOut, stay.From), "Placements office", "system");
        var chance = life.Part($"notice {key}");
        if (isOut && chance.Happens(0.85))
        {
            var on = CareDays.Working(stay.From.AddDays(chance.Whole(1, 9)));
            life.Tell(on, new TimeOnly(12, 0), $"notice {key}", new InformationShared(
                $"Children's services of {stay.At.Authority}", "Notice that the child is placed in the area", "Notice of a placement out of area", "Legal obligation", "notNeeded", life.Worker(on), "Placement lies in their area.", on, new TimeOnly(12, 0)), aside: true);
        }
    }

    private static void Costs(Life life, CarePeriod period, Stay stay)
    {
        var key = $"{period.Number}.{stay.Number}";
        var chance = life.Part($"cost {key}");
        var until = stay.To ?? CareDays.End(life, period);
        var isMonthly = stay.Type is "K3" or "H5" && stay.WeeklyCost > 6_000;
        var rate = isMonthly ? 30_000 : stay.WeeklyCost;
        var (from, n) = (stay.From, 0);
        while (true)
        {
            var purpose = $"cost {key}.{n}";
            life.Tell(from, new TimeOnly(23, 20), purpose, new PlacementCostAgreed(
                life.Id($"stay {key}"),
                rate,
                isMonthly ? "month" : "week",
                stay.Type == "K2" && rate > 6_500 ? Math.Round(rate / 6) : null,
                stay.Type is "S1" ? Math.Round(rate / 2) : null,
                stay.ProviderCode == "PR1" ? null : chance.Happens(0.6) ? "Example framework" : "Spot purchase",
                n > 0,
                from,
                null), "Placements office", "finance");
            var next = from.AddDays(330 + chance.Whole(0, 220));
            var rises = stay.ProviderCode != "PR1" && next.AddDays(20) < until && next <= life.Settings.End;
            var on = rises ? next : until;
            if (!rises && (period.To ?? stay.To) is null)
            {
                return;
            }

            life.Tell(on, new TimeOnly(23, 15), $"{purpose} end", new PlacementCostEnded(life.Id(purpose), rises ? "newPrice" : "placementEnded", on), "Placements office", "finance");
            if (!rises)
            {
                return;
            }

            rate = Math.Round(rate * (decimal)(1.02 + (0.06 * chance.Next())) / 5) * 5;
            (from, n) = (next, n + 1);
        }
    }
}

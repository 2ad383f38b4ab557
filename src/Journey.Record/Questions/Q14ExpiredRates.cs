using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Placements;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 14: placements whose recorded price had run out on a day.</summary>
public static class Q14ExpiredRates
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 14,
        Code = "expired-rates",
        Title = "Which placements had their cost recorded at an expired rate on a day?",
        Explains = "Placements that hold on the day and have prices, the last of which had ended by then. Asked as known at the point asked about and as known later: a new "
            + "price recorded late closes the gap in the second answer only. A temporary stay leaves the placement beneath it as it is; a carer's move takes its price along.",
        Lanes = [CareLanes.Care, PlacementLanes.Placement, CostLanes.Costs],
        Of = everyone =>
        {
            var day = everyone.Day;
            var rows = new List<AnswerRow>();
            foreach (var child in Compared.Of(everyone))
            {
                var (then, now) = (Expired(child.Then, day), Expired(child.Now, day));
                rows.AddRange(then.Keys.Union(now.Keys).Order().Select(placement => Row(child.Child, placement, then.GetValueOrDefault(placement), now.GetValueOrDefault(placement))));
            }

            return new Answered(
                $"{Asking.Counted(rows.Count(r => r.Cells[3] is true), "placement", "placements")} at an expired rate on {Words.Date(day)} as known then, "
                    + $"{rows.Count(r => r.Cells[4] is true)} as known later.",
                ["rate", "per", "expiredOn", "then", "now"],
                rows);
        },
    };

    /// <summary>The price that ended last, by the placement that holds on the day.</summary>
    private static Dictionary<Guid, Interval> Expired(IEnumerable<Timelines> children, DateOnly day)
    {
        var expired = new Dictionary<Guid, Interval>();
        foreach (var child in children.Where(c => c.On(CareLanes.Care, day).Any()))
        {
            if (Placed(child, day) is not { } placement)
            {
                continue;
            }

            var named = Names(child, placement).ToHashSet();
            var prices = child[CostLanes.Costs].Where(i => named.Contains(i.As<PlacementCost>().Placement) && i.From <= day).ToList();
            if (prices.Count > 0 && !prices.Exists(i => i.Period.Contains(day)))
            {
                expired[placement.FactId] = prices.MaxBy(i => i.To)!;
            }
        }

        return expired;
    }

    /// <summary>The placement on a day, under a temporary stay the one that it left.</summary>
    private static Interval? Placed(Timelines child, DateOnly day) => child.On(PlacementLanes.Placement, day).FirstOrDefault() is not { } on ? null
        : !CareCodes.IsTemporary(on.As<Placement>().Type) ? on
        : child[PlacementLanes.Placement].LastOrDefault(i => i.From <= day && i.To <= on.From && !CareCodes.IsTemporary(i.As<Placement>().Type));

    /// <summary>The placement, and those before it whose carer moved with the child.</summary>
    private static IEnumerable<Guid> Names(Timelines child, Interval placement)
    {
        for (var at = placement; at is not null;)
        {
            yield return at.FactId;
            var before = at.As<Placement>().Continues;
            at = before is null || before == at.FactId ? null : child[PlacementLanes.Placement].FirstOrDefault(i => i.FactId == before && i.From < at.From);
        }
    }

    private static AnswerRow Row(Guid child, Guid placement, Interval? then, Interval? now)
    {
        var price = (then ?? now)!;
        var cost = price.As<PlacementCost>();
        return new AnswerRow(child, [cost.Rate, cost.Per, price.To, then is not null, now is not null], [placement, price.FactId]);
    }
}

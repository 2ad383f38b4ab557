using System.Runtime.CompilerServices;
using Journey.Record.Facts.Care;
using Journey.Record.Measures;

namespace Journey.Record.Clocks;

/// <summary>
/// An unbroken period of care, short breaks left out, from its first day up to, not including, its last, with its episodes and the fact on
/// which it rests.
/// </summary>
internal sealed record CarePeriod(Guid Fact, DateOnly From, DateOnly To, IReadOnlyList<CareEpisode> Episodes)
{
    public const string Ended = "The child ceased to be looked after.";

    private static readonly ConditionalWeakTable<Timelines, List<CarePeriod>> Made = [];

    public Mark Start => new(Fact, From);

    /// <summary>The marks within it, the last day included, in order.</summary>
    public IEnumerable<Mark> Within(IEnumerable<Mark> marks) => marks.Where(m => m.On >= From && m.On <= To);

    /// <summary>The periods of a child, in order. Many clocks ask for them: they are made once for the same timelines.</summary>
    public static IReadOnlyList<CarePeriod> Of(Timelines child) => Made.GetValue(child, Make);

    private static List<CarePeriod> Make(Timelines child)
    {
        var periods = new List<CarePeriod>();
        foreach (var episode in LookedAfter.Episodes(child).Where(e => !e.IsShortBreak && !(e.To < e.From)))
        {
            if (periods.Count > 0 && periods[^1] is var last && episode.From <= last.To && !(episode.Rne == "S" && episode.From >= last.To))
            {
                periods[^1] = last with { To = episode.To > last.To ? episode.To : last.To, Episodes = [.. last.Episodes, episode] };
            }
            else
            {
                var fact = child[CareLanes.Care].FirstOrDefault(i => i.From == episode.From)?.FactId ?? episode.Fact;
                periods.Add(new CarePeriod(fact, episode.From, episode.To, [episode]));
            }
        }

        return periods;
    }
}

using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>
/// M1: placement spells that touch the year. Episodes are folded in date order, short breaks dropped; a spell starts on RNE S, P or B
/// (policy Carer) or also on T or U (policy Address); temporary spells are dropped and a return to the same setting is joined.
/// </summary>
public static class M1PlacementsInYear
{
    /// <summary>A change of carer starts a spell.</summary>
    public static Measure Carer { get; } = Define(
        "M1-carer", "Placements in the year", "Carer: a change of carer begins a placement; a move of the same carer does not", "S P B");

    /// <summary>A change of address starts a spell, whoever cares.</summary>
    public static Measure Address { get; } = Define(
        "M1-address", "Placements in the year", "Address: a change of address begins a placement, whoever cares", "S P B T U");

    /// <summary>An unbroken stay, from its first day up to, not including, its last.</summary>
    public sealed record Spell(DateOnly From, DateOnly To, (string?, string?, string?, string?) Setting, IReadOnlyList<Guid> Facts)
    {
        /// <summary>The days covered.</summary>
        public Period Period => new(From, To < From ? From : To);
    }

    /// <summary>The spells of a child, over all time.</summary>
    public static IReadOnlyList<Spell> Spells(IEnumerable<CareEpisode> episodes, string starts)
    {
        var spells = new List<Spell>();
        var facts = new List<Guid>();
        var afterTemporary = false;
        foreach (var episode in episodes.Where(e => !e.IsShortBreak))
        {
            if (CareCodes.IsTemporary(episode.Place))
            {
                afterTemporary = true;
                continue;
            }

            var setting = (episode.Place, episode.Provider, episode.Urn, episode.Postcode);
            var last = spells.Count > 0 ? spells[^1] : null;
            var returns = afterTemporary && episode.Rne != "S" && last?.Setting == setting;
            var begins = last is null || (episode.Rne is { Length: > 0 } rne && starts.Contains(rne, StringComparison.Ordinal));
            if (begins && !returns)
            {
                facts = [episode.Fact];
                spells.Add(new Spell(episode.From, episode.To, setting, facts));
            }
            else
            {
                spells[^1] = last! with { To = episode.To > last.To ? episode.To : last.To, Setting = setting };
                facts.Add(episode.Fact);
            }

            afterTemporary = false;
        }

        return spells;
    }

    /// <summary>The spells that touch a window; by default a change of carer starts one.</summary>
    internal static List<Spell> SpellsIn(Period window, IEnumerable<CareEpisode> episodes, string starts = "S P B") =>
        [.. Spells(episodes, starts).Where(s => s.Period.Touches(window))];

    private static Measure Define(string code, string title, string policy, string starts) => new()
    {
        Code = code,
        Title = title,
        Cohort = "Children looked after on the last day of the window",
        Numerator = "Three placements or more",
        Exclusions = "Short breaks (V3, V4); temporary placements (T0 to T4)",
        Policy = policy,
        Unit = "placements",
        Source = "SSDA903 placement stability; the counting of T and U is a policy of this record",
        Lanes = CareEpisodes.Lanes,
        Holding = LookedAfter.Holding,
        Of = (child, window, _) => LookedAfter.Judge(child, window, episodes =>
        {
            var spells = SpellsIn(window, episodes, starts);
            return child.In(spells.Count >= 3, $"{spells.Count} placement spells touch the window.", spells.Count, spells.SelectMany(s => s.Facts));
        }),
    };
}

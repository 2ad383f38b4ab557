using Journey.Record.Codes;

namespace Journey.Exchange.Ssda903.Checks;

/// <summary>A return laid out for its rules: its year, its children, and their rows in order.</summary>
internal sealed class ReturnInCheck
{
    private readonly Dictionary<string, DateOnly> _births = [];

    public ReturnInCheck(ReturnSet set, ReturnSet? last, int year)
    {
        Set = set;
        Year = year;
        Start = new(year - 1, 4, 1);
        End = new(year, 3, 31);
        Children = ByChild(set.Episodes);
        LastChildren = ByChild(last?.Episodes ?? []);
        Steps = [.. Children.Values.SelectMany(episodes => episodes.Select((e, i) => new Step(
            e,
            episodes.ElementAtOrDefault(i - 2),
            episodes.ElementAtOrDefault(i - 1),
            episodes.ElementAtOrDefault(i + 1))))];
        Workers = set.SocialWorkers.ToLookup(w => w.Child);
        foreach (var header in set.Header)
        {
            if (header.Dob is { } dob)
            {
                _births.TryAdd(header.Child, dob);
            }
        }
    }

    public ReturnSet Set { get; }

    public int Year { get; }

    /// <summary>The first day of the year.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day of the year.</summary>
    public DateOnly End { get; }

    /// <summary>Each child's episodes in order.</summary>
    public IReadOnlyDictionary<string, EpisodeRow[]> Children { get; }

    /// <summary>Each child's episodes in last year's return.</summary>
    public IReadOnlyDictionary<string, EpisodeRow[]> LastChildren { get; }

    /// <summary>Each episode with those around it.</summary>
    public IReadOnlyList<Step> Steps { get; }

    public ILookup<string, SocialWorkerRow> Workers { get; }

    /// <summary>The child's date of birth as the row states it, or else the header.</summary>
    public DateOnly? Birth(string child, DateOnly? stated = null) => stated ?? (_births.TryGetValue(child, out var dob) ? dob : null);

    /// <summary>True when the birthday of that age is on or before the day; false when no date of birth is known.</summary>
    public static bool HasReached(DateOnly? birth, int age, DateOnly day) => birth?.AddYears(age) <= day;

    /// <summary>The child's episode that holds at the end of 31 March, short breaks left out.</summary>
    public EpisodeRow? AtEnd(string child) =>
        Children.TryGetValue(child, out var episodes)
            ? episodes.LastOrDefault(e => e.Decom <= End && (e.Dec is null || e.Dec > End) && !CareCodes.IsShortBreak(e.Ls))
            : null;

    /// <summary>True when the child is looked after from the first day of the year to the last, without short breaks.</summary>
    public bool AllYear(string child) =>
        Children.TryGetValue(child, out var episodes)
        && episodes.Any(e => e.Decom <= Start && (e.Dec is null || e.Dec > Start))
        && !episodes.Any(e => CareCodes.IsShortBreak(e.Ls) || (e.Rne == "S" && e.Decom > Start) || (e.Rec != "X1" && e.Dec >= Start && e.Dec <= End));

    /// <summary>The day on which the unbroken care that an episode is part of began, as far as the return tells.</summary>
    public DateOnly StartOfCare(EpisodeRow episode)
    {
        var first = episode;
        foreach (var earlier in Children[episode.Child].Reverse().SkipWhile(e => e != episode).Skip(1))
        {
            if (first.Rne == "S" || earlier.Dec != first.Decom)
            {
                break;
            }

            first = earlier;
        }

        return first.Decom!.Value;
    }

    private static Dictionary<string, EpisodeRow[]> ByChild(IEnumerable<EpisodeRow> episodes) =>
        episodes.Where(e => e.Decom is not null)
            .GroupBy(e => e.Child, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(e => e.Decom).ThenBy(e => e.Dec ?? DateOnly.MaxValue).ToArray(), StringComparer.Ordinal);

    /// <summary>An episode, with the child's two before it and the one after.</summary>
    internal sealed record Step(EpisodeRow This, EpisodeRow? BeforePrevious, EpisodeRow? Previous, EpisodeRow? Next);
}

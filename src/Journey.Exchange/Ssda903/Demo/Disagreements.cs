namespace Journey.Exchange.Ssda903.Demo;

/// <summary>Makes the three returns disagree as real ones do; each kind is named, so that tests and people can find it.</summary>
internal static class Disagreements
{
    private const string UnknownPlace = "Q9";

    public static ReturnSet In2024(ReturnSet set) => LateRowsAreMissing(Unclosed(Overlapping(FilledHeader(set)), 12));

    public static ReturnSet In2025(ReturnSet set, ReturnSet yearBefore) => LateRowsAppear(
        ReviewTwice(ReviewOutsideTheYear(UnknownCode(LeftOut(set, Lives.FirstLeftOut, Lives.FirstLeftOutForAYear + 1)))),
        yearBefore);

    public static ReturnSet In2026(ReturnSet set) => LeftOut(set, Lives.FirstLeftOut, Lives.FirstLeftOut + 1);

    /// <summary>The episodes of some children are not reported; their header and other rows are.</summary>
    private static ReturnSet LeftOut(ReturnSet set, int first, int last)
    {
        var children = Enumerable.Range(first, last - first + 1).Select(Child).ToHashSet(StringComparer.Ordinal);
        return set with { Episodes = [.. set.Episodes.Where(e => !children.Contains(e.Child))] };
    }

    /// <summary>A header row for a child without any episode.</summary>
    private static ReturnSet FilledHeader(ReturnSet set)
    {
        var life = Lives.All[Lives.WithoutEpisodes - 1];
        return set with { Header = [.. set.Header, new(life.Child, life.Sex == "M" ? "1" : "2", life.Born, life.Ethnic, life.Upn, null, null)] };
    }

    /// <summary>Two children's first closed episode ends five days after their next one begins.</summary>
    private static ReturnSet Overlapping(ReturnSet set)
    {
        var children = set.Episodes.GroupBy(e => e.Child).Where(g => g.Count() > 2).Select(g => g.First()).Where(e => e.Rec == "X1").Take(2).ToList();
        return set with { Episodes = [.. set.Episodes.Select(e => children.Contains(e) ? e with { Dec = e.Dec?.AddDays(5) } : e)] };
    }

    /// <summary>An episode has no end although another follows.</summary>
    private static ReturnSet Unclosed(ReturnSet set, int skip)
    {
        var unclosed = set.Episodes.GroupBy(e => e.Child).Where(g => g.Count() > 1).Select(g => g.First()).Where(e => e.Rec == "X1").ElementAt(skip);
        return set with { Episodes = [.. set.Episodes.Select(e => e == unclosed ? e with { Dec = null } : e)] };
    }

    /// <summary>A placement type that no year knows.</summary>
    private static ReturnSet UnknownCode(ReturnSet set)
    {
        var odd = set.Episodes.First(e => e is { Place: "K2", Dec: not null });
        return set with { Episodes = [.. set.Episodes.Select(e => e == odd ? e with { Place = UnknownPlace } : e)] };
    }

    /// <summary>One review is dated years before, and one years after the year.</summary>
    private static ReturnSet ReviewOutsideTheYear(ReturnSet set) => set with
    {
        Reviews = [.. set.Reviews.Select((r, i) => i switch
        {
            4 => r with { Review = r.Review?.AddYears(-8) },
            9 => r with { Review = r.Review?.AddYears(3) },
            _ => r,
        })],
    };

    /// <summary>One review stands twice, and one stands again with another code.</summary>
    private static ReturnSet ReviewTwice(ReturnSet set) => set with
    {
        Reviews = [.. set.Reviews, set.Reviews[20], set.Reviews[30] with { ReviewCode = set.Reviews[30].ReviewCode == "PN2" ? "PN3" : "PN2" }],
    };

    /// <summary>What was not reported in its own year.</summary>
    private static ReturnSet LateRowsAreMissing(ReturnSet set) => set with
    {
        Episodes = [.. set.Episodes.Where(e => e.Child != Child(Lives.Late))],
        Reviews = [.. set.Reviews.Where(r => r.Child != Child(Lives.Late))],
        Missing = [.. set.Missing.Where(m => m.Child != Child(Lives.Late))],
        Header = [.. set.Header.Where(h => h.Child != Child(Lives.Late))],
        PreviousPermanence = [.. set.PreviousPermanence.Where(p => p.Child != Child(Lives.Late))],
        SocialWorkers = [.. set.SocialWorkers.Where(w => w.Child != Child(Lives.Late))],
    };

    /// <summary>Reported a year late: an episode, reviews and missing episodes of the year before.</summary>
    private static ReturnSet LateRowsAppear(ReturnSet set, ReturnSet yearBefore) => set with
    {
        Episodes = [.. yearBefore.Episodes.Where(e => e.Child == Child(Lives.Late) && e.Dec is not null), .. set.Episodes],
        Reviews = [.. yearBefore.Reviews.Where(r => r.Child == Child(Lives.Late)), .. set.Reviews],
        Missing = [.. yearBefore.Missing.Where(m => m.Child == Child(Lives.Late)), .. set.Missing],
    };

    private static string Child(int number) => Lives.All[number - 1].Child;
}

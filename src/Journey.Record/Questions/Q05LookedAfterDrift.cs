using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 5: how many children were looked after on a day, as known at two points.</summary>
public static class Q05LookedAfterDrift
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 5,
        Code = "looked-after-drift",
        Title = "How many children were looked after on a day, as known when the return was signed off and as known later?",
        Explains = "Children with an episode that holds at the end of the day, short breaks left out, counted at the point asked about and at the later one. The rows "
            + "are the children who make the difference; records that a link has joined since count as many at the first point and as one at the second.",
        Lanes = CareEpisodes.Lanes,
        Of = everyone =>
        {
            var counted = Compared.Of(everyone).Select(c => (c.Child, Then: Holding(c.Then, everyone.Day), Now: Holding(c.Now, everyone.Day))).ToList();
            var (then, now) = (counted.Sum(c => c.Then.Count), counted.Sum(c => c.Now.Count));
            return new Answered(
                $"{Asking.Children(then)} looked after on {Words.Date(everyone.Day)} as known then, {now} as known later: {(now >= then ? "+" : "-")}{Math.Abs(now - then)}.",
                ["then", "now"],
                [
                    .. counted.Where(c => c.Then.Count != c.Now.Count)
                        .Select(c => new AnswerRow(c.Child, [c.Then.Count, c.Now.Count], [.. c.Then.Concat(c.Now).SelectMany(f => f).Distinct()])),
                ]);
        },
    };

    /// <summary>Of those looked after on the day, the facts that say so.</summary>
    private static List<List<Guid>> Holding(IEnumerable<Timelines> children, DateOnly day) =>
        [.. children.Select(c => LookedAfter.On(LookedAfter.Episodes(c), day).Select(e => e.Fact).ToList()).Where(f => f.Count > 0)];
}

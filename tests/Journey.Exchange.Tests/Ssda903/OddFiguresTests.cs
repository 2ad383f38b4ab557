using System.Globalization;
using Journey.Exchange.Ssda903;
using Journey.Record.Measures;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>Figures over returns that state what cannot be.</summary>
public sealed class OddFiguresTests
{
    private static readonly DateOnly Known = new(2024, 6, 30);

    [Fact]
    public void A_child_in_temporary_placements_only_has_no_carer_to_count()
    {
        var contribution = Of(M3SameCarer.Measure, Episode(new DateOnly(2020, 1, 1), null, "S", "T1"));
        (contribution.InCohort, contribution.Counts).ShouldBe((true, false));
    }

    [Fact]
    public void A_short_episode_inside_a_long_one_breaks_neither_the_period_nor_the_carer()
    {
        var contribution = Of(
            M3SameCarer.Measure,
            Episode(new DateOnly(2020, 1, 1), null, "S", "U4"),
            Episode(new DateOnly(2023, 5, 1), new DateOnly(2023, 5, 9), "P", "K2"));
        (contribution.InCohort, contribution.Counts).ShouldBe((true, true));
    }

    [Fact]
    public void The_words_of_a_figure_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            Of(M2PlacementsAnnexA.Measure, Episode(new DateOnly(2020, 1, 1), null, "S", "U4")).Why.ShouldContain("2024-03-31");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Contribution Of(Measure measure, params EpisodeRow[] episodes)
    {
        var authority = new MemoryAuthority();
        authority.Load(
            ReturnSet.Empty with { Header = [new HeaderRow("A1", "1", new DateOnly(2014, 1, 2), "WBRI", "UN1", null, null)], Episodes = episodes }, 2024, Known);
        return authority.Figure(measure, 2024).Contributions.Single();
    }

    private static EpisodeRow Episode(DateOnly decom, DateOnly? dec, string rne, string place) =>
        new("A1", decom, rne, "C2", "N1", place, "PR1", dec, dec is null ? null : "X1", null, null, null, null);
}

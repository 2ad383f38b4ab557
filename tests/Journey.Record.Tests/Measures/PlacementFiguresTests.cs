using System.Globalization;
using Journey.Record.Children;
using Journey.Record.Facts.Placements;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>M4, M5, new placements and placements in two years.</summary>
public sealed class PlacementFiguresTests
{
    [Theory]
    [InlineData(562000, "19.9", false)]
    [InlineData(562200, "20.0", false)]
    [InlineData(563000, "20.5", true)]
    [InlineData(530000, "0.0", false)]
    public void E6_miles_between_points_of_the_grid_and_what_is_far(int east, string miles, bool far)
    {
        var computed = M4Distance.Miles((530000, 180000), (east, 180000));
        computed.ShouldBe(decimal.Parse(miles, CultureInfo.InvariantCulture));
        M4Distance.IsFar(computed).ShouldBe(far);
        Measure("M4").Ask(Child(computed, true)).Sums().ShouldBe((1, far ? 1 : 0, far ? 1 : 0));
    }

    [Fact]
    public void The_line_runs_both_ways_and_across() => M4Distance.Miles((0, 3000), (4000, 0)).ShouldBe(M4Distance.Miles((4000, 0), (0, 3000)));

    [Theory]
    [InlineData(20.04, 20.0, 0)]
    [InlineData(20.05, 20.1, 1)]
    public void Over_20_miles_is_judged_on_one_decimal(double miles, double value, int far)
    {
        var figure = Measure("M4-known").Ask(Child((decimal)miles, true));
        (figure.Numerator, figure.Values().Single()).ShouldBe((far, (decimal)value));
    }

    [Fact]
    public void An_unknown_distance_has_no_value_and_stays_only_where_it_is_kept()
    {
        ChildRecord[] children = [Child(25m, null), Child(null, null), NeverComputed()];
        Measure("M4").Ask(children).Sums().ShouldBe((3, 1, 1m / 3));
        Measure("M4").Ask(children).Spread!.Median.ShouldBe(25);
        Measure("M4-known").Ask(children).Sums().ShouldBe((1, 1, 1));
        Measure("M4").Ask(NeverComputed()).Values().ShouldBe([null]);
    }

    [Fact]
    public void The_area_is_out_or_in_or_not_known()
    {
        ChildRecord[] children = [Child(1m, false), Child(1m, true), Child(1m, null)];
        Measure("M5").Ask(children).Sums().ShouldBe((3, 1, 1m / 3));
        Measure("M5-known").Ask(children).Sums().ShouldBe((2, 1, 0.5m));
    }

    [Fact]
    public void The_last_computation_of_a_placement_holds_and_that_of_an_earlier_one_does_not()
    {
        var (first, second) = (Placed(On(2025, 5, 1)), Placed(On(2025, 9, 1), "SC2", "ZZ9 9ZZ"));
        var child = Told(
            Started(On(2025, 5, 1)), first, second,
            Said(new PlacementDistanceComputed(second.Id, 30, "grid", true, On(2025, 9, 1))),
            Said(new PlacementDistanceComputed(second.Id, 3, "grid", true, On(2025, 9, 20))),
            Said(new PlacementDistanceComputed(first.Id, 50, "grid", true, On(2025, 10, 1))));
        Measure("M4").Ask(child).Values().ShouldBe([3]);
        Measure("M4-new").Ask(child).Values().ShouldBe([50, 3], ignoreOrder: true);
    }

    [Fact]
    public void In_hospital_the_placement_left_is_the_placement()
    {
        var placed = Placed(On(2025, 5, 1));
        var child = Told(
            Started(On(2025, 5, 1)), placed, Said(new TemporaryMoveStarted(On(2026, 3, 20), "T1")),
            Said(new PlacementDistanceComputed(placed.Id, 22, "grid", false, On(2025, 5, 1))));
        Measure("M4").Ask(child).Values().ShouldBe([22]);
        Measure("M5").Ask(child).Numerator.ShouldBe(1);
        NewPlacements.Measure.Ask(child).Result.ShouldBe(1);
    }

    [Fact]
    public void A_child_in_temporary_placements_only_has_no_known_place()
    {
        var child = Told(Stated(On(2026, 3, 1), place: "T1"));
        Measure("M4").Ask(child).Sums().ShouldBe((1, 0, 0));
        Measure("M4-known").Ask(child).Denominator.ShouldBe(0);
        Measure("M5-new").Ask(child).Why().ShouldBe("No placement began in the window.");
    }

    [Fact]
    public void A_placement_is_as_far_after_a_change_of_legal_status_as_before()
    {
        var first = Stated(On(2025, 5, 1), "S", On(2025, 9, 1), "X1");
        var child = Told(first, Stated(On(2025, 9, 1), "L"), Said(new PlacementDistanceComputed(first.Id, 21, "grid", null, On(2025, 5, 1))));
        Measure("M4").Ask(child).Sums().ShouldBe((1, 1, 1));
        Measure("M4-new-known").Ask(child).Sums().ShouldBe((1, 1, 1));
        Measure("M5-known").Ask(child).Denominator.ShouldBe(0);
    }

    [Fact]
    public void New_placements_begin_on_a_day_of_the_window_and_a_change_of_legal_status_is_none()
    {
        var child = Told(
            Stated(On(2025, 3, 31), "S", On(2025, 4, 1), "X1"), Stated(On(2025, 4, 1), "P", On(2025, 6, 1), "X1", urn: "SC2"),
            Stated(On(2025, 6, 1), "L", On(2026, 3, 31), "X1", urn: "SC2"), Stated(On(2026, 3, 31), "T", On(2026, 4, 1), "X1", urn: "SC2", postcode: "ZZ2 2AA"),
            Stated(On(2026, 4, 1), "P", urn: "SC3"));
        var figure = NewPlacements.Measure.Ask(child);
        figure.Result.ShouldBe(2);
        figure.Contributions.Select(c => c.On).ShouldBe([On(2025, 4, 1), On(2026, 3, 31)], ignoreOrder: true);
        figure.Contributions.Select(c => c.Item).ShouldBeUnique();
        NewPlacements.Measure.Ask(Told(Stated(On(2025, 5, 1), legal: "V4"))).Result.ShouldBe(0);
    }

    [Theory]
    [InlineData(2024, 4, 1, 1, 1)]
    [InlineData(2024, 4, 2, 0, 0)]
    public void Two_years_are_looked_at_of_children_in_care_for_two_years(int year, int month, int day, int cohort, int three)
    {
        var start = On(year, month, day);
        var child = Told(
            Stated(start, "S", On(2024, 9, 1), "X1"), Stated(On(2024, 9, 1), "P", On(2025, 2, 1), "X1", urn: "SC2"), Stated(On(2025, 2, 1), "P", urn: "SC3"));
        var figure = PlacementsInTwoYears.Measure.Ask(child);
        (figure.Denominator, figure.Numerator).ShouldBe((cohort, three));
        M1PlacementsInYear.Carer.Ask(child).Values().ShouldBe([1]);
    }

    [Fact]
    public void A_break_in_care_begins_the_two_years_anew() => PlacementsInTwoYears.Measure
        .Ask(Told(Stated(On(2020, 1, 1), "S", On(2025, 5, 1), "E4A"), Stated(On(2025, 5, 2)))).Denominator.ShouldBe(0);

    private static ChildRecord Child(decimal? miles, bool? inArea)
    {
        var placed = Placed(On(2025, 5, 1));
        return Told(Started(On(2025, 5, 1)), placed, Said(new PlacementDistanceComputed(placed.Id, miles, "grid", inArea, On(2025, 5, 1))));
    }

    private static ChildRecord NeverComputed() => Told(Stated(On(2025, 5, 1)));

    private static Measure Measure(string code) => MeasureCatalogue.Find(code)!;
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Education;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>M18, and M28 which counts school, placements and workers at once.</summary>
public sealed class SchoolFiguresTests
{
    [Fact]
    public void A_move_to_the_next_phase_is_a_move_but_not_in_the_middle_of_a_year()
    {
        var child = Child(Joined("100000", On(2023, 9, 1), false), Joined("200000", On(2025, 9, 1), false, "secondary"));
        M18SchoolMoves.Any.Ask(child).Sums().ShouldBe((1, 1, 1));
        M18SchoolMoves.MidYear.Ask(child).Sums().ShouldBe((1, 0, 0));
        M18SchoolMoves.MidYear.Ask(Child(Joined("100000", On(2023, 9, 1), false), Joined("200000", On(2025, 11, 3), true))).Sums().ShouldBe((1, 1, 1));
    }

    [Fact]
    public void The_first_school_is_no_move_nor_is_a_return_to_the_same_after_days_without_one()
    {
        var first = Joined("100000", On(2025, 5, 1), true);
        M18SchoolMoves.Any.Ask(Child(first)).Values().ShouldBe([0]);
        var left = Said(new SchoolLeft(first.Id, "placementMove", On(2025, 9, 1)));
        M18SchoolMoves.Any.Ask(Child(first, left, Joined("100000", On(2025, 10, 1), true))).Values().ShouldBe([0]);
        M18SchoolMoves.Any.Ask(Child(first, left, Joined("200000", On(2025, 10, 1), true))).Values().ShouldBe([1]);
    }

    [Theory]
    [InlineData(2025, 3, 31, 0)]
    [InlineData(2025, 4, 1, 1)]
    [InlineData(2026, 3, 31, 1)]
    [InlineData(2026, 4, 1, 0)]
    public void A_move_counts_on_a_day_of_the_window(int year, int month, int day, int moves) =>
        M18SchoolMoves.Any.Ask(Child(Joined("100000", On(2023, 9, 1), false), Joined("200000", On(year, month, day), true))).Values().ShouldBe([moves]);

    [Theory]
    [InlineData(2021, 3, 31, 1)]
    [InlineData(2021, 4, 1, 0)]
    [InlineData(2010, 4, 1, 1)]
    [InlineData(2010, 3, 31, 0)]
    public void Children_of_5_to_15_on_the_last_day_are_asked(int year, int month, int day, int cohort) => M18SchoolMoves.Any
        .Ask(Told(Born(year, month, day), Stated(On(2024, 1, 1)), Joined("100000", On(2025, 9, 1), false))).Denominator.ShouldBe(cohort);

    [Fact]
    public void Without_a_school_or_an_age_or_care_a_child_is_out_and_is_told_why()
    {
        M18SchoolMoves.Any.Ask(Child()).Why().ShouldBe("No school is on record.");
        M18SchoolMoves.Any.Ask(Told(Stated(On(2024, 1, 1)), Joined("100000", On(2025, 9, 1), false))).Denominator.ShouldBe(0);
        M18SchoolMoves.Any.Ask(Told(Born(2014, 1, 1), Joined("100000", On(2025, 9, 1), false))).Why()
            .ShouldBe("Not looked after on the last day of the window.");
        M18SchoolMoves.Any.Ask(Child(Joined("100000", On(2026, 4, 1), false))).Why().ShouldBe("No school is on record.");
    }

    [Fact]
    public void All_three_kinds_of_instability_are_each_any_and_all()
    {
        (Guid, IFact)[] moves =
            [Stated(On(2025, 6, 1), "P", On(2025, 8, 1), "X1", urn: "SC2"), Stated(On(2025, 8, 1), "P", urn: "SC3")];
        (Guid, IFact)[] schools = [Joined("100000", On(2023, 9, 1), false), Joined("200000", On(2025, 11, 3), true)];
        (Guid, IFact)[] workers = [Allocated("SW1", On(2025, 4, 1)), Allocated("SW2", On(2025, 6, 1)), Allocated("SW1", On(2025, 9, 1))];
        var start = Stated(On(2024, 1, 1), "S", On(2025, 6, 1), "X1");
        var stays = Stated(On(2025, 6, 1), "L");
        ChildRecord[] children =
        [
            Told([start, .. moves, .. schools, .. workers]), Told([start, .. moves, .. schools]), Told([start, stays, .. workers]), Told([start, stays]),
        ];
        Measure("M28-placement").Ask(children).Sums().ShouldBe((4, 2, 0.5m));
        Measure("M28-school").Ask(children).Sums().ShouldBe((4, 2, 0.5m));
        Measure("M28-worker").Ask(children).Sums().ShouldBe((4, 2, 0.5m));
        Measure("M28-any").Ask(children).Sums().ShouldBe((4, 3, 0.75m));
        Measure("M28-all").Ask(children).Sums().ShouldBe((4, 1, 0.25m));
        Measure("M28-any").Ask(children).Values().Order().ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void By_the_department_two_workers_in_turn_are_not_three_and_any_move_of_school_is_one()
    {
        var child = Told(
            Stated(On(2024, 1, 1)), Joined("100000", On(2023, 9, 1), false), Joined("200000", On(2025, 9, 1), false, "secondary"),
            Allocated("SW1", On(2025, 4, 1)), Allocated("SW2", On(2025, 6, 1)), Allocated("SW1", On(2025, 9, 1)));
        Measure("M28-high-any").Ask(child).Values().ShouldBe([1]);
        Measure("M28-high-all").Ask(child).Numerator.ShouldBe(0);
        Measure("M28-any").Ask(child).Contributions.Single().Why.ShouldBe("Instability of worker.");
        Measure("M28-high-any").Ask(child).Contributions.Single().Why.ShouldBe("Instability of school.");
        var all = Told(
            Stated(On(2025, 4, 1), "S", On(2025, 6, 1), "X1"), Stated(On(2025, 6, 1), "P", On(2025, 8, 1), "X1", urn: "SC2"), Stated(On(2025, 8, 1), "B", urn: "SC3"),
            Joined("100000", On(2023, 9, 1), false), Joined("200000", On(2025, 9, 1), false, "secondary"),
            Allocated("SW1", On(2025, 4, 1)), Allocated("SW2", On(2025, 6, 1)), Allocated("SW3", On(2025, 9, 1)));
        Measure("M28-high-all").Ask(all).Sums().ShouldBe((1, 1, 1));
        Measure("M28-high-all").Ask(Period.Year(2027), all).Sums().ShouldBe((1, 0, 0));
    }

    private static ChildRecord Child(params (Guid Id, IFact Fact)[] schools) => Told([Born(2014, 1, 1), Stated(On(2024, 1, 1)), .. schools]);

    private static (Guid Id, IFact Fact) Joined(string urn, DateOnly on, bool midYear, string phase = "primary") =>
        Said(new SchoolJoined($"School {urn}", urn, phase, "other", midYear, on));

    private static Measure Measure(string code) => MeasureCatalogue.Find(code)!;
}

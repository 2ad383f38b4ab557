using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Care;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>Into care, out of it and back (M15), and adoption (M21).</summary>
public sealed class CareFiguresTests
{
    [Fact]
    public void E15_back_in_care_after_82_and_after_365_days()
    {
        var child = Told(
            Stated(On(2023, 1, 1), "S", On(2024, 6, 30), "E4A"), Stated(On(2024, 9, 20), "S", On(2025, 3, 1), "E4B"), Stated(On(2026, 3, 1)));
        var year = Period.Year(2025);
        Measure("M15-90").Ask(year, child).Sums().ShouldBe((2, 1, 0.5m));
        Measure("M15-365").Ask(year, child).Sums().ShouldBe((2, 2, 1));
        Measure("M15-1825").Ask(year, child).Sums().ShouldBe((2, 2, 1));
        Measure("M15-90").Ask(year, child).Values().ShouldBe([82, 365], ignoreOrder: true);
        Measure("M15-90").Ask(year, child).Contributions.Select(c => c.On).ShouldBe([On(2024, 6, 30), On(2025, 3, 1)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("E4A", 2025, 6, 1, 1)]
    [InlineData("E13", 2025, 6, 1, 0)]
    [InlineData("E4A", 2025, 4, 1, 1)]
    [InlineData("E4A", 2025, 3, 31, 0)]
    [InlineData("E4A", 2026, 4, 1, 0)]
    public void Only_a_return_home_on_a_day_of_the_window_is_followed(string rec, int year, int month, int day, int cohort)
    {
        var child = Told(Stated(On(2020, 1, 1), "S", On(year, month, day), rec));
        Measure("M15-365").Ask(child).Sums().ShouldBe((cohort, 0, cohort == 0 ? null : 0m));
        Measure("M15-365").Ask(child).Values().ShouldAllBe(v => v == null);
    }

    [Fact]
    public void A_day_beyond_is_too_late_and_a_short_break_is_no_return_to_care()
    {
        var home = Stated(On(2020, 1, 1), "S", On(2025, 6, 1), "E4A");
        Measure("M15-90").Ask(Told(home, Stated(On(2025, 8, 30)))).Numerator.ShouldBe(1);
        Measure("M15-90").Ask(Told(home, Stated(On(2025, 8, 31)))).Numerator.ShouldBe(0);
        Measure("M15-90").Ask(Told(home, Stated(On(2025, 7, 1), legal: "V4"))).Numerator.ShouldBe(0);
    }

    [Fact]
    public void Live_facts_are_followed_too()
    {
        var started = Started(On(2025, 1, 10));
        var child = Told(
            started, Placed(On(2025, 1, 10)), Said(new PeriodOfCareEnded(started.Id, On(2025, 5, 1), "E4A")), Started(On(2025, 7, 1)), Placed(On(2025, 7, 1)));
        Measure("M15-90").Ask(child).Values().ShouldBe([61]);
        CareFunnel.Started.Ask(child).Result.ShouldBe(1);
        CareFunnel.CameBack.Ask(child).Sums().ShouldBe((1, 1, 1));
        CareFunnel.Ceased.Ask(child).Result.ShouldBe(1);
    }

    [Fact]
    public void Two_records_of_one_child_are_one_story()
    {
        var (one, other) = (Id(), Id());
        LedgerEntry Entry(long position, Guid stream, IFact fact) => new(
            position, position, DateTimeOffset.MaxValue, FactCatalogue.Of(fact).Asserted(Id(), fact, null), Stream: stream);
        var child = ChildRecord.Linked(one,
        [
            (one, [Entry(1, one, Stated(On(2025, 1, 1), "S", On(2025, 5, 1), "E4A").Fact)]),
            (other, [Entry(2, other, Stated(On(2025, 6, 1)).Fact)]),
        ]);
        Measure("M15-90").Ask(child).Values().ShouldBe([31]);
        CareFunnel.AtAnyTime.Ask(child).Result.ShouldBe(1);
    }

    [Fact]
    public void The_funnel_counts_who_came_who_went_and_who_was_there()
    {
        ChildRecord[] children =
        [
            Told(Stated(On(2025, 4, 1), "S", On(2025, 6, 1), "E4A")),
            Told(Stated(On(2026, 3, 31))),
            Told(Stated(On(2026, 4, 1))),
            Told(Stated(On(2020, 1, 1), "S", On(2025, 4, 1), "E12")),
            Told(Stated(On(2020, 1, 1), "S", On(2025, 5, 1), "X1"), Stated(On(2025, 5, 1), "P", On(2025, 10, 1), "E45", urn: "SC2")),
            Told(Stated(On(2020, 1, 1), "S", On(2026, 4, 1), "E2")),
            Told(Stated(On(2025, 5, 1), legal: "V4")),
        ];
        CareFunnel.Started.Ask(children).Result.ShouldBe(2);
        CareFunnel.Ceased.Ask(children).Result.ShouldBe(3);
        CareFunnel.AtAnyTime.Ask(children).Result.ShouldBe(4);
        LookedAfter.AtEnd.Ask(children).Numerator.ShouldBe(2);
        Measure("CARE-ceased-home").Ask(children).Sums().ShouldBe((3, 1, 1m / 3));
        Measure("CARE-ceased-adopted").Ask(children).Sums().ShouldBe((3, 1, 1m / 3));
        Measure("CARE-ceased-guardianship").Ask(children).Sums().ShouldBe((3, 1, 1m / 3));
        Measure("CARE-ceased-other").Ask(children).Sums().ShouldBe((3, 0, 0));
        CareFunnel.Duration.Ask(children).Result.ShouldBe(On(2025, 4, 1).DayNumber - On(2020, 1, 1).DayNumber);
        CareFunnel.SoFar.Ask(children).Values().ShouldBe([1, On(2026, 4, 1).DayNumber - On(2020, 1, 1).DayNumber], ignoreOrder: true);
    }

    [Fact]
    public void Every_reason_that_ends_care_belongs_to_one_kind()
    {
        foreach (var rec in CareCodes.Rec.Codes.Select(c => c.Value).Where(c => c != "X1").Append(""))
        {
            var child = Told(Stated(On(2020, 1, 1), "S", On(2025, 6, 1), rec));
            CareFunnel.CeasedBy.Sum(m => m.Ask(child).Numerator).ShouldBe(1, rec);
        }
    }

    [Fact]
    public void Care_that_continues_or_is_no_longer_reported_has_not_ceased()
    {
        CareFunnel.Ceased.Ask(Told(Stated(On(2025, 1, 1), "S", On(2025, 6, 1), "X1"))).Result.ShouldBe(0);
        var stated = Stated(On(2025, 1, 1));
        var silent = Told(stated).With([new NotReported(stated.Id, On(2025, 6, 1))]);
        CareFunnel.Ceased.Ask(silent).Result.ShouldBe(0);
        CareFunnel.AtAnyTime.Ask(silent).Result.ShouldBe(1);
    }

    [Fact]
    public void A_period_that_starts_with_a_short_break_between_starts_once()
    {
        var child = Told(Stated(On(2025, 5, 1), "S", On(2025, 6, 1), "E4A"), Stated(On(2025, 6, 10), "S", On(2025, 6, 12), "E4A", "V3"));
        CareFunnel.Started.Ask(child).Result.ShouldBe(1);
        CareFunnel.CameBack.Ask(child).Sums().ShouldBe((1, 0, 0));
    }

    [Fact]
    public void An_episode_inside_another_does_not_shorten_the_period()
    {
        var child = Told(Stated(On(2024, 1, 1), "S", On(2025, 8, 1), "E4A"), Stated(On(2024, 3, 1), "P", On(2024, 6, 1), "X1", urn: "SC2"));
        CareFunnel.Ceased.Ask(child).Contributions.Single().On.ShouldBe(On(2025, 8, 1));
        CareFunnel.Duration.Ask(child).Result.ShouldBe(578);
    }

    [Fact]
    public void Adoption_is_counted_from_the_period_of_care_it_ended()
    {
        var started = Started(On(2024, 1, 1));
        var child = Told(
            Stated(On(2022, 1, 1), "S", On(2022, 6, 1), "E4A"), started, Placed(On(2024, 1, 1)), Said(new PlacedForAdoption(false, On(2025, 4, 10))),
            Said(new AdoptionOrderMade(false, null, On(2026, 1, 1))), Said(new PeriodOfCareEnded(started.Id, On(2026, 1, 1), "E11")));
        Measure("M21-placed").Ask(child).Sums().ShouldBe((1, 465, 465));
        Measure("M21-order").Ask(child).Sums().ShouldBe((1, 731, 731));
        Measure("M21-order").Ask(Period.Year(2025), child).Why().ShouldBe("Not adopted in the window.");
    }

    [Fact]
    public void A_return_tells_of_an_adoption_by_its_episodes()
    {
        var child = Told(
            Stated(On(2024, 1, 1), "S", On(2025, 1, 1), "X1"), Stated(On(2025, 1, 1), "B", On(2025, 12, 31), "E12", "E1", "A6", "SC2"));
        Measure("M21-placed").Ask(child).Values().ShouldBe([366]);
        Measure("M21-order").Ask(child).Values().ShouldBe([730]);
    }

    [Fact]
    public void Averages_and_medians_of_adoption_differ_and_the_unknown_is_out()
    {
        ChildRecord After(int days) => Told(Stated(On(2025, 12, 31).AddDays(-days), "S", On(2025, 12, 31), "E11", place: "A4"));
        ChildRecord[] children =
        [
            After(100), After(200), After(600),
            Told(Said(new AdoptionOrderMade(false, null, On(2025, 12, 31)))),
            Told(Stated(On(2025, 1, 1), "S", On(2025, 12, 31), "E12")),
        ];
        Measure("M21-order").Ask(children[..3]).Result.ShouldBe(300);
        Measure("M21-order-median").Ask(children[..3]).Result.ShouldBe(200);
        Measure("M21-order").Ask(children[3]).Why().ShouldBe("The entry to care is not on record.");
        Measure("M21-placed").Ask(children[4]).Denominator.ShouldBe(0);
        Measure("M21-order").Ask(children[4]).Denominator.ShouldBe(1);
    }

    private static Measure Measure(string code) => MeasureCatalogue.Find(code)!;
}

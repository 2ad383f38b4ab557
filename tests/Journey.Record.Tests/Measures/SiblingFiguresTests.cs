using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.Placements;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>M17.</summary>
public sealed class SiblingFiguresTests
{
    private static readonly Guid Group = Id();

    [Fact]
    public void Two_together_and_one_apart()
    {
        ChildRecord[] siblings = [Child("SC1", "ZZ1 1AB"), Child("SC1", "ZZ1 1AB"), Child("SC2", "ZZ1 1AB")];
        Measure("M17-any").Ask(siblings).Sums().ShouldBe((3, 2, 2m / 3));
        Measure("M17-all").Ask(siblings).Sums().ShouldBe((3, 0, 0));
        Measure("M17-all").Ask(siblings[..2]).Sums().ShouldBe((2, 2, 1));
        Measure("M17-any").Ask(siblings).Contributions.Select(c => c.Why).Order().ShouldBe(
            ["Lives with 0 of 2 siblings in care.", "Lives with 1 of 2 siblings in care.", "Lives with 1 of 2 siblings in care."]);
    }

    [Theory]
    [InlineData("SC1", "ZZ1 1AB", "SC1", "ZZ9 9ZZ", 0)]
    [InlineData(null, "ZZ1 1AB", null, "ZZ1 1AB", 2)]
    [InlineData("SC1", null, "SC1", null, 0)]
    [InlineData(null, null, null, null, 0)]
    public void One_home_is_one_number_and_one_postcode(string? urn, string? postcode, string? otherUrn, string? otherPostcode, int together) =>
        Measure("M17-all").Ask(Child(urn, postcode), Child(otherUrn, otherPostcode)).Sums().ShouldBe((2, together, together / 2m));

    [Fact]
    public void One_carer_is_one_home_whatever_the_address_says() =>
        Measure("M17-all").Ask(Child("SC1", null, "Rowan family"), Child("SC2", "ZZ1 1AB", "Rowan family")).Numerator.ShouldBe(2);

    [Fact]
    public void Who_is_in_hospital_still_lives_with_the_others()
    {
        var away = Child("SC1", "ZZ1 1AB").With([new Asserted<TemporaryMoveStarted>(Id(), new TemporaryMoveStarted(On(2026, 3, 20), "T1"), null)]);
        Measure("M17-all").Ask(away, Child("SC1", "ZZ1 1AB")).Numerator.ShouldBe(2);
    }

    [Fact]
    public void A_home_of_an_earlier_time_in_care_is_not_where_the_child_lives()
    {
        var started = Started(On(2025, 5, 1));
        var back = Told(
            InGroup(On(2025, 5, 1)), started, Placed(On(2025, 5, 1)), Said(new PeriodOfCareEnded(started.Id, On(2025, 8, 1), "E4A")), Started(On(2025, 10, 1)));
        Measure("M17-all").Ask(back, Child("SC1", "ZZ1 1AB")).Sums().ShouldBe((2, 0, 0));
    }

    [Fact]
    public void Only_siblings_in_care_on_that_day_are_looked_for()
    {
        var left = Told(InGroup(On(2025, 5, 1)), Stated(On(2025, 5, 1), "S", On(2026, 3, 31), "E4A"));
        var inBreaks = Told(InGroup(On(2025, 5, 1)), Stated(On(2025, 5, 1), legal: "V4"));
        Measure("M17-all").Ask(Child("SC1", "ZZ1 1AB"), left, inBreaks).Denominator.ShouldBe(0);
        Measure("M17-all").Ask(Child("SC1", "ZZ1 1AB")).Why().ShouldBe("No sibling in care on that day is on record.");
        Measure("M17-all").Ask(Child("SC1", "ZZ1 1AB"), Told(Stated(On(2025, 5, 1)))).Denominator.ShouldBe(0);
    }

    [Fact]
    public void The_group_is_the_one_of_that_day()
    {
        var moved = Told(
            InGroup(On(2025, 5, 1)), Stated(On(2025, 5, 1)), Said(new SiblingGroupFormed(Id(), [Id(), Id()], "blood", On(2026, 3, 31))));
        Measure("M17-all").Ask(Child("SC1", "ZZ1 1AB"), moved).Denominator.ShouldBe(0);
        Measure("M17-all").Ask(new Period(On(2025, 4, 1), On(2026, 3, 31)), Child("SC1", "ZZ1 1AB"), moved).Numerator.ShouldBe(2);
    }

    [Fact]
    public void At_entry_the_homes_of_the_first_day_count_though_the_group_is_recorded_later()
    {
        var first = Told(InGroup(On(2025, 6, 10)), Stated(On(2025, 6, 1)));
        var second = Told(InGroup(On(2025, 6, 10)), Stated(On(2025, 6, 1), "S", On(2025, 9, 1), "X1"), Stated(On(2025, 9, 1), "P", urn: "SC2"));
        var figure = Measure("M17-entry-all").Ask(first, second);
        figure.Sums().ShouldBe((2, 2, 1));
        figure.Contributions.ShouldAllBe(c => c.On == On(2025, 6, 1) && c.Item != null);
        Measure("M17-all").Ask(first, second).Numerator.ShouldBe(0);
    }

    [Fact]
    public void Who_comes_first_has_nobody_to_live_with_and_who_comes_later_does()
    {
        var first = Told(InGroup(On(2025, 6, 1)), Stated(On(2025, 6, 1)));
        var second = Told(InGroup(On(2025, 6, 1)), Stated(On(2025, 8, 1), urn: "SC2"));
        var figure = Measure("M17-entry-any").Ask(first, second);
        figure.Sums().ShouldBe((1, 0, 0));
        figure.Contributions.Count.ShouldBe(2);
        Measure("M17-entry-any").Ask(Period.Year(2027), first, second).Contributions.ShouldAllBe(c => c.Why == "No period of care began in the window.");
    }

    private static ChildRecord Child(string? urn, string? postcode, string? carer = null) =>
        Told(InGroup(On(2025, 5, 1)), Started(On(2025, 5, 1)), Placed(On(2025, 5, 1), urn, postcode, carer));

    private static (Guid, IFact) InGroup(DateOnly on) => Said(new SiblingGroupFormed(Group, [Id(), Id()], "householdAtEntry", on));

    private static Measure Measure(string code) => MeasureCatalogue.Find(code)!;
}

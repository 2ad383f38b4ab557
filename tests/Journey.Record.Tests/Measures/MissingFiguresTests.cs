using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Missing;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>M19.</summary>
public sealed class MissingFiguresTests
{
    [Fact]
    public void Incidents_are_counted_on_the_day_they_begin_by_kind_and_for_each_child()
    {
        ChildRecord[] children =
        [
            Child(Missing(On(2025, 4, 1), On(2025, 4, 1)), Missing(On(2025, 10, 1), On(2025, 10, 3)), Missing(On(2026, 3, 31), null),
                Missing(On(2025, 6, 1), On(2025, 6, 2), "A")),
            Child(Missing(On(2025, 3, 31), On(2025, 4, 2)), Missing(On(2025, 7, 1), On(2025, 7, 2))),
            Child(Missing(On(2026, 4, 1), null)),
            Child(),
        ];
        M19Missing.Incidents.Ask(children).Result.ShouldBe(4);
        M19Missing.Away.Ask(children).Result.ShouldBe(1);
        M19Missing.Each.Ask(children).Sums().ShouldBe((2, 4, 2));
        M19Missing.AwayEach.Ask(children).Sums().ShouldBe((1, 1, 1));
        M19Missing.Children.Ask(children).Sums().ShouldBe((4, 2, 0.5m));
        M19Missing.AtEnd.Ask(children).Result.ShouldBe(1);
        M19Missing.Incidents.Ask(children[0]).Contributions.Select(c => c.On).ShouldBe([On(2025, 4, 1), On(2025, 10, 1), On(2026, 3, 31)], ignoreOrder: true);
    }

    [Fact]
    public void Who_is_not_looked_after_on_that_day_is_not_counted()
    {
        ChildRecord[] children =
        [
            Told(Missing(On(2025, 6, 1), On(2025, 6, 2))),
            Told(Stated(On(2024, 1, 1), legal: "V4"), Missing(On(2025, 6, 1), On(2025, 6, 2))),
            Told(Stated(On(2024, 1, 1), "S", On(2025, 6, 1), "E4A"), Missing(On(2025, 6, 1), On(2025, 6, 2))),
        ];
        M19Missing.Incidents.Ask(children).Result.ShouldBe(0);
        M19Missing.Each.Ask(children).Result.ShouldBeNull();
        M19Missing.Children.Ask(children).Sums().ShouldBe((1, 0, 0));
        M19ReturnInterviews.Measure.Ask(children).Denominator.ShouldBe(0);
    }

    [Theory]
    [InlineData("18:00", 21, "18:00", true, 72.0)]
    [InlineData("18:00", 21, "18:01", false, 72.0)]
    [InlineData("18:00", 21, "21:00", false, 75.0)]
    [InlineData(null, 21, "23:59", true, null)]
    [InlineData("18:00", 21, null, true, null)]
    [InlineData("18:00", 22, null, false, null)]
    [InlineData("18:00", 18, "19:00", true, 1.0)]
    public void An_interview_is_offered_within_72_hours_by_the_clock(string? returned, int day, string? offered, bool inTime, double? hours)
    {
        var figure = M19ReturnInterviews.Measure.Ask(Returned(On(2025, 10, 18), returned, On(2025, 10, day), offered));
        figure.Sums().ShouldBe((1, inTime ? 1 : 0, inTime ? 1 : 0));
        figure.Values().ShouldBe([hours is { } h ? (decimal)h : null]);
    }

    [Fact]
    public void The_night_the_clocks_go_back_is_an_hour_longer()
    {
        M19ReturnInterviews.Measure.Ask(Returned(On(2025, 10, 25), "18:00", On(2025, 10, 28), "17:00")).Numerator.ShouldBe(1);
        M19ReturnInterviews.Measure.Ask(Returned(On(2025, 10, 25), "18:00", On(2025, 10, 28), "17:30")).Numerator.ShouldBe(0);
    }

    [Fact]
    public void An_interview_never_offered_is_not_and_an_incident_that_goes_on_is_not_asked_about()
    {
        M19ReturnInterviews.Measure.Ask(Child(Missing(On(2025, 10, 1), On(2025, 10, 3)))).Sums().ShouldBe((1, 0, 0));
        M19ReturnInterviews.Measure.Ask(Child(Missing(On(2025, 10, 1), null))).Why().ShouldBe("No incident ended in the window.");
        M19ReturnInterviews.Measure.Ask(Child(Missing(On(2025, 10, 1), On(2026, 4, 1)))).Denominator.ShouldBe(0);
        M19ReturnInterviews.Measure.Ask(Child(Missing(On(2025, 3, 31), On(2025, 4, 1), "A"))).Denominator.ShouldBe(1);
        var open = Missing(On(2025, 10, 1), null);
        var silent = Child(open).With([new NotReported(open.Id, On(2025, 11, 1))]);
        M19ReturnInterviews.Measure.Ask(silent).Denominator.ShouldBe(0);
    }

    private static ChildRecord Returned(DateOnly on, string? at, DateOnly offeredOn, string? offeredAt)
    {
        var missing = Missing(On(2025, 10, 14), null);
        return Child(
            missing, Said(new MissingEnded(missing.Id, on, Time(at), null)), Said(new ReturnInterviewOffered(missing.Id, offeredOn, Time(offeredAt))));
    }

    private static TimeOnly? Time(string? at) => at is null ? null : TimeOnly.ParseExact(at, "HH:mm", CultureInfo.InvariantCulture);

    private static ChildRecord Child(params (Guid Id, IFact Fact)[] facts) => Told([Stated(On(2024, 1, 1)), .. facts]);

    private static (Guid Id, IFact Fact) Missing(DateOnly from, DateOnly? to, string kind = "M") =>
        Said(new WentMissing(kind, from, null, null, null, null, to));
}

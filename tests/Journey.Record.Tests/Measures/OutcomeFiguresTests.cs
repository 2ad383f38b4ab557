using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Reviews;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>Reviews (M26), care leavers (M27) and health of the year.</summary>
public sealed class OutcomeFiguresTests
{
    [Fact]
    public void Children_take_part_in_reviews_from_the_age_of_four()
    {
        var child = Told(
            Born(2021, 6, 1), Review(On(2025, 5, 31), "PN0"), Review(On(2025, 6, 1), "PN3"), Review(On(2025, 9, 1), "PN4"), Review(On(2025, 12, 1), null),
            Review(On(2026, 3, 31), "PN1"), Review(On(2026, 4, 1), "PN1"), Review(On(2025, 3, 31), "PN0"));
        var figure = M26Participation.Measure.Ask(child);
        figure.Sums().ShouldBe((4, 2, 0.5m));
        figure.Contributions.Single(c => !c.InCohort).Why.ShouldBe("Under 4 on the day of the review.");
        M26Participation.Measure.Ask(Told(Review(On(2025, 9, 1), "PN1"))).Why().ShouldBe("The age is not known.");
        M26Participation.Measure.Ask(Told(Born(2014, 1, 1))).Why().ShouldBe("No review in the window.");
    }

    [Theory]
    [InlineData("PN1", 1)]
    [InlineData("PN2", 1)]
    [InlineData("PN3", 1)]
    [InlineData("PN0", 0)]
    [InlineData("PN5", 0)]
    [InlineData("PN6", 0)]
    [InlineData("PN7", 0)]
    public void Three_codes_are_taking_part(string code, int counts) =>
        M26Participation.Measure.Ask(Told(Born(2014, 1, 1), Review(On(2025, 9, 1), code))).Sums().ShouldBe((1, counts, counts));

    [Fact]
    public void What_is_not_known_of_care_leavers_stays_unless_known_only_is_asked()
    {
        ChildRecord[] leavers =
        [
            Leaver(19, "YES", "F2", "U1"), Leaver(20, "YES", "G5", "U2"), Leaver(21, "NO", "0", "0"), Leaver(19, "REFU", null, null), Leaver(21, "YES", "P5", "Z1"),
        ];
        Measure("M27-eet").Ask(leavers).Sums().ShouldBe((5, 2, 0.4m));
        Measure("M27-eet-known").Ask(leavers).Sums().ShouldBe((3, 2, 2m / 3));
        Measure("M27-suitable").Ask(leavers).Sums().ShouldBe((5, 2, 0.4m));
        Measure("M27-suitable-known").Ask(leavers).Sums().ShouldBe((3, 2, 2m / 3));
        Measure("M27-touch").Ask(leavers).Sums().ShouldBe((5, 3, 0.6m));
    }

    [Theory]
    [InlineData(18, "YES", 0)]
    [InlineData(19, "YES", 1)]
    [InlineData(21, "YES", 1)]
    [InlineData(22, "YES", 0)]
    [InlineData(20, "DIED", 0)]
    public void Care_leavers_of_19_to_21_are_asked_about(int age, string inTouch, int cohort) =>
        Measure("M27-eet").Ask(Leaver(age, inTouch, "F2", "U1")).Denominator.ShouldBe(cohort);

    [Fact]
    public void A_status_of_another_year_is_not_counted_and_one_said_twice_counts_once_as_last_said()
    {
        var leaver = Leaver(20, "YES", "G5", "U1")
            .With(Told(Said(new CareLeaverStatusRecorded("YES", "F1", "U1", On(2025, 6, 12)))).History.Select(e => e.Statement));
        Measure("M27-eet").Ask(leaver).Sums().ShouldBe((1, 1, 1));
        Measure("M27-eet").Ask(Period.Year(2025), leaver).Why().ShouldBe("No status in the window.");
    }

    [Fact]
    public void Health_is_what_was_recorded_or_what_a_return_states()
    {
        ChildRecord[] children =
        [
            Child(Said(new HealthAssessmentDone("review", "Dr A.", On(2025, 4, 1))), Said(new DentalCheckDone(null, On(2026, 3, 31))),
                Said(new ImmunisationsStatusRecorded(true, On(2024, 6, 1)))),
            Child(Items(health: 1, teeth: 1, immunised: 1)),
            Child(Items(health: 0, teeth: 0, immunised: 0)),
            Child(Said(new HealthAssessmentDone("review", "Dr A.", On(2025, 3, 31))), Said(new DentalCheckDone(null, On(2026, 4, 1))),
                Said(new ImmunisationsStatusRecorded(true, On(2024, 6, 1))), Said(new ImmunisationsStatusRecorded(false, On(2026, 3, 31)))),
            Child(),
            Told(Stated(On(2025, 4, 2)), Items(health: 1, teeth: 1, immunised: 1)),
        ];
        HealthOfTheYear.Assessment.Ask(children).Sums().ShouldBe((5, 2, 0.4m));
        HealthOfTheYear.Dental.Ask(children).Sums().ShouldBe((5, 2, 0.4m));
        HealthOfTheYear.Immunised.Ask(children).Sums().ShouldBe((5, 2, 0.4m));
        HealthOfTheYear.Assessment.Ask(children[5]).Why().ShouldBe("Looked after for less than 12 months without a break.");
    }

    [Fact]
    public void A_score_of_17_is_a_concern_and_the_last_score_counts()
    {
        var high = Child(Said(new SdqCompleted(12, "Carer", On(2025, 5, 1))), Said(new SdqCompleted(17, "Carer", On(2026, 1, 1))), Items(score: 5));
        var low = Child(Items(score: 16));
        ChildRecord[] children = [high, low, Child(), Child(Items(score: 41))];
        HealthOfTheYear.OfConcern.Ask(children).Sums().ShouldBe((2, 1, 0.5m));
        HealthOfTheYear.OfConcern.Ask(children).Values().ShouldBe([17, 16], ignoreOrder: true);
        HealthOfTheYear.Scored.Ask(children).Sums().ShouldBe((4, 2, 0.5m));
        HealthOfTheYear.Scored.Ask(Told(Born(2021, 4, 1), Stated(On(2024, 1, 1)), Items(score: 20))).Denominator.ShouldBe(0);
        HealthOfTheYear.Scored.Ask(Told(Born(2021, 3, 31), Stated(On(2024, 1, 1)), Items(score: 20))).Numerator.ShouldBe(1);
    }

    private static (Guid Id, IFact Fact) Review(DateOnly on, string? code) => Said(new LacReviewHeld(on, code, null, null, []));

    private static (Guid Id, IFact Fact) Items(decimal? score = null, decimal? health = null, decimal? teeth = null, decimal? immunised = null) =>
        Said(new HealthOutcomesRecorded(2026, score, null, null, null, immunised, teeth, health, null, null, null));

    private static ChildRecord Child(params (Guid Id, IFact Fact)[] facts) => Told([Born(2014, 1, 1), Stated(On(2024, 1, 1)), .. facts]);

    private static ChildRecord Leaver(int age, string inTouch, string? activity, string? accommodation) =>
        Told(Born(2025 - age, 6, 12), Said(new CareLeaverStatusRecorded(inTouch, activity, accommodation, On(2025, 6, 12))));

    private static Measure Measure(string code) => MeasureCatalogue.Find(code)!;
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts.Workforce;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>Figures of the workforce census, and supervision.</summary>
public sealed class WorkforceFiguresTests
{
    private static readonly Period Census = new(On(2024, 10, 1), On(2025, 10, 1));

    [Fact]
    public void E23_the_rates_of_2025_from_their_full_time_equivalents()
    {
        ChildRecord[] all =
        [
            Worker("SW1", 36186.3m), Worker("SW2", 4276.3m, left: On(2025, 5, 1)), Worker("SW3", 5415.9m, "agency"),
            Team(new VacancyOpened("N-1", 5965.4m, false, On(2025, 1, 1))),
        ];
        Percent(WorkforceTurnover.Measure.Ask(Census, all[..3])).ShouldBe(11.8m);
        Percent(WorkforceAgencyRate.Measure.Ask(Census, all[..3])).ShouldBe(13.0m);
        Percent(WorkforceVacancyRate.Measure.Ask(Census, all)).ShouldBe(14.2m);
        var caseload = Figure.Of(WorkforceCaseload.Measure, Census, [new Contribution(Id(), 21105.4m, 321661m, null, "Holders.", [])]);
        decimal.Round(caseload.Result!.Value, 1).ShouldBe(15.2m);
    }

    [Fact]
    public void The_turnover_of_2023() => Percent(
        WorkforceTurnover.Measure.Ask(
            new Period(On(2022, 10, 1), On(2023, 10, 1)), Worker("SW1", 33119.1m), Worker("SW2", 5254.6m, left: On(2023, 9, 30))))
        .ShouldBe(15.9m);

    [Theory]
    [InlineData(2024, 10, 1, 1, 0)]
    [InlineData(2024, 9, 30, 0, 0)]
    [InlineData(2025, 9, 30, 1, 0)]
    [InlineData(2025, 10, 1, 0, 1)]
    public void Who_leaves_on_a_day_of_the_window_is_a_leaver_and_not_in_post_from_that_day(int year, int month, int day, int left, int inPost)
    {
        var figure = WorkforceTurnover.Measure.Ask(Census, Worker("SW1", 1, left: On(year, month, day)));
        (figure.Numerator, figure.Denominator).ShouldBe((left, inPost));
    }

    [Fact]
    public void Moves_inside_the_authority_and_agency_workers_are_no_leavers()
    {
        WorkforceTurnover.Measure.Ask(Census, Worker("SW1", 1, left: On(2025, 5, 1), reason: "7")).Numerator.ShouldBe(0);
        WorkforceTurnover.Measure.Ask(Census, Worker("SW1", 1, "agency", left: On(2025, 5, 1))).Numerator.ShouldBe(0);
        var joined = Joined("SW1", 0.6m, "permanent", "caseHolder", On(2020, 1, 1));
        var again = Told(joined, Left(joined.Id, On(2025, 5, 1)), Joined("SW1", 1, "permanent", "firstLine", On(2025, 5, 1)));
        WorkforceTurnover.Measure.Ask(Census, again).Sums().ShouldBe((1, 0, 0));
        var back = Told(joined, Left(joined.Id, On(2025, 5, 1)), Joined("SW1", 1, "permanent", "caseHolder", On(2025, 8, 1)));
        WorkforceTurnover.Measure.Ask(Census, back).Sums().ShouldBe((1, 0.6m, 0.6m));
    }

    [Fact]
    public void A_leaver_counts_by_the_last_terms_and_leaders_by_their_role()
    {
        var joined = Joined("SW1", 1, "permanent", "caseHolder", On(2020, 1, 1));
        var leader = Told(joined, Said(new WorkerTermsChanged("permanent", 0.5m, "seniorManager", null, On(2024, 1, 1))), Left(joined.Id, On(2025, 5, 1)));
        WorkforceTurnover.Measure.Ask(Census, leader).Numerator.ShouldBe(0.5m);
        WorkforceTurnover.Leaders.Ask(Census, leader, Worker("SW2", 1, role: "seniorManager"), Worker("SW3", 1)).Sums().ShouldBe((1, 0.5m, 0.5m));
        WorkforceTurnover.Leaders.Ask(Census, Worker("SW3", 1, left: On(2025, 5, 1))).Sums().ShouldBe((0, 0, null));
    }

    [Fact]
    public void Agency_workers_are_counted_of_all_in_post_on_the_last_day()
    {
        ChildRecord[] workers =
        [
            Worker("SW1", 0.5m), Worker("SW2", 0.5m, "agency"), Worker("SW3", 1, "agency", left: On(2025, 9, 30)), Worker("SW4", 1, from: On(2025, 10, 1)),
        ];
        WorkforceAgencyRate.Measure.Ask(Census, workers).Sums().ShouldBe((1, 0.5m, 0.5m));
        WorkforceAgencyRate.Measure.Ask(Census, workers[2]).Why().ShouldBe("No post on the last day of the window.");
    }

    [Fact]
    public void Vacancies_are_those_open_on_the_last_day()
    {
        var (filled, open) = (Said(new VacancyOpened("N-1", 1, true, On(2025, 1, 1))), Said(new VacancyOpened("N-2", 0.5m, false, On(2025, 9, 30))));
        var team = Told(filled, Said(new VacancyFilled(filled.Id, "SW9", On(2025, 9, 30))), open, Said(new VacancyOpened("N-3", 1, true, On(2025, 9, 1))));
        WorkforceVacancyRate.Measure.Ask(Census, team, Worker("SW1", 0.5m), Worker("SW2", 1, "agency")).Sums().ShouldBe((2, 1.5m, 0.75m));
        WorkforceVacancyRate.Covered.Ask(Census, team).Sums().ShouldBe((1.5m, 1, 1 / 1.5m));
        WorkforceVacancyRate.Measure.Ask(Census, Told(filled, Said(new VacancyFilled(filled.Id, null, On(2025, 2, 1))))).Why()
            .ShouldBe("No vacancy on the last day of the window.");
    }

    [Fact]
    public void A_caseload_is_children_for_each_full_time_worker_who_holds_one()
    {
        ChildRecord[] all =
        [
            Worker("SW1", 0.5m), Worker("SW2", 1, "agency"), Worker("SW3", 1), Worker("SW4", 1, left: On(2025, 9, 30)),
            Told(Allocated("SW1", On(2025, 1, 1))), Told(Allocated("SW1", On(2025, 1, 1))), Told(Allocated("SW1", On(2025, 1, 1)), Allocated("SW2", On(2025, 9, 30))),
            Told(Allocated("SW3", On(2025, 1, 1), to: On(2025, 9, 30))), Told(Allocated("SW4", On(2025, 1, 1))), Told(Allocated("SW3", On(2025, 10, 1))),
        ];
        var beside = all[4..];
        var figure = Figure.Over(
            WorkforceCaseload.Measure, all[..4].Select(r => new Timelines(r.Id, r.Timeline)), Census, WorkingCalendar.Latest,
            beside.Select(r => new Timelines(r.Id, r.Timeline)));
        figure.Sums().ShouldBe((1.5m, 3, 2));
        figure.Values().ShouldBe([2, 1], ignoreOrder: true);
        figure.Contributions.Count(c => !c.InCohort).ShouldBe(2);
        WorkforceCaseload.Measure.Ask(Census, all[0]).Why().ShouldBe("No case.");
    }

    [Fact]
    public void Sickness_is_working_days_lost_in_the_window_by_full_time_equivalents()
    {
        var joined = Joined("SW1", 0.5m, "permanent", "caseHolder", On(2020, 1, 1));
        var sick = Said(new WorkerAbsent("SIC", On(2024, 9, 23), null));
        var worker = Told(
            joined, sick, Said(new WorkerReturned(sick.Id, On(2024, 10, 7))), Said(new WorkerAbsent("TRN", On(2025, 1, 6), On(2025, 1, 11))),
            Said(new WorkerAbsent("SIC", On(2025, 12, 1), null)));
        var rate = WorkforceSickness.Rate.Ask(Census, worker, Worker("SW2", 1), Worker("SW3", 1, "agency"));
        rate.Sums().ShouldBe((253 * 1.5m, 2, 2 / (253 * 1.5m)));
        WorkforceSickness.Days.Ask(Census, worker, Worker("SW2", 1)).Sums().ShouldBe((1.5m, 2, 2 / 1.5m));
        WorkforceSickness.Days.Ask(Census, Worker("SW1", 1, left: On(2025, 5, 1))).Denominator.ShouldBe(0);
    }

    [Fact]
    public void An_open_sickness_counts_to_the_end_of_the_window_and_bank_holidays_are_not_lost()
    {
        var joined = Joined("SW1", 1, "permanent", "caseHolder", On(2020, 1, 1));
        WorkforceSickness.Days.Ask(Census, Told(joined, Said(new WorkerAbsent("SIC", On(2025, 8, 25), null)))).Numerator.ShouldBe(26);
        WorkforceSickness.Days.Ask(Census, Told(joined, Said(new WorkerAbsent("SIC", On(2025, 8, 25), On(2025, 8, 26))))).Numerator.ShouldBe(0);
    }

    [Fact]
    public void Supervision_is_as_old_as_the_last_one_in_this_post()
    {
        ChildRecord[] workers =
        [
            Supervised("SW1", On(2025, 9, 1), On(2025, 9, 30)), Supervised("SW2", On(2025, 9, 1)), Supervised("SW3", On(2025, 8, 31)), Supervised("SW4"),
            Worker("SW5", 1, from: On(2025, 9, 2)), Supervised("SW6", On(2025, 10, 1)),
        ];
        var since = WorkforceSupervision.Since.Ask(Census, workers);
        since.Values().ShouldBe([0, 29, 30, null, null, null], ignoreOrder: true);
        since.Sums().ShouldBe((6, 3, 29));
        WorkforceSupervision.InMonth.Ask(Census, workers).Sums().ShouldBe((5, 2, 0.4m));
        WorkforceSupervision.InMonth.Ask(Census, workers[4]).Why().ShouldBe("Joined less than a month ago.");
    }

    private static decimal Percent(Figure figure) => decimal.Round(figure.Result!.Value * 100, 1);

    private static ChildRecord Worker(
        string number, decimal fte, string kind = "permanent", DateOnly? from = null, DateOnly? left = null, string reason = "1", string role = "caseHolder")
    {
        var joined = Joined(number, fte, kind, role, from ?? On(2020, 1, 1));
        return left is { } day ? Told(joined, Left(joined.Id, day, reason)) : Told(joined);
    }

    private static ChildRecord Supervised(string number, params DateOnly[] days) => Told(
        [Joined(number, 1, "permanent", "caseHolder", On(2020, 1, 1)), .. days.Select(d => Said(new SupervisionHeld("SW9", [], true, d, null)))]);

    private static ChildRecord Team(VacancyOpened vacancy) => Told(Said(vacancy));

    private static (Guid Id, IFact Fact) Joined(string number, decimal fte, string kind, string role, DateOnly on) =>
        Said(new WorkerJoined(number, kind, fte, role, null, null, null, on));

    private static (Guid Id, IFact Fact) Left(Guid post, DateOnly on, string reason = "1") => Said(new WorkerLeft(post, reason, null, on));
}

using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>M6, M7 and one worker all year.</summary>
public sealed class WorkerFiguresTests
{
    [Fact]
    public void Who_covers_an_absence_is_left_out_where_the_policy_says_so()
    {
        var child = Told(
            Stated(On(2025, 4, 1)), Allocated("SW1", On(2025, 4, 1)), Allocated("SW2", On(2025, 6, 1), "ABSENC"), Allocated("SW1", On(2025, 9, 1)),
            Allocated("SW3", On(2025, 12, 1), "ABSENC"), Allocated("SW4", On(2026, 1, 1)));
        M6SocialWorkersInYear.Measure.Ask(child).Values().ShouldBe([4]);
        M6SocialWorkersInYear.WithoutCover.Ask(child).Values().ShouldBe([2]);
        M7WorkerChanges.Measure.Ask(child).Values().ShouldBe([4]);
        M7WorkerChanges.WithoutCover.Ask(child).Values().ShouldBe([1]);
    }

    [Theory]
    [InlineData(2025, 4, 1, 1)]
    [InlineData(2025, 4, 2, 0)]
    public void Twelve_months_are_the_whole_window(int year, int month, int day, int cohort)
    {
        var child = Told(
            Stated(On(year, month, day)), Allocated("SW1", On(2025, 4, 2)), Allocated("SW2", On(2025, 6, 1)), Allocated("SW3", On(2025, 8, 1)));
        M6SocialWorkersInYear.TwelveMonths.Ask(child).Sums().ShouldBe((cohort, cohort, cohort == 0 ? null : 1m));
        M6SocialWorkersInYear.Measure.Ask(child).Denominator.ShouldBe(1);
    }

    [Fact]
    public void A_worker_whose_allocation_ends_on_the_first_day_has_no_day_in_the_window() => M6SocialWorkersInYear.Measure
        .Ask(Told(Stated(On(2024, 1, 1)), Allocated("SW1", On(2024, 1, 1), to: On(2025, 4, 1)), Allocated("SW2", On(2025, 4, 1)))).Values().ShouldBe([1]);

    [Fact]
    public void One_worker_on_every_day_of_a_year_in_care_or_open_counts()
    {
        var referral = Said(new ReferralReceived(On(2024, 5, 1), null, "2A", [], "N1"));
        var allocated = Allocated("SW1", On(2024, 5, 1));
        WorkforceStability.Measure.Ask(Told(referral, allocated)).Sums().ShouldBe((1, 1, 1));
        WorkforceStability.Measure.Ask(Told(Stated(On(2024, 5, 1)), allocated)).Sums().ShouldBe((1, 1, 1));
        WorkforceStability.Measure.Ask(Told(referral, allocated, Allocated("SW2", On(2026, 3, 31)))).Sums().ShouldBe((1, 0, 0));
        WorkforceStability.Measure.Ask(Told(referral, allocated, Allocated("SW2", On(2026, 4, 1)))).Sums().ShouldBe((1, 1, 1));
        WorkforceStability.Measure.Ask(Told(referral, Allocated("SW1", On(2025, 4, 2)))).Sums().ShouldBe((1, 0, 0));
        WorkforceStability.Measure.Ask(Told(referral)).Sums().ShouldBe((1, 0, 0));
        WorkforceStability.Measure.Ask(Told(Stated(On(2025, 4, 2)), allocated)).Why().ShouldBe("Not open on every day of the window.");
    }

    [Fact]
    public void The_same_worker_before_and_after_a_gap_is_not_one_all_year()
    {
        var first = Allocated("SW1", On(2025, 1, 1));
        WorkforceStability.Measure.Ask(Told(
            Stated(On(2025, 1, 1)), first, Said(new WorkerDeallocated(first.Id, On(2025, 6, 1))), Allocated("SW1", On(2025, 6, 2)))).Sums().ShouldBe((1, 0, 0));
    }

    [Fact]
    public void A_worker_of_no_day_at_all_is_no_change_by_the_end_of_it() => M7WorkerChanges.Measure.Ask(Told(
        Stated(On(2025, 4, 1)), Allocated("SW1", On(2025, 4, 1)), Allocated("SW2", On(2025, 6, 1)), Allocated("SW1", On(2025, 6, 1)))).Values().ShouldBe([0]);

    [Fact]
    public void A_change_on_the_day_after_the_window_is_none() => M7WorkerChanges.Measure.Ask(Period.Year(2026), Told(
        Stated(On(2025, 4, 1)), Allocated("SW1", On(2025, 4, 1)), Allocated("SW2", On(2026, 4, 1)))).Values().ShouldBe([0]);
}

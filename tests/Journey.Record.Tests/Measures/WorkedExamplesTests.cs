using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Placements;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Measures;

/// <summary>The worked examples E1 to E5 of the field's formulae, answer by answer.</summary>
public sealed class WorkedExamplesTests
{
    private static readonly Period Year = Period.Year(2026);

    [Fact]
    public void E1_a_hospital_stay_a_carer_moving_house_and_two_new_carers()
    {
        var b = Guid.CreateVersion7();
        var child = Record(
            (Guid.CreateVersion7(), new PeriodOfCareStarted(On(2025, 6, 1), "V2", "N1")),
            (Guid.CreateVersion7(), Placed(On(2025, 6, 1), "U6", "SC1", "ZZ1 1AB")),
            (Guid.CreateVersion7(), new LegalStatusChanged(On(2025, 7, 10), "C1")),
            (b, Placed(On(2025, 9, 1), "U6", "SC2", "ZZ1 2AA")),
            (Guid.CreateVersion7(), new TemporaryMoveStarted(On(2025, 10, 5), "T1", On(2025, 10, 9))),
            (Guid.CreateVersion7(), new CarerMovedHouse(b, On(2025, 12, 1), "U6", "PR1", "SC2", "ZZ1 2AB", "ZZ1 1AA")),
            (Guid.CreateVersion7(), Placed(On(2026, 2, 2), "K2", "SC3", "ZZ9 9ZZ")));
        Of(M1PlacementsInYear.Carer, child).ShouldBe((3m, true));
        Of(M1PlacementsInYear.Address, child).ShouldBe((4m, true));
        Of(M2PlacementsAnnexA.Measure, child).ShouldBe((5m, true));
    }

    [Fact]
    public void E2_who_is_in_the_cohort_and_what_touches_the_year()
    {
        var a = Record(Stated(On(2025, 6, 1), "S", "C2", On(2026, 3, 31), "E4A"));
        var b = Record(Stated(On(2026, 3, 31), "S", "C2"));
        var c = Record(Stated(On(2025, 4, 1), "S", "V4"));
        var d = Record(
            Stated(On(2024, 1, 1), "S", "C2", On(2025, 4, 1), "X1"), Stated(On(2025, 4, 1), "P", "C2", On(2025, 7, 1), "X1", "SC2"),
            Stated(On(2025, 7, 1), "P", "C2", urn: "SC3"));
        var e = Record(
            Stated(On(2025, 4, 10), "S", "C2", On(2025, 6, 1), "E4A"), Stated(On(2025, 8, 1), "S", "C2", On(2025, 10, 1), "E4A"),
            Stated(On(2026, 1, 1), "S", "C2"));
        new[] { a, b, c, d, e }.Select(x => Of(LookedAfter.AtEnd, x).Counts).ShouldBe([false, true, false, true, true]);
        new[] { a, b, c, d, e }.Select(x => Of(M1PlacementsInYear.Carer, x).Value).ShouldBe([null, 1m, null, 2m, 3m]);
    }

    [Theory]
    [InlineData("T", 2012, 3, 1, 1, 1)]
    [InlineData("P", 2012, 3, 1, 1, 0)]
    [InlineData("T", 2010, 3, 31, 0, 0)]
    public void E3_the_same_carer_for_two_years(string last, int year, int month, int day, int cohort, int same)
    {
        var child = Record(
            (Guid.CreateVersion7(), new ChildRecordOpened("E3", null, null, On(year, month, day), null, "M", "Referred", On(2022, 1, 10))),
            Stated(On(2022, 1, 10), "S", "C2", On(2023, 2, 1), "X1"),
            Stated(On(2023, 2, 1), "P", "C2", On(2024, 7, 1), "X1", "SC2"),
            Stated(On(2024, 7, 1), last, "C2", urn: last == "T" ? "SC2" : "SC3", postcode: "ZZ5 5ZZ"));
        var figure = Figure.Over(M3SameCarer.Measure, [new Timelines(child.Id, child.Timeline)], Year);
        (figure.Denominator, figure.Numerator).ShouldBe((cohort, same));
    }

    [Fact]
    public void E4_a_worker_who_comes_back_counts_once_and_two_changes_are_two()
    {
        var child = Record(
            Stated(On(2025, 4, 1), "S", "C2"), Allocated("SW1", On(2025, 4, 1)), Allocated("SW2", On(2025, 6, 1)), Allocated("SW1", On(2025, 9, 1)));
        Of(M6SocialWorkersInYear.Measure, child).Value.ShouldBe(2);
        Of(M7WorkerChanges.Measure, child).Value.ShouldBe(2);
    }

    [Fact]
    public void E5_a_gap_between_workers_is_days_unallocated_and_the_next_worker_one_change()
    {
        var first = Allocated("SW1", On(2025, 4, 1));
        var child = Record(
            Stated(On(2025, 4, 1), "S", "C2"), first, (Guid.CreateVersion7(), new WorkerDeallocated(first.Item1, On(2025, 5, 10))),
            Allocated("SW2", On(2025, 5, 24)));
        Of(M8DaysUnallocated.InCare, child).ShouldBe((14m, true));
        Of(M7WorkerChanges.Measure, child).Value.ShouldBe(1);
    }

    private static (decimal? Value, bool Counts) Of(Measure measure, ChildRecord child)
    {
        var contribution = measure.Of(new Timelines(child.Id, child.Timeline), Year, Given.Nothing).Single();
        return (contribution.Value, contribution.Counts);
    }

    private static ChildRecord Record(params (Guid Id, IFact Fact)[] facts) => ChildRecord.Empty(Guid.CreateVersion7())
        .With(facts.Select(f => Journey.Record.Facts.FactCatalogue.Of(f.Fact).Asserted(f.Id, f.Fact, null)));

    private static (Guid, IFact) Stated(
        DateOnly from, string rne, string legalStatus, DateOnly? to = null, string? rec = null, string urn = "SC1", string postcode = "ZZ1 1AB") =>
        (Guid.CreateVersion7(), new EpisodeStated(from, rne, legalStatus, "N1", "U6", "PR1", to, rec, null, "ZZ1 1AA", postcode, urn));

    private static (Guid, IFact) Allocated(string worker, DateOnly from) =>
        (Guid.CreateVersion7(), new WorkerAllocated(from, worker, Allocation.SocialWorker, null, "MANAGE"));

    private static PlacementStarted Placed(DateOnly on, string type, string urn, string postcode) => new(on, type, "PR1", urn, postcode, "ZZ1 1AA");

    private static DateOnly On(int year, int month, int day) => new(year, month, day);
}

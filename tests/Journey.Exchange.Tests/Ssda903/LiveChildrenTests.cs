using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Checks;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Writing;
using Journey.Kit;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Reviews;
using Journey.Record.Measures;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>Children recorded live give the returns that the design's Appendix A says, and come back the same from these returns.</summary>
public sealed class LiveChildrenTests
{
    private static readonly DateOnly Known = new(2026, 4, 20);

    [Fact]
    public void Recorded_live_they_export_to_exactly_these_rows_this_year_and_last()
    {
        var live = Live();
        foreach (var (year, expected) in new[] { (2026, SixChildren.ThisYear), (2025, SixChildren.LastYear) })
        {
            var derived = live.Derive(year);
            foreach (var file in ReturnFiles.All)
            {
                Written(file, derived.Set).ShouldBe(Written(file, expected), $"{file.Name} of {year}");
            }

            derived.LeftOut.ShouldBeEmpty();
        }

        ReturnChecks.Run(live.Derive(2026).Set, live.Derive(2025).Set, 2026).ShouldBeEmpty();
    }

    [Fact]
    public void Exported_and_loaded_elsewhere_they_give_the_same_files_states_and_figures()
    {
        var live = Live();
        var loaded = new MemoryAuthority();
        loaded.Load(live.Derive(2025).Set, 2025, new DateOnly(2025, 6, 30));
        loaded.Load(live.Derive(2026).Set, 2026, Known);

        foreach (var year in new[] { 2025, 2026 })
        {
            foreach (var file in ReturnFiles.All)
            {
                Written(file, loaded.Derive(year).Set).ShouldBe(Written(file, live.Derive(year).Set), $"{file.Name} of {year}");
            }

            foreach (var measure in new[] { LookedAfter.AtEnd, M1PlacementsInYear.Carer, M1PlacementsInYear.Address, M2PlacementsAnnexA.Measure, M3SameCarer.Measure })
            {
                var (one, other) = (live.Figure(measure, year), loaded.Figure(measure, year));
                (other.Numerator, other.Denominator).ShouldBe((one.Numerator, one.Denominator), $"{measure.Code} of {year}");
                other.Distribution.ShouldBe(one.Distribution);
            }
        }

        for (var day = new DateOnly(2020, 4, 1); day < new DateOnly(2026, 4, 15); day = day.AddDays(1))
        {
            States(loaded, day).ShouldBe(States(live, day), $"on {day}");
        }
    }

    [Fact]
    public void The_expected_figures_of_the_appendix_hold()
    {
        var live = Live();
        live.Figure(LookedAfter.AtEnd, 2026).Numerator.ShouldBe(3);
        Value(M1PlacementsInYear.Carer, 1).ShouldBe(2);
        Value(M1PlacementsInYear.Carer, 2).ShouldBe(1);
        Value(M1PlacementsInYear.Carer, 4).ShouldBe(1);
        Value(M6SocialWorkersInYear.Measure, 1).ShouldBe(3);
        Value(M6SocialWorkersInYear.Measure, 2).ShouldBe(1);

        decimal? Value(Measure measure, int child) =>
            live.Figure(measure, 2026).Contributions.Single(c => c.Subject == Guid.Parse($"019a0000-0000-7000-8000-00000000010{child}")).Value;
    }

    [Fact]
    public void Hospital_and_back_is_one_placement_and_the_carers_move_another_address()
    {
        var authority = new MemoryAuthority();
        var child = Guid.CreateVersion7();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var known = new DateOnly(2026, 4, 20);
        authority.Record(child, known, new ChildRecordOpened("E1", null, null, new DateOnly(2014, 1, 1), null, "M", "Referred", new DateOnly(2025, 5, 1)));
        authority.Record(child, known, [
            Step(new PeriodOfCareStarted(new DateOnly(2025, 6, 1), "V2", "N1")),
            Step(new PlacementStarted(new DateOnly(2025, 6, 1), "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA", "A"), first)]);
        authority.Record(child, known, new LegalStatusChanged(new DateOnly(2025, 7, 10), "C1"));
        authority.Record(child, known, [
            Step(new PlacementEnded(first, new DateOnly(2025, 9, 1), "CARPL")),
            Step(new PlacementStarted(new DateOnly(2025, 9, 1), "U6", "PR1", "SC2", "ZZ1 2AA", "ZZ1 1AA", "B"), second)]);
        authority.Record(child, known, new TemporaryMoveStarted(new DateOnly(2025, 10, 5), "T1", new DateOnly(2025, 10, 9)));
        authority.Record(child, known, new CarerMovedHouse(second, new DateOnly(2025, 12, 1), "U6", "PR1", "SC2", "ZZ1 2AB", "ZZ1 1AA", "B"));
        authority.Record(child, known, new PlacementStarted(new DateOnly(2026, 2, 2), "K2", "PR4", "SC3", "ZZ9 9ZZ", "ZZ1 1AA"));

        Figure(M1PlacementsInYear.Carer).ShouldBe((3, true));
        Figure(M1PlacementsInYear.Address).ShouldBe((4, true));
        Figure(M2PlacementsAnnexA.Measure).ShouldBe((5, true));
        authority.Derive(2026).Set.Episodes.Select(e => (e.Rne, e.Place, e.Rec)).ShouldBe(
        [
            ("S", "U6", "X1"), ("L", "U6", "X1"), ("P", "U6", "X1"), ("P", "T1", "X1"), ("P", "U6", "X1"), ("T", "U6", "X1"), ("P", "K2", null),
        ]);

        (decimal?, bool) Figure(Measure measure)
        {
            var contribution = authority.Figure(measure, 2026).Contributions.Single();
            return (contribution.Value, contribution.Counts);
        }
    }

    [Fact]
    public void A_live_move_ends_the_open_episode_that_a_return_stated()
    {
        var authority = new MemoryAuthority();
        authority.Load(SixChildren.LastYear, 2025, new DateOnly(2025, 6, 30));
        var child = authority.Known().Children[SixChildren.Two];
        var placement = child.OpenOn(PlacementLanes.Placement)!.FactId;
        authority.Record(child.Id, new DateOnly(2025, 10, 1), [
            Step(new PlacementEnded(placement, new DateOnly(2025, 9, 30), "ALLEG")),
            Step(new PlacementStarted(new DateOnly(2025, 9, 30), "K2", "PR4", "SC9", "ZZ9 9ZZ", "ZZ1 1AA"))]);
        authority.Derive(2026).Set.Episodes.Where(e => e.Child == SixChildren.Two)
            .Select(e => (e.Decom, e.Rne, e.Place, e.Dec, e.Rec, e.ReasonPlaceChange)).ShouldBe(
            [
                (new DateOnly(2023, 2, 1), "S", "U4", new DateOnly(2025, 9, 30), "X1", "ALLEG"),
                (new DateOnly(2025, 9, 30), "P", "K2", null, null, null),
            ]);
        authority.Derive(2025).Set.Episodes.Single(e => e.Child == SixChildren.Two).Dec.ShouldBeNull();
    }

    [Fact]
    public void A_semi_independent_placement_changes_its_code_with_the_year_and_nothing_else()
    {
        var authority = new MemoryAuthority();
        var child = Guid.CreateVersion7();
        var known = new DateOnly(2026, 4, 20);
        authority.Record(child, known, new ChildRecordOpened("E26", null, null, new DateOnly(2009, 4, 5), null, "F", "Referred", new DateOnly(2023, 1, 1)));
        authority.Record(child, known, [
            Step(new PeriodOfCareStarted(new DateOnly(2023, 3, 1), "C2", "N1")),
            Step(new PlacementStarted(new DateOnly(2023, 3, 1), "H5", "PR4", "SC1", "ZZ1 1AB", "ZZ1 1AA"))]);
        authority.Derive(2023).Set.Episodes.Select(e => (e.Place, e.Rne, e.Dec)).ShouldBe([("H5", "S", null)]);
        authority.Derive(2026).Set.Episodes.Select(e => (e.Place, e.Rne, e.Dec)).ShouldBe([("K3", "S", null)]);
    }

    [Fact]
    public void Why_a_worker_stopped_is_no_column_of_a_return_and_outlives_the_return_that_corrects_the_day()
    {
        var (with, without) = (new MemoryAuthority(), new MemoryAuthority());
        var (child, allocation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (authority, reason) in new[] { (with, "LEFTRL"), (without, null) })
        {
            authority.Record(child, Known, [
                Step(new ChildRecordOpened("E1", null, null, new DateOnly(2014, 1, 1), null, "M", "Referred", new DateOnly(2024, 5, 1))),
                Step(new PeriodOfCareStarted(new DateOnly(2024, 6, 1), "V2", "N1")),
                Step(new PlacementStarted(new DateOnly(2024, 6, 1), "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA", "A")),
                Step(new WorkerAllocated(new DateOnly(2024, 6, 1), "SW10001", Allocation.SocialWorker, null, "FCONTA"), allocation),
                Step(new WorkerDeallocated(allocation, new DateOnly(2025, 10, 1), reason))]);
        }

        var (said, silent) = (with.Derive(2026).Set, without.Derive(2026).Set);
        Written(ReturnFiles.SocialWorkers, said).ShouldBe(Written(ReturnFiles.SocialWorkers, silent));
        var row = said.SocialWorkers.ShouldHaveSingleItem();
        (row.SwReason, row.SwDec).ShouldBe(("FCONTA", new DateOnly(2025, 10, 1)));

        with.Load(said with { SocialWorkers = [row with { SwDec = new DateOnly(2025, 10, 3) }] }, 2026, Known.AddDays(1));
        var loaded = new MemoryAuthority();
        loaded.Load(with.Derive(2025).Set, 2025, new DateOnly(2025, 6, 30));
        loaded.Load(said, 2026, Known.AddDays(1));
        var known = loaded.Known().Children["E1"];
        var (stated, ended) = known.Facts<WorkerDeallocated>().ShouldHaveSingleItem();
        loaded.Record(known.Id, Known.AddDays(2), [new Step.Correct(Guid.CreateVersion7(), stated, ended with { Reason = "LEFTRL" }, new Correction("late", "Told us why."))]);
        loaded.Load(said with { SocialWorkers = [row with { SwDec = new DateOnly(2025, 10, 3) }] }, 2026, Known.AddDays(3));
        loaded.Known().Children["E1"].Find<WorkerDeallocated>(stated).ShouldBe(ended with { To = new DateOnly(2025, 10, 3), Reason = "LEFTRL" });
    }

    private static Step.Record Step(Journey.Record.Children.IFact fact, Guid? id = null) => new(Guid.CreateVersion7(), id ?? Guid.CreateVersion7(), fact);

    private static MemoryAuthority Live()
    {
        var authority = new MemoryAuthority();
        foreach (var (child, steps) in SixChildrenLive.Acts())
        {
            authority.Record(child, Known, steps);
        }

        return authority;
    }

    private static List<string> Written(FileLayout file, ReturnSet set) =>
        [.. ReturnWriter.Ordered(file, file.RowsOf(set)).Select(r => string.Join('|', file.Columns.Select((_, i) => file.Written(r, i))))];

    private static string States(MemoryAuthority authority, DateOnly day)
    {
        Lane[] lanes =
        [
            CareLanes.Care, LegalLanes.LegalStatus, PlacementLanes.Placement, AllocationLanes.SocialWorker, MissingLanes.Missing, ReviewLanes.Reviews,
            IdentityLanes.Birth, IdentityLanes.Sex, IdentityLanes.Ethnicity, IdentityLanes.Upn, IdentityLanes.Motherhood, IdentityLanes.Immigration,
        ];
        return string.Join('\n', authority.Children()
            .OrderBy(c => c.Timeline(IdentityLanes.Identifiers)[0].As<ChildIdentifier>().Value, StringComparer.Ordinal)
            .SelectMany(c => lanes.SelectMany(l => c.On(l, day).Select(i => $"{c.Timeline(IdentityLanes.Identifiers)[0].As<ChildIdentifier>().Value} {l.Name} {i.Value}"))));
    }
}

using CsCheck;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Workforce;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Measures;

/// <summary>Breakdowns add up to the whole, readers from outside learn no small number, and the caseload board of a day.</summary>
public sealed class BreakdownTests
{
    private static readonly Period Year = Period.Year(2026);

    private static readonly DateOnly Last = new(2026, 3, 31);

    [Fact]
    public void The_parts_of_every_breakdown_add_up_to_the_whole() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 20], Gen.Bool).Array[1, 20].Sample(children =>
    {
        var all = children.Select((c, i) => Child(i, c.Item1, c.Item2, c.Item3, c.Item4)).ToList();
        foreach (var measure in new[] { M6SocialWorkersInYear.Measure, M8DaysUnallocated.InCareOrOpen, LookedAfter.AtEnd })
        {
            var whole = Figure.Over(measure, all, Year);
            foreach (var dimension in Dimensions.All)
            {
                var parts = whole.By(dimension, all);
                (parts.Sum(p => p.Figure.Numerator), parts.Sum(p => p.Figure.Denominator)).ShouldBe((whole.Numerator, whole.Denominator), dimension.Code);
                parts.Select(p => p.Value).ShouldBeUnique();
            }
        }
    });

    [Fact]
    public void Each_dimension_reads_the_day()
    {
        var child = Child(1, 1, 2, 7, true);
        Value("team", child).ShouldBe("Team 1");
        Value("worker", child).ShouldBe("SW2");
        Value("provider", child).ShouldBe("PR1");
        Value("placement-type", child).ShouldBe("U6");
        Value("legal-status", child).ShouldBe("C2");
        Value("need", child).ShouldBe("N1");
        Value("entry-year", child).ShouldBe("2026");
        Value("age-band", child).ShouldBe("05-09");
        Value("sibling-group", child).ShouldBe(Id(9000).ToString("D"));
        Dimensions.All.Select(d => d.Of(Child(2, 0, 0, 7, false), Last)).Where(v => v is not null).ShouldBe(["05-09"]);
    }

    [Theory]
    [InlineData(0, 100, 0, 100, 0.0)]
    [InlineData(5, 100, null, 100, null)]
    [InlineData(97, 100, null, 100, null)]
    [InlineData(6, 30, 5, 30, 0.2)]
    [InlineData(4, 5, null, null, null)]
    [InlineData(33, 100, 35, 100, 0.33)]
    [InlineData(32, 101, 30, 100, 0.32)]
    public void Small_numbers_and_what_would_tell_them_are_left_out(int numerator, int denominator, int? shown, int? of, double? share)
    {
        var figure = Of(numerator, denominator);
        var disclosed = Disclosure.Of(figure);
        (disclosed.Numerator, disclosed.Denominator, (double?)disclosed.Share).ShouldBe((shown, of, share));
    }

    [Fact]
    public void Many_items_of_few_children_are_left_out_whole()
    {
        Contribution Of(int child, int item) => new(Id(child), 1, 1, null, "", [], Id(item));
        Disclosure.Of(Figure.Of(M20Visits.ProtectionPlan, Year, Enumerable.Range(0, 75).Select(i => Of(i % 5, i)))).ShouldBe(new Disclosed(null, null, null, null));
        Disclosure.Of(Figure.Of(M20Visits.ProtectionPlan, Year, Enumerable.Range(0, 75).Select(i => Of(i % 6, i)))).Numerator.ShouldBe(75);
    }

    [Fact]
    public void A_sum_keeps_two_figures_and_has_no_share()
    {
        var sum = Figure.Of(M22CostToDate.Net, Year, Enumerable.Range(0, 10).Select(i => new Contribution(Id(i), 1, 1, 134_107.5m, "", [])));
        (Disclosure.Of(sum).Result, Disclosure.Of(sum).Share).ShouldBe((1_300_000m, null));
    }

    [Fact]
    public void One_part_left_out_takes_the_next_smallest_with_it()
    {
        var disclosed = Disclosure.Of([Of(30, 60), Of(2, 4), Of(20, 40)]);
        disclosed.Select(d => d.IsSuppressed).ShouldBe([false, true, true]);
        Disclosure.Of([Of(30, 60), Of(20, 40)]).ShouldAllBe(d => !d.IsSuppressed);
    }

    [Fact]
    public void No_small_part_can_be_computed_from_the_others_and_the_whole() => Gen.Int[0, 40].Array[2, 8].Sample(sizes =>
    {
        var parts = sizes.Select(s => Of(0, s)).ToList();
        var disclosed = Disclosure.Of(parts);
        disclosed.Zip(sizes).Where(p => p.Second is > 0 and <= 5).ShouldAllBe(p => p.First.Denominator == null);
        if (disclosed.Any(d => d.IsSuppressed) && sizes.Count(s => s > 0) > 1)
        {
            disclosed.Count(d => d.IsSuppressed).ShouldBeGreaterThan(1);
        }
    });

    [Fact]
    public void The_board_counts_weighs_and_finds_the_gaps_of_a_day()
    {
        var worker = Record(
            (Id(1), new WorkerJoined("SW1", "permanent", 0.5m, "caseHolder", "Team 1", null, null, new DateOnly(2024, 1, 1))),
            (Id(2), new WorkerAbsent("SIC", new DateOnly(2026, 3, 30), null)));
        var team = Record((Id(3), new TeamFormed("Team 1", null, [], [], new DateOnly(2024, 1, 1))), (Id(4), new CaseloadTargetSet("caseHolder", 3, null, new DateOnly(2024, 1, 1))));
        Timelines[] all = [Child(1, 1, 1, 7, true), Child(2, 1, 1, 7, true), Child(3, 0, 1, 7, false), Gap(4), Child(5, 0, 0, 7, false), worker, team];
        var board = CaseloadBoard.Of(all, Last, new CaseWeights());

        var row = board.Workers.ShouldHaveSingleItem();
        (row.Worker, row.Team, row.Cases, row.Weighted, row.Families).ShouldBe(("SW1", "Team 1", 3, 4m, 2));
        (row.Fte, row.Target, row.Limit, row.IsOver, row.IsAway, row.IsInPost).ShouldBe((0.5m, 3m, 1.5m, true, true, true));
        row.Kinds.ShouldBe(new Dictionary<CaseKind, int> { [CaseKind.InCare] = 2, [CaseKind.Other] = 1 });
        row.LegalStatuses.ShouldBe(new Dictionary<string, int> { ["C2"] = 2 });
        board.Teams.Sum(t => t.Cases).ShouldBe(3);
        board.Unallocated.ShouldHaveSingleItem().ShouldBe(new BoardGap(Id(5004), CaseKind.Assessment, new DateOnly(2025, 9, 1), "SW3"));
    }

    private static Timelines Gap(int number)
    {
        var allocation = Id(700);
        return Record(
            Id(5000 + number),
            (Id(701), new ReferralReceived(new DateOnly(2025, 5, 1), null, "1A", [], "N1")),
            (allocation, new WorkerAllocated(new DateOnly(2025, 5, 2), "SW3", Allocation.SocialWorker, "Team 2", "FCONTA")),
            (Id(702), new WorkerDeallocated(allocation, new DateOnly(2025, 9, 1))));
    }

    private static Timelines Child(int number, int team, int worker, int age, bool care)
    {
        var facts = new List<(Guid, IFact)>
        {
            (Id(100), new ChildRecordOpened($"C{number}", null, null, Last.AddYears(-age), null, "M", "Referred", new DateOnly(2025, 4, 1))),
        };
        if (worker > 0)
        {
            facts.Add((Id(101), new WorkerAllocated(new DateOnly(2025, 4, 1), $"SW{worker}", Allocation.SocialWorker, team > 0 ? $"Team {team}" : null, "MANAGE")));
        }

        if (care)
        {
            facts.Add((Id(102), new PeriodOfCareStarted(new DateOnly(2025, 6, 1), "C2", "N1")));
            facts.Add((Id(103), new PlacementStarted(new DateOnly(2025, 6, 1), "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA")));
            facts.Add((Id(104), new SiblingGroupFormed(Id(9000), [Id(5001), Id(5002)], "householdAtEntry", new DateOnly(2025, 6, 1))));
        }

        return Record(Id(5000 + number), [.. facts]);
    }

    private static string? Value(string dimension, Timelines child) => Dimensions.Find(dimension)!.Of(child, Last);

    private static Figure Of(int numerator, int denominator) => Figure.Of(
        LookedAfter.AtEnd, Year, Enumerable.Range(0, Math.Max(numerator, denominator))
            .Select(i => new Contribution(Id(i), i < denominator ? 1 : 0, i < numerator ? 1 : 0, null, "", [])));

    private static Timelines Record(params (Guid Id, IFact Fact)[] facts) => Record(Guid.CreateVersion7(), facts);

    private static Timelines Record(Guid id, params (Guid Id, IFact Fact)[] facts)
    {
        var record = ChildRecord.Empty(id).With(facts.Select(f => FactCatalogue.Of(f.Fact).Asserted(f.Id, f.Fact, null)));
        return new Timelines(record.Id, record.Timeline);
    }

    private static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

using CsCheck;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Record.History;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Measures;

/// <summary>Why a figure changed: the parts add up exactly, and each has the cause of the act that owns it.</summary>
public sealed class RestatementTests
{
    private static readonly Period Year = Period.Year(2026);

    private static readonly DateTimeOffset Start = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Definition Workers = new(M7WorkerChanges.Measure, WorkingCalendar.Latest);

    /// <summary>Children whose worker is the same as that of another; changes of one stream change the figure of others.</summary>
    private static readonly Measure Shared = new()
    {
        Code = "TEST-shared",
        Title = "Children who share their worker",
        Cohort = "Children with a worker",
        Numerator = "Another child has the same worker",
        Unit = "children",
        Source = "This test",
        Lanes = [AllocationLanes.SocialWorker],
        Neighbours = new Neighbours { Lanes = [AllocationLanes.SocialWorker], Speaks = Topics, Reads = Topics },
        Of = (child, window, given) =>
        {
            var with = Topics(child).SelectMany(given.About).Where(t => t.Subject != child.Subject).Select(t => t.Subject).Distinct().Count();
            return Topics(child).Any() ? [child.In(with > 0, $"{with} others.", with, [])] : [child.Out("No worker.")];
        },
    };

    public static TheoryData<string> Measured => [M7WorkerChanges.Measure.Code, "M1-carer", "M8", Shared.Code];

    [Theory]
    [MemberData(nameof(Measured))]
    public void The_parts_of_any_change_add_up_exactly(string code)
    {
        var measure = code == Shared.Code ? Shared : MeasureCatalogue.Find(code)!;
        var definition = new Definition(measure, WorkingCalendar.Latest);
        Histories.Sample(
            history =>
            {
                for (var earlier = 0; earlier <= history.Count; earlier += 3)
                {
                    var parts = Between(history, earlier, definition, definition);
                    var (one, other) = (FigureAt(history, earlier, definition), FigureAt(history, history.Count, definition));
                    Sums(parts).ShouldBe(Difference(one, other));
                    parts.ShouldAllBe(p => p.Act != null && p.Entries.Count > 0 && p.Subjects.Count > 0);
                }
            },
            iter: 500,
            print: Print);
    }

    [Fact]
    public void Changes_of_definition_and_calendar_are_measured_first_and_add_up_with_the_rest() => Histories.Sample(
        history =>
        {
            var (from, to) = (new Definition(M8DaysUnallocated.InCare, WorkingCalendar.All[0]), new Definition(M8DaysUnallocated.InCareOrOpen, WorkingCalendar.Latest));
            var earlier = history.Count / 2;
            var parts = Between(history, earlier, from, to);
            Sums(parts).ShouldBe(Difference(FigureAt(history, earlier, from), FigureAt(history, history.Count, to)));
            Sums([.. parts.Where(p => p.Cause == Cause.DefinitionChange)])
                .ShouldBe(Difference(FigureAt(history, earlier, from), FigureAt(history, earlier, to)));
            parts.SkipWhile(p => p.Act is null).ShouldAllBe(p => p.Act != null);
        },
        iter: 500,
        print: Print);

    [Fact]
    public void Between_two_windows_what_entered_left_and_moved_adds_up() => Histories.Sample(
        history =>
        {
            var (one, other) = (FigureAt(history, history.Count, Workers, Period.Year(2025)), FigureAt(history, history.Count, Workers, Year));
            var moved = Restatement.Between(one, other);
            (moved.Sum(m => m.Numerator), moved.Sum(m => m.Denominator), moved.Sum(m => m.Values)).ShouldBe(Difference(one, other));
            moved.Where(m => m.Movement == Movement.Entered).ShouldAllBe(m => m.Before == null && m.After!.InCohort);
            moved.Where(m => m.Movement == Movement.Left).ShouldAllBe(m => m.After == null && m.Before!.InCohort);
        },
        iter: 500,
        print: Print);

    [Fact]
    public void Each_act_has_its_own_cause()
    {
        var (child, other) = (Stream(1), Stream(2));
        var (care, first, second) = (Id(1), Id(2), Id(3));
        var acts = Acts(
            [(child, Say(care, InCare)), (child, Say(first, Worker("SW1", 4, 1)))],
            [(child, Say(second, Worker("SW2", 6, 1)))],
            [(child, Fix(second, Worker("SW1", 6, 1)))],
            [(child, Fix(second, Worker("SW3", 6, 1)))],
            [(child, new Withdrawn(second, "neverHappened", "Planned only"))],
            [(other, Say(Id(10), InCare)), (other, Say(Id(11), Worker("SW9", 9, 1)))],
            [(child, Say(Id(20), new ChildRecordsLinked(child, other, "Same child", Day(10, 1)))), (other, Say(Id(20), new ChildRecordsLinked(child, other, "Same child", Day(10, 1))))],
            [(child, new Withdrawn(Id(20), "mistake", "Two children")), (other, new Withdrawn(Id(20), "mistake", "Two children"))]);

        Between(acts, 1, Workers, Workers).Select(p => (p.Cause, p.Values, p.Denominator)).ShouldBe(
        [
            (Cause.LateRecord, 1, 0), (Cause.Correction, -1, 0), (Cause.Correction, 1, 0), (Cause.Withdrawal, -1, 0), (Cause.LateRecord, 0, 1),
            (Cause.Link, 1, -1), (Cause.Unlink, -1, 1),
        ]);
        Between(acts, 6, Workers, Workers)[0].Subjects.ShouldBe([child, other]);
    }

    [Fact]
    public void A_return_that_is_silent_about_a_fact_is_a_cause_of_its_own()
    {
        var child = Stream(1);
        var acts = Acts(
            [(child, Say(Id(1), new EpisodeStated(Day(4, 1), "S", "C2", "N1", "U6", "PR1", null, null, null, null, null, null)))],
            [(child, new NotReported(Id(1), new DateOnly(2026, 3, 1)))],
            [(child, new ReportedAgain(Id(1)))]);
        var looked = new Definition(LookedAfter.AtEnd, WorkingCalendar.Latest);
        Between(acts, 1, looked, looked).Select(p => (p.Cause, p.Numerator)).ShouldBe([(Cause.NotReported, -1), (Cause.NotReported, 1)]);
    }

    [Fact]
    public void An_act_of_several_causes_has_the_one_that_did_it()
    {
        var child = Stream(1);
        var acts = Acts(
            [(child, Say(Id(1), InCare)), (child, Say(Id(2), Worker("SW1", 4, 1))), (child, Say(Id(3), new EthnicityRecorded("WBRI", Day(4, 1))))],
            [(child, Fix(Id(3), new EthnicityRecorded("MWBC", Day(4, 1)))), (child, Say(Id(4), Worker("SW2", 6, 1)))],
            [(child, new Withdrawn(Id(4), "mistake", "Wrong day")), (child, Say(Id(5), Worker("SW2", 7, 1)))]);
        Between(acts, 1, Workers, Workers).Select(p => (p.Cause, p.Values)).ShouldBe([(Cause.LateRecord, 1)]);
    }

    [Fact]
    public void What_a_neighbour_did_is_owned_by_its_act()
    {
        var shared = new Definition(Shared, WorkingCalendar.Latest);
        var acts = Acts(
            [(Stream(1), Say(Id(1), Worker("SW1", 4, 1)))],
            [(Stream(2), Say(Id(2), Worker("SW1", 5, 1)))]);
        var parts = Between(acts, 1, shared, shared);
        parts.Select(p => (p.Cause, p.Subjects.Single(), p.Numerator, p.Denominator)).ShouldBe(
            [(Cause.LateRecord, Stream(2), 1, 1), (Cause.LateRecord, Stream(1), 1, 0)]);
    }

    private static readonly PeriodOfCareStarted InCare = new(new DateOnly(2025, 4, 1), "C2", "N1");

    /// <summary>Acts on three records: whatever may be said of allocations, care, referrals and links, in any order, sensible or not.</summary>
    private static readonly Gen<IReadOnlyList<Act>> Histories = Gen.Select(
        Gen.Int[0, 11], Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[1, 4], Gen.Bool).Array[1, 14].Select(steps =>
        {
            var acts = new List<(Guid, IStatement)[]>();
            var next = 100;
            foreach (var (what, who, fact, month, worker, alsoNext) in steps)
            {
                var (stream, day) = (Stream(who + 1), new DateOnly(2025, 4, 1).AddMonths(month - 6));
                var link = new ChildRecordsLinked(Stream(1), Stream(2), "Same child", day);
                (Guid, IStatement)[] act = what switch
                {
                    0 or 1 => [(stream, Say(Id(fact), new WorkerAllocated(day, $"SW{worker}", Allocation.SocialWorker, null, "MANAGE")))],
                    2 => [(stream, Say(Id(fact), new PeriodOfCareStarted(day, "C2", "N1")))],
                    3 => [(stream, Fix(Id(fact), new WorkerAllocated(day, $"SW{worker}", Allocation.SocialWorker, null, "MANAGE")))],
                    4 => [(stream, new Withdrawn(Id(fact), "mistake", "Never so"))],
                    5 => [(stream, new NotReported(Id(fact), day))],
                    6 => [(stream, new ReportedAgain(Id(fact)))],
                    7 => [(Stream(1), Say(Id(50 + worker), link)), (Stream(2), Say(Id(50 + worker), link))],
                    8 => [(Stream(1), new Withdrawn(Id(50 + worker), "mistake", "Two")), (Stream(2), new Withdrawn(Id(50 + worker), "mistake", "Two"))],
                    9 => [(stream, Say(Id(next++), new ReferralReceived(day, null, "1A", [], "N1"))), (stream, Say(Id(fact), InCare))],
                    10 => [(stream, Say(Id(next++), new EpisodeStated(day, "S", "C2", "N1", "U6", "PR1", null, null, null, null, null, null)))],
                    _ => [(stream, new Withdrawn(Id(fact), "wrongChild", "Other child")), (Stream(((who + 1) % 3) + 1), Say(Id(next++), InCare))],
                };
                acts.Add(alsoNext && acts.Count > 0 ? [.. act, (stream, Say(Id(next++), new EthnicityRecorded("WBRI", day)))] : act);
            }

            return (IReadOnlyList<Act>)Acts([.. acts]);
        });

    private static IEnumerable<string> Topics(Timelines child) =>
        child[AllocationLanes.SocialWorker].Select(i => Neighbours.Worker(i.As<Allocation>().Worker)).Distinct();

    private static List<Act> Acts(params (Guid Stream, IStatement Statement)[][] acts)
    {
        var (position, versions, entries) = (0L, new Dictionary<Guid, long>(), new List<LedgerEntry>());
        for (var i = 0; i < acts.Length; i++)
        {
            foreach (var (stream, statement) in acts[i])
            {
                var version = versions[stream] = versions.GetValueOrDefault(stream) + 1;
                entries.Add(new LedgerEntry(++position, version, Start.AddHours(i), statement, null, stream));
            }
        }

        return [.. Act.Of(entries)];
    }

    private static IReadOnlyList<Restated> Between(IReadOnlyList<Act> history, int earlier, Definition from, Definition to) => Restatement.Between(
        from, to, Year, [], Streams(history, earlier), history.Skip(earlier));

    private static IEnumerable<(Guid, IReadOnlyList<LedgerEntry>)> Streams(IReadOnlyList<Act> history, int count) => history.Take(count)
        .SelectMany(a => a.Entries).GroupBy(e => e.Stream).Select(g => (g.Key, (IReadOnlyList<LedgerEntry>)[.. g]));

    /// <summary>The figure as the record itself gives it: streams folded, linked ones joined.</summary>
    private static Figure FigureAt(IReadOnlyList<Act> history, int count, Definition definition, Period? window = null)
    {
        var streams = Streams(history, count).ToDictionary(s => s.Item1, s => s.Item2);
        var groups = LinkedRecords.Groups(streams.Values.SelectMany(LinkedRecords.Of).Where(l => streams.ContainsKey(l.Survivor) && streams.ContainsKey(l.Absorbed)));
        var linked = groups.SelectMany(g => g).ToHashSet();
        var children = streams.Where(s => !linked.Contains(s.Key)).Select(s => ChildRecord.Fold(s.Key, s.Value))
            .Concat(groups.Select(g => ChildRecord.Linked(g[0], [.. g.Select(s => (s, streams[s]))])))
            .Select(c => new Timelines(c.Id, c.Timeline, [.. c.Streams.Select(s => s.Stream)])).ToList();
        return Figure.Over(definition.Measure, children, window ?? Year, definition.Calendar, children);
    }

    private static (decimal, decimal, decimal) Sums(IReadOnlyList<Restated> parts) =>
        (parts.Sum(p => p.Numerator), parts.Sum(p => p.Denominator), parts.Sum(p => p.Values));

    private static (decimal, decimal, decimal) Difference(Figure one, Figure other) =>
        (other.Numerator - one.Numerator, other.Denominator - one.Denominator, Values(other) - Values(one));

    private static decimal Values(Figure figure) => figure.Contributions.Where(c => c.InCohort).Sum(c => c.Value ?? 0);

    private static string Print(IReadOnlyList<Act> acts) =>
        string.Join("\n", acts.Select(a => $"{a.Position}: {string.Join("; ", a.Entries.Select(e => $"{e.Stream.ToString()[..2]} {e.Statement}"))}"));

    private static WorkerAllocated Worker(string number, int month, int day) => new(Day(month, day), number, Allocation.SocialWorker, null, "MANAGE");

    private static IAsserted Say(Guid id, IFact fact) => FactCatalogue.Of(fact).Asserted(id, fact, null);

    private static IAsserted Fix(Guid id, IFact fact) => FactCatalogue.Of(fact).Asserted(id, fact, new Correction("mistake", "Wrong"));

    private static DateOnly Day(int month, int day) => new(2025, month, day);

    private static Guid Stream(int number) => new((uint)number << 24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

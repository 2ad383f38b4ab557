using CsCheck;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Reviews;
using Journey.Record.History;

namespace Journey.Record.Tests.History;

/// <summary>Which flags are open in a record, and since when they were known to be.</summary>
public sealed class FlagsTests
{
    private static readonly ChildRecordOpened Opened =
        new("JRN0000001", "Robin", "Ashdown", new(2014, 5, 5), null, "F", "Referred by a school", new(2014, 5, 12));

    private static readonly WentMissing Missing = new("M", new(2025, 1, 10), null, null, null, null, new(2025, 1, 20));

    private static readonly Correction Wrong = new("keying-error", "It was mistyped.");

    [Fact]
    public void A_flag_is_as_old_as_the_fact_that_breaks_the_rule()
    {
        var flag = Flags.Of(Known((1, Say(1, Opened)), (5, Say(2, Missing with { Kind = "Z" })), (9, Say(3, new NameRecorded("A", null, "B", "usual", new(2020, 1, 1))))), Day(20), Beside.Nothing)
            .Where(f => f.FactId == Id(2)).ShouldHaveSingleItem();

        (flag.Code, flag.Since, flag.Position).ShouldBe(("unknown-code", Noon(5), 4));
        flag.AgeOn(Day(20)).ShouldBe(15);
    }

    [Fact]
    public void A_flag_caused_by_a_later_fact_is_as_old_as_that_fact()
    {
        var record = Known((1, Say(1, Opened)), (5, Say(2, Missing)), (8, Say(3, Missing with { FromDate = new(2025, 1, 12) })));

        Flags.Of(record, Day(8), Beside.Nothing).Where(f => f.Code == "574").Select(f => (f.FactId, f.Since)).ShouldBe([(Id(2), Noon(8)), (Id(3), Noon(8))]);
    }

    [Fact]
    public void A_flag_caused_by_a_correction_elsewhere_is_as_old_as_the_correction_and_one_interrupted_begins_anew()
    {
        var died = new ChildDied(new(2025, 1, 5), null, null, null);
        var later = died with { DateOfDeath = new(2025, 2, 1) };
        var record = Known((1, Say(1, Opened)), (2, Say(2, Missing)), (3, Say(3, died)), (4, Say(3, later, Wrong)), (6, Say(3, died, Wrong)), (7, Say(4, Missing with { FromDate = new(2024, 1, 1) })));

        Flags.Of(record, Day(9), Beside.Nothing).Where(f => f.Code == "G2").ShouldHaveSingleItem().Since.ShouldBe(Noon(6));
        Flags.Of(Upto(record, 8), Day(5), Beside.Nothing).ShouldNotContain(f => f.Code == "G2");
        Flags.Of(Upto(record, 6), Day(3), Beside.Nothing).Where(f => f.Code == "G2").ShouldHaveSingleItem().Since.ShouldBe(Noon(3));
    }

    [Fact]
    public void What_is_mended_within_one_act_is_no_break()
    {
        var record = Known((1, Say(1, Opened)), (2, Say(2, Missing with { Kind = "Z" })), (5, Say(2, Missing, Wrong)), (5, Say(2, Missing with { Kind = "Z" }, Wrong)));

        Flags.Of(record, Day(9), Beside.Nothing).Where(f => f.Code == "unknown-code").ShouldHaveSingleItem().Since.ShouldBe(Noon(2));
    }

    [Fact]
    public void A_date_ahead_is_a_flag_until_it_has_come_even_when_nothing_else_became_known()
    {
        var ahead = new NameRecorded("A", null, "B", "legal", Day(10));
        var again = ahead with { From = Day(25) };
        var record = Known((1, Say(1, Opened)), (5, Say(2, ahead)), (12, Say(2, again, Wrong)));

        Flags.Of(Upto(record, 4), Day(9), Beside.Nothing).ShouldContain(f => f.Code == "date-ahead");
        Flags.Of(Upto(record, 4), Day(10), Beside.Nothing).ShouldNotContain(f => f.Code == "date-ahead");
        Flags.Of(record, Day(20), Beside.Nothing).Where(f => f.Code == "date-ahead").ShouldHaveSingleItem().Since.ShouldBe(Noon(12));
    }

    [Fact]
    public void A_statement_without_effect_is_flagged_from_when_it_was_made_and_a_withdrawn_fact_is_not()
    {
        var record = Known((1, Say(1, Opened)), (3, Say(2, Missing with { Kind = "Z" })), (4, new Withdrawn(Id(2), "never", "Never so.")), (6, new Withdrawn(Id(2), "never", "Never so.")), (7, Say(1, Opened)));

        Flags.Of(record, Day(9), Beside.Nothing).Select(f => (f.FactId, f.Code, f.Since)).ShouldBe([(Id(2), "already-withdrawn", Noon(6)), (Id(1), "recorded-twice", Noon(7))]);
    }

    [Fact]
    public void A_worker_in_post_beside_the_record_is_no_flag()
    {
        var record = Known((1, Say(1, Opened)), (2, Say(2, new WorkerAllocated(new(2025, 1, 1), "SW1", Allocation.SocialWorker, null, "MANAGE"))));
        var beside = Beside.Nothing with { Posts = new Dictionary<string, IReadOnlyList<Period>> { ["SW1"] = [new(new(2024, 1, 1), Period.Open)] } };

        Flags.Of(record, Day(9), Beside.Nothing).ShouldHaveSingleItem().Code.ShouldBe("worker-not-in-post");
        Flags.Of(record, Day(9), beside).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_is_listed()
    {
        Flags.Codes.ShouldBeUnique();
        foreach (var code in new[] { "574", "G2", "date-ahead", "recorded-twice", "already-withdrawn", "unknown-fact" })
        {
            Flags.Codes.ShouldContain(code);
        }
    }

    [Fact]
    public void Flags_of_any_history_are_those_that_judging_everything_at_every_step_finds() => Records.Sample(
        x => Flags.Of(x.Record, x.Today, Beside.Nothing).ShouldBe(Defined(x.Record, x.Today)),
        iter: 3000,
        print: x => $"{x.Today}: {string.Join("; ", x.Record.History.Select(e => $"{e.Position} {e.KnownAt:MM-dd} {e.Statement}"))}");

    [Fact]
    public void Each_flag_of_a_long_record_has_the_age_of_its_own_fact()
    {
        const int Names = 400;
        var entries = new List<(int, IStatement)> { (0, Say(1, Opened)), (0, Say(2, new PeriodOfCareStarted(new(2015, 1, 1), "C2", "N1"))) };
        for (var i = 0; i < Names; i++)
        {
            entries.Add((i + 1, Say(i + 10, new NameRecorded("A", null, "B", "usual", new DateOnly(2015, 1, 2).AddDays(i)))));
        }

        var flags = Flags.Of(Known([.. entries]), Day(4000), Beside.Nothing);
        flags.Where(f => f.Code == "unknown-code").Select(f => f.AgeOn(Day(4000))).ShouldBe(Enumerable.Range(1, Names).Select(n => 4000 - n));
    }

    private static readonly Gen<(ChildRecord Record, DateOnly Today)> Records = Gen.Select(
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 8], Gen.Int[0, 7], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 3]).Array[1, 18], Gen.Int[0, 4])
        .Select((steps, rest) =>
        {
            var (known, statements) = (1, new List<(int, IStatement)>());
            foreach (var (verb, id, kind, from, to, gap) in steps)
            {
                known += gap;
                var fact = AnyFact(kind, from, to);
                statements.Add((known, verb switch
                {
                    < 6 => Say(id, fact),
                    6 => Say(id, fact, Wrong),
                    7 => new Withdrawn(Id(id), "never", "Never so."),
                    8 => new NotReported(Id(id), Day(from)),
                    _ => new ReportedAgain(Id(id)),
                }));
            }

            return (Known([.. statements]), Day(known + rest));
        });

    private static IFact AnyFact(int kind, int from, int to) => kind switch
    {
        0 => Opened with { DateOfBirth = Day(from - 10), OpenedOn = Day(to) },
        1 => Missing with { FromDate = Day(from), To = to < from ? null : Day(to) },
        2 => new ChildDied(Day(from), null, null, null),
        3 => new PeriodOfCareStarted(Day(from), "C2", "N1"),
        4 => new MissingEnded(Id(1 + (from % 8)), Day(to), null, null),
        5 => new PeriodOfCareEnded(Id(1 + (from % 8)), Day(to), "E4A"),
        6 => new LacReviewHeld(Day(from), "PN1", null, null, []),
        _ => new ReferralReceived(Day(from), null, "2A", [], "N1"),
    };

    /// <summary>The definition: everything judged in every earlier state of the record, walked back from the last for as long as it is open.</summary>
    private static List<OpenFlag> Defined(ChildRecord record, DateOnly today)
    {
        var steps = record.History.GroupBy(e => e.KnownAt).Select(g => g.Last()).ToList();
        var open = steps.Select((s, i) => Judged(
            Upto(record, s.Position), i + 1 < steps.Count ? London.DateOf(steps[i + 1].KnownAt) : today)).ToList();
        var flags = open[^1].Select(broken =>
        {
            var since = steps[Enumerable.Range(0, steps.Count).Reverse().TakeWhile(i => open[i].Contains(broken)).Last()];
            return new OpenFlag(broken.FactId!.Value, broken.Code, broken.Sentence, since.KnownAt, since.Position);
        }).ToList();
        return
        [
            .. flags,
            .. record.Anomalies.Select(a => new OpenFlag(
                a.Entry.Statement.FactId, a.Code, Flags.Of(record, today, Beside.Nothing).First(f => f.Code == a.Code).Sentence, a.Entry.KnownAt, a.Entry.Position)),
        ];
    }

    private static List<Refusal> Judged(ChildRecord record, DateOnly day) =>
        [.. record.Beliefs.SelectMany(b => FactCatalogue.Of((IFact)b.Assertion).Flag(record.Without(b.FactId), b.FactId, (IFact)b.Assertion, day, Beside.Nothing)).Distinct()];

    private static ChildRecord Known(params (int Day, IStatement Statement)[] said) => ChildRecord.Fold(
        Id(9999), said.Select((s, i) => new LedgerEntry((2 * i) + 2, i + 1, Noon(s.Day), s.Statement)));

    private static ChildRecord Upto(ChildRecord record, long position) => ChildRecord.Fold(record.Id, record.History, position);

    private static IAsserted Say(int id, IFact fact, Correction? correction = null) => FactCatalogue.Of(fact).Asserted(Id(id), fact, correction);

    private static DateOnly Day(int number) => new DateOnly(2026, 3, 1).AddDays(number - 1);

    private static DateTimeOffset Noon(int day) => London.StartOf(Day(day)).AddHours(12);

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}

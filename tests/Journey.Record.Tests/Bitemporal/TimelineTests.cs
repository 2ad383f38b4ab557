using Journey.Record.Bitemporal;

namespace Journey.Record.Tests.Bitemporal;

/// <summary>How facts become intervals, by example. Days are of March 2026; a line reads value, first day, last day (excluded).</summary>
public sealed class TimelineTests
{
    private readonly List<IStatement> _said = [];

    [Fact]
    public void A_move_recorded_late_ends_where_the_next_one_began()
    {
        Record(1, Stay('C', 5));
        Record(2, Stay('B', 3));

        Line(Lanes.Plain).ShouldBe("B 3-5, C 5-");
        On(Lanes.Plain, 4, known: 1).ShouldBe("");
        On(Lanes.Plain, 4, known: 2).ShouldBe("B");
        On(Lanes.Plain, 10, known: 1).ShouldBe(On(Lanes.Plain, 10, known: 2));
    }

    [Fact]
    public void Moves_of_one_day_are_all_kept_in_the_order_of_recording()
    {
        Record(1, Stay('A', 5));
        Record(2, Stay('B', 5));
        Record(3, Stay('C', 5));

        Line(Lanes.Plain).ShouldBe("A 5-5, B 5-5, C 5-");
        On(Lanes.Plain, 5).ShouldBe("C");
    }

    [Fact]
    public void The_time_of_day_goes_before_the_order_of_recording()
    {
        Record(1, Stay('C', 5) with { At = new TimeOnly(15, 0) });
        Record(2, Stay('B', 5) with { At = new TimeOnly(9, 0) });
        Record(3, Stay('A', 5));

        Line(Lanes.Plain).ShouldBe("A 5-5, B 5-5, C 5-");
    }

    [Fact]
    public void A_correction_keeps_the_order_of_its_day()
    {
        Record(1, Stay('A', 5));
        Record(2, Stay('B', 5));
        Correct(1, Stay('X', 5));

        Line(Lanes.Plain).ShouldBe("X 5-5, B 5-");
    }

    [Fact]
    public void A_correction_may_move_a_fact_to_another_day()
    {
        Record(1, Stay('A', 5));
        Record(2, Stay('B', 8));
        Correct(1, Stay('A', 10));

        Line(Lanes.Plain).ShouldBe("B 8-10, A 10-");
        On(Lanes.Plain, 9, known: 2).ShouldBe("B");
        On(Lanes.Plain, 6, known: 2).ShouldBe("A");
        On(Lanes.Plain, 6, known: 3).ShouldBe("");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void An_end_recorded_after_the_successor_leaves_the_successor_alone(int day)
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('B', 8));
        Record(3, new Ending(Ids.Of(1), March(day)));

        Line(Lanes.Plain).ShouldBe("A 3-8, B 8-");
    }

    [Fact]
    public void An_end_before_the_successor_leaves_a_gap_and_withdrawing_it_closes_the_gap()
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('B', 8));
        Record(3, new Ending(Ids.Of(1), March(6)));
        Line(Lanes.Plain).ShouldBe("A 3-6, B 8-");

        Withdraw(3);
        Line(Lanes.Plain).ShouldBe("A 3-8, B 8-");
    }

    [Fact]
    public void An_end_may_close_one_lane_of_a_fact_only()
    {
        _said.Add(Say.Record(Ids.Of(1), new Fact(Claim(Lanes.Plain, 'A', 3), Claim(Lanes.Side, 'B', 3))));
        Record(2, new Ending(Ids.Of(1), March(6), Only: Lanes.Side));

        Line(Lanes.Plain).ShouldBe("A 3-");
        Line(Lanes.Side).ShouldBe("B 3-6");
    }

    [Fact]
    public void An_end_recorded_before_its_fact_holds_once_the_fact_is_recorded()
    {
        Record(1, new Ending(Ids.Of(2), March(6)));
        Record(2, Stay('A', 3));

        Line(Lanes.Plain).ShouldBe("A 3-6");
    }

    [Fact]
    public void The_earliest_end_wins_and_says_why()
    {
        Record(1, Stay('A', 3) with { To = March(9), Closing = new Value('p') });
        Record(2, new Ending(Ids.Of(1), March(12), new Value('q')));
        Ends(Lanes.Plain).ShouldBe([new Value('p')]);

        Record(3, new Ending(Ids.Of(1), March(7), new Value('r')));
        Line(Lanes.Plain).ShouldBe("A 3-7");
        Ends(Lanes.Plain).ShouldBe([new Value('r')]);
    }

    [Fact]
    public void A_withdrawal_is_for_ever()
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('B', 8));
        Withdraw(2);
        Line(Lanes.Plain).ShouldBe("A 3-");

        Correct(2, Stay('B', 8));
        Record(2, Stay('B', 8));
        Withdraw(2);
        _said.Add(new ReportedAgain(Ids.Of(2)));
        Line(Lanes.Plain).ShouldBe("A 3-");
        Folded().Anomalies.Select(a => a.Code).ShouldBe(["already-withdrawn", "recorded-twice", "already-withdrawn", "already-withdrawn"]);
        Folded().Anomalies.Select(a => a.Entry.Version).ShouldBe([4, 5, 6, 7]);
    }

    [Fact]
    public void A_statement_about_an_unknown_fact_is_ignored_and_reported()
    {
        Correct(1, Stay('A', 3));

        Line(Lanes.Plain).ShouldBe("");
        Folded().Anomalies.ShouldHaveSingleItem().Code.ShouldBe("unknown-fact");
    }

    [Fact]
    public void A_fact_not_reported_stops_without_an_end_and_reported_again_is_unbroken()
    {
        Record(1, Stay('A', 3));
        Record(2, new Ending(Ids.Of(1), March(20), new Value('q')));
        _said.Add(new NotReported(Ids.Of(1), March(10)));
        Line(Lanes.Plain).ShouldBe("A 3-10");
        Ends(Lanes.Plain).ShouldBe([null]);

        _said.Add(new ReportedAgain(Ids.Of(1)));
        Line(Lanes.Plain).ShouldBe("A 3-20");
        Ends(Lanes.Plain).ShouldBe([new Value('q')]);
        On(Lanes.Plain, 12, known: 3).ShouldBe("");
    }

    [Fact]
    public void After_an_interruption_the_value_beneath_resumes()
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('T', 5) with { To = March(8), Interrupts = true });

        Line(Lanes.Plain).ShouldBe("A 3-5, T 5-8, A 8-");
    }

    [Fact]
    public void An_interruption_lasts_no_longer_than_to_the_next_ordinary_change()
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('T', 5) with { Interrupts = true });
        Record(3, Stay('B', 9));

        Line(Lanes.Plain).ShouldBe("A 3-5, T 5-9, B 9-");
    }

    [Fact]
    public void On_one_day_a_change_ends_an_interruption_before_it_and_lies_beneath_one_after_it()
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('T', 5) with { At = new TimeOnly(9, 0), To = March(8), Interrupts = true });
        Record(3, Stay('B', 5) with { At = new TimeOnly(12, 0) });
        Line(Lanes.Plain).ShouldBe("A 3-5, T 5-5, B 5-");

        Record(4, Stay('U', 5) with { At = new TimeOnly(15, 0), To = March(7), Interrupts = true });
        Line(Lanes.Plain).ShouldBe("A 3-5, T 5-5, B 5-5, U 5-7, B 7-");
    }

    [Fact]
    public void An_interruption_of_an_interruption_ends_it()
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('T', 5) with { To = March(12), Interrupts = true });
        Record(3, Stay('U', 7) with { To = March(9), Interrupts = true });

        Line(Lanes.Plain).ShouldBe("A 3-5, T 5-7, U 7-9, A 9-");
    }

    [Fact]
    public void An_interruption_outlasts_the_value_beneath()
    {
        Record(1, Stay('A', 3) with { To = March(6) });
        Record(2, Stay('T', 5) with { To = March(8), Interrupts = true });

        Line(Lanes.Plain).ShouldBe("A 3-5, T 5-8");
    }

    [Fact]
    public void A_lane_within_another_ends_with_the_run_in_which_it_began()
    {
        Record(1, Claim(Lanes.Outer, 'A', 3));
        Record(2, Claim(Lanes.Outer, 'B', 6) with { To = March(9) });
        Record(3, Claim(Lanes.Inner, 'x', 4));
        Record(4, Claim(Lanes.Outer, 'C', 12));
        Line(Lanes.Inner).ShouldBe("x 4-9");

        Record(5, Claim(Lanes.Inner, 'y', 13));
        Line(Lanes.Inner).ShouldBe("x 4-9, y 13-");

        Correct(2, Claim(Lanes.Outer, 'B', 6));
        Line(Lanes.Inner).ShouldBe("x 4-13, y 13-");
    }

    [Fact]
    public void A_run_that_begins_and_ends_on_a_day_bounds_what_began_on_it()
    {
        Record(1, Claim(Lanes.Inner, 'x', 5));
        Line(Lanes.Inner).ShouldBe("x 5-");

        Record(2, Claim(Lanes.Outer, 'A', 5) with { To = March(5) });
        Line(Lanes.Inner).ShouldBe("x 5-5");

        Record(3, Claim(Lanes.Outer, 'B', 3) with { To = March(5) });
        Line(Lanes.Inner).ShouldBe("x 5-5");
    }

    [Fact]
    public void A_timeline_once_read_does_not_change_with_later_entries()
    {
        var ledger = new Ledger();
        Record(1, Stay('A', 3));
        Record(2, Stay('B', 8));
        var entries = History.Of(_said).Entries;

        ledger.Apply(entries[0]);
        var before = ledger.Timeline(Lanes.Plain);
        ledger.Apply(entries[1]);

        before.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
        ledger.Timeline(Lanes.Plain).Select(Read).ShouldBe(["A 3-8", "B 8-"]);
    }

    [Fact]
    public void A_fact_of_the_future_is_known_now_and_holds_from_its_day()
    {
        Record(1, Stay('A', 3));
        Record(2, Stay('B', 25));

        Line(Lanes.Plain).ShouldBe("A 3-25, B 25-");
        On(Lanes.Plain, 24).ShouldBe("A");
        On(Lanes.Plain, 25).ShouldBe("B");
    }

    [Fact]
    public void Intervals_side_by_side_do_not_end_each_other_and_a_point_is_never_a_state()
    {
        Record(1, Claim(Lanes.Side, 'a', 3));
        Record(2, Claim(Lanes.Side, 'b', 5) with { To = March(8) });
        Record(3, Claim(Lanes.Visit, 'v', 4));

        Line(Lanes.Side).ShouldBe("a 3-, b 5-8");
        On(Lanes.Side, 5).ShouldBe("a b");
        Line(Lanes.Visit).ShouldBe("v 4-4");
        On(Lanes.Visit, 4).ShouldBe("");
    }

    [Fact]
    public void A_segment_keeps_what_was_believed_and_for_how_long()
    {
        Record(1, Stay('C', 5));
        Record(2, Stay('B', 3));
        Record(3, Stay('D', 9));
        Withdraw(3);

        Segments.Of(History.Of(_said).Entries)
            .Select(s => $"{Read(s.Interval)} known {s.KnownFrom}-{(s.KnownTo == Segment.Believed ? "" : s.KnownTo)}")
            .ShouldBe(["C 5- known 2-6", "B 3-5 known 4-", "C 5-9 known 6-8", "D 9- known 6-8", "C 5- known 8-"], ignoreOrder: true);
    }

    [Fact]
    public void An_interval_made_twice_is_one_segment_until_both_are_gone()
    {
        _said.Add(Say.Record(Ids.Of(1), new Fact(Stay('A', 3), Stay('A', 3))));
        Record(2, Stay('B', 3));
        Withdraw(2);

        Segments.Of(History.Of(_said).Entries).Where(s => s.Interval.FactId == Ids.Of(1) && s.KnownFrom <= 7 && s.KnownTo > 7)
            .Select(s => Read(s.Interval)).ShouldBe(["A 3-3", "A 3-"], ignoreOrder: true);
    }

    private static DateOnly March(int day) => new(2026, 3, day);

    private static Claim Claim(Lane lane, char name, int from) => new(lane, new Value(name), March(from));

    private static Claim Stay(char name, int from) => Claim(Lanes.Plain, name, from);

    private static string Read(Interval interval) => $"{interval.As<Value>().Name} {interval.From.Day}-{(interval.IsOpen ? "" : interval.To.Day)}";

    private void Record(int fact, Claim claim) => _said.Add(Say.Record(Ids.Of(fact), new Fact(claim)));

    private void Record(int fact, Ending ending) => _said.Add(Say.Record(Ids.Of(fact), new Fact(ending)));

    private void Correct(int fact, Claim claim) => _said.Add(Say.Correct(Ids.Of(fact), new Fact(claim)));

    private void Withdraw(int fact) => _said.Add(Say.Withdraw(Ids.Of(fact)));

    private Ledger Folded(int known = 1000) => Ledger.Fold(History.Of(_said.Take(known)).Entries);

    private string Line(Lane lane) => string.Join(", ", Folded().Timeline(lane).Select(Read));

    private IEnumerable<Value?> Ends(Lane lane) => Folded().Timeline(lane).Select(i => (Value?)i.Closing);

    /// <summary>What holds at the end of a day, as known after so many statements.</summary>
    private string On(Lane lane, int day, int known = 1000) => string.Join(' ', Folded(known).Timeline(lane)
        .Where(i => i.Period.Contains(March(day))).Select(i => i.As<Value>().Name));
}

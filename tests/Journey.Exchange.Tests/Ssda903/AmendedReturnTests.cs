using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Loading;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>A set for a year already loaded, known later; and a load withdrawn as a whole.</summary>
public sealed class AmendedReturnTests
{
    private static readonly DateOnly June = new(2024, 6, 30);
    private static readonly DateOnly July = new(2024, 7, 15);
    private static readonly DateOnly NextJune = new(2025, 6, 30);

    [Fact]
    public void A_changed_row_corrects_a_missing_row_withdraws_and_a_new_row_adds()
    {
        var authority = new MemoryAuthority();
        authority.Load(Return(), 2024, June);
        var before = Answers(authority, June);

        var plan = authority.Load(Amended(), 2024, July);

        (plan.Counts.Corrected, plan.Counts.Withdrawn, plan.Counts.Added, plan.Counts.NotReported).ShouldBe((3, 1, 1, 0));
        Answers(authority, June).ShouldBe(before);
        Answers(authority, July).ShouldNotBe(before);
        authority.Load(Amended(), 2024, new DateOnly(2024, 7, 31)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_date_of_birth_changed_in_every_file_is_one_correction()
    {
        var authority = new MemoryAuthority();
        authority.Load(Return(), 2024, June);
        var born = new DateOnly(2012, 2, 2);
        var set = Return();
        var plan = authority.Load(
            set with
            {
                Header = [.. set.Header.Select(h => h.Child == "A1" ? h with { Dob = born } : h)],
                Reviews = [.. set.Reviews.Select(r => r.Child == "A1" ? r with { Dob = born } : r)],
                Missing = [.. set.Missing.Select(r => r.Child == "A1" ? r with { Dob = born } : r)],
            },
            2024,
            July);
        (plan.Counts.Corrected, plan.Counts.Withdrawn, plan.Counts.Added).ShouldBe((1, 0, 0));
        authority.Derive(2024).Set.Reviews.Where(r => r.Child == "A1").ShouldAllBe(r => r.Dob == born);
    }

    [Fact]
    public void A_date_of_birth_that_another_file_states_differently_is_exported_as_it_was_stated()
    {
        var authority = new MemoryAuthority();
        var set = Return();
        var odd = set with { Reviews = [set.Reviews[0] with { Dob = new DateOnly(2001, 1, 1) }, .. set.Reviews.Skip(1)] };
        var plan = authority.Load(odd, 2024, June);
        plan.Flags.ShouldContain(f => f.Code == "files-differ");
        authority.Derive(2024).Set.Reviews.Select(r => (r.Child, r.Dob)).ShouldBe(odd.Reviews.Select(r => (r.Child, r.Dob)), ignoreOrder: true);
    }

    [Fact]
    public void An_open_episode_that_the_next_return_closes_is_ended_by_a_new_fact()
    {
        var authority = new MemoryAuthority();
        authority.Load(Return(), 2024, June);
        var plan = authority.Load(NextYear(), 2025, NextJune);
        (plan.Counts.Added, plan.Counts.Corrected, plan.Counts.NotReported).ShouldBe((1, 0, 1));
        authority.Derive(2024, NextJune).Set.Episodes.Single(e => e.Child == "A1" && e.Decom == new DateOnly(2023, 10, 1)).Dec.ShouldBeNull();
        authority.Derive(2025, NextJune).Set.Episodes.Single(e => e.Child == "A1").Dec.ShouldBe(new DateOnly(2024, 9, 1));
        authority.Derive(2025, NextJune).Set.Episodes.ShouldNotContain(e => e.Child == "A3");
    }

    [Fact]
    public void An_amended_return_that_states_a_silent_episode_lifts_the_silence()
    {
        var authority = new MemoryAuthority();
        authority.Load(Return(), 2024, June);
        authority.Load(NextYear(), 2025, NextJune);
        var set = NextYear();
        var again = Return().Episodes.Single(e => e.Child == "A3");
        var plan = authority.Load(set with { Header = Return().Header, Episodes = [.. set.Episodes, again] }, 2025, NextJune.AddDays(9));
        (plan.Counts.ReportedAgain, plan.Counts.Added, plan.Counts.Corrected).ShouldBe((1, 0, 0));
        authority.Derive(2025).Set.Episodes.ShouldContain(e => e.Child == "A3" && e.Dec == null);
        authority.Derive(2025, NextJune).Set.Episodes.ShouldNotContain(e => e.Child == "A3");
    }

    [Fact]
    public void An_amended_earlier_return_leaves_what_later_returns_state()
    {
        var authority = new MemoryAuthority();
        authority.Load(Return(), 2024, June);
        authority.Load(NextYear(), 2025, NextJune);
        var plan = authority.Load(Return(), 2024, NextJune.AddDays(9));
        plan.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Two_episodes_that_begin_on_one_day_are_both_kept()
    {
        var authority = new MemoryAuthority();
        var day = new DateOnly(2023, 10, 1);
        var set = ReturnSet.Empty with
        {
            Header = [new HeaderRow("B1", "1", new DateOnly(2010, 1, 1), "WBRI", "UN1", null, null)],
            Episodes =
            [
                Episode("B1", day, "S", "U6", day, "X1"),
                Episode("B1", day, "P", "K2", null, null),
            ],
        };
        authority.Load(set, 2024, June);
        authority.Derive(2024).Set.Episodes.Select(e => (e.Place, e.Dec)).ShouldBe([("U6", day), ("K2", null)]);
        authority.Load(set, 2024, July).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_load_is_withdrawn_as_a_whole_and_can_be_loaded_again()
    {
        var authority = new MemoryAuthority();
        authority.Load(Return(), 2024, June);
        var before = Answers(authority, null);
        var amended = authority.Load(Amended(), 2024, July);
        var wrong = Answers(authority, null);

        var day = new DateOnly(2024, 8, 1);
        var (plan, refusal) = LoadWithdrawal.Plan(amended.Load, "Sent by mistake.", MemoryAuthority.Code, MemoryAuthority.Noon(day), authority.Known());
        refusal.ShouldBeNull();
        authority.Append(plan!, MemoryAuthority.Noon(day));

        Answers(authority, null).ShouldBe(before);
        Answers(authority, July).ShouldBe(wrong);
        authority.Load(Amended(), 2024, new DateOnly(2024, 8, 2));
        Answers(authority, null).ShouldBe(wrong);
    }

    [Fact]
    public void Only_the_last_load_may_be_withdrawn()
    {
        var authority = new MemoryAuthority();
        var first = authority.Load(Return(), 2024, June);
        authority.Load(NextYear(), 2025, NextJune);
        var (_, refusal) = LoadWithdrawal.Plan(first.Load, "Wrong.", MemoryAuthority.Code, MemoryAuthority.Noon(new(2025, 8, 1)), authority.Known());
        refusal!.Code.ShouldBe("load-built-on");
    }

    /// <summary>Everything that can be asked of the year, as text: the exported rows, and every lane of every child.</summary>
    private static string Answers(MemoryAuthority authority, DateOnly? known)
    {
        var set = authority.Derive(2024, known).Set;
        var lanes = authority.Children(known)
            .Where(c => c.Beliefs.Any())
            .Select(c => (Child: c.Timeline(IdentityLanes.Identifiers)[0].As<ChildIdentifier>().Value, Record: c))
            .OrderBy(c => c.Child, StringComparer.Ordinal)
            .SelectMany(c => new Lane[] { CareLanes.Care, IdentityLanes.Birth }.SelectMany(l => c.Record.Timeline(l))
                .Select(i => $"{c.Child} {i.From:yyyy-MM-dd} {i.To:yyyy-MM-dd} {i.Value}"));
        return string.Join('\n', set.All.Select(r => (r with { Line = 0 }).ToString()).Order(StringComparer.Ordinal).Concat(lanes));
    }

    private static ReturnSet Return() => ReturnSet.Empty with
    {
        Header =
        [
            new HeaderRow("A1", "1", new DateOnly(2012, 1, 2), "WBRI", "A123456789012", null, null, 2),
            new HeaderRow("A2", "2", new DateOnly(2010, 3, 4), "BCRB", "UN1", 0, null, 3),
            new HeaderRow("A3", "2", new DateOnly(2015, 5, 6), "AIND", "UN2", null, null, 4),
        ],
        Episodes =
        [
            Episode("A1", new DateOnly(2023, 5, 1), "S", "U6", new DateOnly(2023, 10, 1), "X1") with { Line = 2 },
            Episode("A1", new DateOnly(2023, 10, 1), "P", "U4", null, null) with { Line = 3 },
            Episode("A2", new DateOnly(2022, 2, 1), "S", "K2", new DateOnly(2023, 12, 24), "E4A") with { Line = 4 },
            Episode("A3", new DateOnly(2023, 6, 1), "S", "U6", null, null) with { Line = 5 },
        ],
        Reviews =
        [
            new ReviewRow("A1", new DateOnly(2012, 1, 2), new DateOnly(2023, 5, 28), "PN1", 2),
            new ReviewRow("A1", new DateOnly(2012, 1, 2), new DateOnly(2023, 11, 20), "PN3", 3),
            new ReviewRow("A2", new DateOnly(2010, 3, 4), new DateOnly(2023, 6, 15), "PN2", 4),
        ],
        Missing = [new MissingRow("A1", new DateOnly(2012, 1, 2), "M", new DateOnly(2023, 8, 1), new DateOnly(2023, 8, 2), 2)],
    };

    /// <summary>One DEC, one LS and one DOB differ, one episode is gone and one is new.</summary>
    private static ReturnSet Amended()
    {
        var set = Return();
        return set with
        {
            Header = [set.Header[0], set.Header[1] with { Dob = new DateOnly(2010, 4, 3) }, set.Header[2]],
            Episodes =
            [
                set.Episodes[0] with { Dec = new DateOnly(2023, 9, 30) },
                set.Episodes[1] with { Ls = "C1" },
                set.Episodes[2],
                Episode("A3", new DateOnly(2023, 7, 1), "S", "U6", null, null) with { Line = 5 },
            ],
        };
    }

    /// <summary>A1's open episode has ended; A3's is left out.</summary>
    private static ReturnSet NextYear() => ReturnSet.Empty with
    {
        Header = [Return().Header[0]],
        Episodes = [Episode("A1", new DateOnly(2023, 10, 1), "P", "U4", new DateOnly(2024, 9, 1), "E4A") with { Line = 2 }],
    };

    private static EpisodeRow Episode(string child, DateOnly decom, string rne, string place, DateOnly? dec, string? rec) =>
        new(child, decom, rne, "C2", "N1", place, "PR1", dec, rec, null, "ZZ1 1AA", "ZZ1 2AA", "SC000001");
}

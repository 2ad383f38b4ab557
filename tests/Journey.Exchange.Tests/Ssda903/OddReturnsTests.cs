using System.Text;
using CsCheck;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Deriving;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Loading;
using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Returns;
using Journey.Record.Measures;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>What holds of every return that can be read, however it contradicts itself and others.</summary>
public sealed class OddReturnsTests
{
    private const int Times = 400;

    [Fact]
    public void Every_row_is_given_back_or_left_out_for_a_reason_and_later_loads_move_no_answer() => OddReturns.Gen.Sample(
        odd =>
        {
            var authority = new MemoryAuthority();
            var answers = new List<string>();
            for (var i = 0; i < odd.Sets.Count; i++)
            {
                Load(authority, odd.Sets[i], odd.First + i, Known(odd, i));
                Account(odd.Sets[i], authority.Derive(odd.First + i));
                foreach (var measure in MeasureCatalogue.All)
                {
                    authority.Figure(measure, odd.First + i);
                }

                answers.Add(Answers(authority, odd, null));
            }

            for (var i = 0; i < odd.Sets.Count; i++)
            {
                Load(authority, odd.Sets[i], odd.First + i, Known(odd, odd.Sets.Count)).IsEmpty.ShouldBeTrue();
                Said(Load(authority, odd.Sets[i], odd.First + i, Known(odd, odd.Sets.Count), "another")).ShouldBe("", $"the set of {odd.First + i} again");
                Same(Answers(authority, odd, Known(odd, i)), answers[i]);
            }
        },
        iter: Times, threads: 2);

    [Fact]
    public void An_amendment_counts_what_it_changes_and_is_undone_when_its_load_is_withdrawn() => OddReturns.Gen.Sample(
        odd =>
        {
            for (var index = 0; index < odd.Sets.Count; index++)
            {
                var authority = new MemoryAuthority();
                for (var i = 0; i < odd.Sets.Count; i++)
                {
                    Load(authority, odd.Sets[i], odd.First + i, Known(odd, i));
                }

                var last = index == odd.Sets.Count - 1;
                var (set, changed, gone, added) = odd.Amend(index);
                var before = Answers(authority, odd, null);
                var plan = Load(authority, set, odd.First + index, Known(odd, odd.Sets.Count));
                (plan.Counts.Corrected, plan.Counts.Withdrawn, plan.Counts.Added).ShouldBe((changed, gone, added), $"{odd.First + index} amended:\n{string.Join('\n', Given.Rows(set))}\n{Said(plan)}");
                Same(Answers(authority, odd, Known(odd, odd.Sets.Count - 1)), before);
                if (last)
                {
                    Account(set, authority.Derive(odd.First + index));
                }

                var amended = Answers(authority, odd, null);
                if (plan.IsEmpty)
                {
                    continue;
                }

                Withdraw(authority, plan.Load, Known(odd, odd.Sets.Count + 1));
                Same(Answers(authority, odd, null), before);
                var again = Load(authority, set, odd.First + index, Known(odd, odd.Sets.Count + 2));
                Same(Answers(authority, odd, null), amended);
                Withdraw(authority, again.Load, Known(odd, odd.Sets.Count + 3));
                foreach (var load in authority.Returns().Facts<ReturnLoaded>().Select(l => l.FactId).Reverse().ToList())
                {
                    Withdraw(authority, load, Known(odd, odd.Sets.Count + 4));
                }

                authority.Children().Sum(c => c.Beliefs.Count()).ShouldBe(0);
            }
        },
        iter: Times / 2, threads: 2);

    private static void Same(string now, string before)
    {
        var (one, other) = (now.Split('\n'), before.Split('\n'));
        one.Except(other).Select(l => $"+ {l}").Concat(other.Except(one).Select(l => $"- {l}")).ShouldBeEmpty();
        now.ShouldBe(before);
    }

    private static string Said(LoadPlan plan) => string.Join('\n', plan.Streams.SelectMany(s => s.Statements).Where(s => s.Statement is not Asserted<ReturnLoaded>).Select(s => $"{s.SourceRef} {s.Statement}"));

    private static DateOnly Known(OddReturns odd, int index) => new DateOnly(odd.First, 6, 30).AddYears(index);

    private static LoadPlan Load(MemoryAuthority authority, ReturnSet set, int year, DateOnly known, string? digest = null) =>
        authority.Load(new SetRead(set, [], [], [], digest ?? ReturnDigest.Of(set)), year, known);

    private static void Withdraw(MemoryAuthority authority, Guid load, DateOnly known)
    {
        var (plan, refusal) = LoadWithdrawal.Plan(load, "Wrong.", MemoryAuthority.Code, MemoryAuthority.Noon(known), authority.Known());
        refusal.ShouldBeNull();
        authority.Append(plan!, MemoryAuthority.Noon(known));
    }

    /// <summary>The rows derived and those left out are together the rows stated, and each reason is true.</summary>
    private static void Account(ReturnSet source, DerivedReturn derived)
    {
        var stated = Given.Rows(source).Order(StringComparer.Ordinal).ToList();
        var left = ReturnFiles.All.Aggregate(ReturnSet.Empty, (set, f) => f.With(set, [.. derived.LeftOut.Where(l => l.File == f.Name).Select(l => l.Row)]));
        var given = Given.Rows(derived.Set);
        given.Concat(Given.Rows(left)).Order(StringComparer.Ordinal).ShouldBe(stated);
        var cared = derived.Set.Episodes.Select(e => e.Child).ToHashSet();
        var leavers = derived.Set.Oc3.Select(e => e.Child).ToHashSet();
        var window = Period.Year(derived.Year);
        foreach (var item in derived.LeftOut)
        {
            var why = $"{item.File} {item.Row} {item.Reason}";
            switch (item.Reason)
            {
                case LeftOutReason.NoEpisode:
                    cared.ShouldNotContain(item.Row.Child, why);
                    (item.File is "header.csv" or "oc3.csv" && leavers.Contains(item.Row.Child)).ShouldBeFalse(why);
                    break;
                case LeftOutReason.OutsideYear:
                    var (from, to) = item.Row switch
                    {
                        EpisodeRow r => (r.Decom, r.Dec),
                        ReviewRow r => (r.Review, r.Review),
                        MissingRow r => (r.MisStart, r.MisEnd),
                        SocialWorkerRow r => (r.SwDecom, r.SwDec),
                        DolOrderRow r => (r.DoloStart, r.DoloEnd),
                        _ => throw new InvalidOperationException(why),
                    };
                    (from >= window.To || to <= window.From).ShouldBeTrue(why);
                    break;
                default:
                    Given.Rows(source).Count(t => t == Given.Rows(ReturnFiles.Of(item.Row).With(ReturnSet.Empty, [item.Row])).Single()).ShouldBeGreaterThan(1, why);
                    break;
            }
        }
    }

    /// <summary>Every export and every lane, as text.</summary>
    private static string Answers(MemoryAuthority authority, OddReturns odd, DateOnly? known)
    {
        var text = new StringBuilder();
        for (var i = 0; i < odd.Sets.Count; i++)
        {
            var derived = authority.Derive(odd.First + i, known);
            text.AppendJoin('\n', Given.Rows(derived.Set)).AppendLine();
            text.AppendJoin('\n', derived.LeftOut.Select(l => $"{l.File} {l.Row with { Line = 0 }} {l.Reason}").Order(StringComparer.Ordinal)).AppendLine();
        }

        foreach (var child in authority.Children(known).Where(c => c.Beliefs.Any()))
        {
            var name = ReturnChildren.LaChildIdOf(child);
            text.AppendJoin('\n', child.Lanes.SelectMany(l => child.Timeline(l).Select(i => $"{name} {l.Name} {i.From:O} {i.To:O} {i.Value} {i.Closing}")).Order(StringComparer.Ordinal)).AppendLine();
        }

        return text.ToString();
    }
}

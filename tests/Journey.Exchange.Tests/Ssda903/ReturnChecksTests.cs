using Journey.Kit;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Checks;
using static Journey.Exchange.Tests.Ssda903.Given;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>Each rule is broken once, starting from six children who break none.</summary>
public sealed class ReturnChecksTests
{
    private const string One = SixChildren.One;
    private const string Two = SixChildren.Two;

    private static readonly ReturnSet Clean = SixChildren.ThisYear;

    private static readonly EpisodeRow First = Clean.Episodes[0];
    private static readonly EpisodeRow Second = Clean.Episodes[1];
    private static readonly EpisodeRow Third = Clean.Episodes[2];

    /// <summary>By rule: the set, and every rule that it breaks.</summary>
    private static readonly Dictionary<string, (ReturnSet Set, string[] Broken)> Cases = new()
    {
        ["142"] = (Episodes(First, Second with { Dec = null, Rec = null }, Third), ["142", "433"]),
        ["143"] = (Changed(0, e => e with { Rne = "Q" }), ["143"]),
        ["146"] = (Changed(3, e => e with { Place = "H5", Urn = null }), ["146"]),
        ["148"] = (Changed(4, e => e with { Rec = null }), ["148"]),
        ["178"] = (Changed(3, e => e with { PlaceProvider = "PR9" }), ["178"]),
        ["186"] = (Clean with { Oc2 = [Clean.Oc2[0] with { SdqScore = null }] }, ["186"]),
        ["188"] = (Clean with { Oc2 = [Clean.Oc2[0] with { Dob = On("01/04/2022") }] }, ["188"]),
        ["189"] = (Clean with { Oc2 = [Clean.Oc2[0] with { Dob = On("01/04/2008") }] }, ["189"]),
        ["213"] = (Changed(3, e => e with { Place = "Z11", Urn = null }), ["178", "213"]),
        ["218"] = (Changed(3, e => e with { Urn = null }), ["218"]),
        ["222"] = (Changed(3, e => e with { Place = "R2" }), ["222"]),
        ["225"] = (Changed(0, e => e with { ReasonPlaceChange = null }), ["225"]),
        ["226"] = (
            Episodes(First, Second with { Place = "T1", PlaceProvider = null, Urn = null }, Third with { Rne = "P", Ls = "V2", PlPost = "ZZ1 1AB" }),
            ["226"]),
        ["233"] = (Changed(2, e => e with { ReasonPlaceChange = "CARPL" }), ["233"]),
        ["355"] = (Changed(4, e => e with { Dec = e.Decom }), ["355"]),
        ["380"] = (Changed(3, e => e with { Place = "T1", PlaceProvider = null, Urn = null }), ["380"]),
        ["383"] = (
            Episodes(
                First with { ReasonPlaceChange = null },
                Second with { Place = "T1", PlaceProvider = null, Urn = null },
                Third with { Rne = "P", Ls = "V2" }),
            ["383"]),
        ["386"] = (Changed(4, e => e with { Rec = "E11" }), ["386"]),
        ["392c"] = (Changed(3, e => e with { PlPost = "ZZ1" }), ["392c"]),
        ["431"] = (Changed(1, e => e with { Rne = "S" }), ["431"]),
        ["433"] = (Changed(1, e => e with { Decom = On("02/09/2025") }), ["433"]),
        ["434"] = (Changed(2, e => e with { Ls = "V2" }), ["434"]),
        ["435"] = (Changed(1, e => e with { Ls = "C2" }), ["435"]),
        ["436"] = (Changed(1, e => e with { Rne = "B" }), ["436"]),
        ["501"] = (Changed(0, e => e with { Dec = On("02/09/2025") }), ["433", "501"]),
        ["502"] = (Changed(3, e => e with { Decom = On("02/02/2023") }), ["502"]),
        ["504"] = (Changed(1, e => e with { Cin = "N2" }), ["504", "504"]),
        ["574"] = (Clean with { Missing = [Clean.Missing[0], Clean.Missing[0] with { MisStart = On("14/10/2025"), MisEnd = On("16/10/2025") }] }, ["574"]),
        ["578"] = (Clean with { Missing = [Clean.Missing[0] with { MisStart = On("09/06/2025") }] }, ["578"]),
        ["SW02"] = (Worker(3, w => w with { SwId = "SW1" }), ["SW02"]),
        ["SW09"] = (Worker(6, w => w with { SwDec = w.SwDecom }), ["SW09"]),
        ["SW10"] = (Worker(1, w => w with { SwDecom = On("15/10/2025") }), ["SW10"]),
        ["SW12"] = (Clean with { SocialWorkers = [.. Clean.SocialWorkers.Where(w => w.Child != Two)] }, ["SW12"]),
        ["SW13"] = (Worker(1, w => w with { SwReason = "MOVED" }), ["SW13"]),
        ["SW17"] = (Worker(2, w => w with { SwDec = On("31/03/2026") }), ["SW17"]),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Fact]
    public void Six_children_break_no_rule() => ReturnChecks.Run(Clean, SixChildren.LastYear, 2026).ShouldBeEmpty();

    [Fact]
    public void Every_rule_is_broken_by_a_test() => Cases.Keys.ShouldBe(ReturnChecks.Rules.Select(r => r.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_is_broken(string code)
    {
        var (set, broken) = Cases[code];

        var breaks = ReturnChecks.Run(set, SixChildren.LastYear, 2026);

        breaks.Select(b => b.Rule).ShouldBe(broken);
        breaks.ShouldAllBe(b => b.Columns.Count > 0 && b.Sentence.Length > 20 && set.All.Any(r => ReferenceEquals(r, b.Row)));
    }

    [Fact]
    public void A_worker_who_starts_late_or_has_no_reason()
    {
        Rules(Worker(3, w => w with { SwDecom = On("01/06/2025") })).ShouldBe(["SW12"]);
        Rules(Worker(3, w => w with { SwReason = null })).ShouldBeEmpty();
        Rules(Worker(1, w => w with { SwReason = null })).ShouldBe(["SW13"]);
    }

    [Fact]
    public void A_temporary_move_and_back_breaks_no_rule() => Rules(Episodes(
        First with { ReasonPlaceChange = null },
        Second with { Place = "T1", PlaceProvider = null, Urn = null },
        Third with { Rne = "P", Ls = "V2", PlaceProvider = First.PlaceProvider, PlPost = First.PlPost, Urn = First.Urn })).ShouldBeEmpty();

    [Fact]
    public void An_episode_inside_a_longer_one_overlaps() => Rules(Episodes(
            First with { Dec = On("01/02/2026") },
            Second with { Decom = On("01/07/2025"), Dec = On("01/08/2025") },
            Third))
        .Count(c => c == "501").ShouldBe(2);

    [Fact]
    public void Years_before_social_workers_were_returned_have_no_rules_for_them() =>
        ReturnChecks.Run(ReturnSet.Empty with { SocialWorkers = [new("T1", null, "?", On("05/06/2020"), On("05/06/2020"), "?")] }, null, 2023).ShouldBeEmpty();

    private static IEnumerable<string> Rules(ReturnSet set) => ReturnChecks.Run(set, SixChildren.LastYear, 2026).Select(b => b.Rule);

    /// <summary>The clean set with other episodes for the first child.</summary>
    private static ReturnSet Episodes(params EpisodeRow[] ofOne) =>
        Clean with { Episodes = [.. ofOne, .. Clean.Episodes.Where(e => e.Child != One)] };

    private static ReturnSet Changed(int row, Func<EpisodeRow, EpisodeRow> change) =>
        Clean with { Episodes = [.. Clean.Episodes.Select((e, i) => i == row ? change(e) : e)] };

    private static ReturnSet Worker(int row, Func<SocialWorkerRow, SocialWorkerRow> change) =>
        Clean with { SocialWorkers = [.. Clean.SocialWorkers.Select((w, i) => i == row ? change(w) : w)] };
}

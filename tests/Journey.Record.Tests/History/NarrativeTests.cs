using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Plans;
using Journey.Record.History;
using Journey.Record.Tests.Facts;
using static Journey.Record.Tests.Facts.Spec;

namespace Journey.Record.Tests.History;

/// <summary>Entries in the words in which a history shows them.</summary>
public sealed class NarrativeTests
{
    private static readonly PlacementStarted Rowan = PlacementStarted.Example with { StartOn = Day(2025, 4, 1) };

    public static TheoryData<string> Names => [.. FactCatalogue.All.Select(f => f.Name)];

    [Fact]
    public void A_placement_says_with_whom_how_long_and_why_and_how_late_it_was_recorded() =>
        Last(Said(Rowan, Day(2025, 4, 1)), Said(new PlacementEnded(Id(1), Day(2025, 9, 1), "CREQO"), Day(2025, 10, 3)))
            .ShouldBe("Placement with Rowan family ended on 1 September 2025 after 5 months: carer's request for another reason. Recorded 32 days later.");

    [Fact]
    public void A_placement_whose_carer_moved_house_lasted_from_its_start() =>
        Last(
            Said(Rowan, Day(2025, 4, 1)),
            Said(new CarerMovedHouse(Id(1), Day(2025, 6, 1), "U6", "PR4", "SC000002", "ZZ1 2AA", null, "Rowan family"), Day(2025, 6, 1)),
            Said(new PlacementEnded(Id(2), Day(2025, 9, 1), null), Day(2025, 9, 1)))
            .ShouldBe("Placement with Rowan family ended on 1 September 2025 after 5 months.");

    [Fact]
    public void A_temporary_move_does_not_shorten_the_placement_it_lies_on() =>
        Last(
            Said(Rowan, Day(2025, 4, 1)),
            Said(new TemporaryMoveStarted(Day(2025, 6, 1), "T1", Day(2025, 6, 5)), Day(2025, 6, 1)),
            Said(new PlacementEnded(Id(1), Day(2025, 9, 1), null), Day(2025, 9, 1)))
            .ShouldBe("Placement with Rowan family ended on 1 September 2025 after 5 months.");

    [Fact]
    public void Care_that_returns_state_in_episodes_lasted_from_the_first_of_those_that_touch()
    {
        var open = EpisodeStated.Example with { Dec = null, Rec = null, ReasonPlaceChange = null };
        Last(
            Said(open with { Decom = Day(2020, 1, 1), Dec = Day(2020, 2, 1), Rec = "E4A" }, Day(2024, 6, 30)),
            Said(open with { Decom = Day(2022, 1, 15), Dec = Day(2023, 3, 1), Rec = "X1" }, Day(2024, 6, 30)),
            Said(open with { Decom = Day(2023, 3, 1), LegalStatus = "C2", Need = "N2" }, Day(2024, 6, 30)),
            Said(new PeriodOfCareEnded(Id(3), Day(2025, 8, 20), "E4A"), Day(2025, 8, 21)))
            .ShouldBe($"Ceased to be looked after on 20 August 2025 after 3 years and 7 months: {Words.Lower(Journey.Record.Codes.CareCodes.Rec.Label("E4A"))}. Recorded 1 day later.");
    }

    [Fact]
    public void A_worker_stopped_being_what_the_allocation_said() =>
        Last(
            Said(WorkerAllocated.Example with { From = Day(2025, 9, 10) }, Day(2025, 9, 10)),
            Said(new WorkerDeallocated(Id(1), Day(2025, 10, 1), "LEFTRL"), Day(2025, 9, 21)))
            .ShouldBe("SW10001 stopped being allocated social worker on 1 October 2025 after 3 weeks: the worker left the role. Recorded 10 days ahead.");

    [Theory]
    [InlineData("2025-10-14", ", on the day it began")]
    [InlineData("2025-10-15", " after 1 day")]
    [InlineData("2025-10-24", " after 10 days")]
    [InlineData("2025-11-14", " after 1 month")]
    [InlineData("2026-10-13", " after 11 months")]
    [InlineData("2026-10-14", " after 1 year")]
    [InlineData("2027-11-14", " after 2 years and 1 month")]
    [InlineData("2025-10-13", "")]
    public void What_ended_says_how_long_it_had_lasted(string back, string after)
    {
        var day = DateOnly.Parse(back, System.Globalization.CultureInfo.InvariantCulture);
        Last(Said(WentMissing.Example, Day(2025, 10, 14)), Said(new MissingEnded(Id(1), day, null, "by the police"), day))
            .ShouldBe($"The child returned on {Words.Date(day)}{after}: by the police.");
    }

    [Theory]
    [InlineData("2024-02-29", "2025-02-28", "1 year")]
    [InlineData("2024-02-29", "2025-02-27", "11 months")]
    [InlineData("2024-01-31", "2024-02-29", "1 month")]
    [InlineData("2024-01-31", "2024-02-28", "4 weeks")]
    [InlineData("0001-01-01", "9999-12-31", "9998 years and 11 months")]
    public void Calendar_months_end_with_the_month_and_years_of_a_leap_day_on_the_28th(string from, string to, string lasted) => Words.Lasting(
        DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture))
        .ShouldBe(lasted);

    [Fact]
    public void What_closes_something_of_another_kind_says_what_that_was() =>
        Last(Said(SchoolPlaceRequested.Example with { RequestedOn = Day(2025, 4, 13) }, Day(2025, 4, 13)), Said(new SchoolPlaceOffered(Id(1), null, Day(2025, 5, 4)), Day(2025, 5, 4)))
            .ShouldBe($"The school offered a place on 4 May 2025. Answered after 3 weeks: {(SchoolPlaceRequested.Example with { RequestedOn = Day(2025, 4, 13) }).Sentence()}");

    [Theory]
    [InlineData(2025, 7, 1, " after 1 month")]
    [InlineData(2025, 6, 1, " on the same day")]
    [InlineData(2025, 5, 31, "")]
    public void A_reply_says_how_long_it_took_and_to_what_and_a_partial_one_closes_nothing(int year, int month, int day, string within)
    {
        var asked = PartnerRequestSent.Example with { SentOn = Day(2025, 6, 1) };
        var reply = PartnerReplyReceived.Example with { Request = Id(1), On = Day(year, month, day) };
        Last(Said(asked, Day(2025, 6, 1)), Said(reply, reply.On)).ShouldBe($"{reply.Sentence()} Answered{within}: {asked.Sentence()}");
        Last(Said(asked, Day(2025, 6, 1)), Said(reply with { Kind = "partial" }, reply.On)).ShouldBe((reply with { Kind = "partial" }).Sentence());
    }

    [Fact]
    public void What_names_a_fact_that_is_unknown_or_was_withdrawn_is_said_alone()
    {
        var end = new CinPlanEnded(Id(1), CinPlanEnded.Example.Reason, Day(2025, 9, 1));
        Last(Said(end, Day(2025, 9, 1))).ShouldBe(end.Sentence());
        var withdrawn = Told(
            (new Asserted<CinPlanStarted>(Id(1), CinPlanStarted.Example, null), CinPlanStarted.Example.EffectiveFrom()),
            (new Asserted<CinPlanEnded>(Id(2), end, null), Day(2025, 9, 1)),
            (new Withdrawn(Id(1), "wrong-child", "Another child's plan."), Day(2025, 9, 2)));
        withdrawn[1].ShouldBe(end.Sentence());
        withdrawn[2].ShouldBe($"Withdrawn: {CinPlanStarted.Example.Sentence().TrimEnd('.')} (Another child's plan).");
    }

    [Fact]
    public void Corrections_and_silence_are_said_with_why()
    {
        var (first, second) = (new EthnicityRecorded("WBRI", Day(2025, 6, 1)), new EthnicityRecorded("WIRI", Day(2025, 6, 1)));
        Told(
            (new Asserted<EthnicityRecorded>(Id(1), first, null), Day(2025, 6, 1)),
            (new Asserted<EthnicityRecorded>(Id(1), second, new Correction("typing", "The parent was asked again.")), Day(2025, 6, 3)),
            (new NotReported(Id(1), Day(2026, 4, 1)), Day(2026, 6, 30)),
            (new ReportedAgain(Id(1)), Day(2027, 6, 30)),
            (new Withdrawn(Id(9), "typing", "No such fact."), Day(2027, 7, 1)))
            .ShouldBe(
            [
                first.Sentence(),
                $"Corrected: {second.Sentence().TrimEnd('.')} (The parent was asked again). Recorded 2 days later.",
                $"No longer reported from 1 April 2026, without an end: {second.Sentence()}",
                $"Reported again, unbroken: {second.Sentence()}",
                "Withdrawn: A fact that this record does not know (No such fact). This had no effect.",
            ]);
    }

    [Fact]
    public void A_stated_fact_says_how_long_after_its_day_the_return_made_it_known() =>
        Last(Said(EpisodeStated.Example, Day(2026, 6, 30)))
            .ShouldBe($"{EpisodeStated.Example.Sentence()} Recorded 385 days later.");

    [Fact]
    public void A_day_that_nobody_stated_is_said_to_be_unknown()
    {
        Last(Said(IdentityStated.Example, Day(2024, 6, 30))).ShouldEndWith(". The day is not known; it is taken from birth.");
        Last(Said(PreviousPermanenceRecorded.Example with { Date = null }, Day(2024, 6, 30))).ShouldEndWith(". The day is not known; it is taken from the start of care.");
        Last(Said(HealthOutcomesRecorded.Example, Day(2024, 6, 30))).ShouldEndWith(". The day is not known; it is taken as 31 March of the year.");
        Last(Said(CareLeaverStatusRecorded.Example, Day(2024, 6, 30))).ShouldEndWith(". The day is not known; it is taken as the birthday.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_a_record_holds_every_entry_is_said_in_sentences(string name)
    {
        var type = FactCatalogue.All.Single(f => f.Name == name);
        foreach (var fact in new[] { type.Example, CatalogueTests.Odd(type.Type) })
        {
            var told = Told(
                (type.Asserted(Id(1), fact, null), Day(2026, 6, 1)),
                (type.Asserted(Id(1), CatalogueTests.Odd(type.Type), new Correction("", "Odd...")), Day(2026, 6, 1)),
                (type.Asserted(Id(1), fact, new Correction("?", " ")), Day(2026, 6, 1)),
                (new NotReported(Id(1), DateOnly.MinValue), Day(2026, 6, 1)),
                (new ReportedAgain(Id(1)), Day(2026, 6, 1)),
                (new Withdrawn(Id(1), "", ""), Day(2026, 6, 1)),
                (type.Asserted(Id(1), fact, null), Day(2026, 6, 1)));
            told.Count.ShouldBe(7);
            told.ShouldAllBe(t => t.Length > 1 && t.EndsWith('.') && !t.EndsWith("..", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_an_end_names_of_whatever_kind_it_is_said_in_sentences(string name)
    {
        var end = FactCatalogue.All.Single(f => f.Name == name);
        foreach (var named in end.Example.Endings().Select(e => e.Of).Take(1))
        {
            foreach (var start in FactCatalogue.All)
            {
                foreach (var fact in new[] { start.Example, start == end ? start.Example : CatalogueTests.Odd(start.Type) })
                {
                    var told = Told((start.Asserted(named, fact, null), Day(2026, 6, 1)), (end.Asserted(Id(2), end.Example, null), Day(2026, 6, 1)))[1];
                    (told.Length > 1 && told.EndsWith('.')).ShouldBeTrue($"{end.Name} of {start.Name}");
                }
            }
        }
    }

    private static (IFact Fact, DateOnly Known) Said(IFact fact, DateOnly known) => (fact, known);

    /// <summary>The last of some facts, each of which has the id of its place, from 1.</summary>
    private static string Last(params (IFact Fact, DateOnly Known)[] facts) =>
        Told([.. facts.Select((f, i) => ((IStatement)FactCatalogue.Of(f.Fact).Asserted(Id(i + 1), f.Fact, null), f.Known))])[^1];

    private static List<string> Told(params (IStatement Statement, DateOnly Known)[] statements)
    {
        var entries = statements.Select((s, i) => new LedgerEntry(i + 1, i + 1, London.StartOf(s.Known).AddHours(12), s.Statement));
        var record = ChildRecord.Fold(Id(9999), entries);
        return [.. record.History.Select(e => Narrative.Of(record, e))];
    }
}

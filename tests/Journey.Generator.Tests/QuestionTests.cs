using System.Globalization;
using System.Text.Json.Nodes;
using Journey.Generator.Answers;
using Journey.Generator.Recording;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Services;
using Journey.Record.Facts.Visits;

namespace Journey.Generator.Tests;

/// <summary>
/// The named questions about one child, asked over HTTP of a generated authority, and the same read plainly from the acts that were planted. Asked of children
/// whose record was never linked with another, except where the link is the question.
/// </summary>
[Collection(SyntheticFixture.Shared)]
public sealed class QuestionTests(SyntheticFixture fixture)
{
    private const int Few = 6;

    private static readonly DateOnly End = SyntheticFixture.End;

    private static readonly string[] Signalling =
    [
        "contacts", "contact-decisions", "strategy-discussions", "exploitation-risks", "trafficking-referrals", "information-received", "serious-incidents",
        "mental-health-crises", "substance-misuse",
    ];

    private Dictionary<Guid, List<Word>>? _words;

    private Knowledge Knowledge => fixture.Knowledge;

    /// <summary>What was said on each child's record, in order.</summary>
    private Dictionary<Guid, List<Word>> Words => _words ??= Plain();

    [Fact]
    public async Task Q1_the_social_worker_before_and_after_a_late_recording()
    {
        var late = Of<WorkerAllocated>().Where(a => a.Fact.Role == Allocation.SocialWorker)
            .Select(a => (a.Child, On: a.Fact.From, Known: Recorded(a.Child, a.Id).AddDays(-1))).Where(a => a.Known >= a.On)
            .Where(a => Knowledge.SocialWorker(a.Child, a.On, a.Known) != Knowledge.SocialWorker(a.Child, a.On, End));
        await EachAsync(Spread(late), async c =>
        {
            var rows = await AskAsync(c.Child, "worker-on-day", c.On, c.Known);
            rows.Select(r => Text(r, "worker")).ShouldBe([Knowledge.SocialWorker(c.Child, c.On, c.Known), Knowledge.SocialWorker(c.Child, c.On, End)]);
        });
    }

    [Fact]
    public async Task Q2_the_placement_on_the_day_of_a_strategy_discussion_as_known_that_day_and_now()
    {
        var placed = Of<StrategyDiscussionHeld>().Where(s => IsSimple(s.Child) && Knowledge.InCare(s.Child, s.Fact.HeldOn, End) && Knowledge.Placement(s.Child, s.Fact.HeldOn, End) is not null);
        await EachAsync(Spread(placed), async s =>
        {
            var rows = await AskAsync(s.Child, "placement-at-strategy", End, End, $"&fact={s.Id}");
            rows.Count.ShouldBe(2);
            foreach (var (row, known) in rows.Zip([s.Fact.HeldOn, End]))
            {
                var placement = Knowledge.InCare(s.Child, s.Fact.HeldOn, known) ? Knowledge.Placement(s.Child, s.Fact.HeldOn, known) : null;
                (Text(row, "type"), Text(row, "carer")).ShouldBe((placement?.Type, placement?.Carer));
                var id = Knowledge.Standing<PlacementStarted>(s.Child, known).FirstOrDefault(p => p.Fact == placement).Id;
                var miles = Knowledge.Standing<PlacementDistanceComputed>(s.Child, known).Where(d => d.Fact.Placement == id).OrderBy(d => d.Fact.On).LastOrDefault().Fact?.Miles;
                (row["cells"]!["miles"]?.GetValue<decimal>()).ShouldBe(placement is null ? null : miles);
            }
        });
    }

    [Fact]
    public async Task Q3_requests_that_stood_unanswered_although_the_answer_was_recorded_later()
    {
        var silent = Of<PartnerReplyReceived>().Where(r => r.Fact.Kind is "full" or "refused" && Recorded(r.Child, r.Id) > r.Fact.On);
        await EachAsync(Spread(silent), async r =>
        {
            var day = r.Fact.On;
            var rows = await AskAsync(r.Child, "agencies-silent", day, null);
            var ended = Knowledge.Standing<PartnerReplyReceived>(r.Child, day).Where(a => a.Fact.Kind is "full" or "refused" && a.Fact.On <= day).Select(a => a.Fact.Request)
                .Concat(Knowledge.Standing<PartnerRequestWithdrawn>(r.Child, day).Where(w => w.Fact.On <= day).Select(w => w.Fact.Request)).ToHashSet();
            Same(Knowledge.Standing<PartnerRequestSent>(r.Child, day).Where(q => q.Fact.SentOn <= day && !ended.Contains(q.Id)).Select(q => q.Id), rows.Select(First));
            var own = rows.Single(row => First(row) == r.Fact.Request);
            (Text(own, "answeredOn"), Day(own, "answerRecordedAt")).ShouldBe((Iso(day), Recorded(r.Child, r.Id)));
        });
    }

    [Fact]
    public async Task Q4_signs_of_risk_that_were_recorded_or_put_right_after_the_case_had_closed()
    {
        var closed = Of<CaseClosed>().Select(c => (c.Child, c.Id, c.Fact.On, Then: Signs(c.Child, c.Fact.On, c.Fact.On), Now: Signs(c.Child, c.Fact.On, End)));
        await EachAsync(Spread(closed.Where(c => !c.Then.SetEquals(c.Now))), async c =>
        {
            var rows = (await AskAsync(c.Child, "risk-at-closure", End, End, $"&fact={c.Id}")).Where(r => Signalling.Contains(Text(r, "lane"))).ToList();
            List<(Guid, string)> Rows(string asKnown) => [.. rows.Where(r => Text(r, "asKnown") == asKnown).Select(r => (First(r), Text(r, "lane")!)).Order()];
            Rows("now").ShouldBe(c.Now.Except(c.Then).Select(s => (s.Id, s.Lane)).Order());
            Rows("thatDay").ShouldBe(c.Then.Except(c.Now).Select(s => (s.Id, s.Lane)).Order());
            Rows("both").ShouldBe(c.Then.Intersect(c.Now).Select(s => (s.Id, s.Lane)).Order());
            rows.ShouldAllBe(r => Text(r, "closedOn") == Iso(c.On));
        });
    }

    [Fact]
    public async Task Q7_and_Q8_a_visit_recorded_after_the_day_was_overdue_that_day_and_is_not_now()
    {
        var late = Of<VisitMade>().Where(v => v.Fact.Due is { } due && Knowledge.Says(v.Child, due, End) is VisitPlanned planned && v.Fact.On <= planned.DueOn && Recorded(v.Child, v.Id) > planned.DueOn.AddDays(1))
            .Select(v => (v.Child, v.Id, Due: v.Fact.Due!.Value, v.Fact.On, Day: ((VisitPlanned)Knowledge.Says(v.Child, v.Fact.Due!.Value, End)!).DueOn.AddDays(1)));
        await EachAsync(Spread(late), async v =>
        {
            // One that was planned in a case that has closed since is due no longer.
            bool IsRecent(DateOnly due) => due > v.Day.AddDays(-21);
            var then = (await AskAsync(v.Child, "visit-overdue", v.Day, v.Day)).Where(r => Text(r, "visit") == "planned").ToList();
            Same(
                Knowledge.Standing<VisitPlanned>(v.Child, v.Day).Where(p => p.Fact.DueOn < v.Day && IsRecent(p.Fact.DueOn) && !(Knowledge.Visited(v.Child, p.Id, v.Day) <= v.Day)).Select(p => p.Id),
                then.Where(r => Text(r, "status") == "overdue" && IsRecent(Day(r, "due"))).Select(First));
            then.Select(First).ShouldContain(v.Due);
            var now = (await AskAsync(v.Child, "visit-overdue-now", v.Day, v.Day)).Single(r => Text(r, "visit") == "planned" && First(r) == v.Due);
            (Text(now, "statusThatDay"), Text(now, "statusNow"), Text(now, "madeOn"), Day(now, "recordedAt")).ShouldBe(("overdue", "met", Iso(v.On), Recorded(v.Child, v.Id)));
            Facts(now).ShouldBe([v.Due, v.Id]);
        });
    }

    [Fact]
    public async Task Q10_who_declined_a_service_and_who_had_overruled_a_decision_by_a_day()
    {
        await EachAsync(Spread(Of<DecisionOverruled>()), async o =>
        {
            var decided = (ManagementDecisionRecorded)Knowledge.Says(o.Child, o.Fact.Decision, End)!;
            var (before, after) = (Recorded(o.Child, o.Id).AddDays(-1), Recorded(o.Child, o.Id));
            var known = (await AskAsync(o.Child, "decision-overruled", End, after, $"&fact={o.Fact.Decision}")).Single();
            (Text(known, "decidedBy"), Text(known, "overruledBy"), Text(known, "newDecision")).ShouldBe((decided.DecidedBy, o.Fact.DecidedBy, o.Fact.NewDecision));
            known["cells"]!["options"]!.AsArray().Select(x => x!.GetValue<string>()).ShouldBe(decided.Options);
            (await AskAsync(o.Child, "decision-overruled", End, before, $"&fact={o.Fact.Decision}")).ShouldAllBe(r => Text(r, "overruledBy") == null);
        });
        var declined = Of<ServiceDecided>().Where(d => d.Fact.Decision == "declined").Select(d => d.Child).Distinct();
        await EachAsync(Spread(declined), async child =>
        {
            var rows = (await AskAsync(child, "decision-overruled", End, End)).Where(r => Text(r, "decided") == "declined").ToList();
            var expected = Knowledge.Standing<ServiceDecided>(child, End).Where(d => d.Fact.Decision == "declined" && d.Fact.DecidedOn <= End).ToList();
            Same(expected.Select(d => d.Id), rows.Select(First));
            rows.Select(r => Text(r, "rationale")).ShouldBe(expected.Select(d => d.Fact.Rationale), ignoreOrder: true);
        });
    }

    [Fact]
    public async Task Q11_the_replay_has_a_step_for_each_act_and_shows_what_a_withdrawn_allegation_changed_twice()
    {
        await EachAsync(Spread(Of(Plant.Untrue)), async p =>
        {
            var rows = await AskAsync(p.Record, "replay", End, End);
            var acts = Words[p.Record].GroupBy(w => w.At).Select(g => (At: g.Key, Facts: g.Select(w => w.FactId).Distinct().Order().ToList())).ToList();
            rows.Select(r => At(r, "knownAt")).ShouldBe(acts.Select(a => a.At));
            rows.Select(r => string.Join(' ', Facts(r).Order())).ShouldBe(acts.Select(a => string.Join(' ', a.Facts)));
            var (said, gone) = (rows.Single(r => At(r, "knownAt") == p.RecordedAt), rows.Single(r => At(r, "knownAt") == p.PutRightAt));
            said["cells"]!["after"]!.AsArray().Single()!.GetValue<string>().ShouldStartWith("information-received: ");
            gone["cells"]!["before"]!.ToJsonString().ShouldBe(said["cells"]!["after"]!.ToJsonString());
            gone["cells"]!["after"]!.AsArray().ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Q12_when_exploitation_was_first_known_and_when_it_was_happening()
    {
        var seen = Of<ExploitationRiskAssessed>().Where(r => r.Fact.Level != "none").Select(r => r.Child).Distinct();
        await EachAsync(Spread(seen), async child =>
        {
            var referred = Knowledge.Standing<NationalReferralMechanismReferred>(child, End).Count > 0;
            var rows = (await AskAsync(child, "exploitation-first-known", End, End)).Where(r => !referred || Text(r, "kind") != "trafficking").ToList();
            var signs = Knowledge.Standing<ExploitationRiskAssessed>(child, End).Where(r => r.Fact.Level != "none" && (!referred || r.Fact.Kind != "trafficking")).GroupBy(r => r.Fact.Kind).ToList();
            rows.Select(r => (Text(r, "kind"), Text(r, "happeningFrom"), At(r, "firstKnownAt"))).ShouldBe(
                signs.Select(g => ((string?)g.Key, (string?)Iso(g.Min(r => r.Fact.On)), g.Min(r => Words[child].First(w => w.FactId == r.Id && w.Fact is ExploitationRiskAssessed { Level: not "none" } f && f.Kind == g.Key).At))),
                ignoreOrder: true);
        });
    }

    [Fact]
    public async Task Q13_who_approved_a_placement_out_of_area_and_whether_that_was_recorded_before_the_move()
    {
        var approved = Of<PlacementMatchedAndApproved>().Where(a => a.Fact.OutOfArea).Select(a => a.Child).Distinct();
        var told = new List<bool>();
        await EachAsync(Spread(approved, 20), async child =>
        {
            var rows = await AskAsync(child, "out-of-area-approval", End, End);
            var expected = Knowledge.Standing<PlacementMatchedAndApproved>(child, End).Where(a => a.Fact.OutOfArea).ToList();
            Same(expected.Select(a => a.Id), rows.Select(First));
            foreach (var (id, fact) in expected)
            {
                var row = rows.Single(r => First(r) == id);
                var move = Knowledge.Standing<PlacementStarted>(child, End).Where(p => p.Fact.StartOn >= fact.On).OrderBy(p => p.Fact.StartOn).FirstOrDefault().Fact;
                (Text(row, "approvedBy"), Text(row, "approvedOn"), Text(row, "movedOn")).ShouldBe((fact.DecidedBy, Iso(fact.On), move is null ? null : Iso(move.StartOn)));
                At(row, "recordedAt").ShouldBe(Words[child].First(w => w.FactId == id).At);
                var before = row["cells"]!["recordedBeforeMove"]?.GetValue<bool>();
                before.HasValue.ShouldBe(move is not null);
                if (move is { At: null })
                {
                    before.ShouldBe(Recorded(child, id) < move.StartOn);
                    told.Add(before!.Value);
                }
            }
        });
        told.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Q19_everything_that_changed_between_two_days_of_knowledge_with_its_cause()
    {
        await EachAsync(Spread(Of(Plant.Wrong).Where(p => p.PutRightAt is not null)), async p =>
        {
            var (from, to) = (London.DateOf(p.RecordedAt).AddDays(-40), London.DateOf(p.PutRightAt!.Value));
            var rows = await AskAsync(p.Record, "changed-between", End, from, $"&otherKnownAt={Iso(to)}");
            Same(Words[p.Record].Where(w => w.At >= London.EndOf(from) && w.At < London.EndOf(to)).Select(w => w.FactId), rows.Select(First));
            Text(rows.Single(r => First(r) == p.FactId), "cause").ShouldBe("correction");
        });
    }

    [Fact]
    public async Task Q21_the_care_plan_and_the_talks_that_stood_in_the_record_on_the_day_of_a_move()
    {
        var moves = Of<PlacementStarted>().Where(p => IsSimple(p.Child) && Recorded(p.Child, p.Id) > p.Fact.StartOn && Talks(p.Child, p.Fact.StartOn, p.Fact.StartOn).Any()
            && !Knowledge.Standing<PeriodOfCareStarted>(p.Child, End).Any(c => c.Fact.StartOn == p.Fact.StartOn));
        await EachAsync(Spread(moves), async m =>
        {
            var day = m.Fact.StartOn;
            var rows = await AskAsync(m.Child, "plan-on-move", day, null);
            Same(Talks(m.Child, day, day), rows.Where(r => Text(r, "asKnown") == "thatDay" && Text(r, "what") == "talk").Select(First));
            Same(Talks(m.Child, day, End), rows.Where(r => Text(r, "asKnown") == "now" && Text(r, "what") == "talk").Select(First));
            rows.Where(r => Text(r, "asKnown") == "thatDay" && Text(r, "what") == "move").Select(First).ShouldNotContain(m.Id);
            rows.Where(r => Text(r, "asKnown") == "now" && Text(r, "what") == "move").Select(First).ShouldContain(m.Id);
            var period = Knowledge.Standing<PeriodOfCareStarted>(m.Child, day).Where(c => c.Fact.StartOn <= day).Select(c => c.Fact.StartOn).DefaultIfEmpty(DateOnly.MaxValue).Max();
            var plan = Knowledge.Standing<CarePlanSet>(m.Child, day).Where(c => c.Fact.On <= day && c.Fact.On >= period).OrderBy(c => c.Fact.On).LastOrDefault();
            rows.Where(r => Text(r, "asKnown") == "thatDay" && Text(r, "lane") == "care-plan").Select(First).ShouldBe(plan.Fact is null ? [] : [plan.Id]);
        });
    }

    [Fact]
    public async Task Q22_the_wait_for_mental_health_services_on_a_day_and_in_the_end()
    {
        var waiting = Of<FirstAppointmentHeld>().Where(a => Knowledge.Says(a.Child, a.Fact.Referral, End) is HealthReferralMade { Service: "CAMHS" } sent && a.Fact.On.DayNumber - sent.SentOn.DayNumber > 60)
            .Select(a => (a.Child, a.Id, a.Fact, Sent: (HealthReferralMade)Knowledge.Says(a.Child, a.Fact.Referral, End)!));
        await EachAsync(Spread(waiting.Where(w => Recorded(w.Child, w.Fact.Referral) < w.Sent.SentOn.AddDays(40))), async w =>
        {
            var day = w.Sent.SentOn.AddDays(40);
            var row = (await AskAsync(w.Child, "camhs-wait", day, day)).Single(r => First(r) == w.Fact.Referral);
            var then = (HealthReferralMade)Knowledge.Says(w.Child, w.Fact.Referral, day)!;
            (Number(row, "daysWaited"), row["cells"]!["waiting"]!.GetValue<bool>(), Number(row, "finalWait"), Text(row, "outcome")).ShouldBe(
                (day.DayNumber - then.SentOn.DayNumber, true, w.Fact.On.DayNumber - w.Sent.SentOn.DayNumber, "seen"));
        });
    }

    [Fact]
    public async Task Q24_what_was_recorded_by_an_instant_and_nothing_of_the_microsecond_after()
    {
        await EachAsync(Spread(Of(Plant.NeverHappened).Concat(Of(Plant.Untrue)).Where(p => p.PutRightAt is not null)), async p =>
        {
            foreach (var at in new[] { p.PutRightAt!.Value.AddMicroseconds(-1), p.PutRightAt.Value })
            {
                var rows = await AskAsync(p.Record, "recorded-before", End, null, $"&knownAt={Uri.EscapeDataString(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}");
                rows.Select(r => (At(r, "knownAt"), First(r))).ShouldBe(Words[p.Record].TakeWhile(w => w.At <= at).Select(w => (w.At, w.FactId)));
                rows.Where(r => First(r) == p.FactId).Select(r => Text(r, "stands")).Distinct().ShouldBe([at < p.PutRightAt ? "held" : "withdrawn"]);
            }
        });
    }

    [Fact]
    public async Task Q25_everything_held_and_everything_corrected_or_withdrawn()
    {
        await EachAsync(Spread(Of(Plant.WrongChild).Concat(Of(Plant.EnteredTwice)).Concat(Of(Plant.Wrong)).Where(p => p.PutRightAt is not null)), async p =>
        {
            var rows = await AskAsync(p.Record, "subject-access", End, End);
            var words = Words[p.Record].GroupBy(w => w.FactId).ToList();
            Same(words.Where(g => g.Last().Fact is not null).Select(g => g.Key), rows.Where(r => Text(r, "stands") == "held").Select(First));
            Same(words.Where(g => g.Last().Fact is null).Select(g => g.Key), rows.Where(r => Text(r, "stands") == "withdrawn").Select(First), mayBeEmpty: true);
            rows.Count(r => Text(r, "stands") == "corrected").ShouldBe(words.Sum(g => g.Count(w => w.Fact is not null) - 1));
            rows.Where(r => Text(r, "stands") is "corrected" or "withdrawn").ShouldAllBe(r => Text(r, "reason")!.Length > 0);
            rows.Where(r => Text(r, "stands") is "corrected" or "withdrawn").Select(First).ShouldContain(p.FactId);
        });
    }

    [Fact]
    public async Task Q26_two_records_of_one_child_and_since_when_that_was_known()
    {
        await EachAsync(Spread(fixture.Authority.Duplicates.Where(d => d.LinkedAt is not null)), async d =>
        {
            var row = (await AskAsync(d.Survivor, "two-identifiers", End, End)).Single(r => Guid.Parse(Text(r, "absorbed")!) == d.Absorbed);
            (Text(row, "survivor"), At(row, "knownAt")).ShouldBe((d.Survivor.ToString(), Kept(d.LinkedAt!.Value)));
            if (d.UnlinkedAt is { } unlinked)
            {
                At(row, "takenBackAt").ShouldBe(Kept(unlinked));
            }
            else
            {
                row["cells"]!["takenBackAt"].ShouldBeNull();
                row["cells"]!["identifiers"]!.AsArray().Count.ShouldBe(2);
                At(row, "twoRecordsSince").ShouldBe(Kept(fixture.Authority.Acts.First(a => a.On.Any(o => o.Record == d.Absorbed)).At));
            }

            (await AskAsync(d.Survivor, "two-identifiers", End, London.DateOf(d.LinkedAt.Value).AddDays(-1))).ShouldAllBe(r => Text(r, "absorbed") != d.Absorbed.ToString());
        });
    }

    [Fact]
    public async Task Q28_the_year_of_an_untrue_allegation_differs_in_that_allegation_alone()
    {
        await EachAsync(Spread(Of(Plant.Untrue).Where(p => p.PutRightAt is not null)), async p =>
        {
            var on = p.Before!.EffectiveFrom();
            var year = on.Month >= 4 ? on.Year + 1 : on.Year;
            var rows = await AskAsync(p.Record, "year-without", End, End, $"&fact={p.FactId}&year={year}");
            var lane = rows.Where(r => Text(r, "what") == "lane").ShouldHaveSingleItem();
            (Text(lane, "name"), Text(lane, "after")).ShouldBe(("information-received", null));
            Text(lane, "before")!.ShouldContain(Iso(on));
            (await AskAsync(p.Record, "year-without", End, End, $"&fact={p.FactId}&year={year + 1}")).Where(r => Text(r, "what") == "lane").ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Q34_what_was_known_at_each_decision_and_the_age_of_the_newest_of_it()
    {
        await EachAsync(Spread(Of<ManagementDecisionRecorded>().Select(d => d.Child).Distinct()), async child =>
        {
            var rows = await AskAsync(child, "known-at-decisions", End, End);
            var decisions = Knowledge.Standing<ManagementDecisionRecorded>(child, End).Select(d => (d.Id, On: d.Fact.DecidedOn, At: d.Fact.DecidedAt))
                .Concat(Knowledge.Standing<DecisionOverruled>(child, End).Select(d => (d.Id, d.Fact.On, d.Fact.At))).ToList();
            Same(decisions.Select(d => d.Id), rows.Select(First));
            foreach (var (id, on, time) in decisions)
            {
                var (row, recorded) = (rows.Single(r => First(r) == id), Words[child].First(w => w.FactId == id).At);
                var stated = time is { } at ? London.ToInstant(on.ToDateTime(at))!.Value : London.EndOf(on).AddMicroseconds(-1);
                var moment = stated < recorded ? stated : recorded;
                At(row, "moment").ShouldBe(moment);
                var known = Words[child].TakeWhile(w => w.At <= moment).GroupBy(w => w.FactId).Select(g => (g.Key, g.Last().Fact)).Where(f => f.Fact is not null && f.Key != id).ToList();
                Number(row, "known").ShouldBe(known.Count);
                var newest = known.Select(f => f.Fact!.EffectiveFrom()).Where(d => d <= London.DateOf(moment)).Max();
                Number(row, "newestAgeDays").ShouldBe(London.DateOf(moment).DayNumber - newest.DayNumber);
            }
        });
    }

    [Fact]
    public async Task Q36_the_address_believed_on_a_day_and_believed_now()
    {
        var moved = Of<AddressRecorded>().Where(a => a.Fact is { Kind: "home", Confidential: false })
            .Select(a => (a.Child, Day: a.Fact.From)).Where(a => Home(a.Child, a.Day, a.Day)?.Postcode != Home(a.Child, a.Day, End)?.Postcode);
        await EachAsync(Spread(moved), async a =>
        {
            var rows = (await AskAsync(a.Child, "address-on-day", a.Day, null)).Where(r => Text(r, "kind") == "home").ToList();
            rows.Where(r => Text(r, "asKnown") == "thatDay").Select(r => Text(r, "postcode")).ShouldBe(Home(a.Child, a.Day, a.Day) is { } then ? [then.Postcode] : []);
            Text(rows.Single(r => Text(r, "asKnown") == "now"), "postcode").ShouldBe(Home(a.Child, a.Day, End)?.Postcode);
        });
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(JsonNode row, string cell) => row["cells"]![cell]?.GetValue<string>();

    private static int Number(JsonNode row, string cell) => row["cells"]![cell]!.GetValue<int>();

    private static DateTimeOffset At(JsonNode row, string cell) => DateTimeOffset.Parse(Text(row, cell)!, CultureInfo.InvariantCulture);

    private static DateOnly Day(JsonNode row, string cell) => London.DateOf(At(row, cell));

    /// <summary>An instant as the ledger keeps it: to the microsecond.</summary>
    private static DateTimeOffset Kept(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    private static List<Guid> Facts(JsonNode row) => [.. row["facts"]!.AsArray().Select(f => f!.GetValue<Guid>())];

    private static Guid First(JsonNode row) => row["facts"]![0]!.GetValue<Guid>();

    private static void Same(IEnumerable<Guid> planted, IEnumerable<Guid> answered, bool mayBeEmpty = false)
    {
        var right = planted.Distinct().Order().ToList();
        answered.Distinct().Order().ShouldBe(right);
        (mayBeEmpty || right.Count > 0).ShouldBeTrue();
    }

    /// <summary>Some of all, spread over them.</summary>
    private static List<T> Spread<T>(IEnumerable<T> all, int most = Few)
    {
        var list = all.ToList();
        return [.. Enumerable.Range(0, Math.Min(most, list.Count)).Select(n => list[n * list.Count / Math.Min(most, list.Count)])];
    }

    /// <summary>A test without a case would show nothing.</summary>
    private static async Task EachAsync<T>(List<T> cases, Func<T, Task> test)
    {
        cases.ShouldNotBeEmpty();
        foreach (var one in cases)
        {
            await test(one);
        }
    }

    private async Task<IReadOnlyList<JsonNode>> AskAsync(Guid child, string code, DateOnly on, DateOnly? known, string more = "")
    {
        var path = $"children/{child}/questions/{code}?validAt={Iso(on)}{(known is { } k ? $"&knownAt={Iso(k)}" : "")}{more}&size=1000";
        var answer = await fixture.AskAsync(path);
        answer["sentence"]!.GetValue<string>().ShouldNotBeEmpty();
        answer["next"].ShouldBeNull();
        return [.. answer["items"]!.AsArray().Select(r => r!)];
    }

    /// <summary>Facts of a type that stand at the end, of children with one record.</summary>
    private IEnumerable<(Guid Child, Guid Id, T Fact)> Of<T>()
        where T : class, IFact => Knowledge.All<T>(End).Where(f => Words.ContainsKey(f.Record)).Select(f => (f.Record, f.Id, f.Fact));

    private IEnumerable<Planted> Of(Plant what) => fixture.Authority.Planted.Where(p => p.What == what && Words.ContainsKey(p.Record))
        .Select(p => p with { RecordedAt = Kept(p.RecordedAt), PutRightAt = p.PutRightAt is { } at ? Kept(at) : null });

    /// <summary>The day on which a fact was first recorded.</summary>
    private DateOnly Recorded(Guid child, Guid fact) => London.DateOf(Words[child].First(w => w.FactId == fact).At);

    /// <summary>A child whose placements are told by their starts and ends alone.</summary>
    private bool IsSimple(Guid child) => Knowledge.Standing<CarerMovedHouse>(child, End).Count + Knowledge.Standing<TemporaryMoveStarted>(child, End).Count + Knowledge.Standing<EpisodeStated>(child, End).Count == 0;

    private AddressRecorded? Home(Guid child, DateOnly on, DateOnly known) =>
        Knowledge.Standing<AddressRecorded>(child, known).Where(a => a.Fact.Kind == "home" && a.Fact.From <= on).OrderBy(a => a.Fact.From).LastOrDefault().Fact is { } last && !(last.To <= on) ? last : null;

    private IEnumerable<Guid> Talks(Guid child, DateOnly day, DateOnly known) =>
        Knowledge.Standing<ChildViewsRecorded>(child, known).Select(f => (f.Id, f.Fact.On)).Concat(Knowledge.Standing<DirectWorkDone>(child, known).Select(f => (f.Id, f.Fact.On)))
            .Concat(Knowledge.Standing<ChildToldOfWorkerChange>(child, known).Select(f => (f.Id, f.Fact.On))).Where(f => f.On >= day.AddDays(-28) && f.On <= day).Select(f => f.Id);

    /// <summary>What was said of risk by a day on lanes of single days, as known on another.</summary>
    private HashSet<(Guid Id, string Lane, object Value, DateOnly From)> Signs(Guid child, DateOnly day, DateOnly known) =>
    [
        .. from said in Knowledge.Standing<IFact>(child, known)
           from claim in said.Fact.Claims()
           where claim.From <= day && Signalling.Contains(claim.Lane.Name)
           select (said.Id, claim.Lane.Name, claim.Value, claim.From),
    ];

    private Dictionary<Guid, List<Word>> Plain()
    {
        var linked = fixture.Authority.Duplicates.SelectMany(d => new[] { d.Survivor, d.Absorbed }).ToHashSet();
        var words = from act in fixture.Authority.Acts
                    from part in act.On
                    where part.Kind == StreamKind.Child && !linked.Contains(part.Record)
                    from step in part.Steps
                    select (part.Record, Word: new Word(Kept(act.At), step.FactId, step switch
                    {
                        Step.Record recorded => recorded.Fact,
                        Step.Correct corrected => corrected.Fact,
                        _ => null,
                    }));
        return words.GroupBy(w => w.Record, w => w.Word).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>One thing said of a fact: the whole of it, or nothing when it was withdrawn.</summary>
    private sealed record Word(DateTimeOffset At, Guid FactId, IFact? Fact);
}

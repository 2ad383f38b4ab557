using System.Globalization;
using System.Text.Json.Nodes;
using Journey.Generator.Answers;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Services;
using Journey.Record.Facts.Workforce;

namespace Journey.Generator.Tests;

/// <summary>
/// The named questions over everyone, asked over HTTP of a generated authority, against the same read plainly from what was planted. Where a question is about the
/// difference of two points, the day is the first on which the planted acts make one.
/// </summary>
[Collection(SyntheticFixture.Shared)]
public sealed class ManyQuestionTests(SyntheticFixture fixture)
{
    private static readonly DateOnly End = SyntheticFixture.End;

    private HashSet<Guid>? _linked;

    private Knowledge Knowledge => fixture.Knowledge;

    /// <summary>Records that a link ever joined: what is read of one record alone does not hold of them.</summary>
    private HashSet<Guid> Linked => _linked ??= [.. fixture.Authority.Duplicates.SelectMany(d => new[] { d.Survivor, d.Absorbed })];

    private IEnumerable<Guid> Ones => Knowledge.Children.Where(c => !Linked.Contains(c));

    /// <summary>The last days of months, the newest first.</summary>
    private static IEnumerable<DateOnly> MonthEnds => Enumerable.Range(1, 100).Select(n => new DateOnly(2026, 4, 1).AddMonths(-n).AddDays(-1));

    private static IEnumerable<DateOnly> YearEnds => Enumerable.Range(1, 8).Select(n => new DateOnly(2026 - n, 3, 31));

    [Fact]
    public async Task Q5_the_drift_of_children_looked_after_is_who_was_recorded_late()
    {
        var (day, drift) = First(MonthEnds, d => Ones.Where(c => InCare(c, d, d) != InCare(c, d, End)).ToList());
        var answer = await AskAsync("looked-after-drift", day, day);
        Same(drift, answer.Select(Child));
        answer.ShouldAllBe(r => Number(r, "now") - Number(r, "then") == (InCare(Child(r), day, End) ? 1 : -1));
    }

    [Fact]
    public async Task Q6_rows_of_the_return_that_differ_are_those_of_late_reviews_and_corrected_placements()
    {
        var (day, reviews) = First(YearEnds, d => Ones.SelectMany(c => Reviews(c, d, End).Except(Reviews(c, d, d))).Select(r => r.Id).ToList());
        var answer = await AskAsync("return-changed", day, day);
        Same(reviews, answer.Where(r => Text(r, "file") == "reviews.csv" && Text(r, "change") == "added").SelectMany(Facts));

        var (corrected, placements) = First(MonthEnds, Corrected);
        var began = Ones.SelectMany(c => Began(c, corrected)).Select(p => p.Id).ToHashSet();
        Same(
            placements,
            (await AskAsync("return-changed", corrected, corrected))
                .Where(r => Text(r, "file") == "episodes.csv" && Text(r, "change") == "changed" && Text(r, "columns").Split(", ").Intersect(["URN", "PL_POST"]).Any())
                .SelectMany(Facts).Where(began.Contains));

        IEnumerable<(Guid Id, PlacementStarted Fact)> Began(Guid c, DateOnly d) =>
            Knowledge.Standing<PlacementStarted>(c, d).Where(p => p.Fact.StartOn <= d && p.Fact.StartOn >= new DateOnly(d.AddMonths(-3).Year, 4, 1));

        List<Guid> Corrected(DateOnly d) =>
        [
            .. from c in Ones
               from placed in Began(c, d)
               let now = Knowledge.Says(c, placed.Id, End) as PlacementStarted
               where now is not null && (now.Urn, now.Postcode) != (placed.Fact.Urn, placed.Fact.Postcode)
               select placed.Id,
        ];
    }

    [Fact]
    public async Task Q9_who_had_no_worker_last_Friday_and_which_gaps_were_filled_later()
    {
        var fridays = MonthEnds.Select(d => d.AddDays(-(((int)d.DayOfWeek + 2) % 7)));
        var (day, gaps) = First(fridays, d => Gaps(d, d) is var all && all.Exists(c => Knowledge.SocialWorker(c, d, End) is not null) ? all : []);
        day.DayOfWeek.ShouldBe(DayOfWeek.Friday);
        var answer = await AskAsync("unallocated-then", day, day);
        Same(gaps, answer.Select(Child));
        Same(gaps.Where(c => Knowledge.SocialWorker(c, day, End) is not null), answer.Where(r => Text(r, "now") == "filled").Select(Child));
        answer.ShouldAllBe(r => Text(r, "workerNow") == (Knowledge.SocialWorker(Child(r), day, End) ?? ""));

        List<Guid> Gaps(DateOnly d, DateOnly known) => [.. Ones.Where(c => (InCare(c, d, known) || IsOpen(c, d, known)) && Knowledge.SocialWorker(c, d, known) is null)];
    }

    [Fact]
    public async Task Q14_placements_at_an_expired_rate_as_known_then_and_now()
    {
        var ones = Ones.Where(c => Knowledge.Standing<PlacementStarted>(c, End).Count > 0 && Knowledge.Standing<CarerMovedHouse>(c, End).Count == 0).ToHashSet();
        var (day, expired) = First(MonthEnds.Select(d => d.AddDays(1)), d => ones.Where(c => Expired(c, d, d) is not null).ToList());
        var answer = (await AskAsync("expired-rates", day, day)).Where(r => ones.Contains(Child(r))).ToList();
        Same(expired, answer.Where(r => Flag(r, "then")).Select(Child));
        answer.Where(r => Flag(r, "now")).Select(Child).Order().ShouldBe(ones.Where(c => Expired(c, day, End) is not null).Order());
        answer.Where(r => Flag(r, "then")).Select(r => (decimal?)Decimal(r, "rate")).ShouldBe(answer.Where(r => Flag(r, "then")).Select(r => Expired(Child(r), day, day)));

        decimal? Expired(Guid c, DateOnly d, DateOnly known)
        {
            var placed = Knowledge.Placement(c, d, known);
            if (placed is null || !InCare(c, d, known))
            {
                return null;
            }

            var id = Knowledge.Standing<PlacementStarted>(c, known).First(p => p.Fact == placed).Id;
            var ends = Knowledge.Standing<PlacementCostEnded>(c, known).ToDictionary(e => e.Fact.Cost, e => e.Fact.On);
            var prices = Knowledge.Standing<PlacementCostAgreed>(c, known).Where(p => p.Fact.Placement == id && p.Fact.From <= d)
                .Select(p => (p.Fact.Rate, To: ends.TryGetValue(p.Id, out var end) ? end : p.Fact.To)).ToList();
            return prices.Count == 0 || prices.Exists(p => p.To is null || p.To > d) ? null : prices.MaxBy(p => p.To).Rate;
        }
    }

    [Fact]
    public async Task Q15_the_caseload_on_the_day_of_the_incident_as_known_then_and_after_late_allocations()
    {
        var (at, difference) = First(
            from day in MonthEnds
            from worker in Ones.Select(c => Knowledge.SocialWorker(c, day, End)).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            select (day, worker),
            x => Held(x.worker, x.day, x.day).SetEquals(Held(x.worker, x.day, End)) ? [] : Held(x.worker, x.day, End).ToList());
        difference.ShouldNotBeEmpty();
        var answer = (await AskAsync("caseload-then", at.day, at.day, $"&worker={at.worker}")).Where(r => Text(r, "part") == "allocatedSW").ToList();
        Same(Held(at.worker, at.day, End), answer.Where(r => Flag(r, "now")).Select(Child));
        answer.Where(r => Flag(r, "then")).Select(Child).Order().ShouldBe(Held(at.worker, at.day, at.day).Order());

        HashSet<Guid> Held(string worker, DateOnly day, DateOnly known) => [.. Ones.Where(c => Knowledge.SocialWorker(c, day, known) == worker)];
    }

    [Fact]
    public async Task Q16_how_many_of_the_teams_children_changed_social_worker_in_the_year()
    {
        var day = new DateOnly(2025, 3, 31);
        var team = Ones.SelectMany(c => Knowledge.SocialWorkers(c, day)).Where(w => w.Team is not null && w.From <= day && !(w.To <= day))
            .GroupBy(w => w.Team!).MaxBy(g => g.Count())!.Key;
        var answer = await AskAsync("worker-changes-of-team", day, day, $"&team={Uri.EscapeDataString(team)}");
        Same(Changed(day).Union(Changed(End)), answer.Select(Child));
        answer.Select(r => (Number(r, "workersThen"), Number(r, "workersNow"))).ShouldBe(answer.Select(r => (Workers(Child(r), day), Workers(Child(r), End))));
        answer.Count.ShouldBeLessThan(Ones.Count(c => Workers(c, day) is not null));

        IEnumerable<Guid> Changed(DateOnly known) => Ones.Where(c => Workers(c, known) > 1);

        int? Workers(Guid c, DateOnly known)
        {
            var all = Knowledge.SocialWorkers(c, known);
            return all.LastOrDefault(w => w.From <= day && !(w.To <= day)).Team != team
                ? null
                : all.Where(w => w.From <= day && !(w.To <= day.AddYears(-1).AddDays(1) && w.To > w.From) && !(w.To < day.AddYears(-1).AddDays(1))).Select(w => w.Worker).Distinct().Count();
        }
    }

    [Fact]
    public async Task Q17_sibling_groups_placed_apart_with_the_recorded_reason()
    {
        var day = new DateOnly(2024, 3, 31);
        var groups = Ones.Where(c => InCare(c, day, day)).Select(c => (Child: c, Group: Group(c))).Where(c => c.Group is not null).ToLookup(c => c.Group, c => c.Child);
        var tainted = Linked.Select(Group).ToHashSet();
        var homes = groups.SelectMany(g => g).ToDictionary(c => c, c => Knowledge.Placement(c, day, day));
        var apart = groups.Where(g => !tainted.Contains(g.Key)).SelectMany(g => g.Where(c => g.Any(o => o != c && !IsOne(homes[c], homes[o])))).ToList();
        var answer = (await AskAsync("siblings-apart", day, day)).Where(r => !tainted.Contains(Guid.Parse(Text(r, "group")))).ToList();
        Same(apart, answer.Select(Child));
        var reasons = apart.Where(c => Separation(c) is not null).ToList();
        Same(reasons, answer.Where(r => Text(r, "reason").Length > 0).Select(Child));
        answer.Where(r => Text(r, "decidedOn").Length > 0).Select(r => (Child(r), Day(r, "decidedOn"))).Order().ShouldBe(reasons.Select(c => (c, Separation(c)!.DecidedOn)).Order());

        Guid? Group(Guid c) => Knowledge.Standing<SiblingGroupFormed>(c, day).Where(f => f.Fact.On <= day).Select(f => (f.Fact.On, f.Fact.Group))
            .Concat(Knowledge.Standing<SiblingGroupChanged>(c, day).Where(f => f.Fact.On <= day).Select(f => (f.Fact.On, f.Fact.Group)))
            .OrderBy(f => f.On).Select(f => (Guid?)f.Group).LastOrDefault();

        SiblingSeparationDecided? Separation(Guid c)
        {
            var ended = Knowledge.Standing<SiblingSeparationEnded>(c, day).Where(e => e.Fact.On <= day).Select(e => e.Fact.Separation).ToHashSet();
            return Knowledge.Standing<SiblingSeparationDecided>(c, day).Where(s => s.Fact.DecidedOn <= day && !ended.Contains(s.Id)).OrderBy(s => s.Fact.DecidedOn).LastOrDefault().Fact;
        }

        static bool IsOne(PlacementStarted? one, PlacementStarted? other) => one is not null && other is not null
            && ((one.Postcode is not null && (one.Urn, one.Postcode) == (other.Urn, other.Postcode)) || (one.Carer is not null && one.Carer == other.Carer));
    }

    [Fact]
    public async Task Q18_late_reviews_without_those_that_were_held_in_time_and_recorded_late()
    {
        var day = new DateOnly(2025, 9, 30);
        var dues = Ones.SelectMany(Dues).Where(d => IsInYear(d.On, day)).ToList();
        var answer = (await AskAsync("late-reviews", day, End)).Where(r => !Text(r, "review").StartsWith("First", StringComparison.Ordinal)).ToList();
        dues.Where(d => d.Late).Select(d => (d.Child, d.On)).Order().ShouldBe(answer.Where(r => Flag(r, "late")).Select(r => (Child(r), Day(r, "dueOn"))).Order());
        var looked = dues.Where(d => !d.Late && d.Held is not null && d.Seen is false).Select(d => (d.Child, d.On)).Order().ToList();
        looked.ShouldNotBeEmpty();
        answer.Where(r => !Flag(r, "late")).Select(r => (Child(r), Day(r, "dueOn"))).Order().ShouldBe(looked);
        dues.ShouldContain(d => d.Late);

        // The second review and those after it, as known at the end: three months from the first, six from each other.
        IEnumerable<(Guid Child, DateOnly On, DateOnly? Held, bool Late, bool Seen)> Dues(Guid c)
        {
            var ends = Knowledge.Standing<PeriodOfCareEnded>(c, End).ToDictionary(e => e.Fact.PeriodOfCare, e => e.Fact.EndOn);
            foreach (var period in Knowledge.Standing<PeriodOfCareStarted>(c, End).Where(p => p.Fact.LegalStatus is not ("V3" or "V4")))
            {
                var end = ends.TryGetValue(period.Id, out var ended) ? ended : (DateOnly?)null;
                var held = Knowledge.Standing<LacReviewHeld>(c, End).Where(r => r.Fact.HeldOn >= period.Fact.StartOn && !(r.Fact.HeldOn > end))
                    .OrderBy(r => r.Fact.HeldOn).DistinctBy(r => r.Fact.HeldOn).ToList();
                for (var i = 0; i < held.Count; i++)
                {
                    var due = held[i].Fact.HeldOn.AddMonths(i == 0 ? 3 : 6);
                    var (id, next) = i + 1 < held.Count && held[i + 1].Fact.HeldOn <= day ? (held[i + 1].Id, held[i + 1].Fact.HeldOn) : (Guid.Empty, (DateOnly?)null);
                    if (next is null && (end <= due || due >= day))
                    {
                        continue;
                    }

                    yield return (c, due, next, next is null || next > due, next is not null && Knowledge.FirstSaid(c, id) < London.EndOf(due));
                }
            }
        }
    }

    [Fact]
    public async Task Q20_records_corrected_after_the_inspection_was_announced_about_days_before_it()
    {
        var day = new DateOnly(2025, 9, 1);
        var put = Knowledge.PutRight(day, End).Where(c => Knowledge.Children.Contains(c.Record) && (c.Before.EffectiveFrom() < day || c.After?.EffectiveFrom() < day)).ToList();
        var answer = await AskAsync("corrected-after", day, day, everyone: true);
        Same(put.Where(c => c.After is not null).Select(c => c.Id), answer.Where(r => Text(r, "what") == "corrected").SelectMany(Facts));
        Same(put.Where(c => c.After is null).Select(c => c.Id), answer.Where(r => Text(r, "what") == "withdrawn").SelectMany(Facts));
        answer.Count.ShouldBe(put.Count);
        Knowledge.PutRight(day, End).Count(c => Knowledge.Children.Contains(c.Record)).ShouldBeGreaterThan(put.Count);
    }

    [Fact]
    public async Task Q23_requests_unanswered_at_the_board_that_are_unanswered_still()
    {
        var day = new DateOnly(2025, 12, 31);
        var then = Knowledge.Unanswered(day, day).Where(r => r.Fact.Kind == "housing").Select(r => r.Id).ToList();
        var still = then.Intersect(Knowledge.Unanswered(DateOnly.MaxValue, End).Select(r => r.Id)).ToList();
        var answer = await AskAsync("still-unanswered", day, day, "&kind=housing", everyone: true);
        Same(still, answer.SelectMany(Facts));
        then.Count.ShouldBeGreaterThan(still.Count);
    }

    [Fact]
    public async Task Q27_decisions_of_an_agency_worker_in_the_first_week()
    {
        var agency = Knowledge.All<WorkerJoined>(End).Where(j => j.Fact.Kind == "agency").ToLookup(j => j.Fact.Number, j => j.Fact.StartOn);
        var decided = Decided();
        var all = decided.Select(d => d.Id).ToHashSet();
        var (day, decisions) = First(YearEnds.Prepend(End), d => Within(d, 60));
        Same(decisions, (await AskAsync("agency-first-week", day, End, "&days=60", everyone: true)).SelectMany(Facts).Where(all.Contains));
        (await AskAsync("agency-first-week", day, End, everyone: true)).SelectMany(Facts).Where(all.Contains).Order().ShouldBe(Within(day, 7).Order());

        List<Guid> Within(DateOnly d, int days) =>
            [.. decided.Where(x => IsInYear(x.On, d) && agency[x.By].Any(j => x.On >= j && x.On < j.AddDays(days))).Select(x => x.Id)];
    }

    [Fact]
    public async Task Q29_what_was_sent_and_what_became_known_of_those_children_since()
    {
        var (day, sent) = (new DateOnly(2025, 3, 31), new DateOnly(2025, 7, 14));
        var children = Ones.Where(c => WasInCare(c, day, sent) || Knowledge.Standing<CareLeaverStatusRecorded>(c, sent).Any(s => IsInYear(s.Fact.On, day))).ToList();
        var answer = await AskAsync("sent-and-changed", day, sent);
        Same(children, answer.Select(Child));
        answer.ShouldAllBe(r => Number(r, "rowsSent") > 1);
        answer.Select(r => (Number(r, "recorded")!.Value, Number(r, "corrected")!.Value, Number(r, "withdrawn")!.Value)).ShouldBe(answer.Select(r => Knowledge.Since(Child(r), sent, End)));
        answer.ShouldContain(r => Number(r, "corrected") > 0);
        var differing = (await AskAsync("return-changed", day, sent)).GroupBy(Child).ToDictionary(g => g.Key, g => g.Count());
        answer.Where(r => Number(r, "rowsDiffering") > 0).Select(r => (Child(r), Number(r, "rowsDiffering")!.Value)).Order()
            .ShouldBe(differing.Where(d => children.Contains(d.Key)).Select(d => (d.Key, d.Value)).Order());
    }

    [Fact]
    public async Task Q30_children_open_again_as_known_on_the_day_itself()
    {
        var (day, again) = First(MonthEnds, d => Again(d, d) is var then && then.SequenceEqual(Again(d, End)) ? [] : then);
        Same(again, (await AskAsync("open-again", day, day)).Select(Child));

        List<Guid> Again(DateOnly d, DateOnly known) => [.. Ones.Where(c => IsOpenAgain(c, d, known))];

        bool IsOpenAgain(Guid c, DateOnly day, DateOnly known)
        {
            var cases = Knowledge.Referrals(c, known).Where(r => !r.TurnedAway && r.From <= day && r.From != r.To).OrderBy(r => r.From).ToList();
            if (!cases.Exists(r => !(r.To <= day)))
            {
                return false;
            }

            var began = cases.Find(r => !(r.To <= day)).From;
            foreach (var earlier in cases.Where(r => r.To is not null && r.From < began).OrderByDescending(r => r.To))
            {
                began = earlier.To >= began && earlier.From < began ? earlier.From : began;
            }

            return cases.Exists(r => r.To < began && r.To > day.AddYears(-1));
        }
    }

    [Fact]
    public async Task Q31_plans_without_supervision_recorded_in_the_thirty_days_before_they_stepped_down()
    {
        var day = End;
        var steps = Ones.SelectMany(StepDowns).Where(s => IsInYear(s.On, day)).ToList();
        var unsupervised = steps.Where(s => !Supervised(s.Child, s.On, s.On)).ToList();
        var answer = await AskAsync("unsupervised-step-downs", day, End);
        Same(unsupervised.Select(s => s.Plan), answer.SelectMany(Facts));
        Same(unsupervised.Where(s => Supervised(s.Child, s.On, End)).Select(s => s.Plan), answer.Where(r => Text(r, "recordedAfterwards").Length > 0).SelectMany(Facts));
        steps.Count.ShouldBeGreaterThan(unsupervised.Count);

        bool Supervised(Guid c, DateOnly on, DateOnly known) =>
            Knowledge.All<SupervisionHeld>(known).Any(s => s.Fact.CasesDiscussed.Contains(c) && s.Fact.On < on && s.Fact.On >= on.AddDays(-30));

        IEnumerable<(Guid Child, Guid Plan, DateOnly On)> StepDowns(Guid c)
        {
            var starts = Knowledge.Standing<CinPlanStarted>(c, End).Select(p => (p.Id, p.Fact.StartOn))
                .Concat(Knowledge.Standing<ProtectionPlanStarted>(c, End).Select(p => (p.Id, p.Fact.StartOn))).ToList();
            return Knowledge.Standing<ProtectionPlanEnded>(c, End).Where(e => e.Fact.Reason == "risksReduced").Select(e => (e.Fact.Plan, e.Fact.EndOn))
                .Concat(Knowledge.Standing<CinPlanEnded>(c, End).Where(e => e.Fact.Reason is "needsMet" or "stepDown").Select(e => (e.Fact.Plan, e.Fact.EndOn)))
                .Where(e => !starts.Exists(s => s.StartOn < e.EndOn && s.StartOn > starts.Find(p => p.Id == e.Plan).StartOn))
                .Select(e => (c, e.Plan, e.EndOn));
        }
    }

    [Fact]
    public async Task Q33_placements_commissioned_while_the_child_was_missing()
    {
        var (day, steps) = First(YearEnds.Prepend(End), d => Ones.SelectMany(c => Commissioned(c).Where(s => IsInYear(s.On, d) && Missing(c, s.On))).Select(s => s.Id).ToList());
        Same(steps, (await AskAsync("commissioned-while-missing", day, End)).Select(r => Facts(r).First()));

        IEnumerable<(Guid Id, DateOnly On)> Commissioned(Guid c) => Knowledge.Standing<PlacementSearchStarted>(c, End).Select(s => (s.Id, s.Fact.On))
            .Concat(Knowledge.Standing<PlacementMatchedAndApproved>(c, End).Select(s => (s.Id, s.Fact.On)));

        bool Missing(Guid c, DateOnly on)
        {
            var back = Knowledge.Standing<MissingEnded>(c, End).ToDictionary(e => e.Fact.Missing, e => e.Fact.ReturnedOn);
            return Knowledge.Standing<WentMissing>(c, End).Any(m => m.Fact.FromDate <= on && !((back.TryGetValue(m.Id, out var to) ? to : m.Fact.To) <= on));
        }
    }

    [Fact]
    public async Task Q35_figures_published_in_autumn_that_would_be_others_now_and_why()
    {
        var (day, _) = First(MonthEnds, d => Knowledge.Unanswered(d, d).Count() == Knowledge.Unanswered(d, End).Count() ? [] : new List<DateOnly> { d });
        var known = day;
        var answer = await AskAsync("figures-changed", day, known, everyone: true);
        var open = answer.Where(r => Text(r, "measure") == "M23-open").ToList();
        var (then, now) = (Knowledge.Unanswered(day, known).Count(), Knowledge.Unanswered(day, End).Count());
        open.ShouldAllBe(r => Decimal(r, "figureThen") == then && Decimal(r, "figureNow") == now && Text(r, "cause") == "late record");
        open.Sum(r => Decimal(r, "numerator")).ShouldBe(now - then);
        foreach (var measure in answer.GroupBy(r => Text(r, "measure")).Take(12))
        {
            var one = await fixture.AskAsync($"measures/{measure.Key}?validAt={day:O}&knownAt={known:O}");
            var other = await fixture.AskAsync($"measures/{measure.Key}?validAt={day:O}");
            measure.Sum(r => Decimal(r, "numerator")).ShouldBe(other["numerator"]!.GetValue<decimal>() - one["numerator"]!.GetValue<decimal>(), measure.Key);
            measure.First()["cells"]!["figureThen"]?.GetValue<decimal>().ShouldBe(one["result"]!.GetValue<decimal>(), measure.Key);
        }
    }

    private static bool IsInYear(DateOnly on, DateOnly day) => on <= day && on > day.AddYears(-1);

    private static (TAt At, List<T> Found) First<TAt, T>(IEnumerable<TAt> all, Func<TAt, List<T>> find) =>
        all.Select(at => (at, find(at))).FirstOrDefault(x => x.Item2.Count > 0) is { Item2: not null } found ? found : throw new InvalidOperationException("The authority has no such case.");

    private static void Same(IEnumerable<Guid> planted, IEnumerable<Guid> answered)
    {
        var right = planted.Distinct().Order().ToList();
        answered.Distinct().Order().ShouldBe(right);
        right.ShouldNotBeEmpty();
    }

    private static Guid Child(JsonNode row) => row["child"]!.GetValue<Guid>();

    private static IEnumerable<Guid> Facts(JsonNode row) => row["facts"]!.AsArray().Select(f => f!.GetValue<Guid>());

    private static string Text(JsonNode row, string column) => row["cells"]![column]?.GetValue<string>() ?? "";

    private static bool Flag(JsonNode row, string column) => row["cells"]![column]!.GetValue<bool>();

    private static int? Number(JsonNode row, string column) => row["cells"]![column]?.GetValue<int>();

    private static decimal Decimal(JsonNode row, string column) => row["cells"]![column]!.GetValue<decimal>();

    private static DateOnly Day(JsonNode row, string column) => DateOnly.ParseExact(Text(row, column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private bool InCare(Guid c, DateOnly day, DateOnly known) => Knowledge.InCare(c, day, known);

    private bool WasInCare(Guid c, DateOnly day, DateOnly known)
    {
        var ends = Knowledge.Standing<PeriodOfCareEnded>(c, known).ToDictionary(e => e.Fact.PeriodOfCare, e => e.Fact.EndOn);
        return Knowledge.Standing<PeriodOfCareStarted>(c, known).Any(p => p.Fact.StartOn <= day && !(ends.TryGetValue(p.Id, out var end) && end <= day.AddYears(-1).AddDays(1)));
    }

    private bool IsOpen(Guid c, DateOnly day, DateOnly known) => Knowledge.Referrals(c, known).Any(r => r.From <= day && !(r.To <= day));

    private IEnumerable<(Guid Id, DateOnly HeldOn)> Reviews(Guid c, DateOnly day, DateOnly known) =>
        Knowledge.Standing<LacReviewHeld>(c, known).Where(r => IsInYear(r.Fact.HeldOn, day)).Select(r => (r.Id, r.Fact.HeldOn));

    private List<(Guid Id, string By, DateOnly On)> Decided() =>
    [
        .. Knowledge.All<ManagementDecisionRecorded>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.DecidedOn)),
        .. Knowledge.All<ContactDecided>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.On)),
        .. Knowledge.All<ReferralDecided>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.On)),
        .. Knowledge.All<PlacementMatchedAndApproved>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.On)),
        .. Knowledge.All<ServiceDecided>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.DecidedOn)),
        .. Knowledge.All<SiblingSeparationDecided>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.DecidedOn)),
        .. Knowledge.All<PermanenceDecided>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.On)),
        .. Knowledge.All<StrategyDiscussionHeld>(End).Select(f => (f.Id, f.Fact.DecidedBy, f.Fact.HeldOn)),
    ];

    /// <summary>Every row of an answer; those of children with one record only, unless everyone's are wanted.</summary>
    private async Task<List<JsonNode>> AskAsync(string code, DateOnly day, DateOnly known, string more = "", bool everyone = false)
    {
        var rows = new List<JsonNode>();
        for (var path = string.Create(CultureInfo.InvariantCulture, $"questions/{code}?validAt={day:O}&knownAt={known:O}&size=1000{more}"); path is not null;)
        {
            var page = await fixture.AskAsync(path);
            rows.AddRange(page["items"]!.AsArray()!);
            path = page["next"]?.GetValue<string>() is { } cursor ? $"questions/{code}?cursor={cursor}&size=1000{more}" : null;
        }

        return everyone ? rows : [.. rows.Where(r => !Linked.Contains(Child(r)))];
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Alba;
using Journey.Generator.Answers;
using Journey.Kit;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.EarlyHelp;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Keeping;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Services;
using Journey.Record.Facts.Visits;
using Journey.Record.Facts.Workforce;
using Journey.Web.Features.Longitudinal;
using Journey.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journey.Generator.Tests;

/// <summary>A generated authority of 800 children, served over HTTP.</summary>
public sealed class SyntheticFixture : LoadedFixture
{
    public const string Shared = "synthetic";

    private readonly Dictionary<string, IReadOnlyList<JsonNode>> _heard = [];
    private IAlbaHost _host = null!;

    public static DateOnly End { get; } = new(2026, 3, 31);

    public Authority Authority { get; private set; } = null!;

    public Knowledge Knowledge { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Authority = Authority.Make(new Settings("SYNTH", 1, 800, 10, End), null, Cancelled);
        Knowledge = new Knowledge(Authority.Acts);
        var builder = Builder(ConnectionString);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(FakeClock.At(2026, 4, 1)).AddSingleton<Loader>().AddSingleton(Pseudonyms.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new(Pseudonyms.Setting, Convert.ToBase64String(new byte[32]))]).Build()));
        _host = await AlbaHost.For(builder, app => JourneyHost.Use(app));
        await _host.Services.GetRequiredService<Loader>().RunAsync(Authority, Way.Bulk, null, Cancelled);
    }

    public async Task<JsonNode> AskAsync(string path)
    {
        var answer = await _host.Scenario(s =>
        {
            s.Get.Url($"/authorities/SYNTH/{path}");
            s.WithRequestHeader("Journey-Persona", "manager; clearance=restricted");
        });
        return JsonNode.Parse(await answer.ReadAsTextAsync())!;
    }

    /// <summary>Every item of a list, page by page; <paramref name="path"/> has a query.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path)
    {
        var all = new List<JsonNode>();
        for (var next = $"{path}&size=1000"; next is not null;)
        {
            var page = await AskAsync(next);
            all.AddRange(page["items"]!.AsArray()!);
            next = page["next"]?.GetValue<string>() is { } cursor ? $"{path}&size=1000&cursor={cursor}" : null;
        }

        return all;
    }

    /// <summary>Everything that a lane held over ten years, as known on a day; page by page.</summary>
    public async Task<IReadOnlyList<JsonNode>> LaneAsync(string lane, DateOnly known)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"lanes/{lane}?validFrom=2000-01-01&validTo=2030-01-01&validAt=2026-03-31&knownAt={known:O}&size=1000");
        if (!_heard.TryGetValue(path, out var rows))
        {
            var all = new List<JsonNode>();
            for (var next = path; next is not null;)
            {
                var page = await AskAsync(next);
                all.AddRange(page["items"]!.AsArray()!);
                next = page["next"]?.GetValue<string>() is { } cursor ? $"lanes/{lane}?validFrom=2000-01-01&validTo=2030-01-01&cursor={cursor}&size=1000" : null;
            }

            _heard[path] = rows = all;
        }

        return rows;
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>
/// What the field complains about: each row is a question of the application over HTTP, as known today and two years before, and the same
/// read plainly from what was planted.
/// </summary>
[Collection(SyntheticFixture.Shared)]
public sealed class ComplaintTests(SyntheticFixture fixture)
{
    private static readonly Dictionary<int, Func<Reading, Task>> Rows = new()
    {
        [1] = async r =>
        {
            await r.SameAsync<ContactReceived>(f => f is { Source: "1C", Mode: "walkIn" }, v => Text(v, "source") == "1C" && Text(v, "mode") == "walkIn");
            await r.SameAsync<HomelessYoungPersonPresented>();
        },
        [2] = async r => await r.SameInHistoriesAsync<ManagementDecisionRecorded>(f => f.Options.Count == 0, v => v["options"]!.AsArray().Count == 0),
        [3] = async r => await r.SameAsync<AddressRecorded>(f => f.Kind == "informal", v => Text(v, "kind") == "informal", "other-addresses"),
        [4] = async r =>
        {
            await r.SameAsync<CaseReopened>();
            await r.SameEndsAsync<CaseClosed>("referrals", f => f.Referral, f => f.Reason == "RC7", c => Text(c, "reason") == "RC7");
        },
        [5] = async r =>
        {
            var answered = r.Of<PartnerReplyReceived>().Where(f => f.Fact.Kind is "full" or "refused").Select(f => f.Fact.Request).Concat(r.Of<PartnerRequestWithdrawn>().Select(f => f.Fact.Request)).ToHashSet();
            r.Same(
                r.Of<PartnerRequestSent>().Where(f => f.Fact.Channel == "genericInbox" && !answered.Contains(f.Id)).Select(f => f.Id),
                (await r.LaneAsync("partner-requests")).Where(v => Text(v["value"]!, "channel") == "genericInbox" && v["to"] is null).Select(Id));
        },
        [6] = async r =>
        {
            await r.SameAsync<ExploitationRiskAssessed>(f => f.Kind is "gangs" or "CCE", v => Text(v, "kind") is "gangs" or "CCE");
            await r.SameAsync<AlertRaised>();
        },
        [7] = async r => await r.SameAsync<FamilyNetworkStayAgreed>(),
        [8] = async r => await r.SameAsync<ServiceDecided>(f => f.Decision == "declined", v => Text(v, "decision") == "declined"),
        [9] = async r =>
        {
            var sent = r.Of<HealthReferralMade>().Where(f => f.Fact.Service == "CAMHS").ToDictionary(f => f.Id, f => f.Fact.SentOn);
            var began = (await r.LaneAsync("treatments")).Select(v => Day(v, "from")).ToHashSet();
            var asked = (await r.LaneAsync("health-referrals")).Where(v => Text(v["value"]!, "service") == "CAMHS" && v["to"] is not null).ToList();
            r.Same(
                r.Of<FirstAppointmentHeld>().Where(f => sent.TryGetValue(f.Fact.Referral, out var on) && f.Fact.On.DayNumber - on.DayNumber > 150).Select(f => f.Fact.Referral),
                asked.Where(v => began.Contains(Day(v, "to")) && Day(v, "to").DayNumber - Day(v, "from").DayNumber > 150 && v["closing"] is { } c && Text(c, "outcome") is "seen" or "firstAppointment" or "started").Select(Id));
        },
        [10] = async r =>
        {
            var searched = (await r.LaneAsync("placement-searches", rows: true)).Select(v => (Child(v), Day(v["value"]!, "from"))).ToHashSet();
            var looked = r.OfOne<PlacementSearchStarted>().Select(f => (f.Record, f.Fact.On)).ToHashSet();
            r.Same(
                r.OfOne<PeriodOfCareStarted>().Where(f => f.Fact.LegalStatus == "V2" && looked.Contains((f.Record, f.Fact.StartOn))).Select(f => f.Id),
                (await r.LaneAsync("legal-status", rows: true)).Where(v => Text(v["value"]!["value"]!, "code") == "V2" && searched.Contains((Child(v), Day(v["value"]!, "from")))).Select(v => Id(v["value"]!)),
                r.OfOne<PeriodOfCareStarted>().Select(f => f.Id).ToHashSet());
        },
        [11] = async r => await r.SameAsync<PlacementCostAgreed>(f => f is { Per: "month", Rate: >= 30_000 }, v => Text(v, "per") == "month" && v["rate"]!.GetValue<decimal>() >= 30_000),
        [12] = async r => await r.SameAsync<ContactDecided>(f => f is { Outcome: "Referral", Threshold: >= 3 }, v => Text(v, "outcome") == "Referral" && v["threshold"]!.GetValue<int>() >= 3),
        [13] = async r => await r.SameAsync<AgencyFootprintRecorded>(f => f.Areas.Count > 1, v => Text(v, "areas").Contains(';', StringComparison.Ordinal)),
        [14] = async r =>
        {
            await r.SameEndsAsync<ProviderDeclined>("provider-approaches", f => f.Approach, _ => true, c => !c["offered"]!.GetValue<bool>());
            await r.SameAsync<ProviderOffered>(f => f.WeeklyCost > 4_000, v => v["weeklyCost"]?.GetValue<decimal>() > 4_000);
        },
        [15] = async r =>
        {
            await r.SameEndsAsync<WorkerLeft>("in-post", f => f.Post, _ => true, _ => true);
            await r.SameAsync<CaseloadTargetSet>();
        },
        [16] = async r =>
        {
            await r.SameAsync<EarlyHelpEpisodeOpened>();
            await r.SameAsync<OneOffCostApproved>();
        },
        [17] = async r =>
        {
            await r.SameAsync<StoryRetold>();
            await r.HistoriesAreWholeAsync();
        },
        [18] = async r => r.Same(
            r.OfOne<ContactDecided>().Where(f => f.Fact.Outcome == "NFA").GroupBy(f => f.Record).Where(g => g.Count() > 1).Select(g => g.Key),
            (await r.LaneAsync("contact-decisions", rows: true)).Where(v => Text(v["value"]!["value"]!, "outcome") == "NFA").GroupBy(Child).Where(g => g.Count() > 1).Select(g => g.Key)),
        [19] = async r =>
        {
            foreach (var measure in (await r.AskAsync("measures")).AsArray())
            {
                foreach (var definition in new[] { "title", "cohort", "numerator", "unit" })
                {
                    Text(measure!, definition).ShouldNotBeEmpty(measure!.ToJsonString());
                }
            }

            await r.ExportIsWholeAndNamesNobodyAsync();
        },
        [20] = async r => await r.SameAsync<ContactDecided>(f => f is { Outcome: "NFA", Threshold: <= 2 }, v => Text(v, "outcome") == "NFA" && v["threshold"]!.GetValue<int>() <= 2),
        [21] = async r =>
        {
            await r.SameAsync<TeamFormed>(f => f.Agencies.Count > 0, v => v["agencies"] is not null);
            await r.SameInHistoriesAsync<StrategyDiscussionHeld>(f => f.Agencies.Count > 2, v => v["agencies"]!.AsArray().Count > 2);
        },
        [22] = async r =>
        {
            await r.SameAsync<DisputeRecorded>();
            await r.LatenessIsSameAsync();
        },
        [23] = async r => r.Same(
            r.OfOne<HandoverHeld>().GroupBy(f => f.Record).Where(g => g.Count() > 2).Select(g => g.Key),
            (await r.LaneAsync("handovers", rows: true)).GroupBy(Child).Where(g => g.Count() > 2).Select(g => g.Key)),
        [24] = async r =>
        {
            await r.SameAsync<ServiceRequested>(f => f.Kind == "mentalHealth", v => Text(v, "kind") == "mentalHealth");
            await r.SameAsync<TrustedAdultNamedByChild>();
        },
        [25] = async r =>
        {
            await r.SameAsync<PermanentExclusion>();
            await r.SameEndsAsync<SchoolPlaceRefused>("school-places-requested", f => f.Request, _ => true, c => !c["offered"]!.GetValue<bool>());
            await r.SameInHistoriesAsync<SchoolPlaceRefused>(f => f.DirectionSought, v => v["directionSought"]!.GetValue<bool>());
        },
        [26] = async r =>
        {
            await r.SameInHistoriesAsync<PlacementSearchStarted>(f => f.Needs.Count > 1, v => v["needs"]!.AsArray().Count > 1);
            await r.SameAsync<PlacementDisruptionMeetingHeld>();
        },
        [27] = async r =>
        {
            await r.SameAsync<KinshipArrangementMade>();
            await r.SameAsync<StayingPutStarted>();
        },
        [28] = async r =>
        {
            await r.SameAsync<ShortBreakAgreed>();
            await r.SameAsync<SecureAccommodationAuthorised>();
        },
        [29] = async r => await r.SameAsync<SeriousIncidentNotified>(),
        [30] = async r =>
        {
            await r.CostToDateIsSameAsync();
            await r.LookedAfterAreSameAsync();
        },
        [31] = async r =>
        {
            var planned = r.OfOne<ProtectionPlanStarted>().GroupBy(f => f.Record).ToDictionary(g => g.Key, g => g.Select(f => f.Fact.StartOn).ToList());
            var plans = (await r.LaneAsync("plan", rows: true)).Where(v => Text(v["value"]!["value"]!, "kind") == "protection").GroupBy(Child).ToDictionary(g => g.Key, g => g.Select(v => Day(v["value"]!, "from")).ToList());
            r.Same(
                r.OfOne<Section47Started>().Where(f => !(planned.GetValueOrDefault(f.Record) ?? []).Exists(p => p >= f.Fact.StartOn && p <= f.Fact.StartOn.AddDays(60))).Select(f => f.Id),
                (await r.LaneAsync("enquiries", rows: true)).Where(v => !(plans.GetValueOrDefault(Child(v)) ?? []).Exists(p => p >= Day(v["value"]!, "from") && p <= Day(v["value"]!, "from").AddDays(60))).Select(v => Id(v["value"]!)));
        },
        [32] = async r =>
        {
            var born = r.OfOne<ChildRecordOpened>().Where(f => f.Fact.DateOfBirth is not null).ToDictionary(f => f.Record, f => f.Fact.DateOfBirth!.Value);
            var births = (await r.LaneAsync("birth", rows: true)).Where(v => v["value"]!["value"]!["born"] is not null).GroupBy(Child).ToDictionary(g => g.Key, g => Day(g.First()["value"]!["value"]!, "born"));
            r.Same(
                r.OfOne<PeriodOfCareStarted>().Where(f => born.TryGetValue(f.Record, out var on) && on.AddYears(15) <= f.Fact.StartOn).Select(f => f.Id),
                (await r.LaneAsync("care", rows: true)).Where(v => births.TryGetValue(Child(v), out var on) && on.AddYears(15) <= Day(v["value"]!, "from")).Select(v => Id(v["value"]!)));
        },
        [33] = async r => await r.BackInCareAsync(1825),
        [34] = async r =>
        {
            var mothers = r.OfOne<RelationshipRecorded>().Where(f => f.Fact.Relation == "parent").GroupBy(f => f.Record).ToDictionary(g => g.Key, g => g.Select(f => f.Fact.Person).ToHashSet());
            var parents = (await r.LaneAsync("relationships", rows: true)).Where(v => Text(v["value"]!["value"]!, "relation") == "parent")
                .GroupBy(Child).ToDictionary(g => g.Key, g => g.Select(v => v["value"]!["value"]!["person"]!.GetValue<Guid>()).ToHashSet());
            r.Same(
                Repeats([.. r.OfOne<CourtApplicationMade>().Select(f => (f.Record, f.Id, f.Fact.On))], mothers),
                Repeats([.. (await r.LaneAsync("court", rows: true)).Where(v => r.Named<CourtApplicationMade>().Contains(Id(v["value"]!))).Select(v => (Child(v), Id(v["value"]!), Day(v["value"]!, "from")))], parents));
        },
        [35] = async r =>
        {
            await r.SameAsync<SiblingSeparationDecided>();
            r.Same(
                r.OfOne<PlacementStarted>().GroupBy(f => f.Record).Where(g => g.Count() > 3).Select(g => g.Key),
                (await r.LaneAsync("placement", rows: true)).Where(v => !Text(v["value"]!["value"]!, "type").StartsWith('T')).GroupBy(Child).Where(g => g.Select(v => Id(v["value"]!)).Distinct().Count() > 3).Select(g => g.Key));
        },
        [36] = async r => await r.SameAsync<SupportNetworkRecorded>(f => f.People < 2, v => v["people"]!.GetValue<int>() < 2),
        [37] = async r => await r.SameAsync<SupervisionHeld>(f => f.Reflective, v => v["reflective"]!.GetValue<bool>()),
        [38] = async r => await r.SameAsync<WorkerJoined>(f => f.Kind == "agency", v => Text(v, "kind") == "agency", "terms"),
        [39] = async r =>
        {
            var begun = r.Of<AssessmentStarted>().ToDictionary(f => f.Id, f => f.Fact.StartOn);
            r.Same(
                r.Of<AssessmentCompleted>().Where(f => begun.TryGetValue(f.Fact.Assessment, out var on) && f.Fact.AuthorisedOn.DayNumber - on.DayNumber > 63).Select(f => f.Fact.Assessment),
                (await r.LaneAsync("assessments")).Where(v => v["to"] is not null && Day(v, "to").DayNumber - Day(v, "from").DayNumber > 63).Select(Id));
        },
        [40] = async r =>
        {
            await r.SameAsync<FamilyGroupDecisionMakingHeld>();
            await r.SameAsync<PreProceedingsStarted>();
        },
        [41] = async r =>
        {
            await r.SameAsync<IroConcernRaised>();
            await r.WithoutDentalCheckAsync();
        },
        [42] = async r =>
        {
            await r.SameAsync<InformationShared>();
            await r.SameAsync<InformationReceived>();
        },
    };

    public static TheoryData<int> Numbers => [.. Rows.Keys.Order()];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Row(int number)
    {
        await Rows[number](new Reading(fixture, SyntheticFixture.End, true));
        await Rows[number](new Reading(fixture, SyntheticFixture.End.AddYears(-2), false));
    }

    /// <summary>What the rules accept when it is recorded breaks none of them later, when its end and what follows are recorded.</summary>
    [Fact]
    public async Task Nothing_that_was_accepted_is_flagged_afterwards()
    {
        var flags = await fixture.AskAsync("flags?size=1000");
        flags["items"]!.AsArray().Select(f => $"{f!["laChildIds"]}: {f["codes"]}").ShouldBeEmpty();
    }

    [Fact]
    public void There_are_forty_two_rows() => Rows.Keys.Order().ShouldBe(Enumerable.Range(1, 42));

    /// <summary>Applications for a child of a parent for another of whose children an application was made before.</summary>
    private static IEnumerable<Guid> Repeats(List<(Guid Child, Guid Id, DateOnly On)> applications, Dictionary<Guid, HashSet<Guid>> parents) =>
        applications.Where(a => parents.TryGetValue(a.Child, out var own)
            && applications.Exists(o => o.Child != a.Child && o.On < a.On && parents.TryGetValue(o.Child, out var theirs) && theirs.Overlaps(own))).Select(a => a.Id);

    private static string Text(JsonNode value, string member) => value[member]?.GetValue<string>() ?? "";

    private static Guid Id(JsonNode value) => value["fact"]!.GetValue<Guid>();

    private static Guid Child(JsonNode row) => row["child"]!.GetValue<Guid>();

    private static DateOnly Day(JsonNode value, string member) => DateOnly.ParseExact(value[member]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One reading of the authority, by the end of a day of knowledge.</summary>
    private sealed class Reading(SyntheticFixture fixture, DateOnly known, bool isLast)
    {
        private readonly HashSet<Guid> _linked = [.. fixture.Authority.Duplicates.SelectMany(d => new[] { d.Survivor, d.Absorbed })];

        public IReadOnlyList<(Guid Record, Guid Id, T Fact)> Of<T>()
            where T : class, IFact => [.. fixture.Knowledge.All<T>(known)];

        /// <summary>Of children with one record only.</summary>
        public IReadOnlyList<(Guid Record, Guid Id, T Fact)> OfOne<T>()
            where T : class, IFact => [.. Of<T>().Where(f => !_linked.Contains(f.Record))];

        public HashSet<Guid> Named<T>()
            where T : class, IFact => [.. Of<T>().Select(f => f.Id)];

        public Task<JsonNode> AskAsync(string path) => fixture.AskAsync(path);

        /// <summary>Of those who went home in ten years, the periods after which the child was back within so many days: by the measure, as planted.</summary>
        public async Task BackInCareAsync(int days)
        {
            var rows = await CohortAsync($"M15-{days}", new DateOnly(2016, 4, 1), SyntheticFixture.End.AddDays(1));
            var ends = OfOne<PeriodOfCareEnded>().ToDictionary(f => f.Fact.PeriodOfCare, f => f.Fact);
            var starts = OfOne<PeriodOfCareStarted>().GroupBy(f => f.Record).ToDictionary(g => g.Key, g => g.Select(f => f.Fact.StartOn).ToList());
            var home = OfOne<PeriodOfCareStarted>().Where(f => ends.TryGetValue(f.Id, out var end) && end.Rec is "E4A" or "E4B" && end.EndOn >= new DateOnly(2016, 4, 1)).ToList();

            // An item of the measure is the placement with which its period began.
            var first = OfOne<PlacementStarted>().ToDictionary(f => (f.Record, f.Fact.StartOn), f => f.Id);
            Same(home.Select(f => first[(f.Record, f.Fact.StartOn)]), rows.Select(Item));
            Same(
                home.Where(f => starts[f.Record].Exists(on => on >= ends[f.Id].EndOn && on.DayNumber - ends[f.Id].EndOn.DayNumber <= days)).Select(f => first[(f.Record, f.Fact.StartOn)]),
                rows.Where(Counts).Select(Item));
        }

        /// <summary>Children in care for a year whom no dentist saw in it.</summary>
        public async Task WithoutDentalCheckAsync()
        {
            var (from, to) = (known.AddYears(-1).AddDays(1), known.AddDays(1));
            var rows = await CohortAsync("OC2-dental", from, to);
            var seen = OfOne<DentalCheckDone>().Where(f => f.Fact.On >= from && f.Fact.On < to).Select(f => f.Record).ToHashSet();
            Same(rows.Select(Child).Where(c => !seen.Contains(c)), rows.Where(r => !Counts(r)).Select(Child));
            Same(rows.Select(Child).Where(seen.Contains), rows.Where(Counts).Select(Child));
        }

        /// <summary>What the placements of a year cost, from each price that was agreed and the day on which it ended.</summary>
        public async Task CostToDateIsSameAsync()
        {
            var year = new Period(known.AddYears(-1).AddDays(1), known.AddDays(1));
            var ended = Of<PlacementCostEnded>().GroupBy(f => f.Fact.Cost).ToDictionary(g => g.Key, g => g.Min(f => f.Fact.On));
            var pounds = 0m;
            foreach (var (_, id, cost) in Of<PlacementCostAgreed>())
            {
                var to = new[] { cost.To ?? Period.Open, ended.GetValueOrDefault(id, Period.Open), year.To }.Min();
                var days = Math.Max(0, to.DayNumber - (cost.From > year.From ? cost.From : year.From).DayNumber);
                var exact = cost.Per switch { "week" => cost.Rate * days / 7, "month" => cost.Rate * 12 * days / 365, _ => cost.Rate * days };
                pounds += decimal.Round(exact, 2, MidpointRounding.AwayFromZero);
            }

            var answer = await AskAsync($"measures/M22-gross?{Window(year.From, year.To)}");
            answer["result"]!.GetValue<decimal>().ShouldBe(pounds);
            pounds.ShouldBeGreaterThan(0);
        }

        /// <summary>Who was looked after on the day, and a year before it as it is known on the day: the demand that rises or falls.</summary>
        public async Task LookedAfterAreSameAsync()
        {
            foreach (var day in new[] { known, known.AddYears(-1) })
            {
                Same(
                    fixture.Knowledge.Children.Where(c => !_linked.Contains(c) && fixture.Knowledge.InCare(c, day, known)),
                    (await fixture.ListAsync(string.Create(CultureInfo.InvariantCulture, $"looked-after?validAt={day:O}&knownAt={known:O}"))).Select(Child).Where(c => !_linked.Contains(c)));
            }
        }

        /// <summary>The days that each fact took to be recorded which became known in the last quarter: what the record's quality is counted from.</summary>
        public async Task LatenessIsSameAsync()
        {
            var (first, to) = (known.AddMonths(-3), known.AddDays(1));
            var standing = from act in fixture.Authority.Acts
                           let day = London.DateOf(act.At)
                           where day >= first && day < to
                           from record in act.On.Where(o => o.Kind == StreamKind.Child && !_linked.Contains(o.Record))
                           from step in record.Steps.OfType<Step.Record>()
                           let fact = fixture.Knowledge.Says(record.Record, step.FactId, known)
                           where fact is not null && fact.Precision() == DatePrecision.Day
                           select (Fact: step.FactId, Days: day.DayNumber - fact.EffectiveFrom().DayNumber);
            var answered = (await fixture.ListAsync(string.Create(CultureInfo.InvariantCulture, $"lateness/facts?knownFrom={first:O}&knownTo={to:O}&validAt={known:O}&knownAt={known:O}")))
                .Where(r => !_linked.Contains(Child(r))).Select(r => (Fact: r["factId"]!.GetValue<Guid>(), Days: r["days"]!.GetValue<int>()));
            answered.Order().ShouldBe(standing.Order());
        }

        /// <summary>A history leaves out nothing that was known on the day: for the children with the longest ones, as many entries as were planted.</summary>
        public async Task HistoriesAreWholeAsync()
        {
            foreach (var child in fixture.Knowledge.Children.Where(c => !_linked.Contains(c)).OrderByDescending(c => fixture.Knowledge.Entries(c, known)).Take(8))
            {
                var history = await AskAsync(string.Create(CultureInfo.InvariantCulture, $"children/{child}/history?validAt={known:O}&knownAt={known:O}&size=1"));
                history["total"]!.GetValue<int>().ShouldBe(fixture.Knowledge.Entries(child, known));
            }
        }

        /// <summary>
        /// The longitudinal export tells of every child, in order, all that was planted and recorded by the day, and neither identifiers nor postcodes.
        /// </summary>
        public async Task ExportIsWholeAndNamesNobodyAsync()
        {
            var events = await fixture.ListAsync(string.Create(CultureInfo.InvariantCulture, $"longitudinal?knownAt={known:O}"));
            var end = London.EndOf(known);
            var planted = fixture.Authority.Acts.Where(a => a.At < end).SelectMany(a => a.On.Where(on => on.Kind == StreamKind.Child).SelectMany(on => on.Steps.Select(s => (on.Record, Told: Told(s))))).ToList();
            events.Count.ShouldBe(planted.Count);

            var answered = events.GroupBy(e => Text(e, "child")).Select(g => string.Join('\n', g.Select(Told))).ToLookup(told => told);
            var expected = planted.Where(p => !_linked.Contains(p.Record)).GroupBy(p => p.Record).Select(g => string.Join('\n', g.Select(p => p.Told))).ToLookup(told => told);
            expected.ShouldNotBeEmpty();
            expected.Count(e => answered[e.Key].Count() < e.Count()).ShouldBe(0);

            var text = string.Concat(events.Select(e => e.ToJsonString()));
            fixture.Authority.Families.SelectMany(f => f.Children).Where(c => text.Contains(c.LaChildId, StringComparison.Ordinal) || text.Contains(c.Id.ToString(), StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
            text.ShouldNotContain("\"ZZ");
        }

        private static string Told(Step step) => step switch
        {
            Step.Record recorded => $"recorded {Told(recorded.Fact)}",
            Step.Correct corrected => $"corrected {Told(corrected.Fact)}",
            _ => "withdrawn ",
        };

        private static string Told(IFact fact) => string.Create(
            CultureInfo.InvariantCulture, $"{FactCatalogue.Of(fact).Noun} {(IsToTheMonth(FactCatalogue.Of(fact)) ? $"{fact.EffectiveFrom():yyyy-MM}" : $"{fact.EffectiveFrom():yyyy-MM-dd}")}");

        /// <summary>Days that tell the birthday are given to the month.</summary>
        private static bool IsToTheMonth(FactType fact) => fact.Area == "Identity" || fact.Type == typeof(CareLeaverStatusRecorded);

        private static string Told(JsonNode e)
        {
            var (noun, day) = (Text(e, "kind"), Text(e, "effectiveFrom"));
            return $"{Text(e, "verb")} {(noun.Length == 0 ? "" : $"{noun} {(IsToTheMonth(FactCatalogue.All.Single(f => f.Noun == noun)) ? day[..7] : day)}")}";
        }

        private async Task<List<JsonNode>> CohortAsync(string measure, DateOnly from, DateOnly to) =>
            [.. (await fixture.ListAsync($"measures/{measure}/cohort?inCohort=true&{Window(from, to)}")).Where(r => !_linked.Contains(Child(r)))];

        private string Window(DateOnly from, DateOnly to) =>
            string.Create(CultureInfo.InvariantCulture, $"validFrom={from:O}&validTo={to:O}&validAt={known:O}&knownAt={known:O}");

        private static Guid Item(JsonNode row) => row["item"]!.GetValue<Guid>();

        private static bool Counts(JsonNode row) => row["counts"]!.GetValue<bool>();

        /// <summary>The values of a lane, or its rows with whose they are: of children with one record only, for others two are one while linked.</summary>
        public async Task<IReadOnlyList<JsonNode>> LaneAsync(string lane, bool rows = false)
        {
            var all = await fixture.LaneAsync(lane, known);
            return rows ? [.. all.Where(r => !_linked.Contains(Child(r)))] : [.. all.Select(r => r["value"]!)];
        }

        /// <summary>The lane of a fact holds the planted facts, those that <paramref name="planted"/> takes being those that <paramref name="answered"/> takes.</summary>
        public async Task SameAsync<T>(Func<T, bool>? planted = null, Func<JsonNode, bool>? answered = null, string? lane = null)
            where T : class, IFact
        {
            var facts = Named<T>();
            Same(
                Of<T>().Where(f => planted?.Invoke(f.Fact) ?? true).Select(f => f.Id),
                (await LaneAsync(lane ?? FactCatalogue.Of(typeof(T)).Lanes[0].Name)).Where(v => facts.Contains(Id(v)) && (answered?.Invoke(v["value"]!) ?? true)).Select(Id));
        }

        /// <summary>What ends something is found where that stands, with what the end says.</summary>
        public async Task SameEndsAsync<T>(string lane, Func<T, Guid> ends, Func<T, bool> planted, Func<JsonNode, bool> closing)
            where T : class, IFact => Same(
                Of<T>().Where(f => planted(f.Fact)).Select(f => ends(f.Fact)),
                (await LaneAsync(lane)).Where(v => v["closing"] is { } c && closing(c)).Select(Id));

        /// <summary>What a lane does not show is asked of the histories of the children who have it.</summary>
        public async Task SameInHistoriesAsync<T>(Func<T, bool> planted, Func<JsonNode, bool> answered)
            where T : class, IFact
        {
            var noun = FactCatalogue.Of(typeof(T)).Noun;
            var expected = Of<T>().Where(f => planted(f.Fact)).Take(400).ToList();
            var found = new List<Guid>();
            foreach (var child in expected.Select(f => f.Record).Distinct().Take(12))
            {
                var history = (await fixture.AskAsync(string.Create(CultureInfo.InvariantCulture, $"children/{child}/history?validAt={known:O}&knownAt={known:O}&size=1000")))["items"]!.AsArray();
                found.AddRange(history.Where(e => e!["noun"]?.GetValue<string>() == noun && !e["isWithdrawn"]!.GetValue<bool>() && !e["isCorrected"]!.GetValue<bool>() && answered(e["value"]!)).Select(e => Id(e!)));
            }

            var asked = expected.Select(f => f.Record).Distinct().Take(12).ToHashSet();
            Same(expected.Where(f => asked.Contains(f.Record)).Select(f => f.Id), found);
        }

        public void Same(IEnumerable<Guid> planted, IEnumerable<Guid> answered, HashSet<Guid>? among = null)
        {
            var right = planted.Distinct().Order().ToList();
            answered.Where(a => among?.Contains(a) ?? true).Distinct().Order().ShouldBe(right);
            if (isLast)
            {
                right.ShouldNotBeEmpty();
            }
        }
    }
}

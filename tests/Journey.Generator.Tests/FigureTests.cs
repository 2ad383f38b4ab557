using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alba;
using Journey.Kit;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Measures;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Features.Changes;
using Journey.Web.Features.Measures;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journey.Generator.Tests;

/// <summary>An authority of 120 children and six years, and what asks about it.</summary>
public sealed class FiguredFixture : LoadedFixture
{
    public static DateOnly End { get; } = new(2026, 3, 31);

    public IAlbaHost Host { get; private set; } = null!;

    public Authority Authority { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Authority = Authority.Make(new Settings("FIGURES", 7, 120, 6, End), null, Cancelled);
        var builder = Builder(ConnectionString);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(FakeClock.At(2026, 4, 1)).AddSingleton<Loader>();
        Host = await AlbaHost.For(builder, app => JourneyHost.Use(app));
        await Host.Services.GetRequiredService<Loader>().RunAsync(Authority, Way.Bulk, null, Cancelled);
    }

    public override async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>Figures over the generated authority: from segments as from a full replay, explained whole, and as published.</summary>
public sealed class FigureTests(FiguredFixture fixture) : IClassFixture<FiguredFixture>
{
    private const int Positions = 20;

    private const int Each = 50;

    private static readonly Person Reader = new("reader", [Roles.Manager], [PersonClaims.EveryAuthority], [], ClearedForRestricted: true);

    [Fact]
    public async Task A_thousand_figures_from_segments_are_those_of_a_full_replay()
    {
        var (figures, clock) = (Get<FigureReader>(), Get<KnowledgeClock>());
        var random = new Random(4);
        var (asked, differing, counted) = (0, new List<string>(), 0);
        for (var i = 0; i < Positions; i++)
        {
            var known = London.EndOf(FiguredFixture.End.AddDays(-random.Next(0, 6 * 365)));
            var position = (await clock.ResolveAsync("FIGURES", known, Cancelled)).Position;
            var everyone = await EveryoneAsync(position);
            for (var j = 0; j < Each; j++)
            {
                var measure = MeasureCatalogue.All[random.Next(MeasureCatalogue.All.Count)];
                var end = FiguredFixture.End.AddDays(1 - random.Next(0, 6 * 365));
                var window = new Period(end.AddDays(-random.Next(1, 800)), end);
                var calendar = WorkingCalendar.All[random.Next(WorkingCalendar.All.Count)];
                var kept = j % 2 == 0
                    ? (await figures.ReadAsync("FIGURES", measure, calendar, position, [], Cancelled)).Figure(window)
                    : await figures.FigureAsync("FIGURES", measure, calendar, position, window, Cancelled);
                var subjects = everyone.Where(t => measure.Lanes.Any(l => t[l].Count > 0)).ToList();
                var replayed = Figure.Over(measure, subjects, window, calendar, everyone);
                asked++;
                counted += kept.Contributions.Any(c => c.InCohort) ? 1 : 0;
                if (Text(kept) != Text(replayed))
                {
                    differing.Add($"{measure.Code} v{measure.Version} {window.From:O} {window.To:O} at {position}");
                }
            }
        }

        asked.ShouldBe(1000);
        differing.ShouldBeEmpty();
        counted.ShouldBeGreaterThan(400);
    }

    [Fact]
    public async Task Measures_of_every_sort_explain_their_change_between_two_years_of_knowledge_whole()
    {
        var changes = Get<FigureChanges>();
        var changed = 0;
        foreach (var measure in MeasureCatalogue.Latest.Where((m, i) => m.Neighbours is not null || i % 6 == 0))
        {
            var change = new AskedChange(new AskedMeasure(measure.Code), null, null, new AskedWindow(Year: "2024"), null, true);
            var outcome = await changes.SummaryAsync(Reader, "FIGURES", change, new Asked(KnownAt: "2024-03-20"), new Asked("2024-03-31"), Cancelled);
            outcome.Has(out var answer, out var problem).ShouldBeTrue($"{measure.Code}: {problem?.Sentence}");
            answer!.Causes.Sum(c => c.Numerator).ShouldBe(answer.To.Numerator - answer.From.Numerator, measure.Code);
            answer.Causes.Sum(c => c.Denominator).ShouldBe(answer.To.Denominator - answer.From.Denominator, measure.Code);
            answer.Causes.Sum(c => c.Values).ShouldBe(answer.To.Values - answer.From.Values, measure.Code);
            answer.Causes.ShouldAllBe(c => c.Acts > 0 && c.Children > 0);
            changed += answer.Causes.Count > 0 ? 1 : 0;
        }

        changed.ShouldBeGreaterThan(5);
    }

    /// <summary>
    /// A published version never changes: what each gave of the same authority is kept. The first line is the authority's digest; where it is another one the
    /// authority changed, and the file is approved anew (JOURNEY_APPROVE=1).
    /// </summary>
    [Fact]
    public async Task Published_definitions_give_what_they_gave()
    {
        var everyone = await EveryoneAsync(await Get<KnowledgeClock>().HeadAsync("FIGURES", Cancelled));
        var lines = new List<string> { $"authority {Digest(fixture.Authority)}" };
        foreach (var measure in MeasureCatalogue.All)
        {
            foreach (var year in new[] { 2023, 2025 })
            {
                var subjects = everyone.Where(t => measure.Lanes.Any(l => t[l].Count > 0)).ToList();
                var figure = Figure.Over(measure, subjects, Period.Year(year), WorkingCalendar.Latest, everyone);
                lines.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{measure.Code} v{measure.Version} {year}: {figure.Numerator:0.######} of {figure.Denominator:0.######}, {figure.Result:0.######}"));
            }
        }

        var path = Path.Combine(Repository.Root, "tests", "Journey.Generator.Tests", "Approved", "measures.txt");
        if (Environment.GetEnvironmentVariable("JOURNEY_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, string.Join('\n', lines) + "\n", Cancelled);
        }

        var approved = (await File.ReadAllTextAsync(path, Cancelled)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        approved[0].ShouldBe(lines[0], "The generated authority is another one: approve the figures anew with JOURNEY_APPROVE=1.");
        string.Join('\n', lines).ShouldBe(string.Join('\n', approved), "A published definition gives another figure than it gave. Publish the next version beside it instead.");
    }

    private static CancellationToken Cancelled => LoadedFixture.Cancelled;

    private static string Digest(Authority authority)
    {
        var text = string.Join('\n', authority.Acts.SelectMany(a => a.On).SelectMany(o => o.Steps).Select(s => $"{s.EventId:N} {s.FactId:N} {s.GetType().Name}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static string Text(Figure figure) => JsonSerializer.Serialize(figure.Contributions.Where(c => c.InCohort));

    private T Get<T>()
        where T : notnull => fixture.Host.Services.GetRequiredService<T>();

    /// <summary>Everyone's record folded from its events.</summary>
    private async Task<List<Timelines>> EveryoneAsync(long position)
    {
        var everyone = new List<Timelines>();
        await foreach (var child in Get<ChildReader>().AllAsync("FIGURES", position, Cancelled))
        {
            everyone.Add(new Timelines(child.Id, child.Timeline, [.. child.Streams.Select(s => s.Stream)]));
        }

        foreach (var kind in new[] { StreamKind.Worker, StreamKind.Team })
        {
            await foreach (var (stream, entries) in Get<RecordReader>().AllAsync("FIGURES", kind, position, Cancelled))
            {
                everyone.Add(new Timelines(stream, Ledger.Fold(entries).Timeline));
            }
        }

        return everyone;
    }
}

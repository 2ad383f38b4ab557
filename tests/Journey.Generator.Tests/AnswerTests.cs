using Alba;
using Journey.Generator.Answers;
using Journey.Kit;
using Journey.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Journey.Generator.Tests;

/// <summary>The answer sheet, asked of the application over HTTP.</summary>
public sealed class AnswerTests(LoadedFixture fixture) : IClassFixture<LoadedFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Two_hundred_of_two_hundred(int seed)
    {
        var authority = Authority.Make(new Settings($"SHEET{seed}", (ulong)seed, 300, 10, new DateOnly(2026, 11, 20)), null, LoadedFixture.Cancelled);
        var situations = AnswerSheet.Of(authority);
        situations.Count.ShouldBe(200);
        situations.Select(s => s.Kind).Distinct().Count().ShouldBe(12);

        var builder = LoadedFixture.Builder(fixture.ConnectionString);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(FakeClock.At(2026, 11, 21)).AddSingleton<Loader>();
        await using var host = await AlbaHost.For(builder, app => JourneyHost.Use(app));
        await host.Services.GetRequiredService<Loader>().RunAsync(authority, Way.Bulk, null, LoadedFixture.Cancelled);

        var wrong = new List<string>();
        foreach (var situation in situations)
        {
            foreach (var ask in situation.Asks)
            {
                var (right, answered) = (Set(ask.Answer.Select(a => JToken.Parse(a.ToJsonString()))), Set(await AskAsync(host, authority, ask)));
                if (right != answered)
                {
                    wrong.Add($"{situation.Number} {situation.Kind}: {ask.Question} {ask.Path} {ask.Take}: {answered} instead of {right}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<JToken>> AskAsync(IAlbaHost host, Authority authority, Ask ask)
    {
        var result = await host.Scenario(s =>
        {
            s.Get.Url($"/authorities/{authority.Settings.Authority}/{ask.Path}");
            s.WithRequestHeader("Journey-Persona", "manager; clearance=restricted");
            s.StatusCodeShouldBeOk();
        });
        using var reader = new JsonTextReader(new StringReader(await result.ReadAsTextAsync())) { DateParseHandling = DateParseHandling.None };
        return (await JToken.LoadAsync(reader, LoadedFixture.Cancelled)).SelectTokens(ask.Take);
    }

    private static string Set(IEnumerable<JToken> values) => string.Join(", ", values.Select(v => v.ToString(Formatting.None)).Order(StringComparer.Ordinal));
}

using System.Net;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Web.Tests.Kit;
using Microsoft.OpenApi;

namespace Journey.Web.Tests.Hosting;

/// <summary>What the host shows to machines and browsers.</summary>
public sealed class HostTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_description_of_the_API_is_valid_and_names_an_operation_for_each_fact_that_people_record()
    {
        var journey = await fixture.SharedAsync();

        var text = (await journey.GetAsync("/openapi/v1.json", null)).Text;

        var read = OpenApiDocument.Parse(text, "json");
        read.Diagnostic.ShouldNotBeNull().Errors.ShouldBeEmpty();
        var operations = read.Document!.Paths.Values.SelectMany(p => p.Operations!.Values).ToList();
        operations.ShouldAllBe(o => !string.IsNullOrEmpty(o.OperationId) && !string.IsNullOrEmpty(o.Summary));
        operations.Select(o => o.OperationId).ShouldBeUnique();
        operations.Select(o => o.OperationId).ShouldContain(
            id => id == "childState");
        foreach (var fact in FactCatalogue.All.Where(f => f.IsRecorded && f.Stream != StreamKind.Returns))
        {
            foreach (var verb in new[] { "record", "correct" })
            {
                var operation = operations.Single(o => o.OperationId == $"{verb}{fact.Type.Name}");
                operation.RequestBody!.Content!["application/json"].Example.ShouldNotBeNull(operation.OperationId);
                operation.Responses!.Keys.ShouldContain("412");
            }
        }

        operations.ShouldNotContain(o => o.OperationId == "recordIdentityStated");
    }

    [Fact]
    public async Task The_page_that_browses_the_API_asks_nothing_of_other_hosts()
    {
        var journey = await fixture.SharedAsync();

        var page = await journey.GetAsync("/scalar/", null);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("https://");
        page.Message.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("'unsafe-inline'");
    }

    [Fact]
    public async Task Everything_else_is_served_under_a_strict_policy()
    {
        var journey = await fixture.SharedAsync();

        var headers = (await journey.GetAsync("children")).Message.Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_live_and_ready_without_a_sign_in()
    {
        var journey = await fixture.SharedAsync();

        (await journey.GetAsync("/health/live", null)).Status.ShouldBe(HttpStatusCode.OK);
        (await journey.GetAsync("/health/ready", null)).Status.ShouldBe(HttpStatusCode.OK);
    }
}

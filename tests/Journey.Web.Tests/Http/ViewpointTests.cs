using System.Net;
using Journey.Record.Bitemporal;
using Journey.Web.Http;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Http;

/// <summary>What callers may say about time, and what they are told when it makes no sense.</summary>
public sealed class ViewpointTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly string[] Teams = ["North"];

    [Theory]
    [InlineData("validAt=31/03/2018", "date-unreadable")]
    [InlineData("validAt=2018-02-30", "date-unreadable")]
    [InlineData("knownAt=yesterday", "instant-unreadable")]
    [InlineData("knownAt=2025-06-02", "known-in-future")]
    [InlineData("knownAt=2025-06-01T12:00:00Z", "known-in-future")]
    [InlineData("basis=abc", "basis-unknown")]
    [InlineData("basis=!!", "basis-unknown")]
    [InlineData("knownAt=2025-05-01&basis=abc", "known-and-basis")]
    [InlineData("cursor=abc", "cursor-unknown")]
    [InlineData("size=0", "page-size")]
    [InlineData("size=1001", "page-size")]
    public async Task A_viewpoint_that_makes_no_sense_is_refused_with_a_code(string query, string code)
    {
        var journey = await fixture.SharedAsync();

        var heard = await journey.GetAsync($"children?{query}");

        heard.Status.ShouldBe(HttpStatusCode.BadRequest, heard.Text);
        heard.Code.ShouldBe(code);
        heard.Body["type"]!.GetValue<string>().ShouldBe($"/problems/{code}");
        heard.Message.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("measures/M1-carer?validFrom=2025-01-02&validTo=2025-01-01", 400, "window-inverted")]
    [InlineData("measures/M1-carer?year=2018&validTo=2025-01-01", 400, "window-twice")]
    [InlineData("measures/M1-carer?year=2017-18", 400, "year-unreadable")]
    [InlineData("measures/M99", 404, "measure-unknown")]
    [InlineData("children/019a0000-0000-7000-8000-000000000001", 404, "child-unknown")]
    [InlineData("children/019a0000-0000-7000-8000-000000000001/lanes/nothing", 404, "lane-unknown")]
    [InlineData("/authorities/E99999999/children", 404, "authority-unknown")]
    [InlineData("/nowhere", 404, "route-unknown")]
    public async Task What_is_not_there_is_refused_with_a_code(string path, int status, string code)
    {
        var journey = await fixture.SharedAsync();

        var heard = await journey.GetAsync(path);

        ((int)heard.Status).ShouldBe(status, heard.Text);
        heard.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_basis_of_another_authority_or_beyond_the_ledger_is_unknown()
    {
        var journey = await fixture.SharedAsync();
        var day = new DateOnly(2025, 6, 1);

        foreach (var basis in new[] { new Basis("E09999999", day, 0, null, false), new Basis(journey.Authority, day, 1, null, false) })
        {
            (await journey.GetAsync($"children?basis={BasisToken.Of(basis)}")).Code.ShouldBe("basis-unknown");
        }

        (await journey.GetAsync($"children?basis={BasisToken.Of(new Basis(journey.Authority, day, 0, null, false))}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_token_and_question_give_the_same_bytes_after_the_record_has_moved_on()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var first = await journey.GetAsync($"children/{child}");
        var path = $"children/{child}?basis={first.Token}";
        var then = await journey.GetAsync(path);

        journey.ItIs(2025, 7, 1);
        await journey.RecordAsync($"children/{child}", "ethnicities", 1, new { code = "WBRI", from = "2025-06-01" });
        var now = await journey.GetAsync(path);

        now.Text.ShouldBe(first.Text);
        now.Text.ShouldBe(then.Text);
        now.Message.Headers.ETag.ShouldBe(then.Message.Headers.ETag);
        now.Message.Headers.GetValues("Journey-Basis").ShouldBe([first.Token]);
        now.Message.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        first.Message.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        (await journey.GetAsync($"children/{child}")).Text.ShouldNotBe(first.Text);
    }

    [Fact]
    public async Task A_day_of_knowledge_ends_at_midnight_in_London_and_is_final_once_something_later_is_known()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.OpenAsync("JRN0000001");
        (await journey.GetAsync("children?knownAt=2025-06-01")).Body["basis"]!["final"]!.GetValue<bool>().ShouldBeFalse();

        journey.ItIs(2025, 6, 3);
        await journey.OpenAsync("JRN0000002");

        var heard = await journey.GetAsync("children?knownAt=2025-06-01");
        heard.Body["basis"]!["final"]!.GetValue<bool>().ShouldBeTrue();
        heard.Body["total"]!.GetValue<int>().ShouldBe(1);
        heard.Message.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        DateTimeOffset.Parse(heard.Body["basis"]!["knownAt"]!.GetValue<string>(), null).ShouldBeLessThan(London.EndOf(new DateOnly(2025, 6, 1)));
        (await journey.GetAsync("children")).Body["total"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_caller_holds_is_not_sent_again_until_what_may_be_seen_of_it_changes()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var first = await journey.GetAsync("children");
        var path = $"children?basis={first.Token}";
        var tag = first.Message.Headers.ETag!.ToString();

        (await journey.GetAsync(path, held: tag)).Status.ShouldBe(HttpStatusCode.NotModified);
        await journey.RecordAsync(
            $"children/{child}", "restrictions", 1, new { reason = "staffChild", allowedTeams = Teams, decidedBy = "A. Manager", from = "2025-06-01" });

        var masked = await journey.GetAsync(path, held: tag);
        masked.Status.ShouldBe(HttpStatusCode.OK);
        masked.Text.ShouldNotContain(child.ToString());
        (await journey.GetAsync("access-log", "auditor")).Body["items"]!.AsArray().Count(i => i!["question"]!.GetValue<string>() == "children").ShouldBe(3);
    }

    [Fact]
    public async Task A_token_that_claims_to_be_final_and_is_not_is_refused()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.OpenAsync("JRN0000001");
        var position = (await journey.GetAsync("children")).Body["basis"]!["position"]!.GetValue<long>();
        var day = new DateOnly(2025, 6, 1);
        var known = new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

        foreach (var basis in new[] { new Basis(journey.Authority, day, position, null, true), new Basis(journey.Authority, day, position, known, true) })
        {
            (await journey.GetAsync($"children?basis={BasisToken.Of(basis)}")).Code.ShouldBe("basis-unknown");
        }
    }

    [Theory]
    [InlineData("known=2025-05-01", "parameter-unknown")]
    [InlineData("size=many", "request-unreadable")]
    [InlineData("laChildId=%00", "text-unreadable")]
    [InlineData("size=2147483647", "page-size")]
    [InlineData("knownAt=2025-03-30T01:30", "instant-unreadable")]
    public async Task What_a_parameter_says_wrongly_is_a_problem_with_a_code(string query, string code)
    {
        var heard = await (await fixture.SharedAsync()).GetAsync($"children?{query}");
        heard.Status.ShouldBe(HttpStatusCode.BadRequest);
        heard.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_window_at_the_end_of_time_is_a_problem_and_no_fault(string day)
    {
        var journey = await fixture.SharedAsync();
        foreach (var path in new[] { "lateness", "measures/M1-carer", "measures/M1-carer/cohort" })
        {
            (await journey.GetAsync($"{path}?validAt={day}")).Code.ShouldBe("window-beyond");
        }
    }

    [Fact]
    public async Task A_time_without_an_offset_is_London_s()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var heard = await journey.GetAsync("children?knownAt=2025-05-20T12:00");
        heard.Body["basis"]!["knownAt"]!.GetValue<DateTimeOffset>().ShouldBe(new DateTimeOffset(2025, 5, 20, 11, 0, 0, TimeSpan.Zero));
    }
}

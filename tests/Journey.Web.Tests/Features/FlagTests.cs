using System.Net;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Identity;
using Journey.Store.Writing;
using Journey.Web.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Journey.Web.Tests.Features;

/// <summary>Imported history that breaks rules is kept, and flagged since it became known.</summary>
public sealed class FlagTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_flag_has_the_age_of_what_was_imported_and_closes_when_it_is_corrected()
    {
        await using var journey = await fixture.ServeAsync(2026, 3, 1);
        var (child, allocation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ImportAsync(journey, new DateTimeOffset(2025, 12, 1, 9, 0, 0, TimeSpan.Zero), child, 0, (Guid.CreateVersion7(), ChildRecordOpened.Example));
        await ImportAsync(journey, new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero), child, 1, (allocation, WorkerAllocated.Example with { Worker = "SW10001", From = new(2025, 8, 15) }));

        (await journey.GetAsync($"children/{child}/flags?knownAt=2025-12-31")).Body["flags"]!.AsArray().ShouldBeEmpty();
        var flag = (await journey.GetAsync($"children/{child}/flags?knownAt=2026-01-20")).Body["flags"]!.AsArray().ShouldHaveSingleItem()!;
        flag["code"]!.GetValue<string>().ShouldBe("worker-not-in-post");
        flag["fact"]!.GetValue<Guid>().ShouldBe(allocation);
        flag["ageDays"]!.GetValue<int>().ShouldBe(10);
        (await journey.GetAsync($"children/{child}/flags")).Body["flags"]![0]!["ageDays"]!.GetValue<int>().ShouldBe(50);
        (await journey.GetAsync($"children/{child}")).Body["flags"]!.AsArray().ShouldHaveSingleItem()!["fact"]!.GetValue<Guid>().ShouldBe(allocation);

        var row = (await journey.GetAsync("flags")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        row["child"]!.GetValue<Guid>().ShouldBe(child);
        row["ageDays"]!.GetValue<int>().ShouldBe(50);
        (await journey.GetAsync("flags?code=G1")).Body["total"]!.GetValue<int>().ShouldBe(0);
        (await journey.GetAsync("flags?knownAt=2025-12-31")).Body["total"]!.GetValue<int>().ShouldBe(0);

        var withdrawn = await journey.PostAsync(
            $"children/{child}/facts/{allocation}/withdrawal", new { eventId = Guid.CreateVersion7(), expectedVersion = 2, code = "mistake", reason = "Another child." });
        withdrawn.Status.ShouldBe(HttpStatusCode.Created, withdrawn.Text);
        (await journey.GetAsync("flags")).Body["total"]!.GetValue<int>().ShouldBe(0);
        (await journey.GetAsync("flags?knownAt=2026-02-01")).Body["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_restricted_record_is_counted_and_not_named()
    {
        await using var journey = await fixture.ServeAsync(2026, 3, 1);
        var child = Guid.CreateVersion7();
        await ImportAsync(
            journey, new DateTimeOffset(2025, 12, 1, 9, 0, 0, TimeSpan.Zero), child, 0,
            (Guid.CreateVersion7(), ChildRecordOpened.Example),
            (Guid.CreateVersion7(), WorkerAllocated.Example),
            (Guid.CreateVersion7(), new ChildRecordRestricted("staffChild", ["Other"], "A. Manager", new(2025, 12, 1))));

        var flags = await journey.GetAsync("flags");
        flags.Body["items"]!.AsArray().ShouldBeEmpty();
        flags.Body["notShown"]!.GetValue<int>().ShouldBe(1);
        (await journey.GetAsync("flags", "practitioner; clearance=restricted")).Body["items"]!.AsArray().Count.ShouldBe(1);
        (await journey.GetAsync($"children/{child}/flags")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<Appended> ImportAsync(Served journey, DateTimeOffset known, Guid child, long version, params (Guid Fact, IFact Said)[] facts) =>
        journey.Host.Services.GetRequiredService<LedgerWriter>().AppendAsync(
            journey.Authority,
            new Append(
                new Actor("importer", "administrator"), null, "load", [
                    new StreamAppend(child, StreamKind.Child, version, [
                        .. facts.Select(f => new Appending(Guid.CreateVersion7(), FactCatalogue.Of(f.Said).Asserted(f.Fact, f.Said, null)))])],
                new Imported("test", known, known, Guid.CreateVersion7())),
            WebFixture.Cancelled);
}

using System.Text;
using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Store.Projections;

namespace Journey.Store.Tests;

public sealed class EventCatalogueTests
{
    public static TheoryData<string> Facts => [.. FactCatalogue.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_comes_back_from_its_stored_form(string name)
    {
        var fact = FactCatalogue.All.Single(f => f.Name == name);
        var statement = fact.Asserted(Guid.CreateVersion7(), fact.Example, new Correction("typing", "Misread: Łódź."));
        var json = JsonSerializer.Serialize(statement, fact.EventType, JourneyJson.Options);

        var read = EventCatalogue.Read(name, Encoding.UTF8.GetBytes(json));

        JsonSerializer.Serialize(read, fact.EventType, JourneyJson.Options).ShouldBe(json);
        json.ShouldContain("Łódź");
        read.FactId.ShouldBe(statement.FactId);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_claim_comes_back_from_the_segment_table_as_it_was(string name)
    {
        var fact = FactCatalogue.All.Single(f => f.Name == name);
        var entries = new[] { new LedgerEntry(1, 1, DateTimeOffset.UnixEpoch, fact.Asserted(Guid.CreateVersion7(), fact.Example, null)) };
        var values = new SegmentValues();

        var read = SegmentRow.Of(Guid.Empty, entries).Select(r => new Interval(
            r.FactId, values.Value(FactCatalogue.Lanes[r.Lane], r.Value), r.From, r.At, r.To, r.Ordinal, r.Closing is null ? null : values.Closing(r.Closing))).ToList();

        var segments = Segments.Of(entries);
        read.Select(i => i with { Value = "", Closing = null }).ShouldBe(segments.Select(s => s.Interval with { Value = "", Closing = null }));
        read.Zip(segments).ShouldAllBe(p => JsonSerializer.Serialize(p.First.Value, p.First.Value.GetType(), JourneyJson.Options)
            == JsonSerializer.Serialize(p.Second.Interval.Value, p.Second.Lane.ValueType, JourneyJson.Options));
        read.Select(i => i.Closing).ShouldBe(segments.Select(s => s.Interval.Closing));
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void What_an_end_says_is_declared_by_a_lane(string name)
    {
        foreach (var ending in FactCatalogue.All.Single(f => f.Name == name).Example.Endings().Where(e => e.Closing is not null))
        {
            Closings.Read(Closings.Write(ending.Closing!)).ShouldBe(ending.Closing);
        }
    }

    [Fact]
    public void Members_a_type_does_not_know_are_ignored()
    {
        var id = Guid.CreateVersion7();
        EventCatalogue.Read("reported_again.v1", Encoding.UTF8.GetBytes($$"""{"later":{"a":[1]},"factId":"{{id}}"}""")).ShouldBe(new ReportedAgain(id));
    }

    [Fact]
    public void What_was_stored_in_a_retired_shape_is_read_as_todays_fact_with_its_id_and_its_correction()
    {
        var (id, allocation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        EventCatalogue.Read("worker_deallocated.v1", Encoding.UTF8.GetBytes(
            $$$"""{"factId":"{{{id}}}","fact":{"allocation":"{{{allocation}}}","to":"2025-10-01"},"correction":{"code":"typing","reason":"Łódź."}}"""))
            .ShouldBe(new Asserted<WorkerDeallocated>(
                id, new WorkerDeallocated(allocation, new DateOnly(2025, 10, 1), null), new Correction("typing", "Łódź.")));
    }

    [Fact]
    public void An_event_of_an_unknown_name_is_an_error() =>
        Should.Throw<UnknownEventException>(() => EventCatalogue.Read("placement_dreamt.v1", "{}"u8)).Name.ShouldBe("placement_dreamt.v1");
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Placements;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Measures;

/// <summary>Records told in short, and measures asked of them. A measure that reads a lane it does not name fails.</summary>
internal static class Asking
{
    public static Period Year { get; } = Period.Year(2026);

    public static Guid Id() => Guid.CreateVersion7();

    public static DateOnly On(int year, int month, int day) => new(year, month, day);

    public static ChildRecord Told(params IEnumerable<(Guid Id, IFact Fact)> facts) =>
        ChildRecord.Empty(Id()).With(facts.Select(f => FactCatalogue.Of(f.Fact).Asserted(f.Id, f.Fact, null)));

    public static (Guid Id, IFact Fact) Said(IFact fact) => (Id(), fact);

    public static (Guid Id, IFact Fact) Born(int year, int month, int day) =>
        Said(new ChildRecordOpened("J1", null, null, On(year, month, day), null, "F", "Referred", On(year, month, day)));

    /// <summary>An episode as a return states it.</summary>
    public static (Guid Id, IFact Fact) Stated(
        DateOnly from, string rne = "S", DateOnly? to = null, string? rec = null, string legal = "C2", string place = "U6", string? urn = "SC1",
        string? postcode = "ZZ1 1AB") =>
        Said(new EpisodeStated(from, rne, legal, "N1", place, "PR1", to, rec, null, "ZZ1 1AA", postcode, urn));

    public static (Guid Id, IFact Fact) Started(DateOnly on) => Said(new PeriodOfCareStarted(on, "C2", "N1"));

    public static (Guid Id, IFact Fact) Placed(DateOnly on, string? urn = "SC1", string? postcode = "ZZ1 1AB", string? carer = null, string type = "U6") =>
        Said(new PlacementStarted(on, type, "PR1", urn, postcode, "ZZ1 1AA", carer));

    public static (Guid Id, IFact Fact) Allocated(string worker, DateOnly from, string reason = "MANAGE", DateOnly? to = null) =>
        Said(new WorkerAllocated(from, worker, Allocation.SocialWorker, null, reason, to));

    public static Figure Ask(this Measure measure, params ChildRecord[] records) => measure.Ask(Year, records);

    public static Figure Ask(this Measure measure, Period window, params ChildRecord[] records) => Figure.Over(
        measure, records.Select(r => Seen(measure, r, measure.Lanes)), window, WorkingCalendar.Latest,
        records.Select(r => Seen(measure, r, measure.Neighbours?.Lanes ?? [])));

    /// <summary>Denominator, numerator and figure.</summary>
    public static (decimal Of, decimal Count, decimal? Result) Sums(this Figure figure) => (figure.Denominator, figure.Numerator, figure.Result);

    /// <summary>The values of the items in the cohort.</summary>
    public static decimal?[] Values(this Figure figure) => [.. figure.Contributions.Where(c => c.InCohort).Select(c => c.Value)];

    /// <summary>Why the only item is where it is.</summary>
    public static string Why(this Figure figure) => figure.Contributions.ShouldHaveSingleItem().Why;

    private static Timelines Seen(Measure measure, ChildRecord record, IReadOnlyList<Lane> lanes) => new(
        record.Id,
        lane => lanes.Contains(lane) ? record.Timeline(lane) : throw new InvalidOperationException($"{measure.Code} reads {lane}, which it does not name."));
}

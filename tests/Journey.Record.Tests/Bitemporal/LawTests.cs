namespace Journey.Record.Tests.Bitemporal;

public sealed class LawTests
{
    private const int Cases = 10_000;
    private const int CasesToFindOneThatFails = 3_000;

    public static TheoryData<string> Names => [.. Laws.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_record_keeps(string law) => Laws.All.Single(l => l.Name == law).Check(new TheEngine(), Cases);

    [Fact]
    public void Overwriting_as_SQL_2011_does_breaks_the_laws_of_late_and_same_day_recording() =>
        Broken(new OverwritingEngine()).ShouldBe(["P0", "P10", "P12", "P15", "P16"]);

    [Fact]
    public void Timestamps_instead_of_positions_break_the_laws_of_knowledge() =>
        Broken(new TimestampEngine()).ShouldBe(["P0", "P1", "P5", "P6", "P9", "P11", "P12", "P13", "P15"]);

    [Fact]
    public void Closed_intervals_break_the_laws_of_days() =>
        Broken(new ClosedEngine()).ShouldBe(["P0", "P8", "P15", "P21"]);

    private static IEnumerable<string> Broken(IEngine engine) =>
        Laws.All.Where(law => law.IsBrokenBy(engine, CasesToFindOneThatFails)).Select(law => law.Name.Split(' ')[0]).Distinct();
}

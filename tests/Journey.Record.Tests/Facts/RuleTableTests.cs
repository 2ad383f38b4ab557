using Journey.Record.Facts;

namespace Journey.Record.Tests.Facts;

/// <summary>The table of the field's rule codes says what the catalogue of facts does.</summary>
public sealed class RuleTableTests
{
    /// <summary>Every rule code that the field's catalogue of events gives for a fact.</summary>
    private static readonly string[] Field =
    [
        .. """
        103 158 159 168 188 189 192 193 197a 218 222 225 226 233 304 331 352 355 358 361 362 363 364 365 366 367 371 372 373 375 376 377 378 379
        380 381 383 386 387 389 392d 399 433 434 460 523 542 543 550 551 552 553 554 555 556 557 558 574 575 577 578 579 580 611 612 620 630 707
        709 710 1015 1103 1104 1510 1520 1530 1540 1550 2884 2885 2889 4001 4004 4008 4011 4012Q 4016 4017 4180 4220 8510 8525Q 8555Q 8565 8606
        8608 8610 8614 8630 8750 8772 8790 8794 8832 8839 8840 8841 8863Q 8867 8868 8869 8870Q 8873Q 8875 8890 8896 8898 8915 8925 8935 8940
        SW01b SW02 SW09 SW10 G1 G2 G3 G4 G5 G6 G7
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly IReadOnlyList<Row> Table =
    [
        .. File.ReadLines(Path.GetFullPath(Path.Combine(Golden.Folder(), "..", "..", "..", "src", "Journey.Record", "Facts", "RULES.md")))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(cells => new Row(cells[1], cells[2], cells[3].Split(", "), cells[4])),
    ];

    private sealed record Row(string Code, string Judged, string[] Facts, string Why)
    {
        public override string ToString() => $"{Code} {Judged}";
    }

    [Fact]
    public void It_has_every_code_of_the_field_once() => Table.Select(r => r.Code).ShouldBe(Field, ignoreOrder: true);

    [Fact]
    public void Every_fact_it_names_exists() => Table.SelectMany(r => r.Facts).Except(FactCatalogue.All.Select(Stem)).ShouldBeEmpty();

    [Fact]
    public void What_it_calls_a_rule_is_a_rule_of_the_facts_it_names() => Table.Where(r => r.Judged == "rule").SelectMany(r => r.Facts.Select(f => (r.Code, Fact: f)))
        .Where(r => !Rules(r.Fact).Contains(r.Code)).ShouldBeEmpty();

    [Fact]
    public void It_names_every_fact_that_has_the_rule() => Table.Where(r => r.Judged == "rule" && r.Code[0] != 'G')
        .SelectMany(r => FactCatalogue.All.Where(f => f.Rules.Any(rule => rule.Code == r.Code)).Select(Stem).Except(r.Facts).Select(f => (r.Code, Fact: f))).ShouldBeEmpty();

    [Fact]
    public void What_it_calls_something_else_is_no_rule_and_says_why()
    {
        var others = Table.Where(r => r.Judged != "rule").ToList();
        others.ShouldAllBe(r => (r.Judged == "as" || r.Judged == "structure" || r.Judged == "not refused") && r.Why.Length > 0);
        others.Where(r => FactCatalogue.All.Any(f => f.Rules.Any(rule => rule.Code == r.Code))).ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_as_another_code_is_judged_under_that_code_by_the_facts_it_names() => Table.Where(r => r.Judged == "as")
        .SelectMany(r => r.Facts.Select(f => (r.Code, As: r.Why.Split(':')[0], Fact: f)))
        .Where(r => !Rules(r.Fact).Contains(r.As)).ShouldBeEmpty();

    private static string Stem(FactType fact) => fact.Name[..fact.Name.LastIndexOf(".v", StringComparison.Ordinal)];

    private static List<string> Rules(string stem) => [.. FactCatalogue.All.Where(f => Stem(f) == stem).SelectMany(f => f.Rules).Select(r => r.Code)];
}

using System.Text;
using Journey.Record.Clocks;
using Journey.Record.Measures;
using Journey.Record.Questions;
using Journey.Record.Tests.Facts;

namespace Journey.Record.Tests.Measures;

/// <summary>The tables beside the code say what the catalogues say.</summary>
public sealed class MeasureTableTests
{
    [Fact]
    public void The_table_of_measures_is_that_of_the_catalogue()
    {
        var text = new StringBuilder(
            """
            # Measures

            Every published measure, by code and version. Written from the catalogue by its tests; JOURNEY_APPROVE=1 writes it anew. A published version never
            changes; a change is the next version beside it.

            | code | figure | measure | cohort | counts | without | policy | unit | source |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var m in MeasureCatalogue.All)
        {
            var policy = string.Join("; ", new[] { m.Policy, m.IsAtEnd ? "only the end of the window is read" : null }.OfType<string>());
            text.Append(Row($"`{m.Code}` v{m.Version}", m.Kind.ToString().ToLowerInvariant(), m.Title, m.Cohort, m.Numerator, m.Exclusions ?? "", policy, m.Unit, m.Source));
        }

        text.Append('\n').Append(
            """
            Figures that are no measure of one subject stand beside these: `M25` and `M29` (how late facts were recorded; they read the ledger's instants), `Funnel`,
            `PartnerResponse`, `CaseloadBoard`. `Restatement` says why a figure changed, `Dimensions` break figures down, `Disclosure` rounds them for readers from
            outside.

            """);
        Golden.Matches(PathOf("Measures"), text.ToString());
    }

    [Fact]
    public void The_table_of_clocks_is_that_of_the_catalogue()
    {
        var text = new StringBuilder(
            """
            # Clocks

            Every statutory or local clock. Written from the catalogue by its tests; JOURNEY_APPROVE=1 writes it anew. A target that is not law says so, and an
            authority may set its own (section `Clocks` of the configuration).

            | code | in force from | clock | rule | binds | source |
            | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var c in ClockCatalogue.All)
        {
            text.Append(Row($"`{c.Code}` v{c.Version}", c.InForceFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "always", c.Title, c.Rule, c.Evidence.ToString().ToLowerInvariant(), c.Source));
        }

        text.Append("\nLimits of the field that are not kept, and why:\n\n");
        foreach (var c in ClockCatalogue.NotKept)
        {
            text.Append("- ").Append(c.Title).Append(" (`").Append(c.Code).Append("`): ").Append(c.Why).Append('\n');
        }

        text.Append('\n').Append(
            """
            `WorkingCalendar` has the working days, in versions: a bank holiday that is proclaimed later is the next version, and figures by an older one stay as they
            were.

            """);
        Golden.Matches(PathOf("Clocks"), text.ToString());
    }

    [Fact]
    public void The_table_of_questions_is_that_of_the_catalogue()
    {
        var text = new StringBuilder(
            """
            # Questions

            What people of the field ask at two clocks, by name. Written from the catalogue by its tests; JOURNEY_APPROVE=1 writes it anew. Over HTTP:
            `GET /authorities/{authority}/children/{child}/questions/{code}` and `GET /authorities/{authority}/questions/{code}`.

            | number | code | about | question | what it takes and lists | parameters |
            | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var q in QuestionCatalogue.All)
        {
            var parameters = string.Join("; ", q.Parameters.Select(p => $"`{p.Name}`{(p.IsRequired ? "" : " (optional)")}: {p.Means}"));
            text.Append(Row(q.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), $"`{q.Code}`", q is ChildQuestion ? "a child" : "everyone", q.Title, q.Explains, parameters));
        }

        text.Append("\nQuestion 32, who viewed a record, is answered by the access log.\n");
        Golden.Matches(PathOf("Questions"), text.ToString());
        QuestionCatalogue.All.Select(q => q.Number).Distinct().ShouldBe(Enumerable.Range(1, 36).Where(n => n != 32));
    }

    [Fact]
    public void Every_measure_is_described_whole_and_has_its_code_and_version_to_itself()
    {
        MeasureCatalogue.All.Select(m => (m.Code, m.Version)).ShouldBeUnique();
        foreach (var measure in MeasureCatalogue.All)
        {
            new[] { measure.Title, measure.Cohort, measure.Numerator, measure.Unit, measure.Source }.ShouldAllBe(t => t.Trim().Length > 3, measure.Code);
            measure.Lanes.ShouldNotBeEmpty(measure.Code);
        }

        foreach (var versions in MeasureCatalogue.All.GroupBy(m => m.Code))
        {
            versions.Select(m => m.Version).ShouldBe(Enumerable.Range(1, versions.Count()), versions.Key);
        }
    }

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";

    private static string PathOf(string folder) =>
        Path.Combine(Directory.GetParent(Golden.Folder())!.Parent!.Parent!.FullName, "src", "Journey.Record", folder, "README.md");
}

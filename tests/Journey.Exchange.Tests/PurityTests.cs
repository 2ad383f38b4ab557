using System.Reflection;

namespace Journey.Exchange.Tests;

/// <summary>The exchange does not know that a database, a request or a clock exists.</summary>
public sealed class PurityTests
{
    [Fact]
    public void The_exchange_references_the_record_the_csv_reader_and_the_framework_and_no_other()
    {
        var referenced = Assembly.Load("Journey.Exchange").GetReferencedAssemblies().Select(x => x.Name!).ToList();

        referenced.Where(x => !x.StartsWith("System.", StringComparison.Ordinal)).Except(["Journey.Record", "CsvHelper"]).ShouldBeEmpty();
        referenced.Where(x => x.StartsWith("System.Net", StringComparison.Ordinal) || x.StartsWith("System.Data", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}

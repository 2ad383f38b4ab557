using System.Reflection;

namespace Journey.Record.Tests;

/// <summary>The record is pure because there is nothing impure that it could call.</summary>
public sealed class PurityTests
{
    private static readonly string[] Impure =
        ["System.Net", "System.Data", "System.IO.FileSystem", "System.Diagnostics.Process", "System.Console", "System.Threading.Thread", "Microsoft.Extensions"];

    [Fact]
    public void The_record_references_nothing_but_the_pure_part_of_the_framework()
    {
        var referenced = Assembly.Load("Journey.Record").GetReferencedAssemblies().Select(x => x.Name!).ToList();

        referenced.ShouldAllBe(x => x.StartsWith("System.", StringComparison.Ordinal) || x == "netstandard");
        referenced.Where(x => Impure.Any(y => x.StartsWith(y, StringComparison.Ordinal))).ShouldBeEmpty();
    }
}

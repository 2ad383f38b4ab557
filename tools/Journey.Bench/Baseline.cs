using System.Text.Json;

namespace Journey.Bench;

/// <summary>The ratios of an earlier small run, kept with the source: shown beside those of a run, and never a reason to fail.</summary>
internal static class Baseline
{
    private const string Name = "baseline.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Each ratio beside its baseline.</summary>
    public static ResultTable Beside(IEnumerable<ResultTable> tables)
    {
        var kept = Read();
        var table = new ResultTable("baseline", "ratios beside those of the run kept with the source", ["figure", "ratio", "baseline", "ratio to baseline"]);
        foreach (var (figure, ratio) in Ratios(tables))
        {
            table.Rows.Add(kept.TryGetValue(figure, out var before) ? [figure, ratio.Text(), before.Text(), (ratio / before).Text()] : [figure, ratio.Text(), "", ""]);
        }

        table.Notes.Add($"To keep a run's ratios instead: copy the {Name} that --out writes over tools/Journey.Bench/{Name}.");
        return table;
    }

    public static void Write(IEnumerable<ResultTable> tables, string folder) =>
        File.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(Ratios(tables), Json) + "\n");

    private static SortedDictionary<string, double> Ratios(IEnumerable<ResultTable> tables) => new(
        tables.SelectMany(t => t.Figures.Where(f => f.Ratio is not null).Select(f => ($"{t.Name}: {f.What}", Math.Round(f.Ratio!.Value, 3))))
            .GroupBy(f => f.Item1).ToDictionary(g => g.Key, g => g.First().Item2),
        StringComparer.Ordinal);

    private static Dictionary<string, double> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, Name);
        return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(file), Json)! : [];
    }
}

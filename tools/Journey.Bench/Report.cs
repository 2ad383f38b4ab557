using System.Text.Json;

namespace Journey.Bench;

/// <summary>The figures of one measurement: cells are text, ready to read; <see cref="Figures"/> are the same as numbers.</summary>
internal sealed record ResultTable(string Name, string Title, IReadOnlyList<string> Columns)
{
    public List<IReadOnlyList<string>> Rows { get; } = [];

    public List<Figure> Figures { get; } = [];

    public List<string> Notes { get; } = [];

    public string Markdown()
    {
        IEnumerable<string> lines =
        [
            $"## {Name}: {Title}", "", Line(Columns), $"|{string.Concat(Columns.Select((_, i) => i == 0 ? " --- |" : " ---: |"))}",
            .. Rows.Select(Line), "", .. Notes.Select(n => $"- {n}"), "",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}

/// <summary>One figure. <paramref name="Ratio"/> is to the ceiling of the same run; <paramref name="Met"/> is null where there is no target.</summary>
internal sealed record Figure(string What, double? Ratio, double? RatioLeast, double? RatioMost, double Value, string Unit, bool? Met);

/// <summary>Everything one run measured.</summary>
internal sealed record Report(Machine Machine, Options Options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public List<ResultTable> Tables { get; } = [];

    public string Heading() =>
        $"# Journey bench\n\nReturns of {Options.Children} children, authorities of {string.Join(" and ", Options.Sizes)}, {Options.Rounds} rounds, seed {Options.Seed}. {Machine}.\n\n"
        + "Ratios are the result; raw figures vary with the machine and with what else it does. A spread is the least to the most.\n\n";

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Baseline.Write(Tables, folder);
        File.WriteAllText(Path.Combine(folder, "bench.md"), Heading() + string.Concat(Tables.Select(t => t.Markdown())));
        var figures = Tables.ToDictionary(t => t.Name, t => new { t.Title, t.Figures, t.Notes });
        File.WriteAllText(Path.Combine(folder, "bench.json"), JsonSerializer.Serialize(new { Machine, Options.Children, Options.Sizes, Options.Rounds, Options.Seed, Measurements = figures }, Json));
    }
}

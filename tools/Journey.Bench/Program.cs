using Journey.Bench;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

await using var database = await BenchDatabase.StartAsync();
var report = new Report(await Machine.ProbeAsync(database), options);
Console.Write(report.Heading());
foreach (var measurement in options.Only)
{
    var table = await Measurements.All[measurement](database, options);
    report.Tables.Add(table);
    Console.Write(table.Markdown());
}

if (options.Small)
{
    Console.Write(Baseline.Beside(report.Tables).Markdown());
}

if (options.Out is { } folder)
{
    report.Write(folder);
}

return 0;

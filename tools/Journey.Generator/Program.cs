using System.Globalization;
using Journey.Generator;

var settings = new Settings("SYNTH", ulong.Parse(args.ElementAtOrDefault(0) ?? "1", CultureInfo.InvariantCulture), int.Parse(args.ElementAtOrDefault(1) ?? "300", CultureInfo.InvariantCulture), int.Parse(args.ElementAtOrDefault(2) ?? "10", CultureInfo.InvariantCulture), new DateOnly(2026, 3, 31));
var authority = Authority.Make(settings);
Console.WriteLine($"{authority.Families.Count} families, {authority.Courses.Count} children, {authority.Acts.Count} acts, {authority.Acts.Sum(a => a.On.Sum(o => o.Steps.Count))} facts");
var checking = new Checking();
var refused = authority.Acts.Select(a => checking.Decide(a).Refused).OfType<Refused>().ToList();
foreach (var group in refused.GroupBy(r => string.Join(", ", r.Refusals.Select(f => f.Code).Distinct()) + " " + string.Join(",", r.Act.On.SelectMany(o => o.Steps).OfType<Journey.Record.Children.Step.Record>().Select(s => s.Fact.GetType().Name).Distinct())).OrderByDescending(g => g.Count()))
{
    Console.WriteLine($"{group.Count(),6} {group.Key}");
}

return refused.Count == 0 ? 0 : 1;

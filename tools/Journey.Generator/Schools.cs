namespace Journey.Generator;

/// <summary>A school. Academies cannot be directed by the authority.</summary>
public sealed record School(string Urn, string Name, string Phase, bool Academy, Distance Distance, Spot At);

/// <summary>Schools in the authority's area and beyond. All fictional and the same for every seed.</summary>
public static class Schools
{
    private static readonly string[] Names =
        ["Canal", "Station", "Market", "Mill", "Quarry", "Bridge", "Chapel", "Orchard", "Common", "Harbour", "Windmill", "Priory", "Abbey", "Spring", "Tower", "Castle"];

    private static readonly Dictionary<(string Phase, Distance Distance), IReadOnlyList<School>> ByPhase = Make();

    /// <summary>Those of a phase (primary, secondary, special, alternative, college) at a distance.</summary>
    public static IReadOnlyList<School> Of(string phase, Distance distance) => ByPhase[(phase, distance)];

    private static Dictionary<(string, Distance), IReadOnlyList<School>> Make()
    {
        var chance = Chance.Of(9, "schools");
        var made = new List<School>();
        foreach (var (phase, kind, first) in new[] { ("primary", "Primary School", 0), ("secondary", "High School", 200), ("special", "Special School", 400), ("alternative", "Pupil Referral Unit", 600), ("college", "College", 800) })
        {
            foreach (var distance in Enum.GetValues<Distance>())
            {
                for (var n = 0; n < (phase is "primary" or "secondary" ? 16 : 3); n++)
                {
                    var isAcademy = phase == "secondary" ? n % 4 != 0 : phase == "primary" && n % 3 == 0;
                    var place = distance switch { Distance.InArea => "", Distance.Near => "East ", _ => "North " };
                    made.Add(new School(
                        FormattableString.Invariant($"EX{first + ((int)distance * 50) + n:D4}"),
                        $"Example {place}{Names[n]} {(isAcademy ? "Academy" : kind)}",
                        phase,
                        isAcademy,
                        distance,
                        Providers.Place(chance, distance, FormattableString.Invariant($"ZZ{91 + (int)distance} {1 + (n % 9)}{(char)('A' + (first / 100))}{(char)('A' + n)}"))));
                }
            }
        }

        return made.GroupBy(s => (s.Phase, s.Distance)).ToDictionary(g => g.Key, g => (IReadOnlyList<School>)[.. g]);
    }
}

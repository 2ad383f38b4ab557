namespace Journey.Generator;

/// <summary>How far a setting lies from the authority's homes.</summary>
public enum Distance
{
    /// <summary>Within the authority's area.</summary>
    InArea,

    /// <summary>In another authority's area, never more than 20 miles from a home.</summary>
    Near,

    /// <summary>In another authority's area, always more than 20 miles from a home.</summary>
    Far,
}

/// <summary>A home, carer or setting that takes children. The cost is in pounds a week.</summary>
public sealed record Provider(string Urn, string Agency, string Carer, string ProviderCode, Distance Distance, Spot At, decimal WeeklyCost);

/// <summary>Who takes the authority's children: its own and other carers, homes and supported accommodation. All fictional and the same for every seed.</summary>
public static class Providers
{
    private static readonly string[] Heads =
        ["Alder", "Ash", "Beech", "Birch", "Bramble", "Briar", "Cedar", "Clover", "Elder", "Fern", "Hazel", "Heather", "Holly", "Larch", "Linden", "Maple", "Moss", "Rowan", "Sorrel", "Willow"];

    private static readonly string[] Tails =
        ["bank", "brook", "combe", "croft", "dale", "field", "ford", "gate", "grove", "hurst", "lea", "mere", "mount", "ridge", "shaw", "side", "stead", "thwaite", "well", "wold"];

    private static readonly Dictionary<(string Kind, Distance Distance), IReadOnlyList<Provider>> ByKind = Make();

    /// <summary>The authority's own fostering and adoption services.</summary>
    public static string OwnUrn => "SC900001";

    /// <summary>
    /// Those of a kind at a distance: foster, home (children's home), supported (supported accommodation), secure, custody, motherAndBaby, school,
    /// adopter, unregistered. A kind without any so near or far gives those that there are.
    /// </summary>
    public static IReadOnlyList<Provider> Of(string kind, Distance distance) =>
        ByKind.TryGetValue((kind, distance), out var found) ? found : ByKind[(kind, Distance.Far)];

    /// <summary>Straight-line distance in miles to one decimal.</summary>
    public static decimal Miles(Spot from, Spot to)
    {
        var (east, north) = ((double)(from.East - to.East), (double)(from.North - to.North));
        return Math.Round((decimal)(Math.Sqrt((east * east) + (north * north)) / 1000 / 1.6093), 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>A place of a distance, around the middle of the authority.</summary>
    public static Spot Place(Chance chance, Distance distance, string postcode)
    {
        var angle = chance.Next() * 2 * Math.PI;
        var metres = distance switch
        {
            Distance.InArea => 6_500 * Math.Sqrt(chance.Next()),
            Distance.Near => 9_500 + (13_000 * chance.Next()),
            _ => 45_000 + (160_000 * chance.Next() * chance.Next()),
        };
        var area = distance switch
        {
            Distance.InArea => "E09000999",
            Distance.Near => FormattableString.Invariant($"E0900099{chance.Whole(1, 6)}"),
            _ => FormattableString.Invariant($"E080009{chance.Whole(10, 60)}"),
        };
        return new Spot(postcode, 530_000 + (int)(metres * Math.Cos(angle)), 180_000 + (int)(metres * Math.Sin(angle)), area);
    }

    private static Dictionary<(string, Distance), IReadOnlyList<Provider>> Make()
    {
        var chance = Chance.Of(9, "providers");
        var made = new List<(string Kind, Provider Provider)>();
        var number = 0;

        void Add(string kind, Distance distance, string urn, string agency, string carer, string code, decimal cost)
        {
            number++;
            var postcode = FormattableString.Invariant($"ZZ{10 + (number % 80)} {1 + (number / 80 % 9)}{(char)('A' + (number % 26))}{(char)('A' + (number / 26 % 26))}");
            made.Add((kind, new Provider(urn, agency, carer, code, distance, Place(chance, distance, postcode), cost)));
        }

        for (var n = 0; n < 400; n++)
        {
            var carer = $"{Heads[n % 20]}{Tails[((n / 20) + (n % 20 * 7)) % 20]} family";
            var distance = n < 200 ? Distance.InArea : n < 300 ? Distance.Near : Distance.Far;
            var isOwn = n < 120 || (n >= 200 && n < 230);
            var agency = isOwn ? "Example Council Fostering" : $"Example Fostering {(char)('A' + (n % 8))}";
            Add("foster", distance, isOwn ? OwnUrn : FormattableString.Invariant($"SC90001{n % 8}"), agency, carer, isOwn ? "PR1" : n % 8 == 3 ? "PR5" : "PR4", isOwn ? 480 + (10 * chance.Whole(0, 22)) : 890 + (10 * chance.Whole(0, 40)));
        }

        for (var n = 0; n < 48; n++)
        {
            var distance = n < 14 ? Distance.InArea : n < 24 ? Distance.Near : Distance.Far;
            var isOwn = n < 4;
            var name = $"Example {Heads[(n * 3) % 20]} {(n < 20 ? "House" : n < 34 ? "Lodge" : "View")}";
            Add("home", distance, FormattableString.Invariant($"SC9010{n:D2}"), name, name, isOwn ? "PR1" : n % 11 == 5 ? "PR5" : "PR4", isOwn ? 5_150 + (50 * chance.Whole(0, 12)) : 4_700 + (50 * chance.Whole(0, 62)));
        }

        for (var n = 0; n < 20; n++)
        {
            var distance = n < 12 ? Distance.InArea : n < 17 ? Distance.Near : Distance.Far;
            var name = $"Example {Tails[n][..1].ToUpperInvariant()}{Tails[n][1..]} Supported Living";
            Add("supported", distance, FormattableString.Invariant($"SC9020{n:D2}"), name, name, n < 2 ? "PR1" : n % 5 == 4 ? "PR5" : "PR4", n is 5 or 13 ? 6_923 : 1_150 + (50 * chance.Whole(0, 34)));
        }

        for (var n = 0; n < 30; n++)
        {
            Add("adopter", n < 5 ? Distance.InArea : n < 14 ? Distance.Near : Distance.Far, OwnUrn, "Example Adoption Agency", $"{Heads[n % 20]}{Tails[19 - (n % 20)]} adopters {n + 1}", n % 3 == 0 ? "PR5" : "PR1", 0);
        }

        Add("secure", Distance.Far, "SC903001", "Example Secure Home North", "Example Secure Home North", "PR2", 7_400);
        Add("secure", Distance.Far, "SC903002", "Example Secure Home South", "Example Secure Home South", "PR2", 7_900);
        Add("custody", Distance.Far, "SC903011", "Example Young Offender Institution", "Example Young Offender Institution", "PR3", 0);
        Add("motherAndBaby", Distance.InArea, "SC903021", "Example Family Centre", "Example Family Centre", "PR4", 3_900);
        Add("motherAndBaby", Distance.Far, "SC903022", "Example Mother and Baby Unit", "Example Mother and Baby Unit", "PR4", 4_300);
        Add("school", Distance.Far, "SC903031", "Example Residential School", "Example Residential School", "PR4", 4_600);
        Add("unregistered", Distance.InArea, "XXXXXXX", "Example Agency Staff", "Rented flat with agency staff", "", 11_500);
        Add("unregistered", Distance.Far, "XXXXXXX", "Example Agency Staff", "Caravan with agency staff", "", 12_900);
        return made.GroupBy(m => (m.Kind, m.Provider.Distance)).ToDictionary(g => g.Key, g => (IReadOnlyList<Provider>)[.. g.Select(m => m.Provider)]);
    }
}

using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Reading;

namespace Journey.Bench;

/// <summary>
/// Two consecutive returns of a made-up authority. Of the children of the second, two thirds are in the first; a third as many again are
/// in the first alone. A child has about 15 rows that are news to the record.
/// </summary>
internal sealed class MadeUpReturns
{
    public const int First = 2024;
    public const int Second = 2025;

    private static readonly DateOnly Begin = new(2022, 4, 1);
    private readonly List<Life> _lives;

    public MadeUpReturns(int children)
    {
        var known = children * 2 / 3;
        _lives =
        [
            .. Enumerable.Range(0, known).Select(i => new Life(i, Begin, null)),
            .. Enumerable.Range(known, children - known).Select(i => new Life(i, new DateOnly(Second - 1, 4, 1), null)),
            .. Enumerable.Range(children, children / 3).Select(i => new Life(i, Begin, new DateOnly(First - 1, 10, 1))),
        ];
    }

    /// <summary>The return of a year, as read.</summary>
    public SetRead Of(int year)
    {
        var (from, to) = (new DateOnly(year - 1, 4, 1), new DateOnly(year, 3, 31));
        var told = _lives.Where(l => l.Episodes.Any(e => e.Decom <= to && !(e.Dec <= from))).ToList();
        bool Within(DateOnly? day) => day >= from && day <= to;
        var set = ReturnSet.Empty with
        {
            Header = [.. told.Select(l => l.Header)],
            Episodes = [.. told.SelectMany(l => l.Episodes).Where(e => e.Decom <= to && !(e.Dec <= from)).Select(e => e.Dec > to ? e with { Dec = null, Rec = null, ReasonPlaceChange = null } : e)],
            Reviews = [.. told.SelectMany(l => l.Reviews).Where(r => Within(r.Review))],
            Oc2 = [.. told.Select(l => l.Health)],
            Missing = [.. told.SelectMany(l => l.Missing).Where(m => Within(m.MisStart))],
        };
        return new SetRead(set, [], [], [], ReturnDigest.Of(set));
    }

    /// <summary>One made-up child.</summary>
    private sealed class Life
    {
        private static readonly DateOnly Last = new(Second, 6, 1);
        private static readonly string[] Places = ["U4", "U4", "U6", "U6", "K2", "U1", "H5"];
        private static readonly string[] Needs = ["N1", "N1", "N2", "N4", "N5", "N8"];

        public Life(int number, DateOnly from, DateOnly? to)
        {
            var random = new Random(HashCode(number));
            var child = $"BENCH{number:00000}";
            var born = new DateOnly(2010, 1, 1).AddDays(random.Next(3650));
            Header = new HeaderRow(child, random.Next(2) == 0 ? "1" : "2", born, "WBRI", $"A{number:000000000000}", null, null);
            Health = new Oc2Row(child, born, random.Next(0, 30), null, 0, 1, 1, 1, 1, 0, null, null);
            var day = from.AddDays(random.Next(120));
            var end = to?.AddDays(random.Next(150)) ?? Last;
            var (status, need, home) = (random.Next(2) == 0 ? "C2" : "V2", Needs[random.Next(Needs.Length)], $"ZZ{random.Next(1, 99)} {random.Next(1, 9)}AA");
            for (var reason = "S"; day < end; reason = "P")
            {
                var next = day.AddDays(random.Next(60, 240));
                var leaves = next >= end;
                Episodes.Add(new EpisodeRow(
                    child, day, reason, status, need, Places[random.Next(Places.Length)], "PR1", leaves ? (to is null ? null : end) : next,
                    leaves ? (to is null ? null : "E4A") : "X1", leaves ? null : "CARPL", home, $"ZZ{random.Next(1, 99)} {random.Next(1, 9)}BB", $"SC{random.Next(100000, 999999)}"));
                day = next;
            }

            for (var held = from.AddDays(130); held < end; held = held.AddDays(random.Next(50, 90)))
            {
                Reviews.Add(new ReviewRow(child, born, held, "PN1"));
            }

            for (var missing = from.AddDays(125 + random.Next(60)); missing < end; missing = missing.AddDays(random.Next(30, 90)))
            {
                Missing.Add(new MissingRow(child, born, "M", missing, missing.AddDays(random.Next(1, 4))));
            }
        }

        public HeaderRow Header { get; }

        public Oc2Row Health { get; }

        public List<EpisodeRow> Episodes { get; } = [];

        public List<ReviewRow> Reviews { get; } = [];

        public List<MissingRow> Missing { get; } = [];

        private static int HashCode(int number) => unchecked((Options.Seed * 486187739) + (number * 16777619));
    }
}

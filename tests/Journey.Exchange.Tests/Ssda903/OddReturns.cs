using System.Globalization;
using CsCheck;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Codes;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>
/// Returns of successive years that contradict themselves and each other in every way a return can: rows that overlap, are not closed,
/// stand twice, differ between files, lack what is optional, or carry codes and dates that cannot be.
/// </summary>
internal sealed class OddReturns
{
    private static readonly string?[] Places = ["U6", "U4", "K2", "H5", "T1", "T4", "Z1", "K3", "??", null];
    private static readonly string?[] Statuses = ["C2", "V2", "V3", "V4", "E1", "C2", "C2", "Q9", null];
    private static readonly DateOnly?[] Births = [new(2008, 2, 29), new(2010, 4, 1), new(2012, 12, 31), new(2007, 3, 31), null, new(2999, 1, 1), new(9999, 12, 31), new(1, 1, 1)];

    private readonly Random _random;
    private readonly int _children;

    private OddReturns(int seed, int children, int first, int years)
    {
        (_random, _children, First) = (new Random(seed), children, first);
        for (var year = first; year < first + years; year++)
        {
            Sets.Add(Make(year, Sets.Count > 0 ? Sets[^1] : ReturnSet.Empty));
        }
    }

    public int First { get; }

    public List<ReturnSet> Sets { get; } = [];

    public static Gen<OddReturns> Gen { get; } =
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, int.MaxValue - 1], CsCheck.Gen.Int[1, 3], CsCheck.Gen.Int[2018, 2028], CsCheck.Gen.Int[1, 3])
            .Select(x => new OddReturns(x.Item1, x.Item2, x.Item3, x.Item4));

    /// <summary>Changes one column that is no key, in so many rows of a set that each have their key to themselves; takes away and adds rows.</summary>
    public (ReturnSet Set, int Changed, int Gone, int New) Amend(int index)
    {
        var (set, year) = (Sets[index], First + index);
        var known = Sets.Take(index).SelectMany((s, i) => s.All.Select(r => RowKeys.Of(r, First + i).ToString()))
            .Concat(Sets.Skip(index + 1).SelectMany((s, i) => s.All.Select(r => RowKeys.Of(r, First + index + 1 + i).ToString()))).ToHashSet();
        var alone = set.All.GroupBy(r => RowKeys.Of(r, year).ToString()).Where(g => g.Count() == 1).Select(g => g.Single()).ToList();
        var headed = alone.OfType<HeaderRow>().Select(h => h.Child).ToHashSet();
        var (changed, gone, added) = (0, 0, 0);
        foreach (var row in alone.Where(r => headed.Contains(r.Child)))
        {
            Row? other = row switch
            {
                HeaderRow r => r with { Upn = r.Upn == "X1" ? "X2" : "X1" },
                EpisodeRow { Decom: not null } r => _random.Next(2) == 0 ? r with { Ls = "D1" } : r with { Urn = "SC7" + r.Urn },
                Oc2Row r => r with { SdqScore = (r.SdqScore ?? 0) + 1 },
                Oc3Row r => r with { Activ = r.Activ == "G6" ? "G5" : "G6" },
                MissingRow { MisStart: not null } r => r with { Missing = "Q" },
                SocialWorkerRow { SwId: not null, SwDecom: not null } r => r with { SwReason = "AMEND" },
                Ad1Row { NbAdoptr: null or 1 or 2 } r => r with { LsAdoptr = r.LsAdoptr == "L0" ? "L2" : "L0" },
                _ => null,
            };
            var roll = _random.Next(10);
            if (roll < 3 && other is not null)
            {
                set = Replace(set, row, other);
                changed++;
            }
            else if (roll == 3 && row is ReviewRow { Review: not null } or MissingRow { MisStart: not null } or EpisodeRow { Decom: not null }
                && !known.Contains(RowKeys.Of(row, year).ToString()))
            {
                set = Replace(set, row, null);
                gone++;
            }
        }

        foreach (var child in headed.Where(_ => _random.Next(2) == 0))
        {
            var born = set.Header.First(h => h.Child == child).Dob;
            set = set with { Reviews = [.. set.Reviews, new ReviewRow(child, born, new DateOnly(year, 1, 7).AddDays(-added), "PNX")] };
            added++;
        }

        return (set, changed, gone, added);
    }

    private static ReturnSet Replace(ReturnSet set, Row row, Row? other)
    {
        var file = ReturnFiles.Of(row);
        return file.With(set, [.. file.RowsOf(set).Select(r => ReferenceEquals(r, row) ? other : r).OfType<Row>()]);
    }

    private ReturnSet Make(int year, ReturnSet before)
    {
        var set = ReturnSet.Empty;
        for (var i = 0; i < _children; i++)
        {
            if (Often(90))
            {
                set = Child($"C{i}", year, before, set);
            }
        }

        var line = 1;
        foreach (var file in ReturnFiles.All)
        {
            set = file.With(set, [.. file.RowsOf(set).Select(r => r with { Line = ++line })]);
        }

        return set;
    }

    private ReturnSet Child(string child, int year, ReturnSet before, ReturnSet set)
    {
        var born = Births[Math.Abs(child[1] * 7) % 4];
        born = Often(10) ? Pick(Births) : born;
        var header = before.Header.FirstOrDefault(h => h.Child == child) is { } kept && Often(70) ? kept : new HeaderRow(
            child, Pick("1", "2", "M", "F", null, "9"), born, Pick("WBRI", "BCRB", "??", null), Pick("UN1", "A123", null), Pick<decimal?>(0, 1, 2, null, null, null),
            Often(10) ? new DateOnly(year - 1, 6, 1) : null);
        born = header.Dob;
        DateOnly? Dob() => Often(92) ? born : Pick(Births);
        var headers = Rows(Often(88) ? 1 : 0, () => header).ToList();
        headers = Often(5) && headers.Count > 0 ? [.. headers, header with { Ethnic = "AOTH" }] : headers;
        return set with
        {
            Header = [.. set.Header, .. Doubled(headers)],
            Episodes = [.. set.Episodes, .. Doubled([
                .. Carried(before.Episodes.Where(e => e.Child == child && e.Dec is null).Select(e => Coded(e, year)), e => e with { Dec = Within(e.Decom, year), Rec = Pick("X1", "E4A", null), ReasonPlaceChange = Pick("CARPL", null) }, e => e with { Ls = "C1" }),
                .. Rows(_random.Next(4), () => Episode(child, year))])],
            Reviews = [.. set.Reviews, .. Doubled([
                .. Carried(before.Reviews.Where(r => r.Child == child), r => r, r => r with { ReviewCode = "PN3" }),
                .. Rows(_random.Next(3), () => new ReviewRow(child, Dob(), Often(95) ? Day(year) : null, Pick("PN1", "PN1", null)))])],
            Uasc = [.. set.Uasc, .. Doubled([.. Rows(Often(25) ? 1 : 0, () => new UascRow(child, Pick(header.Sex, header.Sex, "2"), Dob(), Often(50) ? Day(year) : null))])],
            Oc2 = [.. set.Oc2, .. Doubled([.. Rows(_random.Next(3) / 2 + (Often(5) ? 1 : 0), () => new Oc2Row(child, Dob(), Pick<decimal?>(12, 7.5m, null), Pick("SDQ1", null), Pick<decimal?>(0, 1, 3, null), 1, null, 0, 1, 0, null, 7))])],
            Oc3 = [.. set.Oc3, .. Doubled([.. Rows(Often(25) ? 1 + _random.Next(2) : 0, () => new Oc3Row(child, Dob(), Pick("YES", "NO", null), Pick("F2", "??", null), Pick("U1", null)))])],
            Ad1 = [.. set.Ad1, .. Doubled([.. Rows(Often(20) ? 1 : 0, () => new Ad1Row(child, Dob(), Maybe(year), Maybe(year), Pick<decimal?>(0, 1, 2, null), Pick<decimal?>(1, 2, 1.5m, 99999999999999m, null), Pick("MF", null), Pick("L3", null)))])],
            PlacedForAdoption = [.. set.PlacedForAdoption, .. Doubled([
                .. Carried(before.PlacedForAdoption.Where(r => r.Child == child && r.DatePlacedCeased is null), r => r with { DatePlacedCeased = Within(r.DatePlaced, year), ReasonPlacedCeased = Pick("RD1", null) }, r => r with { DatePlaced = Day(year) }),
                .. Rows(Often(20) ? 1 : 0, () => new PlacedForAdoptionRow(child, Dob(), Maybe(year), Often(20) ? Day(year) : null, Pick("RD2", null)))])],
            PreviousPermanence = [.. set.PreviousPermanence, .. Doubled([.. Rows(Often(30) ? 1 : 0, () => new PreviousPermanenceRow(child, Dob(), Pick("P1", "Z1", null), Pick("E07000112", null), Pick("zz/06/2019", "01/05/2017", null)))])],
            Missing = [.. set.Missing, .. Doubled([
                .. Carried(before.Missing.Where(r => r.Child == child && r.MisEnd is null), r => r with { MisEnd = Within(r.MisStart, year) }, r => r with { Missing = "A" }),
                .. Rows(_random.Next(3) / 2, () => Day(year) is var day && Often(95) ? new MissingRow(child, Dob(), Pick("M", "A", null), day, Often(50) ? Within(day, year) : null) : new MissingRow(child, Dob(), "M", null, day))])],
            SocialWorkers = year < 2024 ? [] : [.. set.SocialWorkers, .. Doubled([
                .. Carried(before.SocialWorkers.Where(r => r.Child == child && r.SwDec is null), r => r with { SwDec = Within(r.SwDecom, year) }, r => r with { SwReason = "MANAGE" }),
                .. Rows(_random.Next(3), () => Day(year) is var day ? new SocialWorkerRow(child, Dob(), Pick("SW1", "SW2", "x", null), Often(95) ? day : null, Often(50) ? Within(day, year) : null, Pick("FCONTA", null)) : null!)])],
            DolOrders = year < 2027 ? [] : [.. set.DolOrders, .. Doubled([
                .. Carried(before.DolOrders.Where(r => r.Child == child && r.DoloEnd is null), r => r with { DoloEnd = Within(r.DoloStart, year) }, r => r),
                .. Rows(_random.Next(2), () => Day(year) is var day ? new DolOrderRow(child, Dob(), day, Often(50) ? Within(day, year) : null) : null!)])],
        };
    }

    private EpisodeRow Episode(string child, int year)
    {
        DateOnly? from = Often(97) ? Day(year) : null;
        var to = Often(60) ? Within(from, year) : null;
        return Coded(new EpisodeRow(
            child, from, Pick("S", "P", "L", "T", "B", "U", "?", null), Pick(Statuses), Pick("N1", null), Pick(Places), Pick("PR1", null), to,
            Pick("X1", "E4A", "E12", null), Pick("CARPL", null), Pick("ZZ1 1AA", null), Pick("ZZ1 2AA", "ZZ9 9ZZ", null), Pick("SC1", null)), year);
    }

    /// <summary>Codes out of use are written by their successors.</summary>
    private static EpisodeRow Coded(EpisodeRow row, int year) => row.Place is { } place ? row with { Place = CareCodes.Place.In(place, year) } : row;

    /// <summary>Rows of the year before: ended, as they were, changed, or left out.</summary>
    private IEnumerable<TRow> Carried<TRow>(IEnumerable<TRow> rows, Func<TRow, TRow> ended, Func<TRow, TRow> changed)
        where TRow : Row
    {
        foreach (var row in rows)
        {
            switch (_random.Next(6))
            {
                case < 2:
                    yield return ended(row);
                    break;
                case < 4:
                    yield return row;
                    break;
                case 4:
                    yield return changed(row);
                    break;
                default:
                    break;
            }
        }
    }

    private static List<TRow> Rows<TRow>(int count, Func<TRow> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private List<TRow> Doubled<TRow>(List<TRow> rows)
        where TRow : Row => [.. rows.SelectMany(r => Enumerable.Repeat(r, Often(5) ? 2 : 1))];

    private DateOnly Day(int year) => _random.Next(12) switch
    {
        0 => new DateOnly(year - 1, 4, 1),
        1 => new DateOnly(year, 4, 1),
        2 => new DateOnly(year, 3, 31),
        3 => new DateOnly(year, 3, 31).AddDays(_random.Next(100)),
        4 => new DateOnly(year - 1, 4, 1).AddDays(-_random.Next(800)),
        5 when Often(5) => _random.Next(2) == 0 ? new DateOnly(9999, 12, 31) : new DateOnly(1, 1, 1),
        _ => new DateOnly(year - 1, 4, 1).AddDays(_random.Next(12) * 30),
    };

    private DateOnly? Maybe(int year) => Often(80) ? Day(year) : null;

    private DateOnly? Within(DateOnly? from, int year) => Day(year) is var day && day >= from ? day : from is { } start && start < DateOnly.MaxValue ? start.AddDays(_random.Next(2)) : from;

    private bool Often(int inHundred) => _random.Next(100) < inHundred;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>The sets as text, to tell what failed.</summary>
    public override string ToString() => string.Join("\n", Sets.SelectMany((s, i) =>
        Given.Rows(s).Prepend((First + i).ToString(CultureInfo.InvariantCulture))));
}

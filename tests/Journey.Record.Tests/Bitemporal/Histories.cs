using CsCheck;
using Journey.Record.Bitemporal;

namespace Journey.Record.Tests.Bitemporal;

/// <summary>A value of no meaning.</summary>
internal sealed record Value(char Name);

/// <summary>A fact of no meaning: it claims and ends what it is told to.</summary>
internal sealed record Fact(IReadOnlyList<Claim> Said, IReadOnlyList<Ending> Ended) : IAssertion
{
    public Fact(params Claim[] said)
        : this(said, [])
    {
    }

    public Fact(Ending ended)
        : this([], [ended])
    {
    }

    public IEnumerable<Claim> Claims() => Said;

    public IEnumerable<Ending> Endings() => Ended;

    public override string ToString() => string.Join(" and ", Said
        .Select(c => $"{c.Lane}={((Value)c.Value).Name} [{Days.Number(c.From)},{Days.Number(c.To)}) {c.At}{(c.Interrupts ? " interrupting" : null)}")
        .Concat(Ended.Select(e => $"end of {Ids.Number(e.Of)} on {Days.Number(e.On)} {e.Only}")));
}

/// <summary>Fact ids that read as numbers.</summary>
internal static class Ids
{
    public static Guid Of(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray(), 0);
}

/// <summary>A horizon short enough for dates to collide, over a leap day.</summary>
internal static class Days
{
    public const int Horizon = 20;

    private static readonly DateOnly First = new(2024, 2, 20);

    public static Gen<DateOnly> Any { get; } = Gen.Int[0, Horizon - 1].Select(Of);

    /// <summary>Every day of the horizon, one before it, and some beyond every date in it.</summary>
    public static IReadOnlyList<DateOnly> All { get; } = [.. Enumerable.Range(-1, Horizon + 12).Select(Of)];

    public static DateOnly Of(int number) => First.AddDays(number);

    public static string Number(DateOnly? day) => day is { } d ? $"{d.DayNumber - First.DayNumber}" : "";
}

/// <summary>The lanes of the tests, one of each kind.</summary>
internal static class Lanes
{
    public static readonly Lane<Value> Plain = Lane<Value>.Exclusive("plain");
    public static readonly Lane<Value> Outer = Lane<Value>.Exclusive("outer");
    public static readonly Lane<Value> Inner = Lane<Value>.Exclusive("inner", within: Outer);
    public static readonly Lane<Value> Side = Lane<Value>.Overlapping("side");
    public static readonly Lane<Value> Visit = Lane<Value>.Point("visit");

    public static readonly IReadOnlyList<Lane> Exclusive = [Plain, Outer, Inner];
    public static readonly IReadOnlyList<Lane> All = [Plain, Outer, Inner, Side, Visit];
}

/// <summary>A stream of statements with gaps between its positions and stamps that do not always ascend.</summary>
internal sealed record History(IReadOnlyList<LedgerEntry> Entries)
{
    public long Last => Entries.Count == 0 ? 0 : Entries[^1].Position;

    /// <summary>The first entries.</summary>
    public History First(int count) => new([.. Entries.Take(count)]);

    /// <summary>Entries in place of these, standing at their own positions.</summary>
    public static History Of(IEnumerable<IStatement> statements) =>
        new([.. statements.Select((s, i) => new LedgerEntry((2 * i) + 2, i + 1, Stamp(i, 0), s))]);

    public static DateTimeOffset Stamp(int index, int skew) =>
        new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero).AddMinutes((10 * index) + skew);

    public override string ToString() => string.Concat(Entries.Select(e => $"\n  {e.Position} ({e.KnownAt:HH:mm}) {e.Statement switch
    {
        IAsserted { Correction: null } a => $"record {Ids.Number(a.FactId)}: {a.Assertion}",
        IAsserted a => $"correct {Ids.Number(a.FactId)}: {a.Assertion}",
        Withdrawn w => $"withdraw {Ids.Number(w.FactId)}",
        NotReported n => $"not reported {Ids.Number(n.FactId)} from {Days.Number(n.From)}",
        _ => $"reported again {Ids.Number(e.Statement.FactId)}",
    }}"));
}

/// <summary>What is said, without when.</summary>
internal static class Say
{
    private static readonly Correction Mistake = new("mistake", "It was otherwise.");

    public static IStatement Record(Guid id, Fact fact) => new Asserted<Fact>(id, fact, null);

    public static IStatement Correct(Guid id, Fact fact) => new Asserted<Fact>(id, fact, Mistake);

    public static IStatement Withdraw(Guid id) => new Withdrawn(id, "mistake", "It was never so.");
}

/// <summary>Random histories: late, future and same-day facts, every kind of statement, and statements that must be ignored.</summary>
internal static class Histories
{
    private static readonly Gen<TimeOnly?> Time = Gen.Frequency<TimeOnly?>((6, null), (1, TimeOnly.MinValue), (1, new(9, 0)), (1, new(15, 0)));

    private static readonly Gen<Value> AnyValue = Gen.Char['a', 'c'].Select(c => new Value(c));

    /// <summary>Mostly without an end, sometimes ending on its first day or before it.</summary>
    private static readonly Gen<int?> Length = Gen.Frequency((4, Gen.Const((int?)null)), (3, Gen.Int[-1, 8].Select(n => (int?)n)));

    /// <summary>A claim that has no end of its own.</summary>
    public static Gen<Claim> Open { get; } = Gen.Select(Gen.OneOf([.. Lanes.All]), AnyValue, Days.Any, Time, Gen.Int[0, 3])
        .Select((lane, value, from, at, dice) => new Claim(lane, value, from, null, at, dice == 0));

    public static Gen<Claim> Claim { get; } = Gen.Select(Open, Length)
        .Select((claim, length) => length is { } days ? claim with { To = claim.From.AddDays(days) } : claim);

    public static Gen<History> Any { get; } = Build(Claim, ending: true);

    /// <summary>Nothing in it ends, except by a change or by being withdrawn.</summary>
    public static Gen<History> Endless { get; } = Build(Open, ending: false);

    /// <summary>A history and a position from before its first entry to after its last.</summary>
    public static Gen<(History History, long Position)> Known { get; } =
        Any.SelectMany(h => Gen.Long[0, h.Last + 1].Select(p => (h, p)));

    /// <summary>A history and a number of its entries.</summary>
    public static Gen<(History History, int Cut)> Cut { get; } =
        Any.SelectMany(h => Gen.Int[0, h.Entries.Count].Select(n => (h, n)));

    private static Gen<History> Build(Gen<Claim> claim, bool ending)
    {
        var fact = claim.Array[1, 2].Select(c => new Fact(c));
        var any = ending ? 1 : 0;
        var verb = Gen.Frequency((8, 'r'), (1, 'd'), (4, 'c'), (2, 'w'), (4 * any, 'e'), (any, 'f'), (3 * any, 'n'), (2 * any, 'a'));
        var only = Gen.Frequency((3, Gen.Const((Lane?)null)), (1, Gen.OneOf([.. Lanes.All]).Select(l => (Lane?)l)));
        return Gen.Select(verb, Gen.Int[0, 999], fact, Gen.Select(Days.Any, only), Gen.Int[1, 3], Gen.Int[-25, 25]).Array[0, 14].Select(steps =>
        {
            var entries = new List<LedgerEntry>(steps.Length);
            var position = 0L;
            foreach (var (kind, dice, said, (day, lane), gap, skew) in steps)
            {
                var index = entries.Count;
                var own = Ids.Of(index + 1);
                var other = Ids.Of(1 + (dice % (index + 2)));
                var statement = kind switch
                {
                    'r' => Say.Record(own, said),
                    'd' => Say.Record(other, said),
                    'c' => Say.Correct(other, said),
                    'w' => Say.Withdraw(other),
                    'e' => Say.Record(own, new Fact(new Ending(other, day, Only: lane))),
                    'f' => Say.Correct(other, new Fact(said.Said, [new Ending(Ids.Of(1 + (dice % 7)), day, Only: lane)])),
                    'n' => new NotReported(other, day),
                    _ => new ReportedAgain(other),
                };
                entries.Add(new LedgerEntry(position += gap, index + 1, History.Stamp(index, skew), statement));
            }

            return new History(entries);
        });
    }
}

using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Loading;
using Journey.Record.Children;

namespace Journey.Exchange.Ssda903.Deriving;

/// <summary>
/// Derives the return of a year from the record, by one path for imported and live-recorded children. Pure. An end belongs to the year
/// of the last day in care, so one on 1 April stays in the year before; an end after the year leaves DEC blank. Where a stated value
/// contradicts the lanes, the stated one is used.
/// </summary>
public static class Derivation
{
    /// <summary>The return of a year.</summary>
    /// <param name="year">Named by the March it ends in.</param>
    /// <param name="children">Children's records at one basis, in any order.</param>
    /// <param name="returns">The stream of the authority's returns at the same basis.</param>
    public static DerivedReturn Derive(int year, IEnumerable<ChildRecord> children, ChildRecord returns)
    {
        var loads = Loads.Of(returns);
        var rows = new List<Row>();
        var leftOut = new List<LeftOut>();
        var flags = new List<RowFlag>();
        var agreement = new Tallied();
        foreach (var record in children)
        {
            var child = new ChildDerivation(record, year, loads, agreement);
            child.Derive();
            rows.AddRange(child.Rows);
            leftOut.AddRange(child.LeftOut);
            flags.AddRange(child.Flags);
        }

        var set = ReturnFiles.All.Aggregate(
            ReturnSet.Empty,
            (whole, file) => file.With(whole, [.. rows.Where(r => ReturnFiles.Of(r) == file).OrderBy(r => r.Child, StringComparer.Ordinal)]));
        return new DerivedReturn(year, set, leftOut, flags, agreement.Columns());
    }
}

/// <summary>Counts of agreement, column by column.</summary>
internal sealed class Tallied
{
    private readonly SortedDictionary<string, (int Rows, int Agreeing)> _columns = new(StringComparer.Ordinal);

    public void Add(string column, string? stated, string? derived)
    {
        var (rows, agreeing) = _columns.GetValueOrDefault(column);
        _columns[column] = (rows + 1, agreeing + (stated == derived ? 1 : 0));
    }

    public IReadOnlyList<Agreement> Columns() => [.. _columns.Select(c => new Agreement(c.Key, c.Value.Rows, c.Value.Agreeing))];
}

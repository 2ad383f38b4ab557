namespace Journey.Exchange.Ssda903.Layout;

/// <summary>One file of the return: its columns in order, and the collection years in which it exists (both ends included).</summary>
public abstract class FileLayout
{
    private protected FileLayout(string name, int? firstYear, int? lastYear, (string Start, string End)? span, IReadOnlyList<Column> columns)
    {
        Name = name;
        FirstYear = firstYear;
        LastYear = lastYear;
        Columns = columns;
        Span = span;
    }

    /// <summary>Conventional file name.</summary>
    public string Name { get; }

    /// <summary>First collection year with this file; null when it has always existed.</summary>
    public int? FirstYear { get; }

    /// <summary>Last collection year with this file; null while it exists.</summary>
    public int? LastYear { get; }

    /// <summary>Columns in the order of the return; the first is CHILD.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The columns that start and end what a row states, where an end before its start cannot be read.</summary>
    public (string Start, string End)? Span { get; }

    /// <summary>The heading line.</summary>
    public string Heading => string.Join(',', Columns.Select(c => c.Name));

    /// <summary>True when returns of that year have this file.</summary>
    public bool ExistsIn(int year) => !(FirstYear > year) && !(LastYear < year);

    /// <summary>True when the headings are exactly the columns of this file, in any order and case.</summary>
    public bool IsStatedBy(IReadOnlyCollection<string> headings) =>
        headings.Count == Columns.Count && headings.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(Columns.Select(c => c.Name));

    /// <summary>The rows of this file in a set.</summary>
    public abstract IReadOnlyList<Row> RowsOf(ReturnSet set);

    /// <summary>The set with these rows for this file.</summary>
    public abstract ReturnSet With(ReturnSet set, IReadOnlyList<Row> rows);

    /// <summary>The value of a row's column by its position: text, date, number or null.</summary>
    public abstract object? Value(Row row, int column);

    /// <summary>The value of a row's column as the return writes it; empty when blank.</summary>
    public string Written(Row row, int column) => Value(row, column) switch
    {
        DateOnly date => Values.Written(date),
        decimal number => Values.Written(number),
        string text when Columns[column].Kind == ColumnKind.PartDate && Values.TryPartDate(text.Trim(), out var partDate) => partDate!,
        string text => text.Trim(),
        _ => "",
    };

    /// <summary>The position of a column.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new ArgumentException($"{Name} has no column {column}", nameof(column));
    }

    internal abstract RowList NewList();

    /// <summary>The row that these values make.</summary>
    internal abstract Row ToRow(Fields fields);
}

/// <summary>Rows of one file while it is read.</summary>
internal abstract class RowList
{
    public abstract int Count { get; }

    public abstract void Add(Fields fields);

    public abstract ReturnSet Into(ReturnSet set);
}

/// <summary>The layout of a file whose rows are <typeparamref name="TRow"/>.</summary>
internal sealed class FileLayout<TRow>(
    string name,
    Func<ReturnSet, IReadOnlyList<TRow>> rows,
    Func<ReturnSet, IReadOnlyList<TRow>, ReturnSet> with,
    Func<Fields, TRow> make,
    (Column Column, Func<TRow, object?> Value)[] columns,
    (string Start, string End)? span = null,
    int? firstYear = null,
    int? lastYear = null)
    : FileLayout(name, firstYear, lastYear, span, [.. columns.Select(c => c.Column)])
    where TRow : Row
{
    public override IReadOnlyList<Row> RowsOf(ReturnSet set) => rows(set);

    public override ReturnSet With(ReturnSet set, IReadOnlyList<Row> newRows) => with(set, [.. newRows.Cast<TRow>()]);

    public override object? Value(Row row, int column) => columns[column].Value((TRow)row);

    internal override RowList NewList() => new Rows(this);

    internal override Row ToRow(Fields fields) => Make(fields);

    private sealed class Rows(FileLayout<TRow> layout) : RowList
    {
        private readonly List<TRow> _rows = [];

        public override int Count => _rows.Count;

        public override void Add(Fields fields) => _rows.Add(layout.Make(fields));

        public override ReturnSet Into(ReturnSet set) => layout.Put(set, _rows);
    }

    private TRow Make(Fields fields) => make(fields);

    private ReturnSet Put(ReturnSet set, IReadOnlyList<TRow> newRows) => with(set, newRows);
}

using Journey.Exchange.Ssda903.Layout;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// The rows of one child: the header row, those that facts give back exactly, those that are kept as they stand because none does, and
/// those that stand twice, equal in every column.
/// </summary>
internal sealed class SortedRows
{
    private readonly Dictionary<FileLayout, List<Row>> _facts = [];

    /// <summary>The first header row.</summary>
    public HeaderRow? Header { get; private set; }

    /// <summary>Rows that state a fact, file by file.</summary>
    public IEnumerable<Row> Facts => _facts.Values.SelectMany(f => f);

    /// <summary>Rows that no fact gives back: they lack what their file needs, or contradict another row of the same key in what is the child's own.</summary>
    public List<Row> Kept { get; } = [];

    /// <summary>Rows that stand again, with the first of each.</summary>
    public List<(Row Row, Row First)> Repeated { get; } = [];

    /// <summary>The rows of one file that state a fact.</summary>
    public List<Row> Of(Mapping mapping) => _facts.GetValueOrDefault(mapping.File, []);

    public static SortedRows Of(string child, IReadOnlyList<Row> rows, RowContext context)
    {
        var sorted = new SortedRows();
        var first = new Dictionary<(FileLayout, string), Row>();
        var leaders = new Dictionary<RowKey, string>();
        foreach (var row in rows)
        {
            var file = ReturnFiles.Of(row);
            if (!first.TryAdd((file, RowComparison.Text(row)), row))
            {
                sorted.Repeated.Add((row, first[(file, RowComparison.Text(row))]));
            }
            else if (row is HeaderRow header)
            {
                if (sorted.Header is null)
                {
                    sorted.Header = header;
                }
                else
                {
                    sorted.Kept.Add(row);
                }
            }
            else if (IsGivenBack(child, row, context) && Leads(row))
            {
                if (!sorted._facts.TryGetValue(file, out var facts))
                {
                    sorted._facts.Add(file, facts = []);
                }

                facts.Add(row);
            }
            else
            {
                sorted.Kept.Add(row);
            }
        }

        return sorted;

        // Rows of one key are told apart by their facts; date of birth and sex are the child's, so all must state the same.
        bool Leads(Row row)
        {
            var own = Identity.Own(row);
            return leaders.TryAdd(RowKeys.Of(row, context.Year), own) || leaders[RowKeys.Of(row, context.Year)] == own;
        }
    }

    private static bool IsGivenBack(string child, Row row, RowContext context)
    {
        var mapping = Mappings.Of(ReturnFiles.Of(row));
        return mapping.ToFact(row, context) is { } fact && RowComparison.AreEqual(Identity.Bare(row), mapping.ToRow(child, fact, context.Year));
    }
}

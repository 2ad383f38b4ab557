using System.Globalization;
using Journey.Exchange.Ssda903.Layout;

namespace Journey.Exchange.Ssda903;

/// <summary>What makes a row the same row in another return: its file, its child, and the rest of its key as text.</summary>
public sealed record RowKey(string File, string Child, string Rest)
{
    /// <summary>File, child and the rest, such as <c>episodes.csv/123/2017-04-09</c>.</summary>
    public override string ToString() => $"{File}/{Child}/{Rest}";
}

/// <summary>The keys of rows: the columns that the layout marks, or the child and the year of the return.</summary>
public static class RowKeys
{
    /// <summary>The key of a row of the return of a year.</summary>
    public static RowKey Of(Row row, int year)
    {
        var layout = ReturnFiles.Of(row);
        var parts = new List<string>();
        for (var i = 1; i < layout.Columns.Count; i++)
        {
            if (layout.Columns[i].IsKey)
            {
                parts.Add(layout.Value(row, i) is DateOnly date
                    ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : layout.Written(row, i));
            }
        }

        return new(layout.Name, row.Child.Trim(), parts.Count > 0 ? string.Join('/', parts) : year.ToString(CultureInfo.InvariantCulture));
    }
}

using Journey.Exchange.Ssda903.Layout;

namespace Journey.Exchange.Ssda903;

/// <summary>Compares rows column by column: dates and numbers as values, blank and nothing alike, whatever line they stood on.</summary>
public static class RowComparison
{
    /// <summary>The columns in which two rows of one file differ, in the order of the layout.</summary>
    public static IReadOnlyList<string> Differences(Row one, Row other)
    {
        var layout = ReturnFiles.Of(one);
        if (layout != ReturnFiles.Of(other))
        {
            throw new ArgumentException($"A row of {layout.Name} is compared with one of {ReturnFiles.Of(other).Name}", nameof(other));
        }

        List<string> columns = [];
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            if (!string.Equals(layout.Written(one, i), layout.Written(other, i), StringComparison.Ordinal))
            {
                columns.Add(layout.Columns[i].Name);
            }
        }

        return columns;
    }

    /// <summary>What a row states, as one text: equal for rows of one file that state the same.</summary>
    public static string Text(Row row)
    {
        var layout = ReturnFiles.Of(row);
        return string.Join('\u001F', Enumerable.Range(0, layout.Columns.Count).Select(i => layout.Written(row, i)));
    }

    /// <summary>True when two rows of one file state the same.</summary>
    public static bool AreEqual(Row one, Row other) => ReturnFiles.Of(one) == ReturnFiles.Of(other) && Differences(one, other).Count == 0;
}

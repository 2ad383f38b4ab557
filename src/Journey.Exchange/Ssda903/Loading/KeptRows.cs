using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Facts.Returns;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>Rows kept as they stand, because no fact of their own kind gives them back.</summary>
internal static class KeptRows
{
    public static RowKept ToFact(Row row, int year)
    {
        var file = ReturnFiles.Of(row);
        return new RowKept(file.Name, year, [.. Enumerable.Range(0, file.Columns.Count).Select(i => file.Written(row, i))]);
    }

    public static Row ToRow(RowKept kept)
    {
        var file = ReturnFiles.All.Single(f => f.Name == kept.File);
        var fields = new Fields(file.Columns.Count);
        for (var i = 0; i < file.Columns.Count; i++)
        {
            var text = kept.Values[i];
            switch (file.Columns[i].Kind)
            {
                case ColumnKind.Date when Values.TryDate(text, out var date):
                    fields.Set(i, date);
                    break;
                case ColumnKind.Number when Values.TryNumber(text, out var number):
                    fields.Set(i, number);
                    break;
                default:
                    if (text.Length > 0)
                    {
                        fields.Set(i, text);
                    }

                    break;
            }
        }

        return file.ToRow(fields);
    }
}

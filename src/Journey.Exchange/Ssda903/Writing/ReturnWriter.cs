using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;

namespace Journey.Exchange.Ssda903.Writing;

/// <summary>The files written, in the order of the layout, and what deserves a look.</summary>
public sealed record Written(IReadOnlyList<WrittenFile> Files, IReadOnlyList<Flag> Flags);

/// <summary>A file written, and its rows.</summary>
public sealed record WrittenFile(string Name, int Rows);

/// <summary>
/// Writes the files of a return in the bytes that the collection prescribes: UTF-8 without byte-order mark, dates as dd/mm/yyyy, and CRLF at
/// the end of a line, as RFC 4180 and the spreadsheets that authorities check the files in have it. The same set gives the same bytes.
/// </summary>
public static class ReturnWriter
{
    private const string FormulaStarts = "=+-@";

    private static readonly CsvConfiguration Format =
        new(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.None };

    /// <summary>Writes header and episodes always, and each other file that has rows.</summary>
    /// <param name="set">The rows; their order does not matter.</param>
    /// <param name="year">The year of the return, named by the March it ends in.</param>
    /// <param name="create">Makes the stream of a file from its conventional name; the writer disposes it.</param>
    public static Written Write(ReturnSet set, int year, Func<string, Stream> create)
    {
        List<WrittenFile> files = [];
        List<Flag> flags = [];
        foreach (var layout in ReturnFiles.All)
        {
            var rows = layout.RowsOf(set);
            if (!layout.ExistsIn(year) && rows.Count > 0)
            {
                flags.Add(new(
                    layout.Name,
                    0,
                    null,
                    FlagCodes.FileNotInYear,
                    $"{layout.Name} is not part of the return of {year}; its rows were stated and are written all the same."));
            }

            if (rows.Count > 0 || layout == ReturnFiles.Header || layout == ReturnFiles.Episodes)
            {
                using var stream = create(layout.Name);
                Write(layout, rows, stream, flags);
                files.Add(new(layout.Name, rows.Count));
            }
        }

        return new(files, flags);
    }

    /// <summary>Rows in the order in which they are written: by child, then by the dates that key them, then by every other column.</summary>
    public static IEnumerable<Row> Ordered(FileLayout layout, IEnumerable<Row> rows) =>
        rows.Select(row => (Row: row, Key: SortKey(layout, row))).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Row);

    private static void Write(FileLayout layout, IReadOnlyList<Row> rows, Stream stream, List<Flag> flags)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var csv = new CsvWriter(text, Format);
        foreach (var column in layout.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.NextRecord();
        foreach (var row in Ordered(layout, rows))
        {
            var line = csv.Row;
            for (var i = 0; i < layout.Columns.Count; i++)
            {
                var value = layout.Written(row, i);
                csv.WriteField(value);
                if (value.Length > 0 && FormulaStarts.Contains(value[0], StringComparison.Ordinal))
                {
                    flags.Add(new(
                        layout.Name,
                        line,
                        layout.Columns[i].Name,
                        FlagCodes.LooksLikeFormula,
                        $"{layout.Columns[i].Name} starts with {value[0]}, which a spreadsheet may take for a formula: look before opening the file in one."));
                }
            }

            csv.NextRecord();
        }
    }

    private static string SortKey(FileLayout layout, Row row)
    {
        var key = new StringBuilder(row.Child.Trim()).Append('\0');
        foreach (var keys in new[] { true, false })
        {
            for (var i = 1; i < layout.Columns.Count; i++)
            {
                if ((layout.Columns[i] is { IsKey: true, Kind: ColumnKind.Date }) == keys)
                {
                    var value = layout.Value(row, i) is DateOnly date
                        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                        : layout.Written(row, i);
                    key.Append(value).Append('\0');
                }
            }
        }

        return key.ToString();
    }
}

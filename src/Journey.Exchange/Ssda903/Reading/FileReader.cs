using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Journey.Exchange.Ssda903.Layout;

namespace Journey.Exchange.Ssda903.Reading;

/// <summary>One file, read row by row from its headings on.</summary>
internal sealed class FileReader : IDisposable
{
    private const int LongestField = 64 * 1024;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        TrimOptions = TrimOptions.Trim,
        BadDataFound = null,
        MaxFieldSize = LongestField,
    };

    private readonly SourceFile _file;
    private readonly Windows1252Fallback _fallback = new();
    private readonly CsvParser _parser;
    private int _lastLine;

    public FileReader(SourceFile file, ReadLimits limits, CancellationToken ct, IProgress<ReadProgress>? progress)
    {
        _file = file;
        var stream = Try(() => new GuardedStream(file.Open(), file, limits, progress, ct));
        var text = new StreamReader(stream, _fallback.Encoding, detectEncodingFromByteOrderMarks: false);
        _parser = new(text, Format);
        try
        {
            Headings = NextRecord()
                ? [.. Record().Select(h => h.Trim().Trim('\uFEFF'))]
                : throw Refusals.Unreadable(file, "is empty; write it again or leave it out");
        }
        catch
        {
            _parser.Dispose();
            throw;
        }
    }

    /// <summary>The headings as written.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>True when something met so far is not UTF-8.</summary>
    public bool UsedWindows1252 => _fallback.Used;

    /// <summary>The line on which the current record starts.</summary>
    private int Line { get; set; }

    public void ReadRows(FileLayout layout, RowList rows, TextPool pool, List<Reject> rejects)
    {
        var order = Headings.Select(layout.IndexOf).ToArray();
        var span = layout.Span is var (start, end) ? (layout.IndexOf(start), layout.IndexOf(end)) : ((int, int)?)null;
        var fields = new Fields(layout.Columns.Count);
        while (NextRecord())
        {
            var problem = _parser.Count == order.Length
                ? Fill(fields, layout, order, pool) ?? Blank(fields) ?? Backwards(fields, layout, span)
                : WrongNumber(order.Length);
            if (problem is null)
            {
                rows.Add(fields);
            }
            else
            {
                rejects.Add(new(_file.Name, Line, problem.Column, problem.Code, problem.Sentence, Array.ConvertAll(Record(), pool.Share)));
            }
        }
    }

    public void Dispose() => _parser.Dispose();

    private Problem? Fill(Fields fields, FileLayout layout, int[] order, TextPool pool)
    {
        fields.Clear();
        fields.Line = Line;
        for (var i = 0; i < order.Length; i++)
        {
            var text = _parser[i].Trim();
            var column = layout.Columns[order[i]];
            if (text.Length == 0)
            {
                continue;
            }

            switch (column.Kind)
            {
                case ColumnKind.Date when Values.TryDate(text, out var date):
                    fields.Set(order[i], date);
                    break;
                case ColumnKind.Number when Values.TryNumber(text, out var number):
                    fields.Set(order[i], number);
                    break;
                case ColumnKind.PartDate when Values.TryPartDate(text, out var partDate):
                    fields.Set(order[i], pool.Share(partDate!));
                    break;
                case ColumnKind.Date or ColumnKind.PartDate:
                    return new(column.Name, RejectCodes.DateUnreadable, $"{column.Name} is not a date: write it as dd/mm/yyyy or yyyy-mm-dd.");
                case ColumnKind.Number:
                    return new(column.Name, RejectCodes.NumberUnreadable, $"{column.Name} is not a number: write it in digits.");
                default:
                    fields.Set(order[i], pool.Share(text));
                    break;
            }
        }

        return null;
    }

    private Problem WrongNumber(int expected) => new(
        null,
        RejectCodes.FieldsWrongNumber,
        $"The row has {_parser.Count} fields where the heading has {expected}: give it one field for each column, with commas inside a value between quotes.");

    private static Problem? Blank(Fields fields) => fields.Text(0) is null
        ? new("CHILD", RejectCodes.ChildMissing, "CHILD is blank: give the row the child's identifier.")
        : null;

    private static Problem? Backwards(Fields fields, FileLayout layout, (int Start, int End)? span) =>
        span is var (start, end) && fields.Date(end) < fields.Date(start)
            ? new(
                layout.Columns[end].Name,
                RejectCodes.EndBeforeStart,
                $"{layout.Columns[end].Name} is before {layout.Columns[start].Name}: correct one of the two dates.")
            : null;

    /// <summary>Moves to the next record that holds anything; lines that are blank, or hold nothing but commas, state nothing.</summary>
    private bool NextRecord()
    {
        while (Try(_parser.Read))
        {
            Line = _lastLine + 1;
            var lines = _parser.RawRow - _lastLine;
            _lastLine = _parser.RawRow;
            if (lines > 1 && _parser.RawRecord.Count(c => c == '"') % 2 != 0)
            {
                throw Refusals.Unreadable(_file, $"has a quotation mark on line {Line} that is never closed; close it and load the file again");
            }

            for (var i = 0; i < _parser.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(_parser[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private string[] Record() => _parser.Record ?? [];

    private T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (MaxFieldSizeException)
        {
            throw Refusals.Unreadable(
                _file,
                $"has a value after line {_lastLine} that is longer than any column; close the quotation mark that begins it and load the file again");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or CsvHelperException)
        {
            throw Refusals.Unreadable(_file, "cannot be read to its end; copy it again and load it again");
        }
    }

    private sealed record Problem(string? Column, string Code, string Sentence);
}

/// <summary>Keeps one copy of each short text, because codes, postcodes and identifiers repeat.</summary>
internal sealed class TextPool
{
    private const int Most = 500_000;
    private const int Longest = 24;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public string Share(string text)
    {
        if (_texts.TryGetValue(text, out var shared))
        {
            return shared;
        }

        if (text.Length <= Longest && _texts.Count < Most)
        {
            _texts.Add(text);
        }

        return text;
    }
}

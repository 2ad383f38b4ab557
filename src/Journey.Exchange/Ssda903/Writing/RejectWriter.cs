using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Journey.Exchange.Ssda903.Reading;

namespace Journey.Exchange.Ssda903.Writing;

/// <summary>Writes rejected rows for people to open and mend: where, why, and the row as it stood.</summary>
public static class RejectWriter
{
    private static readonly CsvConfiguration Format =
        new(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape };

    /// <summary>Writes file, row, column, code, sentence and the fields as read; what looks like a formula is escaped.</summary>
    public static void Write(IReadOnlyList<Reject> rejects, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        using var csv = new CsvWriter(text, Format);
        foreach (var heading in new[] { "file", "row", "column", "code", "sentence" })
        {
            csv.WriteField(heading);
        }

        for (var i = 1; i <= rejects.Select(r => r.Fields.Count).DefaultIfEmpty().Max(); i++)
        {
            csv.WriteField($"field_{i.ToString(CultureInfo.InvariantCulture)}");
        }

        csv.NextRecord();
        foreach (var reject in rejects)
        {
            csv.WriteField(reject.File);
            csv.WriteField(reject.Row);
            csv.WriteField(reject.Column);
            csv.WriteField(reject.Code);
            csv.WriteField(reject.Sentence);
            foreach (var field in reject.Fields)
            {
                csv.WriteField(field);
            }

            csv.NextRecord();
        }
    }
}

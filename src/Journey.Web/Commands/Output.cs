using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Journey.Web.Http;
using Spectre.Console;

namespace Journey.Web.Commands;

/// <summary>An answer as rows, for people and spreadsheets.</summary>
public sealed record Rows(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Cells);

/// <summary>How answers are printed: a table for people, JSON as over HTTP, CSV for spreadsheets; each with its basis.</summary>
public static class Output
{
    private static readonly JsonSerializerOptions Indented = Options();

    /// <summary>Prints an answer, or says the problem.</summary>
    public static int Print<T>(Outcome<T> outcome, string format, Func<T, Rows> rows, Func<T, string?>? note = null)
        where T : IAnswer
    {
        if (!outcome.Has(out var answer, out var problem))
        {
            return Say(problem);
        }

        var (line, more) = (Line(answer.Basis), note?.Invoke(answer));
        switch (format)
        {
            case "json":
                Console.Out.WriteLine(Json(answer));
                Console.Error.WriteLine(line);
                break;
            case "csv":
                Csv(rows(answer));
                Console.Error.WriteLine(line);
                if (more is not null)
                {
                    Console.Error.WriteLine(more);
                }

                break;
            default:
                Table(rows(answer));
                if (more is not null)
                {
                    Console.Out.WriteLine(more);
                }

                Console.Out.WriteLine(line);
                break;
        }

        return Exit.Done;
    }

    /// <summary>Says a problem on standard error, and the exit code that goes with it.</summary>
    public static int Say(Problem problem)
    {
        Console.Error.WriteLine($"{problem.Sentence} ({problem.Code})");
        return problem.Status == StatusCodes.Status400BadRequest ? Exit.WrongUse : Exit.Refused;
    }

    /// <summary>An answer as over HTTP, indented.</summary>
    public static string Json<T>(T answer)
        where T : IAnswer => JsonSerializer.Serialize(answer, answer.GetType(), Indented);

    /// <summary>The basis in one line.</summary>
    public static string Line(BasisView basis) => string.Create(
        CultureInfo.InvariantCulture,
        $"basis {basis.Token}: {basis.Authority}, true on {basis.ValidAt:yyyy-MM-dd}, known at position {basis.Position}{(basis.KnownAt is { } at ? $" ({at:O})" : "")}, {(basis.Final ? "final" : "provisional")}");

    private static void Table(Rows rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in rows.Columns)
        {
            table.AddColumn(new TableColumn(new Text(column)) { NoWrap = true });
        }

        foreach (var cells in rows.Cells)
        {
            table.AddRow(cells.Select(c => new Text(Word(c))));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 400;
        }

        console.Write(table);
    }

    /// <summary>A value that a spreadsheet would run is made text.</summary>
    private static void Csv(Rows rows)
    {
        using var csv = new CsvWriter(
            Console.Out, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = Environment.NewLine }, leaveOpen: true);
        foreach (var cells in rows.Cells.Prepend(rows.Columns))
        {
            foreach (var cell in cells)
            {
                csv.WriteField(Word(cell));
            }

            csv.NextRecord();
        }
    }

    private static string Word(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        string text => text,
        IEnumerable<string> several => string.Join(' ', several),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions();
        Wire.Configure(options);
        options.WriteIndented = true;
        return options;
    }
}

/// <summary>The options that every question takes.</summary>
public sealed class QuestionOptions
{
    private readonly Option<string> _authority = new("--authority") { Description = "ONS code of the authority.", Required = true };
    private readonly Option<string?> _valid = new("--valid") { Description = "What was true on this day; today when left out." };
    private readonly Option<string?> _known = new("--known") { Description = "What was known at this instant or on this day; best known when left out." };
    private readonly Option<string?> _basis = new("--basis") { Description = "The basis of an earlier answer, instead of --known." };
    private readonly Option<string?> _named = new("--named") { Description = "The name of a basis, instead of --known." };
    private readonly Option<string> _format = new Option<string>("--format") { Description = "table, json or csv.", DefaultValueFactory = _ => "table" }
        .AcceptOnlyFromAmong("table", "json", "csv");

    /// <summary>Adds them to a verb.</summary>
    public Command On(Command command)
    {
        command.Add(_authority);
        command.Add(_valid);
        command.Add(_known);
        command.Add(_basis);
        command.Add(_named);
        command.Add(_format);
        return command;
    }

    /// <summary>The authority given.</summary>
    public string Authority(ParseResult parsed) => parsed.GetRequiredValue(_authority);

    /// <summary>The viewpoint in the caller's words.</summary>
    public Asked Asked(ParseResult parsed) => new(parsed.GetValue(_valid), parsed.GetValue(_known), parsed.GetValue(_basis), parsed.GetValue(_named));

    /// <summary>How to print.</summary>
    public string Format(ParseResult parsed) => parsed.GetRequiredValue(_format);
}

using System.CommandLine;
using Journey.Record.Clocks;
using Journey.Record.Measures;
using Journey.Record.Questions;
using Journey.Web.Access;
using Journey.Web.Features;
using Journey.Web.Features.Access;
using Journey.Web.Features.Caseload;
using Journey.Web.Features.Children;
using Journey.Web.Features.Clocks;
using Journey.Web.Features.Lanes;
using Journey.Web.Features.LookedAfter;
using Journey.Web.Features.Measures;
using Journey.Web.Features.Questions;
using Journey.Web.Http;

namespace Journey.Web.Commands;

/// <summary>Every question of the API, on the command line.</summary>
public sealed class QuestionCommands : ICommandModule
{
    private static readonly Person Me = Person.OfTheCommandLine();

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) =>
    [
        Children(host), Child(host), Lane(host), LookedAfter(host), Episodes(host), Caseload(host), Clocks(host), Named(host), Measure(host), Lateness(host), AccessLog(host),
    ];

    private static Command Children(CommandHost host)
    {
        var id = new Option<string?>("--la-child-id") { Description = "The authority's own identifier of the child." };
        return Ask<ChildQuestions, ListAnswer<ChildRow>>(
            host, new Command("children", "Find children.") { id },
            (q, options, p, ct) => q.FindAsync(Me, options.Authority(p), p.GetValue(id), options.Asked(p), AskedPage.Whole, ct),
            a => new Rows(["child", "laChildIds"], a.Items.Select(r => new object?[] { r.Child, r.LaChildIds })),
            Count);
    }

    private static Command Child(CommandHost host)
    {
        var state = WithChild("state", "A child on a day: every lane.", out var ofState);
        var lane = WithChild("lane", "One lane over all time.", out var ofLane);
        var name = new Argument<string>("lane") { Description = "The lane's name." };
        lane.Add(name);
        var history = WithChild("history", "Every entry in both times.", out var ofHistory);
        var compare = WithChild("compare", "What two viewpoints say differently.", out var ofCompare);
        var otherValid = new Option<string?>("--other-valid") { Description = "The other day." };
        var otherKnown = new Option<string?>("--other-known") { Description = "The other instant or day of knowledge." };
        var otherBasis = new Option<string?>("--other-basis") { Description = "The other basis." };
        compare.Add(otherValid);
        compare.Add(otherKnown);
        compare.Add(otherBasis);
        return new Command("child", "Ask about one child.")
        {
            Ask<ChildQuestions, ChildState>(
                host, state, (q, o, p, ct) => q.StateAsync(Me, o.Authority(p), p.GetRequiredValue(ofState), o.Asked(p), ct), Rows,
                a => $"born {a.Born:yyyy-MM-dd}, aged {a.Age}, looked after: {(a.LookedAfter.ByEpisodes ? "yes" : "no")}, version {a.Version}"),
            Ask<ChildQuestions, LaneTimeline>(
                host, lane, (q, o, p, ct) => q.LaneAsync(Me, o.Authority(p), p.GetRequiredValue(ofLane), p.GetRequiredValue(name), o.Asked(p), ct),
                a => new Rows(["from", "to", "value", "fact"], a.Values.Select(v => new object?[] { v.From, v.To, v.Value?.ToJsonString(), v.Fact }))),
            Ask<ChildQuestions, ListAnswer<HistoryEntry>>(
                host, history, (q, o, p, ct) => q.HistoryAsync(Me, o.Authority(p), p.GetRequiredValue(ofHistory), o.Asked(p), AskedPage.Whole, ct),
                a => new Rows(
                    ["version", "position", "known", "what", "effective", "lag", "marks", "sentence", "by"],
                    a.Items.Select(e => new object?[] { e.Version, e.Position, e.KnownAt, e.Kind, e.EffectiveFrom, e.LagDays, Marks(e), e.Sentence, e.By?.Actor })),
                Count),
            Ask<ChildQuestions, Comparison>(
                host, compare, (q, o, p, ct) => q.CompareAsync(
                    Me, o.Authority(p), p.GetRequiredValue(ofCompare), o.Asked(p), new Asked(p.GetValue(otherValid), p.GetValue(otherKnown), p.GetValue(otherBasis)), ct),
                a => new Rows(
                    ["lane", "only", "from", "to", "value", "fact"],
                    a.Lanes.SelectMany(l => l.Here.Select(v => ("here", v)).Concat(l.There.Select(v => ("there", v)))
                        .Select(d => new object?[] { l.Lane, d.Item1, d.v.From, d.v.To, d.v.Value?.ToJsonString(), d.v.Fact }))),
                a => $"there: {Output.Line(a.Other)}"),
        };
    }

    private static Command Lane(CommandHost host)
    {
        var lane = new Argument<string>("lane") { Description = $"One of {string.Join(", ", LaneQuestions.Catalogue.Select(l => l.Name))}." };
        var (from, to, year) = Window("--from", "--to");
        var key = new Option<string?>("--key") { Description = "Only values with this key, such as an agency or a worker's number." };
        return Ask<LaneQuestions, ListAnswer<LaneRow>>(
            host, new Command("lane", "One lane over everyone: on a day, or in a window.") { lane, from, to, year, key },
            (q, o, p, ct) => q.AskAsync(
                Me, o.Authority(p), p.GetRequiredValue(lane), new AskedWindow(p.GetValue(from), p.GetValue(to), p.GetValue(year)), p.GetValue(key), o.Asked(p),
                AskedPage.Whole, ct),
            a => new Rows(
                ["record", "laChildIds", "from", "to", "value", "closing", "fact"],
                a.Items.Select(r => new object?[]
                {
                    r.Child ?? r.Record, r.LaChildIds, r.Value.From, r.Value.To, r.Value.Value?.ToJsonString(), r.Value.Closing?.ToJsonString(), r.Value.Fact,
                })),
            Count);
    }

    private static Command LookedAfter(CommandHost host) => Ask<LookedAfterQuestions, ListAnswer<LookedAfterRow>>(
        host, new Command("looked-after", "Children looked after on a day, by episodes."),
        (q, o, p, ct) => q.ListAsync(Me, o.Authority(p), o.Asked(p), AskedPage.Whole, ct),
        a => new Rows(
            ["child", "laChildIds", "since", "legalStatus", "place"],
            a.Items.Select(r => new object?[] { r.Child, r.LaChildIds, r.Episodes[0].From, r.Episodes[0].LegalStatus, r.Episodes[0].Place })),
        Count);

    private static Command Episodes(CommandHost host) => Ask<LookedAfterQuestions, ListAnswer<EpisodeRow>>(
        host, new Command("episodes", "Care episodes that hold on a day."),
        (q, o, p, ct) => q.EpisodesAsync(Me, o.Authority(p), o.Asked(p), AskedPage.Whole, ct),
        a => new Rows(
            ["child", "laChildIds", "from", "to", "rne", "legalStatus", "need", "place", "provider", "shortBreak", "fact"],
            a.Items.Select(r => new object?[]
            {
                r.Child, r.LaChildIds, r.Episode.From, r.Episode.To, r.Episode.Rne, r.Episode.LegalStatus, r.Episode.Need, r.Episode.Place, r.Episode.Provider,
                r.Episode.ShortBreak, r.Episode.Fact,
            })),
        Count);

    private static Command Caseload(CommandHost host)
    {
        var worker = new Argument<string?>("worker") { Description = "A worker's number; all workers when left out.", Arity = ArgumentArity.ZeroOrOne };
        var unallocated = new Option<bool>("--unallocated") { Description = "Children with an open case and without a social worker instead." };
        var command = new Command("caseload", "Who had which cases on a day.") { worker, unallocated };
        var options = new QuestionOptions();
        options.On(command).SetAction((p, cancellation) => host.RunAsync(async (services, ct) =>
        {
            var questions = services.GetRequiredService<CaseloadQuestions>();
            var (authority, asked, format) = (options.Authority(p), options.Asked(p), options.Format(p));
            return (p.GetValue(worker), p.GetValue(unallocated)) switch
            {
                (_, true) => Output.Print(
                    await questions.UnallocatedAsync(Me, authority, asked, AskedPage.Whole, ct), format,
                    a => new Rows(["child", "laChildIds", "since", "lastWorker", "lookedAfter"], a.Items.Select(r => new object?[] { r.Child, r.LaChildIds, r.Since, r.LastWorker, r.LookedAfter })), Count),
                ({ } one, _) => Output.Print(
                    await questions.OfWorkerAsync(Me, authority, one, asked, AskedPage.Whole, ct), format,
                    a => new Rows(["child", "laChildIds", "role", "team", "since"], a.Items.Select(r => new object?[] { r.Child, r.LaChildIds, r.Role, r.Team, r.Since })), Count),
                _ => Output.Print(
                    await questions.OfAllAsync(Me, authority, asked, AskedPage.Whole, ct), format,
                    a => new Rows(["worker", "teams", "children"], a.Items.Select(r => new object?[] { r.Worker, r.Teams, r.Children })), Count),
            };
        }, cancellation));
        return command;
    }

    private static Command Named(CommandHost host)
    {
        var code = new Argument<string>("code") { Description = $"One of {string.Join(", ", QuestionCatalogue.All.Select(q => q.Code))}." };
        var child = new Option<Guid?>("--child") { Description = "The child, for a question about one." };
        var say = new Option<string[]>("--say") { Description = "What the question must be told, as name=value; several times for several.", AllowMultipleArgumentsPerToken = true };
        var otherKnown = new Option<string?>("--other-known") { Description = "The later instant or day of knowledge it is compared with; best known when left out." };
        var otherBasis = new Option<string?>("--other-basis") { Description = "The later basis, instead." };
        var otherNamed = new Option<string?>("--other-named") { Description = "The name of the later basis, instead." };
        return Ask<QuestionAnswers, QuestionAnswer>(
            host, new Command("ask", "A named question of the field.") { code, child, say, otherKnown, otherBasis, otherNamed },
            (q, o, p, ct) =>
            {
                var words = (p.GetValue(say) ?? []).Select(w => w.Split('=', 2)).ToLookup(w => w[0], w => w.ElementAtOrDefault(1) ?? "").ToDictionary(g => g.Key, g => g.Last());
                var (asked, other) = (p.GetRequiredValue(code), new Asked(null, p.GetValue(otherKnown), p.GetValue(otherBasis), p.GetValue(otherNamed)));
                return QuestionCatalogue.Find(asked) is { } question && words.Keys.FirstOrDefault(w => question.Parameters.All(k => k.Name != w)) is { } unknown
                    ? Task.FromResult<Outcome<QuestionAnswer>>(Problems.ParameterUnknown(unknown))
                    : p.GetValue(child) is { } one
                        ? q.OfChildAsync(Me, o.Authority(p), one, asked, words, o.Asked(p), other, AskedPage.Whole, ct)
                        : q.OfManyAsync(Me, o.Authority(p), asked, words, o.Asked(p), other, AskedPage.Whole, ct);
            },
            a => new Rows(
                a.Question.Scope == QuestionScope.Child ? a.Columns : ["record", "laChildIds", .. a.Columns],
                a.Items.Select(r => (object?[])[
                    .. a.Question.Scope == QuestionScope.Child ? Array.Empty<object?>() : [r.Child, r.LaChildIds], .. a.Columns.Select(c => r.Cells[c]?.ToString()),
                ])),
            a => $"{a.Sentence}{(a.NotShown > 0 ? $" {a.NotShown} children not shown." : "")}");
    }

    private static Command Measure(CommandHost host)
    {
        var code = new Argument<string>("code") { Description = $"One of {string.Join(", ", MeasureCatalogue.Latest.Select(m => m.Code))}." };
        var (from, to, year) = Window("--from", "--to");
        var cohort = new Option<bool>("--cohort") { Description = "The children in and out of the cohort, and why, instead of the figure." };
        var child = new Option<Guid?>("--child") { Description = "One child's contribution instead of the figure." };
        var version = new Option<int?>("--version-of") { Description = "A version of the definition; the latest when left out." };
        var calendar = new Option<int?>("--calendar") { Description = "A version of the calendar of working days; the one in force when left out." };
        var command = new Command("measure", "A figure in a window.") { code, from, to, year, cohort, child, version, calendar };
        var options = new QuestionOptions();
        options.On(command).SetAction((p, cancellation) => host.RunAsync(async (services, ct) =>
        {
            var questions = services.GetRequiredService<MeasureQuestions>();
            var (authority, asked, format, named) = (options.Authority(p), options.Asked(p), options.Format(p), new AskedMeasure(p.GetRequiredValue(code), p.GetValue(version), p.GetValue(calendar)));
            var window = new AskedWindow(p.GetValue(from), p.GetValue(to), p.GetValue(year));
            return (p.GetValue(child), p.GetValue(cohort)) switch
            {
                ({ } one, _) => Output.Print(
                    await questions.ChildAsync(Me, authority, named, one, window, asked, ct), format,
                    a => new Rows(["fact", "noun", "effective", "known", "sentence"], a.Items.SelectMany(i => i.Facts).Select(f => new object?[] { f.Fact, f.Noun, f.EffectiveFrom, f.KnownAt, f.Sentence })),
                    a => string.Join(' ', a.Items.Select(i => $"{(i.InCohort ? "in" : "out")}: {i.Why}"))),
                (_, true) => Output.Print(
                    await questions.CohortAsync(Me, authority, named, window, null, asked, AskedPage.Whole, ct), format,
                    a => new Rows(
                        ["child", "laChildIds", "item", "in", "value", "counts", "why"],
                        a.Items.Select(r => new object?[] { r.Child ?? r.Record, r.LaChildIds, r.Item, r.InCohort, r.Value, r.Counts, r.Why })),
                    Count),
                _ => Output.Print(
                    await questions.FigureAsync(Me, authority, named, window, null, asked, ct), format,
                    a => new Rows(["value", "items"], a.Distribution!.Select(d => new object?[] { d.Value, d.Items })),
                    a => $"{a.Measure.Code} ({a.Measure.Title}), {a.Window.From:yyyy-MM-dd} to {a.Window.To.AddDays(-1):yyyy-MM-dd}: {a.Numerator} of {a.Denominator} ({a.Share:P1})"),
            };
        }, cancellation));
        return command;
    }

    private static Command Clocks(CommandHost host)
    {
        var code = new Option<string?>("--clock") { Description = $"One of {string.Join(", ", ClockCatalogue.Latest.Select(c => c.Code))}; all when left out." };
        var status = new Option<string?>("--status") { Description = "met, late, open, overdue, missed, void or all; open and overdue when left out." };
        var team = new Option<string?>("--team") { Description = "The team of the child's social worker." };
        var worker = new Option<string?>("--worker") { Description = "Number of the child's social worker." };
        var calendar = new Option<int?>("--calendar") { Description = "A version of the calendar of working days; the one in force when left out." };
        var child = new Option<Guid?>("--child") { Description = "All that was due of this child instead." };
        var summary = new Option<bool>("--summary") { Description = "How many stood where, by clock and team, instead." };
        var (from, to, year) = Window("--from", "--to");
        var command = new Command("clocks", "What was due on a day, and where it stood.") { code, status, team, worker, calendar, child, summary, from, to, year };
        var options = new QuestionOptions();
        options.On(command).SetAction((p, cancellation) => host.RunAsync(async (services, ct) =>
        {
            var questions = services.GetRequiredService<ClockQuestions>();
            var which = new AskedDues(p.GetValue(code), p.GetValue(status), p.GetValue(team), p.GetValue(worker), p.GetValue(calendar));
            var (authority, asked, format) = (options.Authority(p), options.Asked(p), options.Format(p));
            return (p.GetValue(child), p.GetValue(summary)) switch
            {
                ({ } one, _) => Output.Print(await questions.OfChildAsync(Me, authority, one, which, asked, ct), format, a => Rows(a.Dues)),
                (_, true) => Output.Print(
                    await questions.SummaryAsync(Me, authority, which, new AskedWindow(p.GetValue(from), p.GetValue(to), p.GetValue(year)), asked, ct), format,
                    a => new Rows(
                        ["clock", "team", "met", "late", "open", "overdue", "missed", "void"],
                        a.Clocks.SelectMany(c => c.Teams.Select(t => (c.Clock, t.Team, t.Counts)).Prepend((c.Clock, Team: "all", c.Counts))).Select(r => new object?[]
                        {
                            r.Clock, r.Team, r.Counts.Met, r.Counts.Late, r.Counts.Open, r.Counts.Overdue, r.Counts.Missed, r.Counts.Void,
                        }))),
                _ => Output.Print(await questions.BoardAsync(Me, authority, which, asked, AskedPage.Whole, ct), format, a => Rows(a.Items), Count),
            };
        }, cancellation));
        return command;
    }

    private static Rows Rows(IEnumerable<DueRow> dues) => new(
        ["record", "laChildIds", "clock", "started", "due", "status", "over", "unit", "closed", "team", "worker"],
        dues.Select(d => new object?[] { d.Child ?? d.Record, d.LaChildIds, d.Clock, d.Started, d.Due, d.Status, d.Over, d.Unit, d.Closed, d.Team, d.Worker }));

    private static Command Lateness(CommandHost host)
    {
        var (from, to, year) = Window("--known-from", "--known-to");
        return Ask<MeasureQuestions, LatenessAnswer>(
            host, new Command("lateness", "How late facts were recorded (M25), by kind.") { from, to, year },
            (q, o, p, ct) => q.LatenessAsync(Me, o.Authority(p), new AskedWindow(p.GetValue(from), p.GetValue(to), p.GetValue(year)), o.Asked(p), ct),
            a => new Rows(
                ["kind", "facts", "medianDays", "days90", "days95", "overFiveWorkingDays"],
                a.Kinds.Select(k => new object?[] { k.Kind, k.Facts, k.MedianDays, k.Days90, k.Days95, k.OverFiveWorkingDays })));
    }

    private static Command AccessLog(CommandHost host)
    {
        var child = new Option<Guid?>("--child") { Description = "Only what was asked about this child." };
        var before = new Option<long?>("--before") { Description = "Entries before this number." };
        var size = new Option<int?>("--size") { Description = "Number of entries, 1 to 1000." };
        return Ask<AccessQuestions, AccessAnswer>(
            host, new Command("access-log", "Who asked what, newest first.") { child, before, size },
            (q, o, p, ct) => q.ReadAsync(Me, o.Authority(p), p.GetValue(child), p.GetValue(before), p.GetValue(size), ct),
            a => new Rows(
                ["id", "at", "actor", "role", "question", "child", "children", "validAt", "position", "allowedBecause"],
                a.Items.Select(r => new object?[] { r.Id, r.At, r.Actor, r.Role, r.Question, r.Child, r.Children, r.ValidAt, r.Position, r.AllowedBecause })),
            a => $"{a.Items.Count} of {a.Total}");
    }

    private static Command Ask<TQuestions, TAnswer>(
        CommandHost host,
        Command command,
        Func<TQuestions, QuestionOptions, ParseResult, CancellationToken, Task<Outcome<TAnswer>>> ask,
        Func<TAnswer, Rows> rows,
        Func<TAnswer, string?>? note = null)
        where TQuestions : notnull
        where TAnswer : IAnswer
    {
        var options = new QuestionOptions();
        options.On(command).SetAction((parsed, cancellation) => host.RunAsync(
            async (services, ct) => Output.Print(
                await ask(services.GetRequiredService<TQuestions>(), options, parsed, ct), options.Format(parsed), rows, note),
            cancellation));
        return command;
    }

    private static Command WithChild(string name, string description, out Argument<Guid> child)
    {
        child = new Argument<Guid>("child") { Description = "The child's id." };
        return new Command(name, description) { child };
    }

    private static (Option<string?> From, Option<string?> To, Option<string?> Year) Window(string from, string to) => (
        new(from) { Description = "First day of the window." },
        new(to) { Description = "The day after the window's last." },
        new("--year") { Description = "The year named by the March it ends in, instead of two days." });

    private static string Count<T>(ListAnswer<T> answer) => $"{answer.Total} in all{(answer.NotShown > 0 ? $", {answer.NotShown} children not shown" : "")}";

    private static Rows Rows(ChildState state) => new(
        ["lane", "from", "to", "value", "fact"],
        state.Lanes.SelectMany(l => l.Values.Select(v => new object?[] { l.Lane, v.From, v.To, v.Value?.ToJsonString(), v.Fact })));

    private static string Marks(HistoryEntry entry) => string.Join(' ', new[]
    {
        entry.IsCorrected ? "corrected-later" : null,
        entry.IsWithdrawn ? "withdrawn" : null,
        entry.IsImplied ? "implied" : null,
        entry.HadNoEffect ? "no-effect" : null,
    }.OfType<string>());
}

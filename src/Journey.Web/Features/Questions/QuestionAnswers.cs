using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;
using Journey.Record.Questions;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Features.Changes;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Questions;

/// <summary>Asks the named questions of the field, of one child or of everyone.</summary>
public sealed class QuestionAnswers(Gate gate, SegmentReader segments, ChildReader records, RecordReader streams, Viewpoints viewpoints, ClockSettings settings)
{
    /// <summary>Every question.</summary>
    public static QuestionsView Catalogue { get; } = new([.. QuestionCatalogue.All.Select(QuestionView.Of)]);

    /// <summary>A question about one child.</summary>
    public async Task<Outcome<QuestionAnswer>> OfChildAsync(
        Person person, string authority, Guid child, string code, IReadOnlyDictionary<string, string> words, Asked asked, Asked other, AskedPage page, CancellationToken cancellation)
    {
        if (!Prepare(QuestionCatalogue.Find(code) as ChildQuestion, code, words, asked, other, page, child.ToString("D")).Has(out var ready, out var problem))
        {
            return problem;
        }

        return await gate.ChildAsync<QuestionAnswer>(new Ask(person, Permissions.ReadChild, authority, ready.Viewpoint, ready.Words), child, async (seen, ct) =>
        {
            if (!(await OtherAsync(authority, ready, seen.Basis, ct)).Has(out var later, out var wrong))
            {
                return wrong;
            }

            if (await seen.At(later.Position, ct) is not { } now || await EverAsync(seen, now, ct) is not { } ever)
            {
                return Problems.ChildUnknown;
            }

            var answered = ready.Question.Of(new OneChild(
                seen.Basis.ValidAt, seen.Basis.KnownAt, seen.Then, now, instant => LinkedRecords.AsSeen(child, ever, instant), WorkingCalendar.Latest, ready.Said,
                settings.Of(authority)));
            var hidden = await seen.Hidden(ct);
            var rows = answered.Rows.Select((r, i) => (Key: RowKey(later, i), Row: new QuestionRow(null, null, Cells.Of(answered.Columns, r.Cells, seen.Confidential, hidden), r.Facts))).ToList();
            return Answer(ready, seen.View, later, Cells.Text(answered.Sentence, seen.Confidential, hidden), answered.Columns, rows, 0);
        }, cancellation);
    }

    /// <summary>A question over everyone.</summary>
    public async Task<Outcome<QuestionAnswer>> OfManyAsync(
        Person person, string authority, string code, IReadOnlyDictionary<string, string> words, Asked asked, Asked other, AskedPage page, CancellationToken cancellation)
    {
        if (!Prepare(QuestionCatalogue.Find(code) as ManyQuestion, code, words, asked, other, page, "").Has(out var ready, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<QuestionAnswer>(new Ask(person, Permissions.ReadLists, authority, ready.Viewpoint, ready.Words, ShowsAddresses: true), async (seen, ct) =>
        {
            if (!(await OtherAsync(authority, ready, seen.Basis, ct)).Has(out var later, out var wrong))
            {
                return wrong;
            }

            var question = ready.Question;
            var then = await ReadAsync(authority, question, seen.Basis.Position, ct);
            var now = later.Position == seen.Basis.Position ? then : await ReadAsync(authority, question, later.Position, ct);
            var between = question.ReadsEntries
                ? await StreamsBetween.ReadAsync(streams, segments, authority, seen.Basis.Position, later.Position, ct)
                : StreamsBetween.Nothing;
            var answered = question.Of(new Everyone(
                seen.Basis.ValidAt,
                seen.Basis.KnownAt,
                Subjects(question, then),
                Subjects(question, now),
                between.Entries,
                between.Earlier,
                question.ReadsRecords ? records.AllAsync(authority, seen.Basis.Position, ct).ToBlockingEnumerable(ct) : [],
                question.ReadsRecords ? Workers(authority, seen.Basis.Position, ct) : [],
                WorkingCalendar.Latest,
                ready.Said,
                settings.Of(authority)));
            var rows = answered.Rows.Select((r, i) => (Key: RowKey(later, i), Row: r)).ToList();
            var shown = rows.Where(r => r.Row.Child is not { } child || !seen.Hidden.Contains(child)).ToList();
            var children = shown.Select(r => r.Row.Child).OfType<Guid>().Distinct().Count();
            return new Counted<QuestionAnswer>(
                Answer(
                    ready,
                    seen.View,
                    later,
                    Cells.Text(answered.Sentence, Confidential.Nothing, seen.Hidden),
                    answered.Columns,
                    [.. shown.Select(r => (r.Key, Shown(r.Row, answered.Columns)))],
                    rows.Select(r => r.Row.Child).OfType<Guid>().Distinct().Count() - children),
                children);

            QuestionRow Shown(AnswerRow row, IReadOnlyList<string> columns) => new(
                row.Child,
                row.Child is { } child && (now.GetValueOrDefault(child) ?? then.GetValueOrDefault(child)) is { } member ? Named.LaChildIds(member) : null,
                Cells.Of(columns, row.Cells, row.Child is { } masked ? seen.Of(masked) : Confidential.Nothing, seen.Hidden),
                row.Facts);
        }, cancellation);
    }

    private static QuestionAnswer Answer<TQuestion>(
        Ready<TQuestion> ready, BasisView basis, Basis later, string sentence, IReadOnlyList<string> columns, IReadOnlyList<(string Key, QuestionRow Row)> rows, int notShown)
        where TQuestion : Record.Questions.Question
    {
        var page = ready.Page.Of(rows, r => r.Key, basis, ready.Words);
        return new QuestionAnswer(
            basis, BasisView.Of(later), QuestionView.Of(ready.Question), ready.Said.Words, sentence, columns, [.. page.Items.Select(r => r.Row)], page.Total, notShown, page.Next);
    }

    /// <summary>
    /// The point compared with: the one asked for, on all pages that of the first, or the head. It is not earlier than the basis.
    /// </summary>
    private async Task<Outcome<Basis>> OtherAsync<TQuestion>(string authority, Ready<TQuestion> ready, Basis basis, CancellationToken cancellation)
        where TQuestion : Record.Questions.Question
    {
        var asked = ready.Page.After is { } after ? new Asked(Basis: after.Split(' ')[0]) : ready.Other;
        return !(await viewpoints.ResolveAsync(authority, asked with { ValidAt = null }, cancellation)).Has(out var other, out var problem) ? problem
            : other.Position < basis.Position ? Problems.KnowledgeInverted
            : other with { ValidAt = basis.ValidAt };
    }

    private async Task<IReadOnlyDictionary<Guid, CohortMember>> ReadAsync(string authority, ManyQuestion question, long position, CancellationToken cancellation) =>
        (await segments.ReadAsync(authority, [.. question.Lanes.Append(IdentityLanes.Identifiers).Distinct()], position, cancellation: cancellation)).Members;

    private IEnumerable<ChildRecord> Workers(string authority, long position, CancellationToken cancellation) =>
        streams.AllAsync(authority, StreamKind.Worker, position, cancellation).ToBlockingEnumerable(cancellation).Select(s => ChildRecord.Fold(s.Stream, s.Entries));

    private static List<Timelines> Subjects(ManyQuestion question, IReadOnlyDictionary<Guid, CohortMember> members) =>
    [
        .. members.Values.Where(m => question.Lanes.Any(l => m.Timeline(l).Count > 0)).OrderBy(m => m.Id).Select(m => m.Timelines),
    ];

    /// <summary>
    /// Every entry of every stream that was ever read as part of the record up to the later point, in order; null when one of them is hidden from this person.
    /// </summary>
    private static async Task<IReadOnlyList<LedgerEntry>?> EverAsync(SeenChild seen, ChildRecord now, CancellationToken cancellation)
    {
        var entries = new Dictionary<(Guid, long), LedgerEntry>();
        var (asked, next) = (new HashSet<long>(), new Queue<ChildRecord>([seen.Then, now]));
        while (next.TryDequeue(out var record))
        {
            foreach (var entry in record.History)
            {
                entries.TryAdd((entry.Stream, entry.Position), entry);
                if (entry.Statement is Asserted<ChildRecordsLinked> && asked.Add(entry.Position))
                {
                    if (await seen.At(entry.Position, cancellation) is not { } linked)
                    {
                        return null;
                    }

                    next.Enqueue(linked);
                }
            }
        }

        return [.. entries.Values.OrderBy(e => e.Position)];
    }

    private static Outcome<Ready<TQuestion>> Prepare<TQuestion>(
        TQuestion? question, string code, IReadOnlyDictionary<string, string> words, Asked asked, Asked other, AskedPage page, string of)
        where TQuestion : Record.Questions.Question
    {
        if (question is null)
        {
            return Problems.QuestionUnknown(code);
        }

        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in question.Parameters)
        {
            var text = words.FirstOrDefault(w => string.Equals(w.Key, parameter.Name, StringComparison.OrdinalIgnoreCase)).Value;
            if (string.IsNullOrEmpty(text))
            {
                if (parameter.IsRequired)
                {
                    return Problems.ParameterMissing(parameter.Name, parameter.Means);
                }
            }
            else if (!parameter.Reads(text))
            {
                return Problems.ParameterUnreadable(parameter.Name, text, parameter.Means);
            }
            else
            {
                said.Add(parameter.Name, text);
            }
        }

        var asking = string.Create(
            CultureInfo.InvariantCulture,
            $"question {code} {string.Join(' ', said.Select(s => $"{s.Key}={s.Value}"))} with {other.KnownAt}{other.Basis}{other.Named}").TrimEnd();
        return page.Viewpoint(asked, asking).Has(out var viewpoint, out var problem)
            ? new Ready<TQuestion>(question, new Said(said), asking, viewpoint, other, page)
            : problem;
    }

    /// <summary>The key of a row: it tells the next page what the first was compared with.</summary>
    private static string RowKey(Basis later, int row) => string.Create(CultureInfo.InvariantCulture, $"{BasisToken.Of(later)} {row:D8}");

    /// <summary>A question ready to be asked. <paramref name="Words"/> is how the access log has it.</summary>
    private sealed record Ready<TQuestion>(TQuestion Question, Said Said, string Words, Asked Viewpoint, Asked Other, AskedPage Page)
        where TQuestion : Record.Questions.Question;
}

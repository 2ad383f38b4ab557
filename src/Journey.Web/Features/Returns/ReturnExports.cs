using System.Globalization;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Checks;
using Journey.Exchange.Ssda903.Deriving;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Loading;
using Journey.Exchange.Ssda903.Writing;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Returns;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Returns;

/// <summary>A file of an exported return with its number of rows.</summary>
public sealed record ExportedFile(string File, int Rows);

/// <summary>A row left out of an export: its file, its columns as the return writes them, and which of the three reasons applies.</summary>
public sealed record LeftOutView(string File, IReadOnlyList<string> Columns, LeftOutReason Reason);

/// <summary>A flag on an exported row, by the child and the row's key.</summary>
public sealed record FlagView(string File, string Child, string Row, string Code, string Sentence);

/// <summary>A rule that an exported row breaks, with the columns concerned.</summary>
public sealed record RuleBreakView(string Rule, string File, string Child, string Row, IReadOnlyList<string> Columns, string Sentence);

/// <summary>
/// What a return of a year holds at one basis: files, rows left out with their reason, flags, agreement of what was stated with what the
/// lanes give, and the rules that rows break. <paramref name="NotShown"/> counts restricted children left out.
/// </summary>
public sealed record ExportAnswer(
    BasisView Basis,
    int Year,
    IReadOnlyList<ExportedFile> Files,
    IReadOnlyList<LeftOutView> LeftOut,
    IReadOnlyList<FlagView> Flags,
    IReadOnlyList<Agreement> Agreement,
    IReadOnlyList<RuleBreakView> RuleBreaks,
    int NotShown) : IAnswer;

/// <summary>An export with the rows themselves.</summary>
public sealed record Export(ExportAnswer Answer, ReturnSet Set);

/// <summary>Derives returns from the record at any basis, and lists the loads.</summary>
public sealed class ReturnExports(Gate gate, RecordReader records, ChildReader read)
{
    /// <summary>The return of a year, named by the March it ends in.</summary>
    public async Task<Outcome<Export>> ExportAsync(Person person, string authority, int year, Asked asked, CancellationToken cancellation) =>
        year is < 1900 or > 9000 ? Problems.YearUnreadable(year.ToString(CultureInfo.InvariantCulture)) : await gate.ManyAsync<Export>(
            new Ask(person, Permissions.Export, authority, asked, $"export ssda903 {year}", ShowsAddresses: true),
            async (seen, ct) =>
            {
                var basis = seen.Basis;
                var returns = ChildRecord.Fold(
                    LoadIds.ReturnsStream(authority), await records.StreamAsync(authority, LoadIds.ReturnsStream(authority), basis.Position, ct));
                var children = new List<ChildRecord>();
                var masks = new Dictionary<string, Confidential>(StringComparer.Ordinal);
                var notShown = 0;
                await foreach (var record in read.AllAsync(authority, basis.Position, ct))
                {
                    if (seen.Hidden.Contains(record.Id))
                    {
                        notShown++;
                    }
                    else
                    {
                        children.Add(record);
                        if (seen.Masks.TryGetValue(record.Id, out var mask) && ReturnChildren.LaChildIdOf(record) is { } child)
                        {
                            masks[child] = mask;
                        }
                    }
                }

                var whole = Derivation.Derive(year, children, returns);
                var last = Derivation.Derive(year - 1, children, returns);
                var breaks = ReturnChecks.Run(whole.Set, last.Set, year);
                var derived = MaskedReturn.Of(whole, masks);
                return new Counted<Export>(
                    new Export(Answer(seen.View, derived, breaks, notShown), derived.Set), derived.Set.All.Select(r => r.Child).Distinct().Count());
            },
            cancellation);

    /// <summary>The authority's loads, in order, withdrawn ones marked.</summary>
    public Task<Outcome<LoadList>> LoadsAsync(Person person, string authority, Asked asked, CancellationToken cancellation) =>
        gate.OtherAsync<LoadList>(
            new Ask(person, Permissions.Export, authority, asked, "returns"),
            async (basis, _, ct) =>
            {
                var stream = LoadIds.ReturnsStream(authority);
                var record = ChildRecord.Fold(stream, await records.StreamAsync(authority, stream, basis.Position, ct));
                var withdrawn = record.History.Select(e => e.Statement).OfType<Withdrawn>().ToDictionary(w => w.FactId, w => w.Reason);
                return new LoadList(
                    BasisView.Of(basis),
                    [.. record.History.Where(e => e.Statement is Asserted<ReturnLoaded>).Select(e => View(e, withdrawn))]);
            },
            cancellation);

    /// <summary>Writes the files of an export, each to the stream given for its name, which is disposed.</summary>
    public static Written Write(Export export, Func<string, Stream> create) => ReturnWriter.Write(export.Set, export.Answer.Year, create);

    private static ExportAnswer Answer(BasisView basis, DerivedReturn derived, IReadOnlyList<RuleBreak> breaks, int notShown)
    {
        var year = derived.Year;
        return new ExportAnswer(
            basis,
            year,
            [.. ReturnFiles.All.Select(f => (File: f, Rows: f.RowsOf(derived.Set).Count)).Where(f => f.File.ExistsIn(year) || f.Rows > 0).Select(f => new ExportedFile(f.File.Name, f.Rows))],
            [.. derived.LeftOut.OrderBy(l => l.File, StringComparer.Ordinal).ThenBy(l => l.Row.Child, StringComparer.Ordinal).Select(l => new LeftOutView(l.File, Columns(l.Row), l.Reason))],
            [.. derived.Flags.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Row.Child, StringComparer.Ordinal)
                .Select(f => new FlagView(f.File, f.Row.Child, RowKeys.Of(f.Row, year).Rest, f.Code, f.Sentence))],
            derived.Agreement,
            [.. breaks.Select(b => new RuleBreakView(b.Rule, b.File, b.Row.Child, RowKeys.Of(b.Row, year).Rest, b.Columns, b.Sentence))],
            notShown);
    }

    private static string[] Columns(Row row)
    {
        var layout = ReturnFiles.Of(row);
        return [.. layout.Columns.Select((_, i) => layout.Written(row, i))];
    }

    private static LoadView View(LedgerEntry entry, Dictionary<Guid, string> withdrawn)
    {
        var loaded = (Asserted<ReturnLoaded>)entry.Statement;
        return new LoadView(
            loaded.FactId, loaded.Fact.Format, loaded.Fact.Year, loaded.Fact.KnownOn, entry.KnownAt, entry.Origin?.LoadedAt, entry.Origin?.Actor ?? "",
            loaded.Fact.Counts, withdrawn.ContainsKey(loaded.FactId), withdrawn.GetValueOrDefault(loaded.FactId));
    }
}

/// <summary>The loads of an authority.</summary>
public sealed record LoadList(BasisView Basis, IReadOnlyList<LoadView> Loads) : IAnswer;

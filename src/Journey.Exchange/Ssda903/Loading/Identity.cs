using System.Globalization;
using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Codes;
using Journey.Record.Facts.Identity;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// The child's identity as a return states it: the header row, and what rows say of sex and date of birth where it differs from what
/// they are given back with.
/// </summary>
internal static class Identity
{
    private static readonly string[] Columns = ["SEX", "DOB", "MOTHER", "MC_DOB"];

    /// <summary>The key of a header row, as for every row that a child has once a year.</summary>
    public static string HeaderKey(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The identity that the rows of one child state together: the header row's; without one <paramref name="standing"/> when given,
    /// else what the other files say. What rows not in this return differed in stays beside it.
    /// </summary>
    public static IdentityStated From(string child, SortedRows rows, int year, IdentityStated? standing, IReadOnlyList<StatedElsewhere> elsewhere)
    {
        var header = rows.Header;
        var born = header is null ? rows.Facts.Select(r => Date(r)).FirstOrDefault(d => d is not null) : header.Dob;
        var stated = (header is null ? standing : null) ?? new IdentityStated(
            child, header is not null, born, IdentityCodes.SexFrom(header?.Sex), header?.Ethnic, header?.Upn,
            header?.Mother is { } mother ? mother != 0 : null, header?.McDob, []);
        var all = header is null ? rows.Facts : rows.Facts.Prepend(header);
        var keys = all.Select(r => RowKeys.Of(r, year)).Select(k => (k.File, k.Rest)).ToHashSet();
        return stated with
        {
            Elsewhere =
            [
                .. elsewhere.Where(e => !keys.Contains((e.File, e.Row))).Concat(all.SelectMany(r => Differing(r, stated, year))).Distinct()
                    .OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Row, StringComparer.Ordinal).ThenBy(e => e.Column, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The header row that an identity states in the return of a year.</summary>
    public static HeaderRow ToRow(IdentityStated identity, int year) => new(
        identity.LaChildId, IdentityCodes.SexIn(identity.Sex, year), identity.DateOfBirth, identity.Ethnicity, identity.Upn,
        identity.Mother is { } mother ? (mother ? 1 : 0) : null, identity.Mother is null ? null : identity.ChildsDateOfBirth);

    /// <summary>A row with the child's date of birth and sex, or what this very row states instead.</summary>
    public static Row Complete(Row row, int year, DateOnly? born, string? sex, IReadOnlyList<StatedElsewhere> elsewhere)
    {
        row = With(With(row, "DOB", Written(born)), "SEX", IdentityCodes.SexIn(sex, year) ?? "");
        if (elsewhere.Count > 0)
        {
            var key = RowKeys.Of(row, year);
            foreach (var stated in elsewhere.Where(e => e.File == key.File && e.Row == key.Rest))
            {
                row = With(row, stated.Column, stated.Value);
            }
        }

        return row;
    }

    /// <summary>The row without what belongs to the child's identity.</summary>
    public static Row Bare(Row row) => With(With(row, "DOB", ""), "SEX", "");

    /// <summary>What the row says of the child's identity.</summary>
    public static string Own(Row row) => $"{Written(Date(row))}/{(row as UascRow)?.Sex?.Trim()}";

    private static IEnumerable<StatedElsewhere> Differing(Row row, IdentityStated identity, int year)
    {
        var key = RowKeys.Of(row, year);
        var given = row is HeaderRow ? ToRow(identity, year) : Complete(row, year, identity.DateOfBirth, identity.Sex, []);
        foreach (var column in Columns.Where(c => Has(row, c) && Value(row, c) != Value(given, c)))
        {
            yield return new StatedElsewhere(key.File, key.Rest, column, Value(row, column));
        }
    }

    private static bool Has(Row row, string column) => ReturnFiles.Of(row).Columns.Any(c => c.Name == column);

    private static DateOnly? Date(Row row) =>
        Has(row, "DOB") ? (DateOnly?)ReturnFiles.Of(row).Value(row, ReturnFiles.Of(row).IndexOf("DOB")) : null;

    private static string Value(Row row, string column)
    {
        var layout = ReturnFiles.Of(row);
        return layout.Value(row, layout.IndexOf(column)) is DateOnly date ? Written(date) : layout.Written(row, layout.IndexOf(column));
    }

    private static string Written(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static Row With(Row row, string column, string value)
    {
        var text = value.Length == 0 ? null : value;
        return (row, column) switch
        {
            (HeaderRow r, "SEX") => r with { Sex = text },
            (HeaderRow r, "MOTHER") => r with { Mother = Number(text) },
            (HeaderRow r, "MC_DOB") => r with { McDob = Day(text) },
            (HeaderRow r, "DOB") => r with { Dob = Day(text) },
            (UascRow r, "SEX") => r with { Sex = text },
            (UascRow r, "DOB") => r with { Dob = Day(text) },
            (ReviewRow r, "DOB") => r with { Dob = Day(text) },
            (Oc2Row r, "DOB") => r with { Dob = Day(text) },
            (Oc3Row r, "DOB") => r with { Dob = Day(text) },
            (Ad1Row r, "DOB") => r with { Dob = Day(text) },
            (PlacedForAdoptionRow r, "DOB") => r with { Dob = Day(text) },
            (PreviousPermanenceRow r, "DOB") => r with { Dob = Day(text) },
            (MissingRow r, "DOB") => r with { Dob = Day(text) },
            (SocialWorkerRow r, "DOB") => r with { Dob = Day(text) },
            (DolOrderRow r, "DOB") => r with { Dob = Day(text) },
            _ => row,
        };
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

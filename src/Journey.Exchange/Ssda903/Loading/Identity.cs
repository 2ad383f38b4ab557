using System.Globalization;
using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Codes;
using Journey.Record.Facts.Identity;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// The child's identity as a return states it: the header row, and what other files say of sex and date of birth where it differs.
/// </summary>
internal static class Identity
{
    /// <summary>The identity that the rows of one child state together; null when none has a date of birth and there is no header row.</summary>
    public static IdentityStated From(string child, IReadOnlyList<Row> rows, int year)
    {
        var header = rows.OfType<HeaderRow>().FirstOrDefault();
        var others = rows.Where(r => r is not HeaderRow).ToList();
        var born = header is null ? others.Select(r => Cell(r, "DOB")).OfType<DateOnly>().Cast<DateOnly?>().FirstOrDefault() : header.Dob;
        var sex = IdentityCodes.SexFrom(header?.Sex);
        var elsewhere = others
            .SelectMany(r => Differing(r, born, header is null ? null : sex, year))
            .Concat(rows.OfType<HeaderRow>().Skip(1).SelectMany(r => Differing(r, born, sex, year)))
            .Distinct()
            .ToList();
        return new IdentityStated(
            child, header is not null, born, sex, header?.Ethnic, header?.Upn, header?.Mother is { } mother ? mother != 0 : null, header?.McDob, elsewhere);
    }

    /// <summary>The header row that an identity states in the return of a year.</summary>
    public static HeaderRow ToRow(IdentityStated identity, int year) => new(
        identity.LaChildId, IdentityCodes.SexIn(identity.Sex, year), identity.DateOfBirth, identity.Ethnicity, identity.Upn,
        identity.Mother is { } mother ? (mother ? 1 : 0) : null, identity.ChildsDateOfBirth);

    /// <summary>A row with the child's date of birth and sex, or what this very row states instead.</summary>
    public static Row Complete(Row row, int year, DateOnly? born, string? sex, IReadOnlyList<StatedElsewhere> elsewhere)
    {
        if (elsewhere.Count > 0)
        {
            var key = RowKeys.Of(row, year);
            foreach (var stated in elsewhere.Where(e => e.File == key.File && e.Row == key.Rest))
            {
                if (stated.Column == "DOB")
                {
                    born = stated.Value.Length == 0 ? null : DateOnly.ParseExact(stated.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                }
                else
                {
                    sex = stated.Value;
                }
            }
        }

        return row switch
        {
            ReviewRow r => r with { Dob = born },
            UascRow r => r with { Dob = born, Sex = IdentityCodes.SexIn(sex, year) },
            Oc2Row r => r with { Dob = born },
            Oc3Row r => r with { Dob = born },
            Ad1Row r => r with { Dob = born },
            PlacedForAdoptionRow r => r with { Dob = born },
            PreviousPermanenceRow r => r with { Dob = born },
            MissingRow r => r with { Dob = born },
            SocialWorkerRow r => r with { Dob = born },
            DolOrderRow r => r with { Dob = born },
            _ => row,
        };
    }

    /// <summary>The row without what belongs to the child's identity.</summary>
    public static Row Bare(Row row) => row is UascRow uasc ? uasc with { Dob = null, Sex = null } : Complete(row, 0, null, null, []);

    private static IEnumerable<StatedElsewhere> Differing(Row row, DateOnly? born, string? sex, int year)
    {
        var key = RowKeys.Of(row, year);
        if (HasColumn(row, "DOB") && (DateOnly?)Cell(row, "DOB") is var own && own != born)
        {
            yield return new StatedElsewhere(key.File, key.Rest, "DOB", own?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        }

        if (HasColumn(row, "SEX") && IdentityCodes.SexFrom((string?)Cell(row, "SEX")) is var code && code != sex)
        {
            yield return new StatedElsewhere(key.File, key.Rest, "SEX", code ?? "");
        }
    }

    private static bool HasColumn(Row row, string column) => ReturnFiles.Of(row).Columns.Any(c => c.Name == column);

    private static object? Cell(Row row, string column)
    {
        var layout = ReturnFiles.Of(row);
        return HasColumn(row, column) ? layout.Value(row, layout.IndexOf(column)) : null;
    }
}

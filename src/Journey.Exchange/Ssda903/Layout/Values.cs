using System.Buffers;
using System.Globalization;

namespace Journey.Exchange.Ssda903.Layout;

/// <summary>How dates and numbers of a return are read and written.</summary>
public static class Values
{
    private static readonly string[] DateForms = ["d/M/yyyy", "yyyy-MM-dd"];

    private static readonly SearchValues<char> PartDateCharacters = SearchValues.Create("zZ/0123456789");

    /// <summary>Reads dd/mm/yyyy, with or without leading zeros, or yyyy-mm-dd.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads a number with a point, such as <c>1.0</c>.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>Reads a whole date in either style, or one with z for what is unknown (zz/05/2019), as the return writes it.</summary>
    public static bool TryPartDate(string text, out string? partDate)
    {
        partDate = TryDate(text, out var date) ? Written(date)
            : text.Length is >= 8 and <= 10 && text.Count(c => c == '/') == 2 && text.AsSpan().ContainsAny('z', 'Z')
                && !text.AsSpan().ContainsAnyExcept(PartDateCharacters) ? text.ToLowerInvariant()
            : null;
        return partDate is not null;
    }

    /// <summary>A date as the return writes it.</summary>
    public static string Written(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number without trailing zeros.</summary>
    public static string Written(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

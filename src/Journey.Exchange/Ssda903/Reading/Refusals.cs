using System.Globalization;
using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Children;

namespace Journey.Exchange.Ssda903.Reading;

/// <summary>Ends the reading of a set; never leaves the reader.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Sentence)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>The refusals of a set, each with what to do next.</summary>
internal static class Refusals
{
    private const int MostColumnsNamed = 6;
    private const int LongestHeading = 30;

    public static RefusedException TooLarge(SourceFile file, ReadLimits limits) =>
        new(new(
            RefusalCodes.FileTooLarge,
            $"{file.Name} is larger than {Size(limits.MaxBytes)}, the most that is read: take out what is not of this year, or raise the limit."));

    public static RefusedException Unreadable(SourceFile file, string what) => new(new(RefusalCodes.FileUnreadable, $"{file.Name} {what}."));

    public static RefusedException Missing(FileLayout layout) =>
        new(new(
            layout == ReturnFiles.Header ? RefusalCodes.HeaderMissing : RefusalCodes.EpisodesMissing,
            $"The set has no {layout.Name}: add the file with the columns {layout.Heading}."));

    public static RefusedException Twice(FileLayout layout, string first, string second) =>
        new(new(RefusalCodes.FileTwice, $"{first} and {second} both have the columns of {layout.Name}: leave out one of them."));

    public static RefusedException YearMismatch(string file, int outside, int all, int year) =>
        new(new(
            RefusalCodes.YearMismatch,
            $"{outside} of the {all} episodes in {file} are wholly outside the year from 1 April {year - 1} to 31 March {year}: "
            + "name the year that the return is for."));

    /// <summary>Names the nearest file and what differs. A heading is repeated only when the line is one of headings, and not a row.</summary>
    public static RefusedException Unknown(SourceFile file, IReadOnlyList<string> headings)
    {
        var stated = headings.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (nearest, shared) = ReturnFiles.All
            .Select(f => (File: f, Shared: f.Columns.Count(c => stated.Contains(c.Name))))
            .MaxBy(f => (2.0 * f.Shared / (f.File.Columns.Count + headings.Count), f.Shared));
        var sentence = shared < 2
            ? "its first line has none of the known headings. Leave it out, or give it the headings of the return."
            : $"the nearest is {nearest.Name}, but {Differences(nearest, headings)}. Correct the headings or leave the file out.";
        return new(new(RefusalCodes.FileUnknown, $"{file.Name} is not a file of this return: {sentence}"));
    }

    private static string Differences(FileLayout nearest, IReadOnlyList<string> headings)
    {
        var known = nearest.Columns.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = known.Except(headings, StringComparer.OrdinalIgnoreCase).ToList();
        var extra = headings.Where(h => !known.Contains(h)).Select(Printable).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var twice = headings.Where(known.Contains).CountBy(h => h, StringComparer.OrdinalIgnoreCase).Where(h => h.Value > 1).Select(h => h.Key).ToList();
        return string.Join("; ", new[] { Some("it lacks", missing), Some("it also has", extra), Some("it has twice", twice) }.Where(s => s.Length > 0));
    }

    private static string Some(string what, List<string> columns)
    {
        var more = columns.Count > MostColumnsNamed ? $" and {columns.Count - MostColumnsNamed} more" : "";
        return columns.Count == 0 ? "" : $"{what} {string.Join(", ", columns.Take(MostColumnsNamed))}{more}";
    }

    private static string Printable(string heading) =>
        heading.Length == 0 ? "a column without a heading"
        : heading.Length <= LongestHeading && char.IsAsciiLetter(heading[0]) && heading.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ' ') ? heading
        : "a column with an unusual heading";

    private static string Size(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");
}

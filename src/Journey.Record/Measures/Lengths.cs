namespace Journey.Record.Measures;

/// <summary>The five lengths by which plans and cases that ended are counted, in calendar months; the upper end is excluded.</summary>
internal static class Lengths
{
    /// <summary>Code, words, and months from and to (null without an end).</summary>
    public static IReadOnlyList<(string Code, string Words, int From, int? To)> All { get; } =
    [
        ("0-3", "less than 3 months", 0, 3),
        ("3-6", "3 months or more, less than 6", 3, 6),
        ("6-12", "6 months or more, less than 12", 6, 12),
        ("12-24", "12 months or more, less than 24", 12, 24),
        ("24", "24 months or more", 24, null),
    ];

    /// <summary>Whether what lasted from a day to another has a length.</summary>
    public static bool Is((string Code, string Words, int From, int? To) length, DateOnly from, DateOnly to) =>
        to >= from.AddMonths(length.From) && (length.To is not { } end || to < from.AddMonths(end));
}

namespace Journey.Record.Measures;

/// <summary>A figure as readers from outside may have it: what is left out is null.</summary>
public sealed record Disclosed(decimal? Numerator, decimal? Denominator, decimal? Share, decimal? Result)
{
    /// <summary>True when something was left out because it is small.</summary>
    public bool IsSuppressed => Numerator is null || Denominator is null;
}

/// <summary>
/// What readers from outside may know of figures: numbers from 1 to 5 are left out, others rounded to the nearest 5, shares given in whole
/// hundredths and only where neither part of the whole is small (the practice of the department's own tables of local figures). Whatever is
/// counted, nothing is told of five children or fewer. Sums keep two figures only, so that two of them do not tell one child's part. Where one part of a breakdown alone is left out, the next smallest is too, since the whole would tell it.
/// </summary>
public static class Disclosure
{
    /// <summary>The largest number that is left out.</summary>
    public const int Small = 5;

    private const int Nearest = 5;

    /// <summary>A figure for readers from outside.</summary>
    public static Disclosed Of(Figure figure)
    {
        var (numerator, denominator) = (figure.Numerator, figure.Denominator);
        var subjects = figure.Contributions.Where(c => c.InCohort).Select(c => c.Subject).Distinct().Count();
        if (IsSmall(subjects))
        {
            return new Disclosed(null, null, null, null);
        }

        var hidden = IsSmall(numerator) || IsSmall(denominator) || (figure.Measure.Kind == MeasureKind.Share && IsSmall(denominator - numerator));
        return new Disclosed(
            IsSmall(numerator) || (figure.Measure.Kind == MeasureKind.Share && IsSmall(denominator - numerator)) ? null : Rounded(numerator),
            IsSmall(denominator) ? null : Rounded(denominator),
            hidden || denominator == 0 || figure.Measure.Kind is not (MeasureKind.Share or MeasureKind.Average) ? null : decimal.Round(numerator / denominator, 2, MidpointRounding.AwayFromZero),
            hidden || figure.Result is not { } result ? null : figure.Measure.Kind switch
            {
                MeasureKind.Share => decimal.Round(result, 2, MidpointRounding.AwayFromZero),
                MeasureKind.Count => Rounded(result),
                MeasureKind.Sum => TwoFigures(result),
                _ => decimal.Round(result, 1, MidpointRounding.AwayFromZero),
            });
    }

    /// <summary>The parts of a breakdown for readers from outside, in the order given.</summary>
    public static IReadOnlyList<Disclosed> Of(IReadOnlyList<Figure> parts)
    {
        var disclosed = parts.Select(Of).ToList();
        if (disclosed.Count(d => d.IsSuppressed) == 1)
        {
            var next = Enumerable.Range(0, parts.Count).Where(i => !disclosed[i].IsSuppressed && (parts[i].Denominator != 0 || parts[i].Numerator != 0))
                .OrderBy(i => parts[i].Denominator).ThenBy(i => parts[i].Numerator).Cast<int?>().FirstOrDefault();
            if (next is { } too)
            {
                disclosed[too] = new Disclosed(null, null, null, null);
            }
        }

        return disclosed;
    }

    /// <summary>A number to the nearest 5, halves away from zero.</summary>
    private static decimal Rounded(decimal number) => decimal.Round(number / Nearest, 0, MidpointRounding.AwayFromZero) * Nearest;

    /// <summary>A number with two significant figures.</summary>
    private static decimal TwoFigures(decimal number)
    {
        var unit = 1m;
        while (Math.Abs(number) >= unit * 100)
        {
            unit *= 10;
        }

        return decimal.Round(number / unit, 0, MidpointRounding.AwayFromZero) * unit;
    }

    /// <summary>More than none, and at most <see cref="Small"/>; also below zero.</summary>
    private static bool IsSmall(decimal number) => number != 0 && Math.Abs(number) <= Small;
}

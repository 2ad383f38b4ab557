namespace Journey.Generator.Calibration;

/// <summary>
/// A published figure beside the same figure of the generated authority, counted from what was planted, never asked of Journey.
/// <paramref name="StandardError"/> is that of the generated figure. A claimed one lies within a tenth of the published figure or three
/// standard errors, whichever is more, at 5,000 children. One that is published nowhere has no number to be near.
/// </summary>
public sealed record Rate(string Name, string Source, double Published, double Generated, double StandardError, double Count, bool IsClaimed)
{
    /// <summary>True when it lies as near as a claimed one must.</summary>
    public bool IsNear => Math.Abs(Generated - Published) <= Math.Max(0.1 * Math.Abs(Published), 3 * StandardError);

    /// <summary>A share of a number of cases, published as a share (0.10 for 10 %).</summary>
    public static Rate Share(string name, string source, double published, int of, int all, bool claimed = true)
    {
        var share = all == 0 ? 0 : of / (double)all;
        return new Rate(name, source, published, share, all == 0 ? 1 : Math.Sqrt(Math.Max(Expected(published, share), 1e-9) / all), all, claimed);
    }

    /// <summary>The variance of one case: by the published share, or by the generated one where none is published.</summary>
    private static double Expected(double published, double generated) =>
        double.IsNaN(published) ? generated * (1 - generated) : published * (1 - published);

    /// <summary>
    /// A share of cases that come together: brothers and sisters share much, and so do the children of one worker. The standard error is that
    /// of such groups, and not less than that of single cases.
    /// </summary>
    public static Rate Share<T, TGroup>(string name, string source, double published, IReadOnlyCollection<T> cases, Func<T, TGroup> group, Func<T, bool> has, bool claimed = true)
    {
        var single = Share(name, source, published, cases.Count(has), cases.Count, claimed);
        var squares = cases.GroupBy(group).Sum(g => Math.Pow(g.Sum(c => (has(c) ? 1 : 0) - single.Generated), 2));
        return single with { StandardError = Math.Max(single.StandardError, Math.Sqrt(squares) / Math.Max(1, cases.Count)) };
    }

    /// <summary>A mean of some figures.</summary>
    public static Rate Mean(string name, string source, double published, IReadOnlyCollection<double> figures, bool claimed = true)
    {
        var mean = figures.Count == 0 ? 0 : figures.Average();
        var spread = figures.Count < 2 ? published : Math.Sqrt(figures.Sum(f => (f - mean) * (f - mean)) / (figures.Count - 1));
        return new Rate(name, source, published, mean, spread / Math.Sqrt(Math.Max(1, figures.Count)), figures.Count, claimed);
    }

    /// <summary>A median of some figures; its standard error is that of a mean of the same, times 1.25.</summary>
    public static Rate Median(string name, string source, double published, IReadOnlyCollection<double> figures, bool claimed = true)
    {
        var ordered = figures.Order().ToList();
        var median = ordered.Count == 0 ? 0 : ordered[ordered.Count / 2];
        return Mean(name, source, published, figures, claimed) is var mean
            ? mean with { Generated = median, StandardError = 1.25 * mean.StandardError }
            : throw new InvalidOperationException();
    }
}

/// <summary>Figures of one area.</summary>
public interface IRates
{
    /// <summary>The figures of an authority. What is counted in a year is counted in the last year of the record.</summary>
    IEnumerable<Rate> Of(Authority authority);
}

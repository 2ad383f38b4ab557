using System.Globalization;

namespace Journey.Bench;

/// <summary>Values of one thing, measured several times.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] _ascending = [.. values.Order()];

    public double Median => Percentile(50);

    public double Least => _ascending[0];

    public double Most => _ascending[^1];

    public static Sample Of(int times, Func<int, double> measure) => new(Enumerable.Range(0, times).Select(measure).ToList());

    /// <summary>The same, each value so many times as large.</summary>
    public Sample Times(double factor) => new(_ascending.Select(v => v * factor).ToList());

    /// <summary>The value that so many in a hundred do not exceed, between neighbours where it falls between them.</summary>
    public double Percentile(double inHundred)
    {
        var rank = inHundred / 100 * (_ascending.Length - 1);
        var below = (int)rank;
        var above = Math.Min(below + 1, _ascending.Length - 1);
        return _ascending[below] + ((rank - below) * (_ascending[above] - _ascending[below]));
    }

    /// <summary>The median, with the least and the most behind it.</summary>
    public string Spread(string format) => string.Create(
        CultureInfo.InvariantCulture, $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({Least.ToString(format, CultureInfo.InvariantCulture)} to {Most.ToString(format, CultureInfo.InvariantCulture)})");
}

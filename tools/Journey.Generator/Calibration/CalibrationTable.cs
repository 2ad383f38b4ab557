using System.Globalization;
using System.Text;

namespace Journey.Generator.Calibration;

/// <summary>The figures of an authority beside the published ones, as a table for people.</summary>
public static class CalibrationTable
{
    /// <summary>The file's name.</summary>
    public static string Name => "calibration.md";

    /// <summary>The table in Markdown; no figure of it is asked of Journey.</summary>
    public static string Of(Authority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var (settings, text) = (authority.Settings, new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"# Calibration\n\n{settings.Children} children, {settings.Years} years to {settings.End:yyyy-MM-dd}, seed {settings.Seed}. A claimed figure is near when it lies within a tenth of the\npublished one or three standard errors of the generated one (s.e.), whichever is more.\n\n");
        text.Append("| figure | published | generated | s.e. | n | claimed | near | source |\n| --- | ---: | ---: | ---: | ---: | --- | --- | --- |\n");
        foreach (var rate in Rates.Of(authority))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {rate.Name} | {Number(rate.Published)} | {Number(rate.Generated)} | {Number(rate.StandardError)} | {rate.Count:0} | {(rate.IsClaimed ? "yes" : "no")} | {(double.IsNaN(rate.Published) ? "-" : rate.IsNear ? "yes" : "no")} | {rate.Source} |\n");
        }

        return text.ToString();
    }

    private static string Number(double figure) => double.IsNaN(figure) ? "-" : figure.ToString(Math.Abs(figure) < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture);
}

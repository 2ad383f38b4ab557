using System.Globalization;

namespace Journey.Bench;

/// <summary>
/// What to measure and how large. <paramref name="Sizes"/> are the children of the synthetic authorities, <paramref name="Pairs"/> the random pairs
/// of clocks compared over a thousand children, <paramref name="Seconds"/> the length of what runs for a time, <paramref name="Out"/> the
/// folder for the two reports.
/// </summary>
internal sealed record Options(
    int Children, int Rounds, IReadOnlyList<int> Sizes, int Pairs, int Seconds, int Authorities, IReadOnlyList<string> Only, string? Out, bool Small)
{
    public const string Usage = """
        Journey.Bench [--small] [--children N] [--sizes N,N] [--rounds N] [--pairs N] [--seconds N] [--authorities N] [--only LIST] [--out FOLDER]
          --small          everything small, in three minutes; first, so that what follows changes it
          --children N     children of a return (default 700); append also measures a return ten times as large
          --sizes LIST     children of synthetic authorities (default 1000,10000); above 10000 in ten thousands
          --rounds N       timed rounds (default 5); quick questions are asked more often
          --pairs N        random pairs of clocks compared by pit (default 1000, fewer where there are more children)
          --seconds N      length of race and of each part of lag and tenants (default 10)
          --authorities N  the most authorities of tenants (default 50)
          --only LIST      measurements to run (default append,child,command)
          --out FOLDER     also write bench.md, bench.json and baseline.json there
        """;

    /// <summary>The seed of everything that is made up.</summary>
    public const int Seed = 903;

    private static readonly Options Usual = new(700, 5, [1_000, 10_000], 1000, 10, 50, Measurements.Usual, null, false);

    private static readonly Options OfSmall = new(50, 3, [150, 600], 20, 2, 3, Measurements.OfSmall, null, true);

    /// <summary>Null when the arguments cannot be understood.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = arguments is ["--small", ..] ? OfSmall : Usual;
        for (var i = options.Small ? 1 : 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var next = arguments[i] switch
            {
                "--children" => Number(value) is >= 10 and var children ? options with { Children = children } : null,
                "--sizes" => value.Split(',').Select(Number).ToList() is var sizes && sizes.All(s => s is >= 100 and <= Synthetic.Largest || (s > 0 && s % Synthetic.Largest == 0))
                    ? options with { Sizes = sizes }
                    : null,
                "--rounds" => Number(value) is >= 1 and var rounds ? options with { Rounds = rounds } : null,
                "--pairs" => Number(value) is >= 1 and var pairs ? options with { Pairs = pairs } : null,
                "--seconds" => Number(value) is >= 1 and var seconds ? options with { Seconds = seconds } : null,
                "--authorities" => Number(value) is >= 1 and var authorities ? options with { Authorities = authorities } : null,
                "--only" => value.Split(',') is var only && only.All(Measurements.All.ContainsKey) ? options with { Only = only } : null,
                "--out" => value.Length > 0 ? options with { Out = value } : null,
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }

    private static int Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

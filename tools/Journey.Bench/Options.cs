using System.Globalization;

namespace Journey.Bench;

/// <summary>What to measure and how large. <paramref name="Out"/> is the folder for the two reports.</summary>
internal sealed record Options(int Children, int Rounds, IReadOnlyList<string> Only, string? Out)
{
    public const string Usage = """
        Journey.Bench [--children N] [--rounds N] [--only append,child,command,large] [--out FOLDER]
          --children N    children of a return (default 700); append also measures a return ten times as large
          --rounds N      timed rounds (default 5); child reads 20 times as often
          --only LIST     measurements to run (default append,child,command)
          --out FOLDER    also write bench.md and bench.json there
        """;

    /// <summary>The seed of everything that is made up.</summary>
    public const int Seed = 903;

    /// <summary>Null when the arguments cannot be understood.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(700, 5, Measurements.Usual, null);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var next = arguments[i] switch
            {
                "--children" => Number(value) is >= 10 and var children ? options with { Children = children } : null,
                "--rounds" => Number(value) is >= 1 and var rounds ? options with { Rounds = rounds } : null,
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

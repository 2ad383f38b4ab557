namespace Journey.Record.Clocks;

/// <summary>The limits of an authority: those of the clocks, with the amounts it has set for some.</summary>
public sealed record ClockTargets
{
    /// <summary>The largest amount that can be set, in any unit.</summary>
    public const int Most = 1000;

    private readonly Dictionary<string, int> _amounts = new(StringComparer.Ordinal);

    /// <summary>Every limit as its clock has it.</summary>
    public static ClockTargets Default { get; } = new();

    /// <summary>The amounts set, by the name of the limit.</summary>
    public IReadOnlyDictionary<string, int> Amounts => _amounts;

    /// <summary>These, with one more amount; a sentence that says why not when no clock has such a limit, or it cannot be set.</summary>
    public (ClockTargets? Targets, string? Refusal) With(string name, int amount)
    {
        if (ClockCatalogue.Limits.FirstOrDefault(l => string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } limit)
        {
            return (null, $"There is no limit '{name}'.");
        }

        if (!limit.IsSettable)
        {
            return (null, $"The limit '{limit.Name}' is not for an authority to set.");
        }

        if (amount is < 0 or > Most)
        {
            return (null, $"The limit '{limit.Name}' is a number from 0 to {Most}.");
        }

        var targets = new ClockTargets();
        foreach (var (other, set) in _amounts)
        {
            targets._amounts[other] = set;
        }

        targets._amounts[limit.Name] = amount;
        return (targets, null);
    }

    /// <summary>A limit as the authority has it.</summary>
    public Limit Of(Limit limit) => limit.IsSettable && _amounts.TryGetValue(limit.Name, out var amount) ? limit with { Amount = amount } : limit;
}

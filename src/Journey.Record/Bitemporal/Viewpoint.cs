namespace Journey.Record.Bitemporal;

/// <summary>A pair of clocks: what was true at the end of a day, as the ledger stood at a position.</summary>
public readonly record struct Viewpoint(DateOnly ValidAt, long Position);

/// <summary>
/// A pair of clocks as an answer carries it: repeatable for ever by its position. <paramref name="KnownAt"/> is the instant asked for
/// (null when a position was). Not <paramref name="Final"/> means that a later event may still have become known before that instant.
/// </summary>
public sealed record Basis(string Authority, DateOnly ValidAt, long Position, DateTimeOffset? KnownAt, bool Final)
{
    /// <summary>The two clocks alone.</summary>
    public Viewpoint Viewpoint => new(ValidAt, Position);
}

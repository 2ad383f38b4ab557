namespace Journey.Record.Bitemporal;

/// <summary>What a fact says about time: the values it puts on lanes and the facts it ends.</summary>
public interface IAssertion
{
    /// <summary>The values put on lanes. Pure: the same fact always claims the same.</summary>
    IEnumerable<Claim> Claims();

    /// <summary>The facts ended. Each end closes only the fact it names and is never a change point for another.</summary>
    IEnumerable<Ending> Endings() => [];
}

/// <summary>
/// A value on a lane from a day, and if stated up to (not including) another. <paramref name="At"/> orders changes on one day.
/// An interrupting claim lies on top of the ordinary value before it, which resumes at its end; the next change point of either kind
/// ends it.
/// </summary>
public sealed record Claim(Lane Lane, object Value, DateOnly From, DateOnly? To = null, TimeOnly? At = null, bool Interrupts = false, object? Closing = null);

/// <summary>
/// The fact named ends on a day (excluded), on all its lanes or on one only. <paramref name="Closing"/> is what the end says of itself,
/// a reason.
/// </summary>
public sealed record Ending(Guid Of, DateOnly On, object? Closing = null, Lane? Only = null);

/// <summary>A lane value that can be looked for by a key, such as a worker's number.</summary>
public interface IKeyed
{
    /// <summary>The key, exact and case-sensitive.</summary>
    string Key();
}

namespace Journey.Record.Bitemporal;

/// <summary>How the facts of a lane share time.</summary>
public enum LaneKind
{
    /// <summary>One value at a time: each change point holds until the next one or its own end.</summary>
    Exclusive,

    /// <summary>Each fact is its own interval.</summary>
    Overlapping,

    /// <summary>Each fact is one day, counted in windows and never a state.</summary>
    Point,
}

/// <summary>
/// The facts of one kind, in order. A lane <see cref="Within"/> another ends where the unbroken run of the other ends in which its
/// value began: a legal status ends with the period of care.
/// </summary>
public abstract class Lane
{
    private protected Lane(string name, LaneKind kind, Type valueType, Type? closingType, Lane? within)
    {
        if (within is { Kind: not LaneKind.Exclusive } or { Within: not null })
        {
            throw new ArgumentException("A lane lies within an exclusive lane that lies within no other.", nameof(within));
        }

        Name = name;
        Kind = kind;
        ValueType = valueType;
        ClosingType = closingType;
        Within = within;
    }

    /// <summary>Stable name, lower case with hyphens; used on the wire and in the segment table.</summary>
    public string Name { get; }

    /// <summary>How facts share time here.</summary>
    public LaneKind Kind { get; }

    /// <summary>The record type of the lane's values.</summary>
    public Type ValueType { get; }

    /// <summary>The record type of what an end says (a reason), if ends say anything.</summary>
    public Type? ClosingType { get; }

    /// <summary>The lane whose runs bound this one.</summary>
    public Lane? Within { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A lane whose values are of type <typeparamref name="T"/>, compared by value.</summary>
public sealed class Lane<T> : Lane
    where T : class
{
    private Lane(string name, LaneKind kind, Type? closingType, Lane? within)
        : base(name, kind, typeof(T), closingType, within)
    {
    }

    /// <summary>One value at a time.</summary>
    public static Lane<T> Exclusive(string name, Lane? within = null, Type? closing = null) =>
        new(name, LaneKind.Exclusive, closing, within);

    /// <summary>Intervals side by side.</summary>
    public static Lane<T> Overlapping(string name, Type? closing = null) => new(name, LaneKind.Overlapping, closing, null);

    /// <summary>Single days.</summary>
    public static Lane<T> Point(string name) => new(name, LaneKind.Point, null, null);
}

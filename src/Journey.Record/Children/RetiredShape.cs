using Journey.Record.Bitemporal;

namespace Journey.Record.Children;

/// <summary>A shape in which a fact was once stored. Nothing is stored in it any more, and it is read for as long as records are kept.</summary>
public abstract class RetiredShape
{
    private protected RetiredShape(string name) => Name = name;

    /// <summary>Stored name with version, such as <c>worker_deallocated.v1</c>; of no other shape, live or retired.</summary>
    public string Name { get; }

    /// <summary>The type of the statement as it was stored.</summary>
    public abstract Type StatementType { get; }

    /// <summary>The stored statement in today's shape: the same fact id, the same correction.</summary>
    public abstract IAsserted Today(object stored);
}

/// <inheritdoc cref="RetiredShape"/>
public abstract class RetiredShape<TFact> : RetiredShape
    where TFact : class, IFact<TFact>
{
    private protected RetiredShape(string name)
        : base(name)
    {
    }

    /// <summary>The shape <typeparamref name="TOld"/>, and the pure function that says the same in today's shape.</summary>
    public static RetiredShape<TFact> Of<TOld>(string name, Func<TOld, TFact> today)
        where TOld : class => new Shape<TOld>(name, today);

    private sealed class Shape<TOld>(string name, Func<TOld, TFact> today) : RetiredShape<TFact>(name)
        where TOld : class
    {
        public override Type StatementType => typeof(Stored<TOld>);

        public override IAsserted Today(object stored)
        {
            var (factId, fact, correction) = (Stored<TOld>)stored;
            return new Asserted<TFact>(factId, today(fact), correction);
        }
    }

    /// <summary>Named as the members of <see cref="Asserted{TFact}"/>.</summary>
    private sealed record Stored<TOld>(Guid FactId, TOld Fact, Correction? Correction);
}

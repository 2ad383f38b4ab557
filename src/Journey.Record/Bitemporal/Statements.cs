namespace Journey.Record.Bitemporal;

/// <summary>One thing said about one fact: what the ledger stores.</summary>
public interface IStatement
{
    /// <summary>The fact it is said about.</summary>
    Guid FactId { get; }
}

/// <summary>A fact recorded, or corrected as a whole when <see cref="Correction"/> is given.</summary>
public interface IAsserted : IStatement
{
    /// <summary>The whole fact as it is now believed.</summary>
    IAssertion Assertion { get; }

    /// <summary>Why the earlier statement of this fact was wrong; null when it is said for the first time.</summary>
    Correction? Correction { get; }
}

/// <summary>Why a fact was corrected: a stable code and the words of the person who corrected it.</summary>
public sealed record Correction(string Code, string Reason);

/// <inheritdoc cref="IAsserted"/>
public sealed record Asserted<TFact>(Guid FactId, TFact Fact, Correction? Correction) : IAsserted
    where TFact : class, IAssertion
{
    IAssertion IAsserted.Assertion => Fact;
}

/// <summary>The fact was never true. Terminal: what is true after all is recorded as a new fact.</summary>
public sealed record Withdrawn(Guid FactId, string Code, string Reason) : IStatement;

/// <summary>From a day on the record no longer asserts the fact, without saying that it ended.</summary>
public sealed record NotReported(Guid FactId, DateOnly From) : IStatement;

/// <summary>Lifts <see cref="NotReported"/>: the same fact, unbroken from its start.</summary>
public sealed record ReportedAgain(Guid FactId) : IStatement;

using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Children;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>What a row needs from beside it to become a fact: its return's year, the child's birth and first day in care.</summary>
internal sealed record RowContext(int Year, DateOnly? Born, DateOnly InCareFrom);

/// <summary>
/// How the rows of one file and the facts of one kind become each other. Rows made from facts leave DOB and SEX blank: these belong to
/// the child's identity.
/// </summary>
internal abstract class Mapping
{
    /// <summary>The file.</summary>
    public abstract FileLayout File { get; }

    /// <summary>Columns that say the end, and why; empty where rows have none.</summary>
    public virtual IReadOnlyList<string> EndColumns => [];

    /// <summary>True where a child has one row a year, so that a leftover row of the year is the leftover fact, changed.</summary>
    public virtual bool OneAYear => false;

    /// <summary>True where a child has one such fact, whatever returns state it.</summary>
    public virtual bool OneForLife => false;

    /// <summary>True where the fact of an earlier year is restated, not stated anew.</summary>
    public virtual bool Lasts => true;

    /// <summary>True when the fact is of this kind.</summary>
    public abstract bool Is(IFact fact);

    /// <summary>The fact that a row states, its end with it where the fact holds one; null when the row says too little.</summary>
    public abstract IFact? ToFact(Row row, RowContext context);

    /// <summary>The row that a fact states in the return of a year.</summary>
    public abstract Row ToRow(string child, IFact fact, int year);

    /// <summary>The collection year of a fact of a file with rows by year.</summary>
    public virtual int YearOf(IFact fact) => 0;

    /// <summary>The fact as made, with the undated day of the one it restates.</summary>
    public virtual IFact Restating(IFact made, IFact existing) => made;

    /// <summary>The start by which a row of a later year restates an open fact; null where rows of a year stand alone.</summary>
    public virtual string? StartOf(Row row) => null;

    /// <summary>The end that a row states.</summary>
    public virtual DateOnly? EndOf(Row row) => null;

    /// <summary>The end as a fact of its own.</summary>
    public virtual IFact ToEnd(Guid start, Row row) => throw new NotSupportedException($"Rows of {File.Name} have no end.");

    /// <summary>The fact that an end names, when the fact is an end of this kind.</summary>
    public virtual Guid? Ends(IFact fact) => null;

    /// <summary>The end of another fact.</summary>
    public static IFact Renamed(IFact end, Guid start) => end switch
    {
        EpisodeEnded e => e with { Episode = start },
        MissingEnded e => e with { Missing = start },
        WorkerDeallocated e => e with { Allocation = start },
        DolOrderEnded e => e with { Order = start },
        AdoptionDecisionReversed e => e with { Decision = start },
        _ => end,
    };

    /// <summary>An end as a row states it, with what rows do not say as it was known before.</summary>
    public static IFact Completed(IFact end, IFact before) => (end, before) switch
    {
        (MissingEnded e, MissingEnded b) => e with { ReturnedAt = e.ReturnedOn == b.ReturnedOn ? b.ReturnedAt : null, FoundHow = b.FoundHow },
        (WorkerDeallocated e, WorkerDeallocated b) => e with { Reason = b.Reason },
        _ => end,
    };

    /// <summary>The row with the end that a fact of its own states.</summary>
    public virtual Row WithEnd(Row row, IFact end) => row;

    /// <summary>The row with the end columns of another; of none, blank.</summary>
    public virtual Row WithEndOf(Row row, Row? other) => row;
}

/// <inheritdoc cref="Mapping"/>
internal abstract class Mapping<TRow, TFact> : Mapping
    where TRow : Row
    where TFact : class, IFact
{
    /// <inheritdoc/>
    public override bool Is(IFact fact) => fact is TFact;

    /// <inheritdoc/>
    public override IFact? ToFact(Row row, RowContext context) => Fact((TRow)row, context);

    /// <inheritdoc/>
    public override Row ToRow(string child, IFact fact, int year) => Row(child, (TFact)fact, year);

    /// <inheritdoc/>
    public override IFact Restating(IFact made, IFact existing) => Restated((TFact)made, (TFact)existing);

    /// <inheritdoc/>
    public override int YearOf(IFact fact) => Year(fact);

    protected abstract TFact? Fact(TRow row, RowContext context);

    protected abstract TRow Row(string child, TFact fact, int year);

    protected virtual TFact Restated(TFact made, TFact existing) => made;

    private static int Year(IFact fact) => Journey.Record.Codes.CodeSet.YearOf(fact.EffectiveFrom());

    /// <summary>Text that a fact requires and a return may leave blank.</summary>
    protected static string Text(string? value) => value ?? "";

    /// <summary>Blank as nothing.</summary>
    protected static string? Blank(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

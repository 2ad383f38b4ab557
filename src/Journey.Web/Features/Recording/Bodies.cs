using System.ComponentModel;
using System.Text.Json.Serialization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Web.Features.Recording;

/// <summary>What every act says besides its facts.</summary>
public interface IActBody : IWholeBody
{
    /// <summary>The version of the record that was decided on.</summary>
    long ExpectedVersion { get; }

    /// <summary>Why, in the person's own words.</summary>
    string? Reason { get; }

    /// <summary>On whose behalf.</summary>
    string? OnBehalfOf { get; }

    /// <summary>What ties acts of one piece of work together.</summary>
    string? Correlation { get; }

    /// <summary>The steps of the act on a fact named in the route, or on those the body names.</summary>
    IReadOnlyList<Step> Steps(Guid? factId);
}

/// <summary>Nulls that the serializer lets pass because types are generic: a fact, and the entries of its lists.</summary>
internal static class Whole
{
    /// <summary>True when the fact is there and no entry of its lists is null.</summary>
    public static bool Is(IFact? fact) => fact is not null && fact.GetType().GetProperties()
        .Where(p => p.PropertyType == typeof(IReadOnlyList<string>))
        .All(p => p.GetValue(fact) is IReadOnlyList<string> list && list.All(text => text is not null));
}

/// <summary>Records a fact.</summary>
public sealed record RecordBody<TFact>(
    [property: Description("Id of the new fact, made by the caller.")] Guid FactId,
    [property: Description("Id of the event, made by the caller: the same act sent twice is one act.")] Guid EventId,
    [property: Description("The version of the record you decided on; 0 for a new one.")] long ExpectedVersion,
    TFact Fact,
    string? Reason = null,
    string? OnBehalfOf = null,
    string? Correlation = null) : IActBody
    where TFact : class, IFact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => Whole.Is(Fact);

    /// <inheritdoc/>
    public IReadOnlyList<Step> Steps(Guid? factId) => [new Step.Record(EventId, FactId, Fact)];
}

/// <summary>Corrects a fact, with the whole fact as it should have been.</summary>
public sealed record CorrectBody<TFact>(
    [property: Description("Id of the event, made by the caller.")] Guid EventId,
    [property: Description("The version of the record you decided on.")] long ExpectedVersion,
    TFact Fact,
    [property: Description("Code of the reason.")] string Code,
    [property: Description("Why, in your own words.")] string Reason,
    string? OnBehalfOf = null,
    string? Correlation = null) : IActBody
    where TFact : class, IFact
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => Whole.Is(Fact);

    /// <inheritdoc/>
    public IReadOnlyList<Step> Steps(Guid? factId) => [new Step.Correct(EventId, factId!.Value, Fact, new Correction(Code, Reason))];
}

/// <summary>Withdraws a fact that was never true.</summary>
public sealed record WithdrawBody(
    [property: Description("Id of the event, made by the caller.")] Guid EventId,
    [property: Description("The version of the record you decided on.")] long ExpectedVersion,
    [property: Description("Code of the reason.")] string Code,
    [property: Description("Why, in your own words.")] string Reason,
    string? OnBehalfOf = null,
    string? Correlation = null) : IActBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => true;

    /// <inheritdoc/>
    public IReadOnlyList<Step> Steps(Guid? factId) => [new Step.Withdraw(EventId, factId!.Value, Code, Reason)];
}

/// <summary>
/// One step of an act: with a fact it records, with a fact and a code it corrects, with a code alone it withdraws.
/// </summary>
public sealed record StepBody(
    [property: Description("Id of the event, made by the caller.")] Guid EventId,
    [property: Description("Id of the fact: a new one to record, a known one to correct or withdraw.")] Guid FactId,
    IFact? Fact = null,
    [property: Description("Code of the reason for a correction or withdrawal.")] string? Code = null,
    [property: Description("Why it is corrected or withdrawn, in your own words.")] string? Reason = null)
{
    /// <summary>The step as the record knows it.</summary>
    public Step Step() => (Fact, Code) switch
    {
        ({ } fact, null) => new Step.Record(EventId, FactId, fact),
        ({ } fact, { } code) => new Step.Correct(EventId, FactId, fact, new Correction(code, Reason ?? "")),
        (null, _) => new Step.Withdraw(EventId, FactId, Code ?? "", Reason ?? ""),
    };
}

/// <summary>Several steps on one record, all of them or none: a move is "this placement ended, that one started".</summary>
public sealed record ActsBody(
    [property: Description("The version of the record you decided on.")] long ExpectedVersion,
    [property: Description("What happens, in order; each step sees the ones before it.")] IReadOnlyList<StepBody> Acts,
    string? Reason = null,
    string? OnBehalfOf = null,
    string? Correlation = null) : IActBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => Acts.All(a => a is not null && (a.Fact is null || Whole.Is(a.Fact)));

    /// <inheritdoc/>
    public IReadOnlyList<Step> Steps(Guid? factId) => [.. Acts.Select(a => a.Step())];
}

/// <summary>Opens a child's record.</summary>
public sealed record OpenBody(
    [property: Description("Id of the child, made by the caller.")] Guid Child,
    [property: Description("Id of the opening fact, made by the caller.")] Guid FactId,
    [property: Description("Id of the event, made by the caller.")] Guid EventId,
    [property: Description("0: the record does not exist yet.")] long ExpectedVersion,
    Record.Facts.Identity.ChildRecordOpened Fact,
    string? Reason = null,
    string? OnBehalfOf = null,
    string? Correlation = null) : IActBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => Whole.Is(Fact);

    /// <inheritdoc/>
    public IReadOnlyList<Step> Steps(Guid? factId) => [new Step.Record(EventId, FactId, Fact)];
}

/// <summary>Several steps on one of the records of an act.</summary>
public sealed record RecordActsBody(
    [property: Description("Id of the record.")] Guid Record,
    [property: Description("The version of the record you decided on; 0 for a new one.")] long ExpectedVersion,
    [property: Description("What happens on it, in order; each step sees the ones before it.")] IReadOnlyList<StepBody> Acts);

/// <summary>An act that touches several records: a family's referral, a meeting about brothers and sisters. All of it or nothing.</summary>
public sealed record TogetherBody(
    [property: Description("The records, each with its steps.")] IReadOnlyList<RecordActsBody> Records,
    string? Reason = null,
    string? OnBehalfOf = null,
    string? Correlation = null) : IWholeBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => Records.All(r => r?.Acts is not null && r.Acts.All(a => a is not null && (a.Fact is null || Whole.Is(a.Fact))));
}

/// <summary>A fact that moves to the record it belongs to, where it gets an id of its own.</summary>
public sealed record MoveBody(
    [property: Description("Id of the fact in the record it is taken from.")] Guid FactId,
    [property: Description("Id of the event that withdraws it there, made by the caller.")] Guid EventId,
    [property: Description("Id of the fact in the record it moves to, made by the caller.")] Guid ToFactId,
    [property: Description("Id of the event that records it there, made by the caller.")] Guid ToEventId);

/// <summary>Moves facts that were recorded on the wrong child to the right one: withdrawn here and recorded there in one act.</summary>
public sealed record MovesBody(
    [property: Description("The version of this record that you decided on.")] long ExpectedVersion,
    [property: Description("The child they belong to.")] Guid ToChild,
    [property: Description("The version of that child's record that you decided on.")] long ToExpectedVersion,
    [property: Description("The facts, in the order in which they are recorded there.")] IReadOnlyList<MoveBody> Moves,
    [property: Description("Why, in your own words.")] string Reason,
    string? OnBehalfOf = null,
    string? Correlation = null) : IWholeBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => Moves.All(m => m is not null);
}

/// <summary>Links this record, which survives, with another record of the same child.</summary>
public sealed record LinkBody(
    [property: Description("Id of the link, made by the caller.")] Guid FactId,
    [property: Description("Id of the event on this record, made by the caller.")] Guid EventId,
    [property: Description("The version of this record that you decided on.")] long ExpectedVersion,
    [property: Description("The other record of the same child.")] Guid Other,
    [property: Description("Id of the event on the other record, made by the caller.")] Guid OtherEventId,
    [property: Description("The version of the other record that you decided on.")] long OtherExpectedVersion,
    [property: Description("The day on which it was found.")] DateOnly On,
    [property: Description("How it is known that both are one child.")] string Evidence,
    string? Reason = null,
    string? OnBehalfOf = null,
    string? Correlation = null) : IWholeBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => true;
}

/// <summary>
/// Ends a link because the two records are not of one child. Facts stay in the record that they were recorded on, but for those that move to the
/// other of the two in the same act.
/// </summary>
public sealed record UnlinkBody(
    [property: Description("Id of the event on the link's surviving record, made by the caller.")] Guid EventId,
    [property: Description("Id of the event on the other record, made by the caller.")] Guid OtherEventId,
    [property: Description("The version of the linked record that you decided on.")] long ExpectedVersion,
    [property: Description("Facts that belong to the other of the two records.")] IReadOnlyList<MoveBody> Moves,
    [property: Description("Why, in your own words.")] string Reason,
    string? OnBehalfOf = null,
    string? Correlation = null) : IWholeBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsWhole => Moves.All(m => m is not null);
}

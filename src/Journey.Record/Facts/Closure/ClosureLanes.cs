using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Closure;

/// <summary>It was proposed to close a case.</summary>
public sealed record ClosureProposal(string Reason);

/// <summary>A case was opened again after an earlier one.</summary>
public sealed record Reopening(Guid Prior);

/// <summary>Lanes of closing a case and opening it again.</summary>
public static class ClosureLanes
{
    /// <summary>Proposals.</summary>
    public static Lane<ClosureProposal> Proposals { get; } = Lane<ClosureProposal>.Point("closure-proposals");

    /// <summary>Cases opened again.</summary>
    public static Lane<Reopening> Reopenings { get; } = Lane<Reopening>.Point("reopenings");
}

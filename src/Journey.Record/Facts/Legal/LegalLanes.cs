using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Legal;

/// <summary>Legal status by its code.</summary>
public sealed record LegalStatus(string Code);

/// <summary>Lanes of legal status.</summary>
public static class LegalLanes
{
    /// <summary>The legal status under which the child is looked after.</summary>
    public static Lane<LegalStatus> LegalStatus { get; } = Lane<LegalStatus>.Exclusive("legal-status", CareLanes.Care, typeof(CareClosing));
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Family;

/// <summary>Family or friends take over the care of the child.</summary>
public sealed record KinshipArrangementMade(string Carer, string LegalBasis, DateOnly From) : IFact<KinshipArrangementMade>
{
    /// <inheritdoc/>
    public static string Name => "kinship_arrangement_made.v1";

    /// <inheritdoc/>
    public static string Noun => "kinship-arrangements";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [NetworkLanes.Kinship];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<KinshipArrangementMade>> Rules { get; } =
    [
        Guards.Known<KinshipArrangementMade>(FamilyCodes.Kinship, "unknown-code", f => f.LegalBasis),
        Guards.Said<KinshipArrangementMade>("name of the carer", f => f.Carer),
        new("reg24", "Temporary approval as a foster carer means that the child is looked after. Record the period of care first.", q =>
            q.Fact.LegalBasis == "reg24" && !q.Record.On(CareLanes.Care, q.Fact.From).Any()),
        .. Guards.InLife<KinshipArrangementMade>(),
    ];

    /// <inheritdoc/>
    public static KinshipArrangementMade Example => new("Grandmother", "SGO", new DateOnly(2025, 9, 1));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(NetworkLanes.Kinship, new KinshipArrangement(Carer, LegalBasis), From)];

    /// <inheritdoc/>
    public string Sentence() => $"{Carer} cares for the child from {Words.Date(From)}: {Words.Label(FamilyCodes.Kinship, LegalBasis)}.";
}

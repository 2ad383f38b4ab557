using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Family;

/// <summary>The group of siblings to which a child belongs.</summary>
public sealed record SiblingGroup(Guid Group, int Members, string Basis) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Group.ToString("D");
}

/// <summary>What an assessment of siblings recommends.</summary>
public sealed record SiblingAssessment(string Recommendation);

/// <summary>Siblings placed apart by decision, to be looked at again by a day.</summary>
public sealed record SiblingSeparation(string Reason, int Apart, DateOnly ReviewBy);

/// <summary>Lanes of brothers and sisters.</summary>
public static class SiblingLanes
{
    /// <summary>The sibling group: one at a time.</summary>
    public static Lane<SiblingGroup> Group { get; } = Lane<SiblingGroup>.Exclusive("sibling-group");

    /// <summary>Sibling assessments.</summary>
    public static Lane<SiblingAssessment> Assessments { get; } = Lane<SiblingAssessment>.Point("sibling-assessments");

    /// <summary>Separations, each until the siblings are together again.</summary>
    public static Lane<SiblingSeparation> Separations { get; } = Lane<SiblingSeparation>.Overlapping("sibling-separations");
}

namespace Journey.Record.Codes;

/// <summary>Code sets of family, siblings and network; our own.</summary>
public static class FamilyCodes
{
    /// <summary>Who somebody is to the child.</summary>
    public static CodeSet Relation { get; } = new(
        "relation",
        "the relations",
        new("parent", "Parent"),
        new("stepParent", "Step-parent"),
        new("sibling", "Brother or sister"),
        new("halfSibling", "Half-brother or half-sister"),
        new("stepSibling", "Step-brother or step-sister"),
        new("grandparent", "Grandparent"),
        new("auntUncle", "Aunt or uncle"),
        new("cousin", "Cousin"),
        new("carer", "Carer"),
        new("child", "The child's own child"),
        new("partner", "Partner"),
        new("friend", "Friend of the family"),
        new("other", "Somebody else"));

    /// <summary>What makes children a sibling group.</summary>
    public static CodeSet SiblingBasis { get; } = new(
        "sibling-basis",
        "the grounds of a sibling group",
        new("householdAtEntry", "Same household at entry to care"),
        new("blood", "By birth"),
        new("sharedUpbringing", "Brought up together"));

    /// <summary>Whether siblings should live together.</summary>
    public static CodeSet Together { get; } = new(
        "sibling-recommendation",
        "the recommendations on siblings",
        new("together", "Live together"),
        new("apart", "Live apart"),
        new("partly", "Some of them together"));

    /// <summary>Why siblings are placed apart.</summary>
    public static CodeSet Apart { get; } = new(
        "sibling-separation",
        "the reasons for placing siblings apart",
        new("noSufficiency", "No placement for all of them"),
        new("safety", "Safety of a child"),
        new("needs", "Needs that differ"),
        new("age", "Difference in age"),
        new("courtOrder", "Order of a court"),
        new("childWish", "Wish of a child"));

    /// <summary>How people see one another.</summary>
    public static CodeSet Mode { get; } = new(
        "family-contact-mode",
        "the modes of family time",
        new("inPerson", "In person"),
        new("video", "By video"),
        new("phone", "By telephone"),
        new("letter", "By letter"),
        new("overnight", "Overnight stay"));

    /// <summary>Legal basis of care by family or friends.</summary>
    public static CodeSet Kinship { get; } = new(
        "kinship-basis",
        "the grounds of a kinship arrangement",
        new("informal", "Informal arrangement"),
        new("s17", "Support under section 17"),
        new("reg24", "Temporary approval as a foster carer"),
        new("SGO", "Special guardianship order"),
        new("CAO", "Child arrangements order"),
        new("privateFostering", "Private fostering"));
}

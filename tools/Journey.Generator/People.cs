namespace Journey.Generator;

/// <summary>A family with its children, the eldest first. <paramref name="Postcode"/> is the home's, from <see cref="Town"/>.</summary>
public sealed record Family(int Number, string Surname, string Postcode, IReadOnlyList<Child> Children)
{
    /// <summary>The day on which the authority first hears of the family.</summary>
    public DateOnly NoticedOn { get; init; }
}

/// <summary>A child of the authority. An unborn child's <paramref name="Born"/> may lie after the first referral.</summary>
public sealed record Child(Guid Id, string LaChildId, int Family, int Place, string First, string Last, string Sex, DateOnly Born, string Ethnicity)
{
    /// <summary>Age in whole years on a day.</summary>
    public int AgeOn(DateOnly day) => day.Year - Born.Year - (day < Born.AddYears(day.Year - Born.Year) ? 1 : 0);

    /// <summary>The day on which the child turns an age.</summary>
    public DateOnly Turns(int age) => Born.AddYears(age);
}

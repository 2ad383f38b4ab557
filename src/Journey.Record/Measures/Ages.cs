using Journey.Record.Facts;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Measures;

/// <summary>How old a child is.</summary>
internal static class Ages
{
    /// <summary>Age in whole years on a day; null while no date of birth is known.</summary>
    public static int? On(Timelines child, DateOnly day) =>
        child[IdentityLanes.Birth] is [.., var last] && last.As<Birth>().Born is { } born ? Days.Age(born, day) : null;
}

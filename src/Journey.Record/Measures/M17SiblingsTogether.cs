using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Measures;

/// <summary>
/// M17: looked-after children who live with their looked-after brothers and sisters: at the same number (URN) and postcode, or with the same
/// carer. Siblings are those of the sibling group. A temporary stay leaves the placement as it is.
/// </summary>
public static class M17SiblingsTogether
{
    private static readonly IReadOnlyList<Lane> Lanes = [.. CareEpisodes.Lanes, SiblingLanes.Group];

    private static readonly Neighbours Siblings = new() { Lanes = Lanes, Speaks = Topics, Reads = Topics };

    /// <summary>With all, with any; on the last day and on the day of entry.</summary>
    public static IReadOnlyList<Measure> All { get; } =
        [AtEnd("M17-all", true), AtEnd("M17-any", false), AtEntry("M17-entry-all", true), AtEntry("M17-entry-any", false)];

    private static Measure AtEnd(string code, bool all) => new()
    {
        Code = code,
        Title = all ? "Siblings in care living together, all" : "Siblings in care living together, some",
        Cohort = "Children looked after on the last day of the window with a brother or sister who is looked after too",
        Numerator = all ? "Lives with every sibling in care" : "Lives with at least one sibling in care",
        Exclusions = "Short breaks (V3, V4)",
        Policy = "The sibling group as recorded on that day; where a home is not known, siblings do not count as together",
        Unit = "siblings in care living with the child",
        Source = "Children's Commissioner, siblings in care (2023)",
        IsAtEnd = true,
        Lanes = Lanes,
        Neighbours = Siblings,
        Of = (child, window, given) => LookedAfter.Judge(child, window, _ =>
        {
            var day = window.To.AddDays(-1);
            return Judge(child, day, given, all, t => t.At(SiblingLanes.Group, day)?.Group) ?? child.Out("No sibling in care on that day is on record.");
        }),
    };

    private static Measure AtEntry(string code, bool all) => AtEnd(code, all) with
    {
        Title = all ? "Siblings living together at entry to care, all" : "Siblings living together at entry to care, some",
        Cohort = "Periods of care that began in the window, of children with a brother or sister looked after on that day",
        Policy = "The sibling group in force on the day of entry, else the next one recorded; where a home is not known, siblings do not count as together",
        IsAtEnd = false,
        Of = (child, window, given) =>
        {
            var entries = PeriodsOfCare.Of(child).Where(p => window.Contains(p.From)).ToList();
            return entries.Count == 0
                ? [child.Out("No period of care began in the window.")]
                : entries.Select(p =>
                    (Judge(child, p.From, given, all, t => t[SiblingLanes.Group].FirstOrDefault(i => i.To > p.From)?.As<SiblingGroup>().Group)
                        ?? child.Out("No sibling in care on the day of entry is on record."))
                    with
                    { Item = p.First, On = p.From });
        },
    };

    private static IEnumerable<string> Topics(Timelines child) => child[SiblingLanes.Group].Select(i => Topic(i.As<SiblingGroup>().Group));

    private static string Topic(Guid group) => $"siblings {group:D}";

    /// <summary>The contribution on a day; null without a sibling in care.</summary>
    private static Contribution? Judge(Timelines child, DateOnly day, Given given, bool all, Func<Timelines, Guid?> groupOf)
    {
        if (groupOf(child) is not { } group)
        {
            return null;
        }

        var siblings = given.About(Topic(group))
            .Where(t => t.Subject != child.Subject && groupOf(t) == group && LookedAfter.On(LookedAfter.Episodes(t), day).Any())
            .ToList();
        if (siblings.Count == 0)
        {
            return null;
        }

        var home = Home(child, day);
        var together = siblings.Select(t => Home(t, day)).Where(h => IsOne(home, h)).ToList();
        var facts = together.Append(home).OfType<Interval>().Select(i => i.FactId)
            .Concat(child[SiblingLanes.Group].Where(i => i.As<SiblingGroup>().Group == group).Select(i => i.FactId));
        return child.In(
            all ? together.Count == siblings.Count : together.Count > 0,
            home is null ? "Where the child lives is not known." : $"Lives with {together.Count} of {Words.Count(siblings.Count, "sibling")} in care.",
            together.Count, facts);
    }

    /// <summary>The placement of a child looked after on a day, under a temporary stay the one that it left.</summary>
    internal static Interval? Home(Timelines child, DateOnly day)
    {
        var since = PeriodsOfCare.Of(child).Last(p => p.Period.Contains(day)).From;
        return child[PlacementLanes.Placement]
            .LastOrDefault(i => since <= i.From && i.From <= day && !i.Period.IsEmpty && !CareCodes.IsTemporary(i.As<Placement>().Type));
    }

    /// <summary>Whether two placements are one home: at one number and postcode, or with one carer. What is not known is no home.</summary>
    internal static bool IsOne(Interval? one, Interval? other) =>
        one?.As<Placement>() is { } a && other?.As<Placement>() is { } b
        && ((a.Postcode is not null && (a.Urn, a.Postcode) == (b.Urn, b.Postcode)) || (a.Carer is not null && a.Carer == b.Carer));
}

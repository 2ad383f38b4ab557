using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>
/// One way to break a figure down. Every item has one value, at the end of the day on which it stands, or none; so the parts add up to the whole.
/// </summary>
public sealed record Dimension
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What the parts are.</summary>
    public required string Title { get; init; }

    /// <summary>Lanes it reads.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>True when a part may be one person or one family: then it is not for readers from outside.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The value of a subject at the end of a day; null when there is none.</summary>
    public required Func<Timelines, DateOnly, string?> Of { get; init; }
}

/// <summary>Every way to break a figure down.</summary>
public static class Dimensions
{
    /// <summary>All of them, in order of code.</summary>
    public static IReadOnlyList<Dimension> All { get; } = new Dimension[]
    {
        new()
        {
            Code = "team",
            Title = "Team of the social worker allocated on the day or next within four weeks, or of the worker",
            Lanes = [AllocationLanes.SocialWorker, WorkforceLanes.Terms],
            Of = (s, day) => Allocated(s, day)?.Team ?? s.At(WorkforceLanes.Terms, day)?.Team,
        },
        new()
        {
            Code = "worker",
            Title = "Social worker allocated on the day or next within four weeks, or the worker",
            Lanes = [AllocationLanes.SocialWorker, WorkforceLanes.InPost],
            IsPersonal = true,
            Of = (s, day) => Allocated(s, day)?.Worker ?? s.At(WorkforceLanes.InPost, day)?.Key(),
        },
        new() { Code = "provider", Title = "Who provides the placement", Lanes = CareEpisodes.Lanes, Of = (s, day) => Episode(s, day)?.Provider },
        new() { Code = "placement-type", Title = "Type of placement", Lanes = CareEpisodes.Lanes, Of = (s, day) => Episode(s, day)?.Place },
        new() { Code = "legal-status", Title = "Legal status", Lanes = CareEpisodes.Lanes, Of = (s, day) => Episode(s, day)?.LegalStatus },
        new()
        {
            Code = "need",
            Title = "Need at entry to care, or else primary need",
            Lanes = [.. CareEpisodes.Lanes, FrontDoorLanes.PrimaryNeed],
            Of = (s, day) => Episode(s, day)?.Need ?? s.At(FrontDoorLanes.PrimaryNeed, day)?.Code,
        },
        new()
        {
            Code = "entry-year",
            Title = "Year in which the period of care began, named by the March it ends in",
            Lanes = [CareLanes.Care],
            Of = (s, day) => Began(s, day) is { } began ? CodeSet.YearOf(began).ToString(CultureInfo.InvariantCulture) : null,
        },
        new() { Code = "age-band", Title = "Age on the day", Lanes = [IdentityLanes.Birth], Of = AgeBand },
        new()
        {
            Code = "sibling-group",
            Title = "Sibling group",
            Lanes = [SiblingLanes.Group],
            IsPersonal = true,
            Of = (s, day) => s.At(SiblingLanes.Group, day)?.Key(),
        },
    }.OrderBy(d => d.Code, StringComparer.Ordinal).ToArray();

    /// <summary>The dimension with a code, or null.</summary>
    public static Dimension? Find(string code) => All.FirstOrDefault(d => d.Code == code);

    /// <summary>The figure of each value, in order of value; items without one come last, under null. Their sums are the sums of the whole.</summary>
    public static IReadOnlyList<(string? Value, Figure Figure)> By(this Figure figure, Dimension dimension, IEnumerable<Timelines> subjects)
    {
        var by = subjects.ToDictionary(s => s.Subject);
        var last = figure.Window.To.AddDays(-1);
        return
        [
            .. figure.Contributions.Where(c => c.InCohort)
                .GroupBy(c => dimension.Of(by[c.Subject], c.On ?? last))
                .OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, Figure.Of(figure.Measure, figure.Window, g))),
        ];
    }

    /// <summary>Who has the case on a day; what comes in at the front door is whose it becomes.</summary>
    private static Allocation? Allocated(Timelines subject, DateOnly day) => subject.At(AllocationLanes.SocialWorker, day)
        ?? subject[AllocationLanes.SocialWorker].FirstOrDefault(i => i.From > day && i.From <= day.AddDays(28))?.As<Allocation>();

    private static CareEpisode? Episode(Timelines subject, DateOnly day) =>
        LookedAfter.Episodes(subject).LastOrDefault(e => e.Period.Contains(day));

    /// <summary>First day of the unbroken run of care that holds on a day.</summary>
    private static DateOnly? Began(Timelines subject, DateOnly day)
    {
        DateOnly? began = null;
        foreach (var care in subject[CareLanes.Care].Where(i => i.From <= day && !i.Period.IsEmpty).OrderByDescending(i => i.From))
        {
            if (began is null ? !care.Period.Contains(day) : care.To < began)
            {
                break;
            }

            began = care.From;
        }

        return began;
    }

    private static string? AgeBand(Timelines subject, DateOnly day) => subject.At(IdentityLanes.Birth, day) is not { } birth
        ? subject[IdentityLanes.Birth] is [.., var last] ? Band(last.As<Birth>(), day) : null
        : Band(birth, day);

    private static string? Band(Birth birth, DateOnly day) => birth.Born is not { } born
        ? birth.Expected is null ? null : "unborn"
        : born > day ? "unborn"
        : (day.Year - born.Year - (born.AddYears(day.Year - born.Year) > day ? 1 : 0)) switch
        {
            0 => "00",
            < 5 => "01-04",
            < 10 => "05-09",
            < 16 => "10-15",
            < 18 => "16-17",
            _ => "18+",
        };
}

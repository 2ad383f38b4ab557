using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Education;

namespace Journey.Record.Measures;

/// <summary>
/// M28: instability of placement, school and social worker in the window, each, any and all three: by the thresholds of the Children's Commissioner,
/// and by those of the department's combined measure of 2025.
/// </summary>
public static class M28Instability
{
    private const string Commissioner = "Children's Commissioner, stability index";
    private const string Department = "DfE, stability of looked-after children (2025), combined high instability";

    private static readonly Threshold[] Kinds =
    [
        new("placement", "Two changes of placement or more (M1 less one)", (_, window, episodes) =>
            M1PlacementsInYear.SpellsIn(window, episodes) is { Count: >= 3 } spells ? [.. spells.SelectMany(s => s.Facts)] : null),
        new("school", "A change of school in the middle of a year or more", (child, window, _) => Moves(child, window, true)),
        new("worker", "Two changes of social worker or more", (child, window, _) =>
            M7WorkerChanges.Changes(child[AllocationLanes.SocialWorker], window) is { Count: >= 2 } changes ? [.. changes.Select(c => c.FactId)] : null),
    ];

    private static readonly Threshold[] High =
    [
        new("placement", "Three placements or more", Kinds[0].Of),
        new("school", "A change of school or more", (child, window, _) => Moves(child, window, false)),
        new("worker", "Three social workers or more", (child, window, _) =>
            M6SocialWorkersInYear.Held(child[AllocationLanes.SocialWorker], window) is var held && M6SocialWorkersInYear.Workers(held) >= 3
                ? [.. held.Select(i => i.FactId)]
                : null),
    ];

    /// <summary>Each kind, any and all three, by both sources.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        .. Kinds.Select((k, i) => Define($"M28-{k.Name}", $"Instability of {k.Name}", k.Numerator, Commissioner, Kinds, n => n[i])),
        Define("M28-any", "Instability of placement, school or worker", "At least one of the three", Commissioner, Kinds, n => n.Contains(true)),
        Define("M28-all", "Instability of placement, school and worker", "All three", Commissioner, Kinds, n => !n.Contains(false)),
        Define("M28-high-any", "High instability of placement, school or worker", "At least one of the three", Department, High, n => n.Contains(true)),
        Define("M28-high-all", "High instability of placement, school and worker", "All three", Department, High, n => !n.Contains(false)),
    ];

    private static List<Guid>? Moves(Timelines child, Period window, bool midYear) =>
        M18SchoolMoves.Moves(child, window, midYear) is { Count: > 0 } moves ? [.. moves.Select(m => m.FactId)] : null;

    private static Measure Define(string code, string title, string numerator, string source, Threshold[] kinds, Func<bool[], bool> counts) => new()
    {
        Code = code,
        Title = title,
        Cohort = "Children looked after on the last day of the window",
        Numerator = numerator,
        Exclusions = "Short breaks (V3, V4)",
        Policy = "Thresholds: " + string.Join("; ", kinds.Select(k => $"{k.Name}: {char.ToLowerInvariant(k.Numerator[0])}{k.Numerator[1..]}"))
            + ". A child whose school is not on record has no change of school",
        Unit = "kinds of instability",
        Source = source,
        Lanes = [.. CareEpisodes.Lanes, SchoolLanes.School, AllocationLanes.SocialWorker],
        Of = (child, window, _) => LookedAfter.Judge(child, window, episodes =>
        {
            var found = kinds.Select(k => k.Of(child, window, episodes)).ToArray();
            var names = kinds.Where((_, i) => found[i] is not null).Select(k => k.Name).ToList();
            return child.In(
                counts([.. found.Select(f => f is not null)]),
                names.Count == 0 ? "None of the three." : $"Instability of {Words.List(names)}.", names.Count, found.OfType<List<Guid>>().SelectMany(f => f));
        }),
    };

    /// <summary>One of the three; its facts where the child is beyond the threshold, else null.</summary>
    private sealed record Threshold(string Name, string Numerator, Func<Timelines, Period, IReadOnlyList<CareEpisode>, List<Guid>?> Of);
}

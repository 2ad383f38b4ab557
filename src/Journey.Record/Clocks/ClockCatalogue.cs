using System.Reflection;
using Journey.Record.Measures;

namespace Journey.Record.Clocks;

/// <summary>A limit of the field that no fact of the record can start or close, and why.</summary>
public sealed record ClockNotKept(string Code, string Title, string Why);

/// <summary>
/// Every clock: what the static properties of this namespace define. A clock is found where it stands, so adding one is adding a file.
/// </summary>
public static class ClockCatalogue
{
    /// <summary>All clocks, every version, in order of code and version.</summary>
    public static IReadOnlyList<Clock> All { get; } = [.. Found().OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Version)];

    /// <summary>The latest version of each, in the same order.</summary>
    public static IReadOnlyList<Clock> Latest { get; } = [.. All.GroupBy(c => c.Code).Select(g => g.Last())];

    /// <summary>Every limit, in order of name.</summary>
    public static IReadOnlyList<Limit> Limits { get; } = [.. All.SelectMany(c => c.Limits).Distinct().OrderBy(l => l.Name, StringComparer.Ordinal)];

    /// <summary>Limits of the field that are not kept.</summary>
    public static IReadOnlyList<ClockNotKept> NotKept { get; } =
    [
        new("placement-plan", "Placement plan", "No fact says that a placement plan was made."),
        new("subject-access", "Answer to a subject access request", "Requests and disclosures are not facts of the record."),
        new("rapid-review", "Rapid review after a serious incident", "No fact says that the review was sent."),
        new("agency-notice", "Four weeks' notice of an agency worker", "No fact says that notice was given."),
    ];

    /// <summary>The versions of the clock with a code, whatever its case; empty when there is none.</summary>
    public static IReadOnlyList<Clock> Find(string code) => [.. All.Where(c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase))];

    /// <summary>
    /// All that is or was due of a subject by some clocks, each under the version in force on the day it started: the latest that was in force
    /// by then.
    /// </summary>
    public static IEnumerable<Due> Dues(IEnumerable<Clock> clocks, Timelines subject, Given given, ClockTargets? targets = null)
    {
        foreach (var versions in clocks.GroupBy(c => c.Code).Select(g => g.OrderBy(c => c.Version).ToList()))
        {
            for (var i = 0; i < versions.Count; i++)
            {
                var later = versions.Skip(i + 1).Select(v => v.InForceFrom ?? DateOnly.MinValue).ToList();
                foreach (var due in versions[i].Of(subject, given, targets).Where(d => !later.Exists(from => from <= d.StartedOn)))
                {
                    yield return due;
                }
            }
        }
    }

    private static IEnumerable<Clock> Found() => typeof(ClockCatalogue).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(Clock).Namespace && t is { IsAbstract: true, IsSealed: true, IsPublic: true } && t != typeof(ClockCatalogue))
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(p => p.PropertyType == typeof(Clock))
        .Select(p => (Clock)p.GetValue(null)!);
}

using Journey.Generator.Telling;

namespace Journey.Generator;

/// <summary>A whole authority: its town, families, workers, and every act that its record is made of, in order of recording.</summary>
public sealed class Authority
{
    private Authority(Settings settings, Town town, IReadOnlyList<Family> families, IReadOnlyList<Course> courses, IReadOnlyList<Act> acts) =>
        (Settings, Town, Families, Courses, Acts) = (settings, town, families, courses, acts);

    /// <summary>What was asked for.</summary>
    public Settings Settings { get; }

    /// <summary>Where.</summary>
    public Town Town { get; }

    /// <summary>Who.</summary>
    public IReadOnlyList<Family> Families { get; }

    /// <summary>The course of each child, in the order of the families.</summary>
    public IReadOnlyList<Course> Courses { get; }

    /// <summary>The record, act by act, in order of recording; no two at one instant.</summary>
    public IReadOnlyList<Act> Acts { get; }

    /// <summary>Makes it.</summary>
    public static Authority Make(Settings settings)
    {
        var town = new Town(settings);
        var families = FamilyMaker.Of(settings, town);
        var courses = families.SelectMany(f => CourseMaker.Of(settings, f)).ToList();
        var workforce = new Workforce(settings, town, courses);
        var byChild = courses.ToDictionary(c => c.Child.Id);
        var recorder = new Recorder(settings);
        var acts = new List<Act>(recorder.Record(workforce.Happenings));
        foreach (var family in families)
        {
            var lives = family.Children.Select(c => new Life(settings, town, family, byChild[c.Id], workforce)).ToList();
            foreach (var chapter in Chapters.All)
            {
                chapter.Tell(lives);
            }

            acts.AddRange(recorder.Record(lives.SelectMany(l => l.Happenings)));
        }

        return new Authority(settings, town, families, courses, OneAfterAnother(acts));
    }

    /// <summary>In order of instant; where two meet, the later one waits a microsecond, because the ledger has one instant for each act.</summary>
    private static List<Act> OneAfterAnother(IEnumerable<Act> acts)
    {
        var ordered = new List<Act>();
        foreach (var act in acts.OrderBy(a => a.At).ThenBy(a => a.Correlation, StringComparer.Ordinal))
        {
            ordered.Add(ordered.Count > 0 && ordered[^1].At >= act.At ? act with { At = ordered[^1].At.AddMicroseconds(1) } : act);
        }

        return ordered;
    }
}

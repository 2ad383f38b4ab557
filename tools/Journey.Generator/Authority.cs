using Journey.Generator.Recording;
using Journey.Generator.Telling;

namespace Journey.Generator;

/// <summary>How far the making of an authority is: what is being done, and how much of it.</summary>
public sealed record Making(string What, int Done, int Of);

/// <summary>A whole authority: its town, families, workers, and every act that its record is made of, in order of recording.</summary>
public sealed class Authority
{
    private Authority(Settings settings, Town town, IReadOnlyList<Family> families, IReadOnlyList<Course> courses, Workforce workforce) =>
        (Settings, Town, Families, Courses, Workforce) = (settings, town, families, courses, workforce);

    /// <summary>What was asked for.</summary>
    public Settings Settings { get; }

    /// <summary>Where.</summary>
    public Town Town { get; }

    /// <summary>Who.</summary>
    public IReadOnlyList<Family> Families { get; }

    /// <summary>The course of each child, in the order of the families.</summary>
    public IReadOnlyList<Course> Courses { get; }

    /// <summary>Who works there, and who had which case.</summary>
    public Workforce Workforce { get; }

    /// <summary>The record, act by act, in order of recording; no two at one instant.</summary>
    public IReadOnlyList<Act> Acts { get; private init; } = [];

    /// <summary>What was recorded late or wrongly, knowingly.</summary>
    public IReadOnlyList<Planted> Planted { get; private init; } = [];

    /// <summary>Records that were linked, rightly or wrongly.</summary>
    public IReadOnlyList<PlantedDuplicate> Duplicates { get; private init; } = [];

    /// <summary>Makes it.</summary>
    public static Authority Make(Settings settings, IProgress<Making>? progress = null, CancellationToken cancellation = default)
    {
        var town = new Town(settings);
        var families = FamilyMaker.Of(settings, town);
        var courses = families.SelectMany(f => StayMaker.Settle(settings, town, f, CourseMaker.Of(settings, f))).ToList();
        progress?.Report(new Making("Allocating workers", 0, 1));
        var workforce = new Workforce(settings, town, courses);
        var byChild = courses.ToDictionary(c => c.Child.Id);
        var (second, duplicates) = Recording.Duplicates.Of(settings, courses);
        var happenings = new List<Happening>(workforce.Happenings);
        happenings.AddRange(second);
        for (var i = 0; i < families.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var lives = families[i].Children.Select(c => new Life(settings, town, families[i], byChild[c.Id], workforce)).ToList();
            foreach (var chapter in Chapters.All)
            {
                chapter.Tell(lives);
            }

            foreach (var life in lives)
            {
                happenings.AddRange(life.Happenings);
            }

            if (i % 100 == 0)
            {
                progress?.Report(new Making("Telling lives", i, families.Count));
            }
        }

        progress?.Report(new Making("Recording", 0, 1));
        var recorder = new Recorder(settings, workforce, courses);
        var acts = recorder.Record(happenings, duplicates, cancellation);
        return new Authority(settings, town, families, courses, workforce) { Acts = acts, Planted = recorder.Planted, Duplicates = recorder.Linked };
    }
}

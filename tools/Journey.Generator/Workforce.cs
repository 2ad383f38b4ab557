using Journey.Record.Children;
using Journey.Record.Facts.Workforce;

namespace Journey.Generator;

/// <summary>Who works for the authority, and who has which case.</summary>
public sealed class Workforce : ICaseload
{
    private const string Duty = "SW90001";

    private const string Manager = "SW90002";

    /// <summary>The workforce of an authority with these courses.</summary>
    public Workforce(Settings settings, Town town, IReadOnlyList<Course> courses)
    {
        ArgumentNullException.ThrowIfNull(town);
        ArgumentNullException.ThrowIfNull(courses);
        var chance = Chance.Of(settings.Seed, "workforce");
        Happenings =
        [
            .. new[] { Duty, Manager }.Select(number => new Happening(settings.From.AddDays(-30), new TimeOnly(9, 0), "Personnel", "personnel",
            [
                new Said(chance.Id(number), StreamKind.Worker, chance.Id($"joined {number}"), WorkerJoined.Example with { Number = number, StartOn = settings.From.AddDays(-30) }),
            ])),
        ];
    }

    /// <summary>What happens to workers and teams.</summary>
    public IReadOnlyList<Happening> Happenings { get; }

    /// <inheritdoc/>
    public string WorkerOf(Child child, DateOnly day) => Duty;

    /// <inheritdoc/>
    public string ManagerOf(Child child, DateOnly day) => Manager;
}

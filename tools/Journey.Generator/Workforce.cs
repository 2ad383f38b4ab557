using Journey.Generator.Working;

namespace Journey.Generator;

/// <summary>Who works for the authority, and who has which case.</summary>
public sealed class Workforce : ICaseload
{
    private readonly Rota _rota;
    private readonly Dictionary<Guid, Case> _cases;
    private readonly Dictionary<string, Post> _posts;

    /// <summary>The workforce of an authority with these courses.</summary>
    public Workforce(Settings settings, Town town, IReadOnlyList<Course> courses)
    {
        ArgumentNullException.ThrowIfNull(town);
        ArgumentNullException.ThrowIfNull(courses);
        _rota = new Rota(settings, town, courses);
        _rota.Run();
        _cases = _rota.Cases.ToDictionary(c => c.Course.Child.Id);
        _posts = Teams.SelectMany(t => t.Desks).SelectMany(d => d.Posts).ToDictionary(p => p.Number, StringComparer.Ordinal);
    }

    /// <summary>What happens to workers and teams, and who is allocated to whom.</summary>
    public IReadOnlyList<Happening> Happenings => _rota.Told;

    /// <summary>Teams, each with its desks and who held them.</summary>
    public IReadOnlyList<Team> Teams => _rota.Teams;

    /// <summary>The children whom a team ever had, in the order of the families.</summary>
    public IReadOnlyList<Case> Cases => _rota.Cases;

    /// <inheritdoc/>
    public string WorkerOf(Child child, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(child);
        return _cases.GetValueOrDefault(child.Id)?.SocialWorkers.FindLast(h => h.Holds(day)) is { } held && held.Post.Holds(day) && held.Post.AwayOn(day) is null
            ? held.Post.Number
            : TeamOf(child, day).Keeper(DeskKind.Duty, day).Number;
    }

    /// <inheritdoc/>
    public string ManagerOf(Child child, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(child);
        return TeamOf(child, day).Keeper(DeskKind.Manager, day).Number;
    }

    /// <summary>True when the number is a worker's who is in post on a day.</summary>
    public bool InPost(string number, DateOnly day) => _posts.TryGetValue(number, out var post) && post.Holds(day);

    /// <summary>Who acts on a day in the place of a worker: the worker while in post, else whoever manages the team; another name stands as it is.</summary>
    public string ActingFor(string by, DateOnly day) => !_posts.TryGetValue(by, out var post) || post.Holds(day)
        ? by
        : post.Desk.Team.Keeper(DeskKind.Manager, day).Number;

    /// <summary>The first day on which a worker is no longer in post; null for whoever stays or is no worker.</summary>
    public DateOnly? LastOf(string by) => _posts.TryGetValue(by, out var post) ? post.To : null;

    private Team TeamOf(Child child, DateOnly day) => _rota.Of(
        child, _cases.GetValueOrDefault(child.Id)?.Spans.LastOrDefault(s => s.From <= day && day < s.To)?.Stage ?? Stage.Assessment);
}

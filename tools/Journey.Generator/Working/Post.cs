using Journey.Record.Children;

namespace Journey.Generator.Working;

/// <summary>A worker in post, from a day up to a day, which is not included; no end while nothing ends it.</summary>
public sealed class Post(string number, Guid record, Guid fact, Desk desk, string kind, string stage, DateOnly startOn, DateOnly from)
{
    private readonly List<(DateOnly From, string Kind, decimal Fte, string Role)> _terms = [];
    private readonly List<Away> _away = [];

    /// <summary>The worker's number.</summary>
    public string Number => number;

    /// <summary>The worker's stream.</summary>
    public Guid Record => record;

    /// <summary>The fact of joining.</summary>
    public Guid Fact => fact;

    /// <summary>The desk.</summary>
    public Desk Desk => desk;

    /// <summary>Stage of the career when joining.</summary>
    public string Stage => stage;

    /// <summary>The day on which the worker joined the authority, which may lie long before the record.</summary>
    public DateOnly StartOn => startOn;

    /// <summary>The first day at this desk within the record.</summary>
    public DateOnly From => from;

    /// <summary>The first day out of post.</summary>
    public DateOnly? To { get; internal set; }

    /// <summary>Permanent or agency when joining.</summary>
    public string Kind => kind;

    /// <summary>Terms in order, the first from the day of joining.</summary>
    public IReadOnlyList<(DateOnly From, string Kind, decimal Fte, string Role)> Terms => _terms;

    /// <summary>Absences in order; none reaches the end of the post.</summary>
    public IReadOnlyList<Away> Absences => _away;

    /// <summary>Cases held as allocated social worker just now.</summary>
    internal List<Case> Cases { get; } = [];

    /// <summary>Cases held in another role just now.</summary>
    internal List<Support> Supports { get; } = [];

    /// <summary>True once the leaving is told.</summary>
    internal bool Left { get; set; }


    /// <summary>True when in post on a day.</summary>
    public bool Holds(DateOnly day) => from <= day && (To is not { } to || day < to);

    /// <summary>The absence that holds on a day.</summary>
    public Away? AwayOn(DateOnly day) => _away.Find(a => a.From <= day && day < a.To);

    /// <summary>The terms on a day.</summary>
    public (string Kind, decimal Fte, string Role) On(DateOnly day)
    {
        var at = _terms.FindLastIndex(t => t.From <= day);
        var (_, k, fte, role) = _terms[Math.Max(0, at)];
        return (k, fte, role);
    }

    internal void Change(DateOnly day, string newKind, decimal fte, string role) => _terms.Add((day, newKind, fte, role));

    internal void Leave(Away away) => _away.Add(away);
}

/// <summary>An absence from a day up to the day of return; <paramref name="Kind"/> by its code.</summary>
public sealed record Away(DateOnly From, DateOnly To, string Kind)
{
    /// <summary>Days away.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}

/// <summary>What a desk is for.</summary>
public enum DeskKind
{
    /// <summary>Holds cases as allocated social worker.</summary>
    Holder,

    /// <summary>Takes what nobody is allocated to; always somebody in post.</summary>
    Duty,

    /// <summary>Manages; always somebody in post.</summary>
    Manager,

    /// <summary>Holds cases in another role.</summary>
    Supporter,

    /// <summary>Qualified, without cases.</summary>
    Other,
}

/// <summary>A post in the establishment of a team, held by one worker after another.</summary>
public sealed class Desk(Team team, string number, DeskKind kind, string role, decimal fte, DateOnly from, Chance chance)
{
    /// <summary>The team.</summary>
    public Team Team => team;

    /// <summary>The number of the post.</summary>
    public string Number => number;

    /// <summary>What it is for.</summary>
    public DeskKind Kind => kind;

    /// <summary>The role of its holders, by its code.</summary>
    public string Role => role;

    /// <summary>Full-time equivalent of the establishment.</summary>
    public decimal Fte => fte;

    /// <summary>The day it was created.</summary>
    public DateOnly From => from;

    /// <summary>The day it was given up.</summary>
    public DateOnly? To { get; internal set; }

    /// <summary>Who held it, in order.</summary>
    public List<Post> Posts { get; } = [];

    /// <summary>When nobody permanent held it.</summary>
    public List<(DateOnly From, DateOnly? To, Guid Fact)> Vacancies { get; } = [];

    /// <summary>Who holds it just now.</summary>
    internal Post? Holder { get; set; }

    /// <summary>True when it will not be filled again.</summary>
    internal bool Closing { get; set; }

    internal Chance Chance => chance;

    /// <summary>True when the desk belongs to the establishment on a day.</summary>
    public bool Stands(DateOnly day) => from <= day && (To is not { } to || day < to);
}

/// <summary>A team with its desks.</summary>
public sealed class Team(string name, string area, Guid record, double casesPerFte)
{
    private readonly List<(DateOnly From, string Name)> _names = [(DateOnly.MinValue, name)];

    /// <summary>The name it was formed under.</summary>
    public string First => name;

    /// <summary>The part of the authority.</summary>
    public string Area => area;

    /// <summary>The team's stream.</summary>
    public Guid Record => record;

    /// <summary>The cases that a full-time worker holds in the mean.</summary>
    public double CasesPerFte => casesPerFte;

    /// <summary>The desks, in order of number.</summary>
    public List<Desk> Desks { get; } = [];

    /// <summary>The name on a day.</summary>
    public string Called(DateOnly day) => _names.FindLast(n => n.From <= day).Name;

    /// <summary>The worker who holds a kind of desk on a day; the first ever when none does.</summary>
    public Post Keeper(DeskKind kind, DateOnly day)
    {
        Post? any = null;
        foreach (var desk in Desks.Where(d => d.Kind == kind))
        {
            foreach (var post in desk.Posts)
            {
                if (post.Holds(day))
                {
                    return post;
                }

                any ??= post;
            }
        }

        return any ?? throw new InvalidOperationException($"{name} has no {kind}.");
    }

    internal void Rename(DateOnly day, string to) => _names.Add((day, to));
}

/// <summary>An allocation of a worker to a child in a role, from a day up to a day.</summary>
public sealed class Held(Post post, Guid fact, string role, string? reason, DateOnly from)
{
    /// <summary>Whose.</summary>
    public Post Post => post;

    /// <summary>The fact of allocation.</summary>
    public Guid Fact => fact;

    /// <summary>The role by its code.</summary>
    public string Role => role;

    /// <summary>Why this worker took over.</summary>
    public string? Reason => reason;

    /// <summary>The first day.</summary>
    public DateOnly From => from;

    /// <summary>The first day no longer held.</summary>
    public DateOnly? To { get; internal set; }

    /// <summary>True when it holds on a day.</summary>
    public bool Holds(DateOnly day) => from <= day && (To is not { } to || day < to);
}

/// <summary>One child's case as the teams hold it.</summary>
public sealed class Case(Course course, IReadOnlyList<CaseSpan> spans, Chance chance)
{
    /// <summary>The course.</summary>
    public Course Course => course;

    /// <summary>When which team is responsible, in order.</summary>
    public IReadOnlyList<CaseSpan> Spans => spans;

    /// <summary>Allocated social workers, in order.</summary>
    public List<Held> SocialWorkers { get; } = [];

    /// <summary>Everybody else, in order of beginning.</summary>
    public List<Held> Others { get; } = [];

    internal Chance Chance => chance;

    /// <summary>The allocation that holds just now.</summary>
    internal Held? Now { get; set; }

    /// <summary>The team that is responsible just now.</summary>
    internal Team? Team { get; set; }

    /// <summary>The first day on which no team is responsible any more, of the stretch that holds.</summary>
    internal DateOnly Until { get; set; }

    /// <summary>Where and why the case waits for a worker.</summary>
    internal (Desk? Desk, string Reason, Post? Before)? Waiting { get; set; }

    /// <summary>Counts what is told of the case, so that each has an id of its own.</summary>
    internal int Told { get; set; }

    /// <summary>True once a personal adviser is planned.</summary>
    internal bool Advised { get; set; }
}

/// <summary>A worker's part in a case beside the allocated social worker's, from a day up to a day.</summary>
internal sealed class Support(Case of, string role, Team team, DateOnly to)
{
    public Case Case => of;

    public string Role => role;

    public Team Team => team;

    public DateOnly To => to;

    public Held? Now { get; set; }
}

/// <summary>Steps of records by kind, as the workforce tells them.</summary>
internal static class Saying
{
    public static Said OfWorker(Post post, Guid factId, IFact fact) => new(post.Record, StreamKind.Worker, factId, fact);

    public static Said OfTeam(Team team, Guid factId, IFact fact) => new(team.Record, StreamKind.Team, factId, fact);

    public static Said OfChild(Case of, Guid factId, IFact fact) => new(of.Course.Child.Id, StreamKind.Child, factId, fact);
}

using Journey.Record.Children;

namespace Journey.Generator;

/// <summary>One child's life as it is being told. Chapters add what happens; nothing after the last day of the record is kept.</summary>
public sealed class Life(Settings settings, Town town, Family family, Course course, ICaseload caseload)
{
    private readonly List<Happening> _happenings = [];
    private readonly Chance _chance = Chance.Of(settings.Seed, $"life {course.Child.LaChildId}");

    /// <summary>What is being made.</summary>
    public Settings Settings => settings;

    /// <summary>Where.</summary>
    public Town Town => town;

    /// <summary>The child's family.</summary>
    public Family Family => family;

    /// <summary>The child.</summary>
    public Child Child => course.Child;

    /// <summary>The course that is told.</summary>
    public Course Course => course;

    /// <summary>Everything told so far.</summary>
    public IReadOnlyList<Happening> Happenings => _happenings;

    /// <summary>True when the day is part of the record.</summary>
    public bool Reaches(DateOnly day) => day <= settings.End;

    /// <summary>Chances of a part of this life.</summary>
    public Chance Part(string part) => _chance.Of(part);

    /// <summary>The fact id of a purpose; the same wherever in the life it is asked for.</summary>
    public Guid Id(string purpose) => _chance.Id(purpose);

    /// <summary>The number of the social worker who has the case on the day; without one, the duty worker of the team.</summary>
    public string Worker(DateOnly day) => caseload.WorkerOf(Child, day);

    /// <summary>The number of the manager of whoever has the case on the day.</summary>
    public string Manager(DateOnly day) => caseload.ManagerOf(Child, day);

    /// <summary>Tells one fact of this child; a day after the record's last is not told, and then this is false.</summary>
    public bool Tell(DateOnly on, TimeOnly at, string purpose, IFact fact, string? by = null, string role = "practitioner", bool aside = false) =>
        Tell(on, at, by ?? Worker(on), role, aside, (purpose, fact));

    /// <summary>Tells several facts of this child as one act.</summary>
    public bool Tell(DateOnly on, TimeOnly at, string by, string role, bool aside, params ReadOnlySpan<(string Purpose, IFact Fact)> facts)
    {
        if (!Reaches(on))
        {
            return false;
        }

        var said = new List<Said>(facts.Length);
        foreach (var (purpose, fact) in facts)
        {
            said.Add(new Said(Child.Id, StreamKind.Child, Id(purpose), fact));
        }

        _happenings.Add(new Happening(on, at, by, role, said, aside));
        return true;
    }

    /// <summary>Tells facts of several children as one act; it stands in this child's life and touches the others' records.</summary>
    public bool TellTogether(DateOnly on, TimeOnly at, string by, string role, IReadOnlyList<(Life Life, string Purpose, IFact Fact)> facts)
    {
        if (!Reaches(on))
        {
            return false;
        }

        _happenings.Add(new Happening(on, at, by, role, [.. facts.Select(f => new Said(f.Life.Child.Id, StreamKind.Child, f.Life.Id(f.Purpose), f.Fact))]));
        return true;
    }

    /// <summary>Tells a fact of something that is no child, such as an agency; it stands in this child's life only to be told once.</summary>
    public bool TellElsewhere(DateOnly on, TimeOnly at, string by, string role, StreamKind kind, string record, string purpose, IFact fact)
    {
        if (!Reaches(on))
        {
            return false;
        }

        _happenings.Add(new Happening(on, at, by, role, [new Said(Id(record), kind, Id(purpose), fact)]));
        return true;
    }
}

/// <summary>Who has which case on which day.</summary>
public interface ICaseload
{
    /// <summary>The social worker allocated on the day, else the team's duty worker; always somebody in post.</summary>
    string WorkerOf(Child child, DateOnly day);

    /// <summary>The manager of that worker; always somebody in post.</summary>
    string ManagerOf(Child child, DateOnly day);
}

/// <summary>A part of the telling: it adds happenings to the lives of one family's children, from their courses.</summary>
public interface IChapter
{
    /// <summary>Tells it, for the children of one family in order of age.</summary>
    void Tell(IReadOnlyList<Life> lives);
}

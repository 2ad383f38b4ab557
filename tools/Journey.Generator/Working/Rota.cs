using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Workforce;

namespace Journey.Generator.Working;

/// <summary>
/// Lives the workforce through, day by day: desks are opened as cases come, workers take them and leave them, and every case sits with one
/// of them or waits. What is planned for a day is done in order of <see cref="Phase"/> and then of planning.
/// </summary>
internal sealed class Rota
{
    private readonly Settings _settings;
    private readonly Chance _chance;
    private readonly DateOnly _from;
    private readonly List<Action<DateOnly>>?[] _plan;
    /// <summary>Why an allocation ends, and another begins, when the worker leaves the role.</summary>
    private const string Left = "LEFTRL";

    private readonly List<Happening> _told = [];

    // Agreed ahead; held only when both are still in post on the day.
    private readonly List<(Post Before, Post Next, DateOnly On, TimeOnly At, Said Said)> _handovers = [];
    private readonly Dictionary<Team, int[]> _demand = [];
    private readonly Dictionary<Guid, Case> _waiting = [];
    private int _workers;

    public Rota(Settings settings, Town town, IReadOnlyList<Course> courses)
    {
        _settings = settings;
        _chance = Chance.Of(settings.Seed, "workforce");
        var allocation = Chance.Of(settings.Seed, "allocation");
        Cases = [.. courses.Select(c =>
        {
            var chance = allocation.Of(c.Child.LaChildId);
            return new Case(c, CaseSpan.Of(c, chance), chance);
        }).Where(c => c.Spans.Count > 0)];
        var first = Cases.Select(c => c.Spans[0].From).Append(settings.From).Min();
        _from = Monday(first.AddDays(-40));
        _plan = new List<Action<DateOnly>>?[(settings.End.DayNumber - _from.DayNumber + 1) * Phases];
        (Assessment, Safeguarding) = (Two(town.Teams[0], town.Teams[1]), Two(town.Teams[2], town.Teams[3]));
        InCare = Team(town.Teams[4], "Care", Staffing.Caseload);
        Leaving = Team(town.Teams[5], "Care", 21);
        Reviewing = Team("Independent Reviewing", "Quality", 62);
        FamilyHelp = Team("Family Help", "Help", 17);
        Fostering = Team("Fostering and Permanence", "Care", 0);
        Directorate = Team("Children's Directorate", "Directorate", 0);
        Teams = [.. Assessment, .. Safeguarding, InCare, Leaving, Reviewing, FamilyHelp, Fostering, Directorate];
    }

    private enum Phase
    {
        Join,
        Leave,
        Close,
        Hold,
        Talk,
    }

    private static int Phases => 5;

    public IReadOnlyList<Case> Cases { get; }

    public IReadOnlyList<Team> Teams { get; }

    public IReadOnlyList<Happening> Told => _told;

    private Team[] Assessment { get; }

    private Team[] Safeguarding { get; }

    private Team InCare { get; }

    private Team Leaving { get; }

    private Team Reviewing { get; }

    private Team FamilyHelp { get; }

    private Team Fostering { get; }

    private Team Directorate { get; }

    /// <summary>Lives every day.</summary>
    public void Run()
    {
        foreach (var of in Cases)
        {
            Plan(of);
        }

        Found();
        for (var month = First(_from.AddMonths(1)); month <= _settings.End; month = month.AddMonths(1))
        {
            On(month, Phase.Join, Fit);
        }

        Reorganise();
        for (var slot = 0; slot < _plan.Length; slot++)
        {
            var day = _from.AddDays(slot / Phases);
            for (var i = 0; _plan[slot] is { } due && i < due.Count; i++)
            {
                due[i](day);
            }

            _plan[slot] = null;
        }

        foreach (var (before, next, on, at, said) in _handovers.Where(h => h.Before.Holds(h.On) && h.Next.Holds(h.On)))
        {
            Tell(on, at, before.Number, "practitioner", said);
        }
    }

    /// <summary>The team that a span of a child's case belongs to.</summary>
    public Team Of(Child child, Stage stage) => stage switch
    {
        Stage.Assessment => Assessment[child.Family % 2],
        Stage.Safeguarding => Safeguarding[child.Family % 2],
        _ => InCare,
    };

    private static DateOnly Monday(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    private static DateOnly Saturday(DateOnly day) => day.AddDays(6 - (int)day.DayOfWeek);

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private Team[] Two(string north, string south) => [Team(north, "North", Staffing.Caseload), Team(south, "South", Staffing.Caseload)];

    private Team Team(string name, string area, double casesPerFte)
    {
        var team = new Team(name, area, _chance.Id($"team {name}"), casesPerFte);
        _demand.Add(team, new int[_settings.End.DayNumber - _from.DayNumber + 2]);
        return team;
    }

    private void On(DateOnly day, Phase phase, Action<DateOnly> what)
    {
        if (day >= _from && day <= _settings.End)
        {
            (_plan[((day.DayNumber - _from.DayNumber) * Phases) + (int)phase] ??= []).Add(what);
        }
    }

    private void Tell(DateOnly on, TimeOnly at, string by, string role, params ReadOnlySpan<Said> said) => Tell(on, at, by, role, null, said);

    private void Tell(DateOnly on, TimeOnly at, string by, string role, int? late, params ReadOnlySpan<Said> said)
    {
        if (on <= _settings.End)
        {
            var aside = said[^1].Kind == StreamKind.Child || said[0].Fact is SupervisionHeld;
            _told.Add(new Happening(on, at, by, role, [.. said], aside) { DaysLate = late });
        }
    }

    /// <summary>Plans when a case changes hands and who else is needed, and counts it as work for its teams.</summary>
    private void Plan(Case of)
    {
        for (var i = 0; i < of.Spans.Count; i++)
        {
            var span = of.Spans[i];
            var last = i;
            while (last + 1 < of.Spans.Count && of.Spans[last + 1].From == of.Spans[last].To)
            {
                last++;
            }

            var (team, until) = (Of(of.Course.Child, span.Stage), of.Spans[last].To);
            Count(team, span.From, span.To);
            On(span.From, Phase.Hold, day => Open(of, team, until, day));
            if (last == i)
            {
                On(span.To, Phase.Close, day => Close(of, day));
            }

            if (span.Stage != Stage.Assessment)
            {
                if (of.Chance.Happens(span.Stage == Stage.Safeguarding ? 0.22 : 0.06))
                {
                    Help(of, "familyHelp", FamilyHelp, span.From.AddDays(of.Chance.Whole(5, 40)), Earlier(span.To, span.From.AddDays(of.Chance.Whole(90, 330))));
                }

                if (of.Chance.Happens(0.07))
                {
                    Help(of, "secondWorker", team, span.From.AddDays(of.Chance.Whole(10, 90)), Earlier(span.To, span.From.AddDays(of.Chance.Whole(120, 400))));
                }
            }
        }

        foreach (var care in of.Course.Care)
        {
            Help(of, "IRO", Reviewing, care.From.AddDays(of.Chance.Whole(1, 6)), care.To ?? CaseSpan.Never);
            var advised = of.Course.Child.Turns(16) is var sixteen && sixteen > care.From.AddDays(91) ? sixteen : care.From.AddDays(91);
            if ((care.To ?? CaseSpan.Never) > advised && care.EndCode is not ("E2" or "E11" or "E12") && !of.Advised)
            {
                of.Advised = true;
                var ends = of.Course.Child.Turns(of.Chance.Happens(0.75) ? 21 : 25).AddDays(of.Chance.Whole(-60, 60));
                Help(of, "PA", Leaving, advised.AddDays(of.Chance.Whole(20, 420)), Died(of.Course) ?? ends);
            }
        }
    }

    private static DateOnly? Died(Course course) => course.Care.Where(c => c.EndCode == "E2").Select(c => c.To).FirstOrDefault();

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private void Count(Team team, DateOnly from, DateOnly to)
    {
        var demand = _demand[team];
        if (from <= _settings.End)
        {
            demand[Math.Max(0, from.DayNumber - _from.DayNumber)]++;
            demand[Math.Min(demand.Length - 1, to.DayNumber - _from.DayNumber)]--;
        }
    }

    /// <summary>The establishment with which the record begins.</summary>
    private void Found()
    {
        foreach (var demand in _demand.Values)
        {
            for (var i = 1; i < demand.Length; i++)
            {
                demand[i] += demand[i - 1];
            }
        }

        foreach (var team in Teams)
        {
            Add(team, DeskKind.Manager, team == Directorate ? "seniorManager" : "firstLine", 1.0m, _from);
            if (team == Directorate)
            {
                Add(team, DeskKind.Manager, "middleManager", 1.0m, _from);
                Add(team, DeskKind.Manager, "middleManager", 1.0m, _from);
                continue;
            }

            if (IsOfHolders(team))
            {
                Add(team, DeskKind.Duty, "noCases", 1.0m, _from);
                Add(team, DeskKind.Holder, "caseHolder", 1.0m, _from);
            }
            else if (team.CasesPerFte > 0)
            {
                Add(team, DeskKind.Supporter, team == Reviewing ? "noCases" : "caseHolder", 1.0m, _from);
            }
        }

        Fit(_from);
        foreach (var team in Teams)
        {
            var members = team.Desks.Select(d => d.Holder?.Number).OfType<string>().ToList();
            Tell(_from, new TimeOnly(8, 30), "Personnel", "personnel", Saying.OfTeam(team, _chance.Id($"formed {team.First}"), new TeamFormed(
                team.First, team.Area, members, team == FamilyHelp ? ["Health visiting", "Schools"] : [], _from)));
            if (IsOfHolders(team))
            {
                Tell(_from, new TimeOnly(8, 40), "Personnel", "personnel", Saying.OfTeam(
                    team, _chance.Id($"target 0 {team.First}"), new CaseloadTargetSet("caseHolder", 18m, null, _from)));
                if (_settings.Years > 2)
                {
                    var on = First(_settings.From.AddMonths((_settings.Years * 6) + 1));
                    Tell(on, new TimeOnly(10, 0), "Personnel", "personnel", Saying.OfTeam(
                        team, _chance.Id($"target 1 {team.First}"), new CaseloadTargetSet("caseHolder", 16m, _chance.Id($"target 0 {team.First}"), on)));
                }
            }
        }
    }

    private bool IsOfHolders(Team team) => team == InCare || Array.IndexOf(Assessment, team) >= 0 || Array.IndexOf(Safeguarding, team) >= 0;

    /// <summary>Opens desks where the next two months bring more work than there are workers for; gives desks up where there is too little.</summary>
    private void Fit(DateOnly day)
    {
        var holders = 0m;
        foreach (var team in Teams.Where(t => t.CasesPerFte > 0))
        {
            var kind = IsOfHolders(team) ? DeskKind.Holder : DeskKind.Supporter;
            var needed = Work(team, day) / team.CasesPerFte;
            var there = (double)team.Desks.Where(d => d.Kind == kind && d.Stands(day) && !d.Closing).Sum(d => d.Fte);
            while (there * Working + 0.5 < needed)
            {
                var fte = Staffing.Fte(_chance, false);
                Add(team, kind, team == Reviewing ? "noCases" : "caseHolder", fte, day);
                there += (double)fte;
            }

            while ((there * Working) - 1.0 > needed && Spare(team, kind, day) is { } spare)
            {
                GiveUp(spare, day);
                there -= (double)spare.Fte;
            }

            holders += kind == DeskKind.Holder ? (decimal)there : 0;
        }

        var others = Fostering.Desks.Where(d => d.Kind == DeskKind.Other && d.Stands(day) && !d.Closing).Sum(d => d.Fte);
        while (others + 0.5m < holders * 0.35m)
        {
            Add(Fostering, DeskKind.Other, _chance.Happens(0.2) ? "seniorPractitioner" : "noCases", 1.0m, day);
            others += 1.0m;
        }
    }

    /// <summary>The share of the establishment's time that is worked, with cover and long absence reckoned.</summary>
    private const double Working = 0.955;

    private double Work(Team team, DateOnly day)
    {
        var demand = _demand[team];
        var (from, to) = (Math.Max(0, day.DayNumber - _from.DayNumber), Math.Min(demand.Length - 1, day.DayNumber - _from.DayNumber + 60));
        var sum = 0.0;
        for (var i = from; i < to; i++)
        {
            sum += demand[i];
        }

        return sum / Math.Max(1, to - from);
    }

    private static Desk? Spare(Team team, DeskKind kind, DateOnly day)
    {
        var standing = team.Desks.Where(d => d.Kind == kind && d.Stands(day) && !d.Closing).ToList();
        return standing.Count < 2 ? null : standing.Find(d => d.Holder is null) ?? standing.Find(d => d.Holder!.On(day).Kind == "agency") ?? standing[^1];
    }

    private void GiveUp(Desk desk, DateOnly day)
    {
        desk.Closing = true;
        if (desk.Holder is null)
        {
            desk.To = day;
            Filled(desk, day, null);
        }
        else if (desk.Holder.On(day).Kind == "agency")
        {
            Until(desk.Holder, Saturday(day.AddDays(21)));
        }
    }

    private void Add(Team team, DeskKind kind, string role, decimal fte, DateOnly day)
    {
        var number = $"{string.Concat(team.First.Split(' ').Select(w => w[0]))}-{team.Desks.Count + 1:000}";
        var desk = new Desk(team, number, kind, role, fte, day, _chance.Of($"desk {team.First} {number}"));
        team.Desks.Add(desk);
        if (desk.Chance.Happens(1 - Staffing.Vacant))
        {
            Join(desk, day, false, null);
        }
        else
        {
            Vacate(desk, day);
            if (kind is DeskKind.Manager or DeskKind.Duty || desk.Chance.Happens(Staffing.Covered))
            {
                Join(desk, day, true, Stint(desk, day));
            }
            else
            {
                Cover(desk, day.AddDays(desk.Chance.Whole(5, 45)));
            }
        }
    }

    /// <summary>The post is vacant from a day, until a day that is drawn now.</summary>
    private void Vacate(Desk desk, DateOnly day)
    {
        var until = Monday(day.AddDays(45 + (int)desk.Chance.Wait(Staffing.VacancyDays - 45)));
        var fact = desk.Chance.Id($"vacancy {desk.Vacancies.Count}");
        desk.Vacancies.Add((day, null, fact));
        Tell(day, new TimeOnly(11, 0), "Personnel", "personnel", Saying.OfTeam(
            desk.Team, fact, new VacancyOpened(desk.Number, desk.Fte, desk.Chance.Happens(Staffing.Covered), day)));
        var vacancy = desk.Vacancies.Count;
        On(until, Phase.Join, d =>
        {
            if (desk.Vacancies.Count == vacancy)
            {
                Appoint(desk, d);
            }
        });
    }

    private static bool IsVacant(Desk desk) => desk.Vacancies is [.., (_, null, _)];

    private void Filled(Desk desk, DateOnly day, Post? by)
    {
        if (desk.Vacancies is [.., (var from, null, var fact)])
        {
            desk.Vacancies[^1] = (from, day, fact);
            Tell(day, new TimeOnly(11, 30), "Personnel", "personnel", Saying.OfTeam(
                desk.Team, desk.Chance.Id($"filled {desk.Vacancies.Count}"), new VacancyFilled(fact, by?.Number, day)));
        }
    }

    /// <summary>Somebody permanent takes the desk: sometimes the agency worker who sits there.</summary>
    private void Appoint(Desk desk, DateOnly day)
    {
        if (desk.Closing || !desk.Stands(day) || !IsVacant(desk))
        {
            return;
        }

        if (desk.Holder is { } agency && desk.Chance.Happens(0.12))
        {
            agency.Change(day, "permanent", desk.Fte, agency.On(day).Role);
            Until(agency, Tenure(desk, day));
            Filled(desk, day, agency);
            Tell(day, new TimeOnly(12, 0), "Personnel", "personnel", Saying.OfWorker(
                agency, desk.Chance.Id($"kept {agency.Number}"), new WorkerTermsChanged("permanent", desk.Fte, agency.On(day).Role, desk.Team.Called(day), day)));
            return;
        }

        var before = desk.Holder;
        Join(desk, day, false, null);
        Filled(desk, day, desk.Holder);
        if (before is not null)
        {
            Until(before, Saturday(day));
        }
    }

    private static DateOnly Tenure(Desk desk, DateOnly day) => Saturday(day.AddDays(30 + (int)desk.Chance.Wait((365.25 / Staffing.Leaving) - 30)));

    private static DateOnly Stint(Desk desk, DateOnly day) => Saturday(day.AddDays(60 + (int)desk.Chance.Wait(Staffing.StintDays - 60)));

    /// <summary>An agency worker comes, unless somebody permanent has come in the meantime.</summary>
    private void Cover(Desk desk, DateOnly day)
    {
        day = Monday(day);
        On(day, Phase.Join, d =>
        {
            if (desk is { Holder: null, Closing: false } && desk.Stands(d) && IsVacant(desk))
            {
                Join(desk, d, true, Stint(desk, d));
            }
        });
    }

    /// <summary>Sets the last day, and what follows from it.</summary>
    private void Until(Post post, DateOnly to)
    {
        post.To = to;
        On(to, Phase.Leave, day =>
        {
            if (post.To == day && post.Left is false)
            {
                post.Left = true;
                Leave(post, day);
            }
        });
        if (post.Desk.Kind is DeskKind.Manager or DeskKind.Duty)
        {
            On(to.AddDays(-5), Phase.Join, day =>
            {
                if (post.To == to && post.Desk.Holder == post)
                {
                    var agency = post.On(day).Kind == "agency" || post.Desk.Chance.Happens(0.5);
                    Join(post.Desk, day, agency, agency ? Stint(post.Desk, day) : null);
                    if (!agency)
                    {
                        Filled(post.Desk, day, post.Desk.Holder);
                    }
                }
            });
        }
    }

    private void Join(Desk desk, DateOnly day, bool agency, DateOnly? until)
    {
        var chance = desk.Chance;
        var kind = agency ? "agency" : "permanent";
        var newly = !agency && desk.Kind == DeskKind.Holder && chance.Happens(day == _from ? 0.1 : 0.3);
        var role = desk.Role == "caseHolder" && !newly && chance.Happens(0.2) ? "seniorPractitioner" : desk.Role;
        var fte = agency ? 1.0m : desk.Fte;
        var started = day == _from && !newly ? Monday(day.AddDays(-30 - (int)chance.Wait(agency ? 150 : 1500))) : day;
        var number = $"SW{90000 + ++_workers}";
        var stage = desk.Kind == DeskKind.Manager ? (role == "seniorManager" ? "leader" : "supervisor") : newly ? "ASYE" : "frontline";
        var post = new Post(number, _chance.Id($"worker {number}"), _chance.Id($"joined {number}"), desk, kind, stage, started, day);
        post.Change(started, kind, fte, role);
        desk.Posts.Add(post);
        desk.Holder = post;
        Tell(day, new TimeOnly(7, 30), "Personnel", "personnel", Saying.OfWorker(post, post.Fact, new WorkerJoined(
            number, kind, fte, role, desk.Team.Called(day), Staffing.WhereFrom(chance, agency, newly), stage, started)));
        Until(post, until ?? Tenure(desk, day));
        if (desk.Kind is not (DeskKind.Manager or DeskKind.Duty))
        {
            BeAway(post, day);
        }

        if (!agency)
        {
            ChangeTerms(post, day);
        }

        if (desk.Kind is DeskKind.Holder or DeskKind.Supporter)
        {
            On(Workday(day.AddDays(chance.Whole(10, 25))), Phase.Talk, d => Supervise(post, d));
            On(day, Phase.Hold, d => TakeOver(desk, d));
        }
    }

    /// <summary>Absences of the years to come, as far as the post and the record reach.</summary>
    private void BeAway(Post post, DateOnly from)
    {
        var chance = post.Desk.Chance;
        var last = post.To!.Value < _settings.End ? post.To.Value.AddDays(-12) : _settings.End.AddDays(400);
        for (var day = from.AddDays(20); ;)
        {
            day = Workday(day.AddDays(1 + (int)chance.Wait(Staffing.WellDays)));
            var parental = post.Kind == "permanent" && chance.Happens(0.022);
            var away = new Away(day, day.AddDays(parental ? chance.Whole(180, 320) : Staffing.SickDays(chance)), parental ? "MAT" : "SIC");
            if (away.To >= last || day > _settings.End)
            {
                return;
            }

            day = away.To.AddDays(3);
            On(away.From, Phase.Join, d =>
            {
                if (post.To is { } to && away.To > to.AddDays(-1))
                {
                    return;
                }

                Start(post, away);
            });
        }
    }

    private void Start(Post post, Away away)
    {
        post.Leave(away);
        var (absent, number) = (post.Desk.Chance.Id($"away {post.Number} {away.From:O}"), post.Number);
        var known = away.Days <= 10;
        Tell(away.From, new TimeOnly(9, 15), "Personnel", "personnel", known ? away.Days : null, Saying.OfWorker(post, absent, new WorkerAbsent(away.Kind, away.From, known ? away.To : null)));
        if (!known)
        {
            Tell(away.To, new TimeOnly(9, 0), "Personnel", "personnel", Saying.OfWorker(post, post.Desk.Chance.Id($"back {number} {away.To:O}"), new WorkerReturned(absent, away.To)));
        }

        if (away.Days < 28 || post.Desk.Kind != DeskKind.Holder)
        {
            return;
        }

        var given = new List<Case>();
        On(Workday(away.From.AddDays(post.Desk.Chance.Whole(3, 12))), Phase.Hold, day =>
        {
            foreach (var of in post.Cases.ToList())
            {
                if (of.Chance.Happens(0.85) && of.Until > day.AddDays(10) && Pick(of.Team!, day, post) is { } cover)
                {
                    Allocate(of, cover, day, "ABSENC");
                    given.Add(of);
                }
            }
        });
        On(Workday(away.To.AddDays(2)), Phase.Hold, day =>
        {
            foreach (var of in given.Where(c => c.Now is not null && c.Now.Post != post && c.Team == post.Desk.Team && c.Until > day.AddDays(10)).ToList())
            {
                if (post.Holds(day.AddDays(20)) && of.Chance.Happens(0.25))
                {
                    Allocate(of, post, day, "MANAGE");
                }
            }
        });
    }

    private void ChangeTerms(Post post, DateOnly from)
    {
        var chance = post.Desk.Chance;
        for (var day = Monday(from.AddDays(300 + (int)chance.Wait(2200))); day <= _settings.End; day = Monday(day.AddDays(300 + (int)chance.Wait(2200))))
        {
            On(day, Phase.Join, d =>
            {
                if (!post.Holds(d.AddDays(14)))
                {
                    return;
                }

                var (kind, fte, role) = post.On(d);
                var promoted = role == "caseHolder" && chance.Happens(0.55);
                role = promoted ? "seniorPractitioner" : role;
                fte = promoted ? fte : chance.Pick<decimal>((1.0m, 4), (0.8m, 4), (0.6m, 2));
                if ((kind, fte, role) != post.On(d))
                {
                    post.Change(d, kind, fte, role);
                    Tell(d, new TimeOnly(10, 0), "Personnel", "personnel", Saying.OfWorker(
                        post, chance.Id($"terms {post.Number} {d:O}"), new WorkerTermsChanged(kind, fte, role, post.Desk.Team.Called(d), d)));
                }
            });
        }
    }

    /// <summary>A worker leaves: the leaving and the end of every allocation are one act. Then each case goes to somebody else, or waits.</summary>
    private void Leave(Post post, DateOnly day)
    {
        var (desk, chance) = (post.Desk, post.Desk.Chance);
        var agency = post.On(day).Kind == "agency";
        var manager = desk.Team.Keeper(DeskKind.Manager, day);
        var said = new List<Said>
        {
            Saying.OfWorker(post, chance.Id($"left {post.Number}"), new WorkerLeft(post.Fact, Staffing.WhyLeft(chance, agency), Staffing.WhereTo(chance, agency), day)),
        };
        var (cases, supports) = (post.Cases.ToList(), post.Supports.ToList());
        foreach (var of in cases)
        {
            said.Add(End(of, day, Left));
        }

        foreach (var support in supports)
        {
            said.Add(End(support, day, Left));
        }

        Tell(day, new TimeOnly(7, 0), manager == post ? "Personnel" : manager.Number, "manager", [.. said]);
        foreach (var of in cases.Where(c => c.Until > day))
        {
            var straight = of.Chance.Happens(of.Team == InCare ? 0.82 : agency ? 0.4 : 0.6) && of.Until > day.AddDays(5);
            if (straight && Pick(of.Team!, day, post) is { } next)
            {
                Handover(of, post, next, day.AddDays(-of.Chance.Whole(1, 6)), 0.75);
                Allocate(of, next, day, Left, post);
            }
            else
            {
                Wait(of, desk, Left, post, day, of.Team == InCare ? 6 : 20);
            }
        }

        foreach (var support in supports.Where(s => s.To > day))
        {
            Assist(support, Workday(day.AddDays(support.Case.Chance.Whole(1, 16))));
        }

        if (desk.Holder == post)
        {
            desk.Holder = null;
        }

        if (desk.Closing)
        {
            desk.To = day;
            Filled(desk, day, null);
        }
        else if (desk.Holder is null)
        {
            if (!IsVacant(desk))
            {
                Vacate(desk, day);
            }

            Cover(desk, day.AddDays(agency ? chance.Whole(1, 22) : chance.Whole(1, 50)));
        }
        else if (!agency && desk.Holder.On(day).Kind == "agency" && !IsVacant(desk))
        {
            Vacate(desk, day);
        }
    }

    /// <summary>The cases that waited at a desk go to whoever takes it.</summary>
    private void TakeOver(Desk desk, DateOnly day)
    {
        if (desk.Holder is not { } post || desk.Kind != DeskKind.Holder)
        {
            return;
        }

        foreach (var of in _waiting.Values.Where(c => c.Waiting?.Desk == desk).OrderBy(c => c.Course.Child.LaChildId, StringComparer.Ordinal).ToList())
        {
            Allocate(of, post, day, of.Waiting!.Value.Reason, of.Waiting.Value.Before);
        }
    }

    private void Open(Case of, Team team, DateOnly until, DateOnly day)
    {
        var before = of.Now?.Post;
        (of.Team, of.Until) = (team, until);
        if (before is null && of.Waiting is null)
        {
            var known = of.SocialWorkers.Count == 0 ? null : of.SocialWorkers[^1];
            var again = known is not null && day.DayNumber - known.To!.Value.DayNumber < 200 && known.Post.Desk.Team == team && known.Post.Holds(day.AddDays(30)) && known.Post.AwayOn(day) is null;
            if (again && of.Chance.Happens(0.35))
            {
                Allocate(of, known!.Post, day, "FCONTA");
            }
            else if (of.Chance.Happens(0.72))
            {
                Choose(of, "FCONTA", null, day);
            }
            else
            {
                Wait(of, null, "FCONTA", null, day, 3);
            }

            On(Workday(day.AddDays(of.Chance.Whole(20, 60))), Phase.Talk, d => Oversee(of, d));
        }
        else if (before is not null && before.Desk.Team != team)
        {
            // Many a case comes into care in the middle of proceedings, and who began them sees them through.
            var (atOnce, most) = team == InCare ? (0.52, 280) : (0.7, 28);
            if (of.Chance.Happens(atOnce))
            {
                Move(of, "TSPROC", before, day);
            }
            else
            {
                On(Workday(day.AddDays(of.Chance.Whole(2, most))), Phase.Hold, d =>
                {
                    if (of.Now?.Post == before && of.Team == team && of.Until > d)
                    {
                        Move(of, "TSPROC", before, d);
                    }
                });
            }
        }
        else if (of.Waiting is { } waiting)
        {
            of.Waiting = (null, waiting.Before is null ? "FCONTA" : "TSPROC", waiting.Before);
        }
    }

    /// <summary>Another team's worker takes the case, or nobody does for a while.</summary>
    private void Move(Case of, string reason, Post before, DateOnly day)
    {
        if (of.Chance.Happens(0.07))
        {
            Tell(day, new TimeOnly(16, 0), before.Desk.Team.Keeper(DeskKind.Manager, day).Number, "manager", End(of, day));
            Wait(of, null, reason, before, day, of.Team == InCare ? 5 : 14);
        }
        else if (Pick(of.Team!, day, before) is { } next)
        {
            Handover(of, before, next, day, 0.8);
            Allocate(of, next, day, reason, before);
        }
    }

    private void Choose(Case of, string reason, Post? before, DateOnly day)
    {
        if (Pick(of.Team!, day, before) is { } post)
        {
            Allocate(of, post, day, reason, before);
        }
        else
        {
            Wait(of, null, reason, before, day, 6);
        }
    }

    private void Wait(Case of, Desk? desk, string reason, Post? before, DateOnly day, double patience)
    {
        of.Waiting = (desk, reason, before);
        _waiting[of.Course.Child.Id] = of;
        On(Workday(day.AddDays(1 + (int)of.Chance.Wait(patience))), Phase.Hold, d =>
        {
            if (of.Waiting is { } waiting && of.Until > d)
            {
                Choose(of, waiting.Reason, waiting.Before, d);
            }
        });
    }

    private void Close(Case of, DateOnly day)
    {
        of.Waiting = null;
        _waiting.Remove(of.Course.Child.Id);
        if (of.Now is { } now)
        {
            Tell(day, new TimeOnly(15, 0), now.Post.Number, "practitioner", End(of, day));
        }

        of.Team = null;
    }

    private static Said End(Case of, DateOnly day, string? reason = null)
    {
        var now = of.Now!;
        now.To = day;
        now.Post.Cases.Remove(of);
        of.Now = null;
        return Saying.OfChild(of, of.Chance.Id($"ended {now.Fact}"), new WorkerDeallocated(now.Fact, day, reason));
    }

    private static Said End(Support support, DateOnly day, string? reason = null)
    {
        var now = support.Now!;
        now.To = day;
        now.Post.Supports.Remove(support);
        support.Now = null;
        return Saying.OfChild(support.Case, support.Case.Chance.Id($"ended {now.Fact}"), new WorkerDeallocated(now.Fact, day, reason));
    }

    /// <summary>The worker of a team with most room: in post for some time to come, and there.</summary>
    private Post? Pick(Team team, DateOnly day, Post? not) => Roomiest(team, day, not, 14) ?? Roomiest(team, day, not, 0)
        ?? (team == Assessment[0] ? Roomiest(Assessment[1], day, not, 7)
            : team == Assessment[1] ? Roomiest(Assessment[0], day, not, 7)
            : team == Safeguarding[0] ? Roomiest(Safeguarding[1], day, not, 7)
            : team == Safeguarding[1] ? Roomiest(Safeguarding[0], day, not, 7) : null);

    private static Post? Roomiest(Team team, DateOnly day, Post? not, int days)
    {
        var (best, least) = ((Post?)null, double.MaxValue);
        foreach (var desk in team.Desks)
        {
            if (desk is { Kind: DeskKind.Holder, Holder: { } post } && post != not && post.Holds(day) && post.Holds(day.AddDays(days)) && post.AwayOn(day) is null)
            {
                var room = (double)post.On(day).Fte * (post.Stage == "ASYE" && day.DayNumber - post.From.DayNumber < 365 ? 0.75 : 1);
                var load = (post.Cases.Count + 0.5) / room;
                (best, least) = load < least ? (post, load) : (best, least);
            }
        }

        return best;
    }

    private void Allocate(Case of, Post post, DateOnly day, string reason, Post? before = null)
    {
        before ??= of.Now?.Post;
        if (of.Now is { } now)
        {
            now.To = day;
            now.Post.Cases.Remove(of);
        }

        of.Waiting = null;
        _waiting.Remove(of.Course.Child.Id);
        var fact = of.Chance.Id($"allocated {of.SocialWorkers.Count}");
        of.Now = new Held(post, fact, Allocation.SocialWorker, reason, day);
        of.SocialWorkers.Add(of.Now);
        post.Cases.Add(of);
        var manager = post.Desk.Team.Keeper(DeskKind.Manager, day).Number;
        var isLate = of.Chance.Happens(0.11) && (before is null || before.Holds(day.AddDays(75)) || !before.Holds(day)) && post.Holds(day.AddDays(75));
        Tell(day, new TimeOnly(9, 40), manager, "manager", isLate ? 8 + (int)of.Chance.Wait(14) : null, Saying.OfChild(
            of, fact, new WorkerAllocated(day, post.Number, Allocation.SocialWorker, post.Desk.Team.Called(day), reason)));
        if (before is not null && before != post && reason is not (Left or "TSPROC"))
        {
            Handover(of, before, post, day, 0.55);
        }

        if (before is not null && before != post && of.Course.Child.AgeOn(day) >= 4 && of.Chance.Happens(0.6))
        {
            var told = Workday(day.AddDays(of.Chance.Whole(-6, 12)));
            if (told < Earlier(of.Until, CaseSpan.LastDay(of.Course)))
            {
                var by = told < day && before.Holds(told) ? before : post.Holds(told) ? post : before;
                Tell(told, new TimeOnly(16, 10), by.Number, "practitioner", Saying.OfChild(of, Next(of, "told"), new ChildToldOfWorkerChange(by.Number, Phrases.View(of.Chance), told, null)));
            }
        }

        Watch(of, of.Now, day);
    }

    private static Guid Next(Case of, string what) => of.Chance.Id($"{what} {of.Told++}");

    /// <summary>A handover near a day: mostly held, sometimes weeks late, sometimes never.</summary>
    private void Handover(Case of, Post before, Post next, DateOnly day, double held)
    {
        if (!of.Chance.Happens(held))
        {
            return;
        }

        var on = Workday(of.Chance.Happens(0.2) ? day.AddDays(of.Chance.Whole(8, 40)) : day.AddDays(of.Chance.Whole(-3, 5)));
        if (on < of.Course.Child.Born || on >= Earlier(of.Until, CaseSpan.LastDay(of.Course)))
        {
            return;
        }

        var said = Saying.OfChild(of, Next(of, "handover"), new HandoverHeld(
            before.Number, next.Number, of.Chance.Happens(0.35), Phrases.Handover(of.Chance), Phrases.OpenRisks(of.Chance), of.Chance.Count(3), on, new TimeOnly(13, 30)));
        _handovers.Add((before, next, on, new TimeOnly(14, of.Chance.Whole(0, 4) * 15), said));
    }

    /// <summary>Some day a change comes for reasons of the case.</summary>
    private void Watch(Case of, Held held, DateOnly day)
    {
        var inCare = of.Course.CareOn(day) is not null;
        var wait = of.Chance.Wait(365.25 / (inCare ? Staffing.ChangesInCare(of.Course.Child.AgeOn(day)) : Staffing.ChangesInNeed));
        On(Workday(day.AddDays(wait > 180 ? 180 : 14 + (int)wait)), Phase.Hold, d =>
        {
            if (of.Now != held || of.Until <= d.AddDays(10))
            {
                return;
            }

            if (wait > 180 || Pick(of.Team!, d, held.Post) is not { } next)
            {
                Watch(of, held, d);
                return;
            }

            Allocate(of, next, d, Staffing.WhyChanged(of.Chance, of, d), held.Post);
        });
    }

    private void Help(Case of, string role, Team team, DateOnly from, DateOnly to)
    {
        if (from >= to)
        {
            return;
        }

        if (!IsOfHolders(team))
        {
            Count(team, from, to);
        }

        var support = new Support(of, role, team, to);
        On(to, Phase.Close, day =>
        {
            if (support.Now is { } now)
            {
                Tell(day, new TimeOnly(15, 20), now.Post.Number, "practitioner", End(support, day));
            }
        });
        Assist(support, Workday(from));
    }

    private void Assist(Support support, DateOnly from) => On(from, Phase.Hold, day =>
    {
        if (support.To <= day)
        {
            return;
        }

        var kind = IsOfHolders(support.Team) ? DeskKind.Holder : DeskKind.Supporter;
        var post = support.Team.Desks
            .Where(d => d.Kind == kind && d.Holder is { } h && h.Holds(day.AddDays(7)) && h.AwayOn(day) is not { Days: > 27 } && h != support.Case.Now?.Post)
            .Select(d => d.Holder!)
            .MinBy(h => (h.Supports.Count + h.Cases.Count + 0.5) / (double)h.On(day).Fte);
        if (post is null)
        {
            Assist(support, Workday(day.AddDays(7)));
            return;
        }

        var held = new Held(post, support.Case.Chance.Id($"{support.Role} {support.Case.Others.Count}"), support.Role, null, day);
        support.Now = held;
        support.Case.Others.Add(held);
        post.Supports.Add(support);
        Tell(day, new TimeOnly(9, 50), post.Desk.Team.Keeper(DeskKind.Manager, day).Number, "manager", Saying.OfChild(
            support.Case, held.Fact, new WorkerAllocated(day, post.Number, support.Role, post.Desk.Team.Called(day), null)));
    });

    private void Supervise(Post post, DateOnly day)
    {
        if (!post.Holds(day))
        {
            return;
        }

        var chance = post.Desk.Chance;
        On(Workday(day.AddDays(chance.Whole(24, 38))), Phase.Talk, d => Supervise(post, d));
        if (post.AwayOn(day) is not null || chance.Happens(0.16))
        {
            return;
        }

        var all = post.Cases.Concat(post.Supports.Select(s => s.Case)).Distinct().ToList();
        var first = all.Count == 0 ? 0 : chance.Whole(0, all.Count);
        var discussed = Enumerable.Range(0, Math.Min(all.Count, chance.Whole(4, 10))).Select(i => all[(first + i) % all.Count].Course.Child.Id).ToList();
        Tell(day, new TimeOnly(11, chance.Whole(0, 60)), post.Desk.Team.Keeper(DeskKind.Manager, day).Number, "manager", Saying.OfWorker(
            post, chance.Id($"supervised {post.Number} {day:O}"), new SupervisionHeld(post.Desk.Team.Keeper(DeskKind.Manager, day).Number, discussed, chance.Happens(0.4), day, new TimeOnly(10, 0))));
    }

    private void Oversee(Case of, DateOnly day)
    {
        if (of.Team is null || of.Until <= day || of.Course.Child.Born > day)
        {
            return;
        }

        On(Workday(day.AddDays(of.Chance.Whole(70, 150))), Phase.Talk, d => Oversee(of, d));
        var (question, decision, other, why) = Phrases.Oversight(of.Chance);
        var manager = of.Team.Keeper(DeskKind.Manager, day).Number;
        Tell(day, new TimeOnly(12, 20), manager, "manager", Saying.OfChild(of, Next(of, "oversight"), new ManagementDecisionRecorded(
            question, decision, of.Chance.Happens(0.6) ? [decision, other] : [], manager, why, day, null, day.AddDays(of.Chance.Whole(60, 120)))));
    }

    /// <summary>Once in a record of four years, twice in one of eight: teams have other names, and many cases other workers.</summary>
    private void Reorganise()
    {
        if (_settings.Years >= 4)
        {
            Reorganise(First(_settings.From.AddMonths(_settings.Years * 5)).AddDays(7), Safeguarding, "Family Safeguarding", ["Police", "Health"], "Safeguarding teams now work with police and health under one roof.", 0.25);
        }

        if (_settings.Years >= 8)
        {
            Reorganise(First(_settings.From.AddMonths(_settings.Years * 9)).AddDays(5), Assessment, "Family Help and Assessment", ["Schools"], "Assessment and family help became one.", 0.35);
        }
    }

    private void Reorganise(DateOnly on, Team[] teams, string called, IReadOnlyList<string> agencies, string reason, double moved)
    {
        on = Monday(on);
        foreach (var team in teams)
        {
            On(on, Phase.Leave, day =>
            {
                team.Rename(day, $"{called} {team.Area}");
                var members = team.Desks.Select(d => d.Holder).OfType<Post>().Where(p => p.Holds(day)).ToList();
                Tell(day, new TimeOnly(8, 45), "Personnel", "personnel", Saying.OfTeam(
                    team, _chance.Id($"reorganised {team.First}"), new TeamReorganised(team.Called(day), team.Area, [.. members.Select(p => p.Number)], agencies, reason, day)));
                foreach (var post in members)
                {
                    var (kind, fte, role) = post.On(day);
                    Tell(day, new TimeOnly(8, 50), "Personnel", "personnel", Saying.OfWorker(
                        post, post.Desk.Chance.Id($"moved {post.Number} {day:O}"), new WorkerTermsChanged(kind, fte, role, team.Called(day), day)));
                }
            });
            On(on, Phase.Hold, day =>
            {
                foreach (var of in team.Desks.Select(d => d.Holder).OfType<Post>().SelectMany(p => p.Cases).ToList())
                {
                    if (of.Until > day.AddDays(14) && of.Now!.From < day && of.Chance.Happens(moved) && Pick(team, day, of.Now.Post) is { } next)
                    {
                        Allocate(of, next, day, "ORGRST", of.Now.Post);
                    }
                }
            });
        }
    }
}

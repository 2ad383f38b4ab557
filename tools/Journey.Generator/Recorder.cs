using Journey.Generator.Recording;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Visits;
using Journey.Record.Facts.Workforce;

namespace Journey.Generator;

/// <summary>
/// Turns what happened into acts as people record them: each some time after it happened, in working hours, never before anything it names,
/// and on each record in the order in which it happened unless it stands aside. Some is recorded late, wrongly or on the wrong record, and
/// put right later; all of that is in <see cref="Planted"/>.
/// </summary>
public sealed class Recorder
{
    private const int LateFrom = 28;

    private readonly Settings _settings;
    private readonly Workforce _workforce;
    private readonly DateTimeOffset _end;
    private readonly Dictionary<Guid, Course> _courses;
    private readonly Dictionary<int, List<Guid>> _families = [];
    private readonly Dictionary<string, List<Guid>> _namesakes = new(StringComparer.Ordinal);
    private readonly List<Act> _acts = [];
    private readonly List<(Planted Planted, int Recorded, int? PutRight)> _planted = [];
    private readonly List<(PlantedDuplicate Planted, int Linked, int? Unlinked)> _links = [];
    private readonly Dictionary<Guid, DateTimeOffset> _latest = [];
    private readonly Dictionary<Guid, DateTimeOffset> _recorded = [];
    private readonly Dictionary<Guid, DateTimeOffset> _opened = [];
    private readonly Dictionary<string, DateTimeOffset> _joined = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<DateOnly>> _reviews = [];
    private readonly HashSet<Guid> _named = [];
    private readonly Dictionary<(string, string), Actor> _actors = [];
    private Hours _hours = new(DateOnly.MinValue, DateOnly.MinValue);

    /// <summary>A recorder of an authority's acts.</summary>
    public Recorder(Settings settings, Workforce workforce, IReadOnlyList<Course> courses)
    {
        ArgumentNullException.ThrowIfNull(courses);
        (_settings, _workforce, _end) = (settings, workforce, London.EndOf(settings.End));
        _courses = courses.ToDictionary(c => c.Child.Id);
        foreach (var child in courses.Select(c => c.Child))
        {
            Into(_families, child.Family, child.Id);
            Into(_namesakes, child.Last, child.Id);
        }
    }

    /// <summary>What was recorded late or wrongly, knowingly, in order of recording.</summary>
    public IReadOnlyList<Planted> Planted { get; private set; } = [];

    /// <summary>The records that were linked, with the instants at which they were, in order of linking.</summary>
    public IReadOnlyList<PlantedDuplicate> Linked { get; private set; } = [];

    /// <summary>The acts, in order of recording, no two at one instant. What would be recorded after the end of the record is left out.</summary>
    public IReadOnlyList<Act> Record(
        IReadOnlyList<Happening> happenings, IReadOnlyList<PlantedDuplicate> duplicates, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(duplicates);
        ArgumentNullException.ThrowIfNull(happenings);
        var order = InOrder(happenings);
        foreach (var happening in happenings)
        {
            foreach (var said in happening.Said)
            {
                _named.UnionWith(References.Of(said.Fact));
                if (Habit.IsReview(said.Fact.GetType()))
                {
                    Into(_reviews, said.Record, happening.On);
                }
            }
        }

        foreach (var reviews in _reviews.Values)
        {
            reviews.Sort();
        }

        if (order.Length > 0)
        {
            _hours = new Hours(happenings[order[0]].On, _settings.End.AddDays(400));
        }

        foreach (var at in order)
        {
            cancellation.ThrowIfCancellationRequested();
            Record(happenings[at]);
        }

        foreach (var duplicate in duplicates)
        {
            Link(duplicate);
        }

        return Finished();
    }

    /// <summary>
    /// Two records are linked in one act on both. Where that was wrong, a contact recorded on the surviving one meanwhile belongs to the other, and
    /// moves there in the act that unlinks them.
    /// </summary>
    private void Link(PlantedDuplicate duplicate)
    {
        var chance = Chance.Of(_settings.Seed, "links").Of(FormattableString.Invariant($"{duplicate.Survivor} {duplicate.Absorbed}"));
        var opened = Latest(_opened.GetValueOrDefault(duplicate.Survivor, DateTimeOffset.MaxValue), _opened.GetValueOrDefault(duplicate.Absorbed, DateTimeOffset.MaxValue));
        var at = Hours.Within(_hours.Next(duplicate.LinkOn), chance);
        at = opened == DateTimeOffset.MaxValue || at > opened ? at : Later(opened, 3, chance);
        if (opened == DateTimeOffset.MaxValue || at >= _end)
        {
            return;
        }

        var (link, day) = (chance.NextId(), London.DateOf(at));
        var fact = new ChildRecordsLinked(duplicate.Survivor, duplicate.Absorbed, "The same name and date of birth; the same school.", day);
        Guid[] both = [duplicate.Survivor, duplicate.Absorbed];
        var linked = Add(at, "Records team", "administrator", null, chance, [.. both.Select(r => new RecordSteps(r, StreamKind.Child, [new Step.Record(chance.NextId(), link, fact)]))]);
        int? unlinked = null;
        if (duplicate.UnlinkOn is { } apart && Later(at, Math.Max(4, apart.DayNumber - day.DayNumber), chance) is var gone && gone < _end)
        {
            var (contact, moved) = (chance.NextId(), chance.NextId());
            var call = new ContactReceived(day.AddDays(1), null, "2A", "Example Primary School", "phone", "Asked whether the child is known.", []);
            Add(Later(at, 1, chance), "Front door", "practitioner", null, chance, [new RecordSteps(duplicate.Survivor, StreamKind.Child, [new Step.Record(chance.NextId(), contact, call)])]);
            unlinked = Add(gone, "Records team", "administrator", null, chance,
            [
                new RecordSteps(duplicate.Survivor, StreamKind.Child,
                [
                    new Step.Withdraw(chance.NextId(), link, "unlinked", "Two children of like names after all."),
                    new Step.Withdraw(chance.NextId(), contact, "wrong-child", "Two children of like names after all."),
                ]),
                new RecordSteps(duplicate.Absorbed, StreamKind.Child,
                [
                    new Step.Withdraw(chance.NextId(), link, "unlinked", "Two children of like names after all."),
                    new Step.Record(chance.NextId(), moved, call),
                ]),
            ]);
        }

        _links.Add((duplicate, linked, unlinked));
    }

    private static int[] InOrder(IReadOnlyList<Happening> happenings)
    {
        var (keys, order) = (new (long, int)[happenings.Count], new int[happenings.Count]);
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = (happenings[i].On.ToDateTime(happenings[i].At).Ticks, i);
            order[i] = i;
        }

        Array.Sort(keys, order);
        return order;
    }

    private static void Into<TKey, T>(Dictionary<TKey, List<T>> groups, TKey key, T value)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = []);
        }

        group.Add(value);
    }

    private void Record(Happening happening)
    {
        var chance = Chance.Of(_settings.Seed, happening.Said[0].FactId);
        var at = After(Earliest(happening), Usual(happening, chance), chance);
        if (at >= _end)
        {
            Drop(happening);
            return;
        }

        foreach (var said in happening.Said)
        {
            _recorded[said.FactId] = at;
            switch (said.Fact)
            {
                case ChildRecordOpened:
                    _opened[said.Record] = at;
                    break;
                case WorkerJoined joined:
                    _joined[joined.Number] = at;
                    break;
            }

            if (!happening.Aside)
            {
                _latest[said.Record] = at;
            }
        }

        var slipped = happening.Said.Count == 1 && happening.Said[0].Kind == StreamKind.Child && happening.Aside && !_named.Contains(happening.Said[0].FactId)
            && (OnWrongChild(happening, at, chance) || Twice(happening, at, chance));
        if (slipped)
        {
            return;
        }

        Append(happening, at, chance);
        Accuse(happening, at, chance);
    }

    /// <summary>Records a happening, one of its facts perhaps wrongly at first.</summary>
    private void Append(Happening happening, DateTimeOffset at, Chance chance)
    {
        var day = London.DateOf(at);
        var steps = new Step[happening.Said.Count];
        (Said Said, IFact Wrong, string Code, string Reason)? slip = null;
        for (var i = 0; i < steps.Length; i++)
        {
            var said = happening.Said[i];
            var fact = said.Fact;
            if (slip is null && said.Kind == StreamKind.Child && Slips.Share(fact) is var share && share > 0 && chance.Happens(share)
                && Slips.Of(fact, chance, day, _workforce.InPost) is { } wrong && wrong.Wrong.EffectiveFrom() <= day)
            {
                slip = (said, wrong.Wrong, wrong.Code, wrong.Reason);
                fact = wrong.Wrong;
            }

            steps[i] = new Step.Record(chance.NextId(), said.FactId, fact);
        }

        var recorded = Add(at, happening.By, happening.Role, happening.Reason, chance, ByRecord(happening.Said, steps));
        var isLate = day.DayNumber - happening.On.DayNumber >= LateFrom;
        foreach (var late in happening.Said.Where(s => isLate && s.Kind == StreamKind.Child && day.DayNumber - s.Fact.EffectiveFrom().DayNumber >= LateFrom))
        {
            Plan(new Planted(Plant.Late, late.Record, late.FactId, at, null, null, late.Fact, null), recorded, null);
        }

        if (slip is { } s)
        {
            PutRight(happening, s.Said, s.Wrong, s.Code, s.Reason, recorded, at, chance);
        }
    }

    private void PutRight(Happening happening, Said said, IFact wrong, string code, string reason, int recorded, DateTimeOffset at, Chance chance)
    {
        var (first, before) = (Later(at, chance.Around(24, 1.1), chance), wrong);
        if (first >= _end)
        {
            Plan(new Planted(Plant.Wrong, said.Record, said.FactId, at, null, wrong, said.Fact, null), recorded, null);
            return;
        }

        if (chance.Happens(0.12) && Slips.Of(said.Fact, chance, London.DateOf(first), _workforce.InPost) is { } again && again.Wrong.EffectiveFrom() <= London.DateOf(first)
            && !again.Wrong.Equals(wrong) && Later(first, chance.Around(40, 0.9), chance) is var second && second < _end)
        {
            var half = Correct(happening, said, again.Wrong, code, reason, first, chance);
            Plan(new Planted(Plant.Wrong, said.Record, said.FactId, at, first, wrong, again.Wrong, null), recorded, half);
            (first, before, recorded, at) = (second, again.Wrong, half, first);
            (code, reason) = (again.Code, "The correction was itself mistaken.");
        }

        var corrected = Correct(happening, said, said.Fact, code, reason, first, chance);
        Plan(new Planted(Plant.Wrong, said.Record, said.FactId, at, first, before, said.Fact, null), recorded, corrected);
    }

    private int Correct(Happening happening, Said said, IFact fact, string code, string reason, DateTimeOffset at, Chance chance) =>
        Add(at, happening.By, happening.Role, null, chance, [new RecordSteps(said.Record, said.Kind, [new Step.Correct(chance.NextId(), said.FactId, fact, new Correction(code, reason))])]);

    /// <summary>Recorded on a brother's, sister's or namesake's record first, and moved in one act.</summary>
    private bool OnWrongChild(Happening happening, DateTimeOffset at, Chance chance)
    {
        var said = happening.Said[0];
        if (!Slips.IsMovable(said.Fact) || !chance.Happens(0.006) || !_courses.TryGetValue(said.Record, out var course))
        {
            return false;
        }

        var moved = Later(at, chance.Around(18, 1.0), chance);
        var day = happening.On;
        var others = (chance.Happens(0.8) ? _families[course.Child.Family] : _namesakes[course.Child.Last])
            .Where(id => id != said.Record && _opened.TryGetValue(id, out var opened) && opened < at && _latest.GetValueOrDefault(id) < at && Lives(_courses[id], day)).ToList();
        if (moved >= _end || others.Count == 0)
        {
            return false;
        }

        var (other, wrong) = (chance.Pick(others), chance.NextId());
        var first = Add(at, happening.By, happening.Role, happening.Reason, chance, [new RecordSteps(other, said.Kind, [new Step.Record(chance.NextId(), wrong, said.Fact)])]);
        var second = Add(moved, happening.By, happening.Role, null, chance,
        [
            new RecordSteps(other, said.Kind, [new Step.Withdraw(chance.NextId(), wrong, "wrong-child", "This was recorded on the wrong record.")]),
            new RecordSteps(said.Record, said.Kind, [new Step.Record(chance.NextId(), said.FactId, said.Fact)]),
        ]);
        _recorded[said.FactId] = moved;
        Plan(new Planted(Plant.WrongChild, other, wrong, at, moved, said.Fact, null, (said.Record, said.FactId)), first, second);
        return true;
    }

    /// <summary>Entered twice, or a visit entered that never took place; withdrawn when somebody notices.</summary>
    private bool Twice(Happening happening, DateTimeOffset at, Chance chance)
    {
        var said = happening.Said[0];
        if (!chance.Happens(0.006) || Slips.Twice(said.Fact) is not { } fact)
        {
            return false;
        }

        var again = at.AddMinutes(2 + chance.Whole(0, 20));
        var gone = Later(again, chance.Around(12, 1.1), chance);
        if (gone >= _end)
        {
            return false;
        }

        Append(happening, at, chance);
        var (id, never) = (chance.NextId(), !fact.Equals(said.Fact));
        var first = Add(again, happening.By, happening.Role, null, chance, [new RecordSteps(said.Record, said.Kind, [new Step.Record(chance.NextId(), id, fact)])]);
        var second = Add(gone, happening.By, happening.Role, null, chance,
        [
            new RecordSteps(said.Record, said.Kind, [never
                ? new Step.Withdraw(chance.NextId(), id, "never-happened", "Planned, but it did not take place.")
                : new Step.Withdraw(chance.NextId(), id, "entered-twice", "The same was entered twice.")]),
        ]);
        Plan(new Planted(never ? Plant.NeverHappened : Plant.EnteredTwice, said.Record, id, again, gone, fact, null, null), first, second);
        return true;
    }

    /// <summary>Somebody says of the child what is found untrue weeks later.</summary>
    private void Accuse(Happening happening, DateTimeOffset at, Chance chance)
    {
        if (happening is not { Aside: true, Said: [{ Kind: StreamKind.Child, Fact: VisitMade } said] } || !chance.Happens(0.004))
        {
            return;
        }

        var on = London.DateOf(at);
        var (made, found) = (at.AddMinutes(30 + chance.Whole(0, 90)), Later(at, chance.Around(45, 0.6), chance));
        if (London.DateOf(made) != on || found >= _end || found <= made)
        {
            return;
        }

        var (id, fact) = (chance.NextId(), Slips.Untrue(chance, on));
        var first = Add(made, happening.By, happening.Role, null, chance, [new RecordSteps(said.Record, said.Kind, [new Step.Record(chance.NextId(), id, fact)])]);
        var second = Add(found, happening.By, happening.Role, null, chance, [new RecordSteps(said.Record, said.Kind, [new Step.Withdraw(chance.NextId(), id, "found-untrue", "The enquiry found that it was not true.")])]);
        Plan(new Planted(Plant.Untrue, said.Record, id, made, found, fact, null, null), first, second);
    }

    private static bool Lives(Course course, DateOnly on) =>
        course.Child.Born <= on && !course.Care.Any(c => c.EndCode is "E2" or "E11" or "E12");

    private void Plan(Planted planted, int recorded, int? putRight) => _planted.Add((planted, recorded, putRight));

    /// <summary>The instant before which the rules would refuse it: what it names, and on its records what happened before.</summary>
    private DateTimeOffset Earliest(Happening happening)
    {
        var floor = DateTimeOffset.MinValue;
        foreach (var said in happening.Said)
        {
            floor = Latest(floor, _latest.GetValueOrDefault(said.Record));
            foreach (var id in References.Of(said.Fact))
            {
                floor = Latest(floor, _recorded.GetValueOrDefault(id));
            }

            foreach (var worker in said.Fact.Workers())
            {
                floor = Latest(floor, _joined.GetValueOrDefault(worker));
            }
        }

        return floor;
    }

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset After(DateTimeOffset floor, DateTimeOffset usual, Chance chance) =>
        usual > floor ? usual : floor == DateTimeOffset.MaxValue ? floor : floor.AddSeconds(chance.Whole(20, 400));

    /// <summary>What would be recorded after the end is not; nor is what names it, or what follows it on its record.</summary>
    private void Drop(Happening happening)
    {
        foreach (var said in happening.Said)
        {
            _recorded[said.FactId] = DateTimeOffset.MaxValue;
            if (said.Fact is WorkerJoined joined)
            {
                _joined[joined.Number] = DateTimeOffset.MaxValue;
            }

            if (!happening.Aside)
            {
                _latest[said.Record] = DateTimeOffset.MaxValue;
            }
        }
    }

    /// <summary>When people record it if nothing hinders them.</summary>
    private DateTimeOffset Usual(Happening happening, Chance chance)
    {
        var habit = Habit.With(happening.Said[0].Fact.GetType());
        var happened = happening.On.ToDateTime(happening.At);
        if (happening.DaysLate is { } known)
        {
            return Hours.Within(_hours.Next(happening.On.AddDays(known)), chance);
        }

        if (happening.Said is [{ Fact: PlacementEnded }, { Fact: PlacementStarted }] && chance.Of("late").Happens(0.12))
        {
            return Hours.Within(_hours.Next(happening.On.AddDays(29 + (int)chance.Wait(14))), chance);
        }

        if (happening.Said.Any(s => s.Fact is PeriodOfCareEnded) && chance.Of("late").Happens(0.12))
        {
            return Hours.Within(_hours.Next(happening.On.AddDays(8 + (int)chance.Wait(20))), chance);
        }

        var days = chance.Around(habit.Days, habit.Spread);
        if (happening.Aside && chance.Happens(habit.Forgotten))
        {
            days += 12 + chance.Wait(22);
        }
        else if (!happening.Aside)
        {
            days = Math.Min(days, 5);
        }

        if (habit.Urgent && days < 0.5)
        {
            return Hours.Instant(happened.AddDays(days));
        }

        var on = happening.On.AddDays((int)days);
        if (days > 4 && happening.Aside && chance.Happens(0.5) && Burst(happening.Said[0].Record, on, chance) is { } burst)
        {
            on = burst;
        }

        var at = on == happening.On ? _hours.At(happened.AddMinutes(20 + chance.Wait(80)), chance) : Hours.Within(_hours.Next(on), chance);
        return _workforce.LastOf(happening.By) is { } last && happening.On < last && London.DateOf(at) >= last
            ? Latest(_hours.At(happened.AddMinutes(20), chance), Hours.Within(last.AddDays(-1), chance))
            : at;
    }

    /// <summary>The day before the next review, or the end of the month, when it comes within two weeks.</summary>
    private DateOnly? Burst(Guid record, DateOnly on, Chance chance)
    {
        if (_reviews.TryGetValue(record, out var reviews))
        {
            var next = reviews.BinarySearch(on.AddDays(1));
            next = next < 0 ? ~next : next;
            if (next < reviews.Count && reviews[next].DayNumber - on.DayNumber < 14)
            {
                return reviews[next].AddDays(-1);
            }
        }

        var end = _hours.MonthEnd(on, chance);
        return end >= on && end.DayNumber - on.DayNumber < 14 ? end : null;
    }

    private DateTimeOffset Later(DateTimeOffset at, double days, Chance chance) =>
        Hours.Within(_hours.Next(London.DateOf(at).AddDays(1 + (int)Math.Min(days, 500))), chance);

    private static RecordSteps[] ByRecord(IReadOnlyList<Said> said, Step[] steps)
    {
        if (said.Count == 1)
        {
            return [new RecordSteps(said[0].Record, said[0].Kind, steps)];
        }

        var records = new List<(Guid Record, StreamKind Kind, List<Step> Steps)>();
        for (var i = 0; i < steps.Length; i++)
        {
            var at = records.FindIndex(r => r.Record == said[i].Record);
            if (at < 0)
            {
                at = records.Count;
                records.Add((said[i].Record, said[i].Kind, []));
            }

            records[at].Steps.Add(steps[i]);
        }

        return [.. records.Select(r => new RecordSteps(r.Record, r.Kind, r.Steps))];
    }

    private int Add(DateTimeOffset at, string by, string role, string? reason, Chance chance, IReadOnlyList<RecordSteps> on)
    {
        var acting = _workforce.ActingFor(by, London.DateOf(at));
        var key = (acting, acting == by ? role : "manager");
        if (!_actors.TryGetValue(key, out var actor))
        {
            _actors.Add(key, actor = new Actor(key.acting, key.Item2));
        }

        _acts.Add(new Act(at, actor, reason, chance.NextId().ToString("D"), on));
        return _acts.Count - 1;
    }

    /// <summary>In order of instant; where two meet, the later one waits a microsecond, because the ledger has one instant for each act.</summary>
    private List<Act> Finished()
    {
        var order = Enumerable.Range(0, _acts.Count).ToArray();
        Array.Sort(order, (a, b) => _acts[a].At.CompareTo(_acts[b].At) is var c && c != 0 ? c : a.CompareTo(b));
        var acts = new List<Act>(_acts.Count);
        var instants = new DateTimeOffset[_acts.Count];
        foreach (var index in order)
        {
            var act = _acts[index];
            act = acts.Count > 0 && acts[^1].At >= act.At ? act with { At = acts[^1].At.AddMicroseconds(1) } : act;
            instants[index] = act.At;
            acts.Add(act);
        }

        Planted =
        [
            .. _planted.Select(p => p.Planted with { RecordedAt = instants[p.Recorded], PutRightAt = p.PutRight is { } index ? instants[index] : null })
                .OrderBy(p => p.RecordedAt),
        ];
        Linked =
        [
            .. _links.Select(l => l.Planted with { LinkedAt = instants[l.Linked], UnlinkedAt = l.Unlinked is { } index ? instants[index] : null }).OrderBy(l => l.LinkedAt),
        ];
        return acts;
    }
}

using Journey.Record.Facts.Education;

namespace Journey.Generator.Telling;

/// <summary>School life of children in care: schools, moves and waits for a place, education plans, exclusions, special educational needs.</summary>
public sealed class SchoolChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives.Where(l => l.Course.Care.Count > 0))
        {
            new Way(life).Tell();
            Needs(life);
        }
    }

    private static string? PhaseOn(Child child, DateOnly day) => child.AgeOn(new DateOnly(day.Month >= 9 ? day.Year : day.Year - 1, 8, 31)) switch
    {
        < 4 => null,
        < 11 => "primary",
        < 16 => "secondary",
        < 18 => "college",
        _ => null,
    };

    private static void Needs(Life life)
    {
        var chance = life.Part("special needs");
        if (!chance.Happens(0.32))
        {
            return;
        }

        var period = life.Course.Care[0];
        var start = CareDays.Latest(period.From, life.Child.Turns(5));
        var end = CareDays.End(life, life.Course.Care[^1]);
        var need = chance.Pick<string>(("SEMH", 62), ("SLCN", 12), ("ASD", 12), ("MLD", 9), ("SPLD", 5));
        if (start >= end || life.Child.AgeOn(start) >= 16)
        {
            return;
        }

        DateOnly issued;
        if (chance.Happens(0.35))
        {
            issued = CareDays.Latest(start.AddDays(-chance.Whole(100, 900)), life.Child.Turns(4));
            life.Tell(CareDays.Latest(start, period.From.AddDays(1)), new TimeOnly(13, 5), "special needs plan", new EhcpIssued(null, need, issued), "Virtual school", "education");
        }
        else
        {
            var asked = CareDays.Working(start.AddDays(chance.Whole(40, 500)));
            if (asked >= end)
            {
                return;
            }

            life.Tell(asked, new TimeOnly(13, 0), "special needs request", new EhcpRequested("Virtual school", need, asked, asked.AddDays(140)), "Virtual school", "education");
            if (chance.Happens(0.22))
            {
                var refused = CareDays.Working(asked.AddDays(chance.Whole(42, 100)));
                life.Tell(refused, new TimeOnly(13, 5), "special needs refused", new EhcpRefused(life.Id("special needs request"), "A. Panel-Chair", chance.Pick(["Needs can be met by support in school.", "Too little time in this school to judge."]), refused), "Special needs office", "education");
                return;
            }

            issued = CareDays.Working(asked.AddDays(chance.Happens(0.46) ? chance.Whole(120, 141) : chance.Whole(141, 330)));
            if (!life.Tell(issued, new TimeOnly(13, 5), "special needs plan", new EhcpIssued(life.Id("special needs request"), need, issued), "Special needs office", "education"))
            {
                return;
            }
        }

        var n = 0;
        for (var on = issued.AddDays(chance.Whole(300, 380)); on < end && life.Child.AgeOn(on) < 18; on = on.AddDays(chance.Whole(330, 390)))
        {
            if (on > start)
            {
                life.Tell(on, new TimeOnly(13, 10), $"special needs review {++n}", new EhcpReviewed(life.Id("special needs plan"), chance.Pick(["More hours with a mentor.", "Plan goes on as it is.", "Speech therapy twice a week.", "Smaller class to be found."]), on), "Special needs office", "education", aside: true);
            }
        }
    }

    private sealed class Way(Life life)
    {
        private readonly Chance _chance = life.Part("school");
        private readonly bool _isSpecial = life.Part("special school").Happens(0.09);
        private readonly double _isTrouble = life.Part("school trouble").Next();
        private string? _joined;
        private School? _school;
        private DateOnly _free;
        private int _number;

        public void Tell()
        {
            foreach (var period in life.Course.Care)
            {
                Period(period, CareDays.Earliest(CareDays.End(life, period), life.Settings.End.AddDays(1)));
            }
        }

        private void Period(CarePeriod period, DateOnly end)
        {
            Enter(period);
            var happens = new List<(DateOnly On, Action Do)>();
            foreach (var stay in period.Stays)
            {
                var before = stay.Number == 1 ? Distance.InArea : DistanceOf(period.Stays[stay.Number - 2]);
                var isSame = stay.Number > 1 && period.Stays[stay.Number - 2].Spell == stay.Spell;
                var isMoving = !isSame && _chance.Happens((before, DistanceOf(stay)) switch
                {
                    (_, Distance.Far) => 0.5,
                    (Distance.Far, _) => 0.42,
                    (_, Distance.Near) => 0.2,
                    _ => 0.065,
                });
                if (isMoving)
                {
                    var waits = _chance.Happens(0.22);
                    var on = stay.From.AddDays(_chance.Whole(1, 4));
                    var summer = new DateOnly(on.Month >= 8 ? on.Year + 1 : on.Year, 7, 22);
                    happens.Add((waits ? summer : on, () => Move(period, waits ? summer : on, end, "placementMove")));
                }
            }

            foreach (var year in Enumerable.Range(period.From.Year, end.Year - period.From.Year + 1))
            {
                var turn = new DateOnly(year, 9, 3);
                if (turn > period.From && turn < end)
                {
                    happens.Add((turn, () => Turn(turn)));
                }

                foreach (var (month, day, term) in new[] { (12, 3, "autumn"), (3, 12, "spring"), (6, 25, "summer") })
                {
                    var on = CareDays.Working(new DateOnly(year, month, day).AddDays(_chance.Whole(-12, 12)));
                    if (on > period.From.AddDays(25) && on < end)
                    {
                        happens.Add((on, () => Term(period, on, term)));
                    }
                }

                var drawn = new DateOnly(year, 1, 10).AddDays(_chance.Whole(0, 150));
                if (_isTrouble < 0.3 && drawn > period.From && drawn < end)
                {
                    happens.Add((drawn, () => Trouble(period, drawn, end)));
                }
            }

            var first = CareDays.Working(period.From.AddDays(_chance.Whole(12, 26)));
            if (_chance.Happens(0.8) && first < end)
            {
                happens.Add((first, () => Term(period, first, "first")));
            }

            foreach (var (_, act) in happens.OrderBy(h => h.On))
            {
                act();
            }
        }

        private static Distance DistanceOf(Stay stay) =>
            stay.At.Authority == "E09000999" ? Distance.InArea : stay.At.Authority.StartsWith("E0900099", StringComparison.Ordinal) ? Distance.Near : Distance.Far;

        private string? PhaseNow(DateOnly day) => PhaseOn(life.Child, day) is not { } phase ? null : _isSpecial ? "special" : phase;

        private void Enter(CarePeriod period)
        {
            var day = period.From.AddDays(1);
            var phase = PhaseNow(day);
            if (period.Way == CareWay.Alone)
            {
                if (phase is not null && period.From.AddDays(30) is var start && start < CareDays.End(life, period))
                {
                    Join(start, start, _chance.Pick(Schools.Of("college", Distance.InArea)), "other", false);
                }

                return;
            }

            if (_school is { } before && before.Phase != phase)
            {
                Leave(day, CareDays.Latest(new DateOnly(day.Month >= 9 ? day.Year - 1 : day.Year - 2, 7, 22), _free), "phaseTransfer");
            }

            if (_school is null && phase is not null)
            {
                var september = new DateOnly(day.Month >= 9 ? day.Year : day.Year - 1, 9, 4);
                var since = september.AddYears(-_chance.Whole(0, 3));
                while (PhaseNow(since) != phase)
                {
                    since = since.AddYears(1);
                }

                var on = CareDays.Latest(CareDays.Earliest(since, day), _free);
                Join(CareDays.Latest(day, on), on, _chance.Pick(Schools.Of(phase, Distance.InArea)), "phaseTransfer", false);
            }
        }

        private void Join(DateOnly told, DateOnly on, School school, string reason, bool midYear)
        {
            var purpose = $"school {++_number}";
            if (life.Tell(told, new TimeOnly(13, 20), purpose, new SchoolJoined(school.Name, school.Urn, school.Phase, reason, midYear, on), "Virtual school", "education"))
            {
                (_joined, _school, _free) = (purpose, school, CareDays.Latest(told, on).AddDays(1));
            }
        }

        private void Leave(DateOnly told, DateOnly on, string reason)
        {
            life.Tell(told, new TimeOnly(13, 15), $"{_joined} left", new SchoolLeft(life.Id(_joined!), reason, on), "Virtual school", "education");
            (_school, _free) = (null, CareDays.Latest(told, on).AddDays(1));
        }

        private void Turn(DateOnly on)
        {
            var phase = PhaseNow(on);
            if (on < _free || phase == _school?.Phase || (_school?.Phase == "alternative" && phase == "secondary"))
            {
                return;
            }

            if (_school is not null)
            {
                Leave(on, on.AddDays(-43) >= _free.AddDays(-1) ? on.AddDays(-43) : on, "phaseTransfer");
            }

            if (phase is not null && (phase != "college" || _chance.Happens(0.75)))
            {
                Join(on, on, _chance.Pick(Schools.Of(phase, life.Course.CareOn(on) is { } care ? DistanceOf(care.StayOn(on)) : Distance.InArea)), "phaseTransfer", false);
            }
        }

        private void Move(CarePeriod period, DateOnly on, DateOnly end, string reason)
        {
            var phase = PhaseNow(on.AddDays(14));
            if (on < _free || on >= end || _school is not { } old || phase is null || old.Phase != phase)
            {
                return;
            }

            Leave(on, on, reason);
            var near = reason == "exclusion" ? Distance.InArea : DistanceOf(period.StayOn(on));
            var choice = Schools.Of(reason == "exclusion" ? "alternative" : phase, near);
            var asked = CareDays.Working(on.AddDays(_chance.Whole(0, 4)));
            for (var n = 0; n < 6; n++)
            {
                var school = _chance.Pick(choice);
                if (school.Name == old.Name && choice.Count > 1)
                {
                    continue;
                }

                var purpose = FormattableString.Invariant($"place {_number}.{n}");
                var answered = CareDays.Working(asked.AddDays(_chance.Whole(3, 18)));
                if (answered >= end)
                {
                    return;
                }

                var status = school.Phase switch { "special" => "special", "alternative" => "alternative", "college" => "college", _ => school.Academy ? "academy" : "maintained" };
                life.Tell(asked, new TimeOnly(14, 20), $"{purpose} asked", new SchoolPlaceRequested(school.Name, school.Urn, status, reason, asked, asked.AddDays(14)), "Virtual school", "education");
                if (n < 4 && _chance.Happens(status == "academy" ? 0.42 : 0.14))
                {
                    life.Tell(answered, new TimeOnly(13, 25), $"{purpose} refused", new SchoolPlaceRefused(life.Id($"{purpose} asked"), _chance.Pick(["Year group is full.", "Cannot meet the child's needs.", "Too much disruption to the class already.", "Waits for the last school's papers."]), status == "maintained" && _chance.Happens(0.5), answered), "Virtual school", "education");
                    asked = CareDays.Working(answered.AddDays(1));
                    continue;
                }

                var starts = CareDays.Schoolday(answered.AddDays(_chance.Whole(2, 9)));
                if (PhaseNow(starts) != phase && reason != "exclusion")
                {
                    return;
                }

                life.Tell(answered, new TimeOnly(13, 25), $"{purpose} offered", new SchoolPlaceOffered(life.Id($"{purpose} asked"), starts, answered), "Virtual school", "education");
                if (starts < end)
                {
                    Join(starts, starts, school, reason, starts is not { Month: 9, Day: <= 8 });
                }

                return;
            }
        }

        private void Term(CarePeriod period, DateOnly on, string term)
        {
            if (PhaseNow(on) is null)
            {
                return;
            }

            if (term == "first" || _chance.Happens(0.86))
            {
                life.Tell(on, new TimeOnly(15, 25), FormattableString.Invariant($"education plan {period.Number}.{on.DayNumber} {term}"), new PepCompleted(
                    _chance.Pick<string>(("good", 62), ("requiresImprovement", 26), ("inadequate", 4), ("notRated", 8)),
                    _chance.Pick(["Tutor for mathematics", "Reading with a mentor twice a week", "Laptop to be bought", "Breakfast club", "Visit to a college", "Quiet room at lunch", "Music lessons"]),
                    on), "Virtual school", "education", aside: true);
            }

            if (term == "summer" && _school is not null)
            {
                var (possible, missed) = (_chance.Whole(368, 381), 0.0);
                missed = _isTrouble < 0.3 ? _chance.Around(70, 0.7) : _chance.Around(18, 0.7);
                var last = new DateOnly(on.Year, 7, 18);
                life.Tell(last, new TimeOnly(15, 30), FormattableString.Invariant($"attendance {on.Year}"), new AttendanceRecorded(FormattableString.Invariant($"School year {on.Year - 1}-{on.Year % 100:D2}"), possible, (int)Math.Min(possible, missed), last), "Virtual school", "education", aside: true);
            }
        }

        private void Trouble(CarePeriod period, DateOnly on, DateOnly end)
        {
            if (_school is not { Phase: "secondary" or "primary" } school || on < _free || life.Child.AgeOn(on) < 7)
            {
                return;
            }

            var days = _chance.Pick<decimal>((0.5m, 2), (1m, 4), (2m, 4), (3m, 3), (5m, 3));
            life.Tell(on, new TimeOnly(15, 45), FormattableString.Invariant($"suspension {on.DayNumber}"), new SuspensionRecorded(days, _chance.Pick(["Fight in the playground.", "Swore at a teacher.", "Left the school without leave.", "Threw a chair.", "Had a vape."]), on), "Virtual school", "education", aside: true);
            if (school.Phase == "secondary" && _chance.Happens(0.05))
            {
                var excluded = on.AddDays(9);
                if (excluded < end)
                {
                    life.Tell(excluded, new TimeOnly(12, 55), FormattableString.Invariant($"exclusion {on.DayNumber}"), new PermanentExclusion(school.Name, _chance.Pick(["Assault on a member of staff.", "Brought a knife to school.", "Suspended six times in two terms."]), excluded), "Virtual school", "education");
                    Move(period, excluded, end, "exclusion");
                }
            }
        }
    }
}

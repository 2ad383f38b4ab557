namespace Journey.Generator.Working;

/// <summary>Which team is responsible for a child.</summary>
public enum Stage
{
    /// <summary>From the decision to assess.</summary>
    Assessment,

    /// <summary>In need or protected, and the first months in care.</summary>
    Safeguarding,

    /// <summary>In care for good.</summary>
    InCare,
}

/// <summary>A stretch of a case in one team's hands, from a day up to a day.</summary>
public sealed record CaseSpan(Stage Stage, DateOnly From, DateOnly To)
{
    /// <summary>A day after every record.</summary>
    public static DateOnly Never { get; } = new(2100, 1, 1);

    /// <summary>The spans of a course, in order, apart from each other or touching.</summary>
    public static IReadOnlyList<CaseSpan> Of(Course course, Chance chance)
    {
        var stop = LastDay(course);
        var spans = new List<CaseSpan>();
        foreach (var need in course.Needs.Where(n => n.Course != ReferralCourse.NoFurtherAction))
        {
            var from = need.AssessmentFrom ?? need.ReferredOn.AddDays(1);
            var to = Earlier(need.ClosedOn ?? Never, stop);
            var plan = need.Course == ReferralCourse.InNeed && need.AssessedOn is { } assessed ? assessed.AddDays(chance.Whole(0, 9)) : to;
            var care = course.Care.FirstOrDefault(c => c.From >= from.AddDays(-30) && c.From < to && (c.To is not { } end || end.DayNumber - c.From.DayNumber > 120));
            var inCare = care is null ? to : care.From.AddDays(chance.Whole(50, 150));
            Add(spans, Stage.Assessment, from, Earlier(Earlier(plan, inCare), to));
            Add(spans, Stage.Safeguarding, Earlier(plan, inCare), Earlier(inCare, to));
            Add(spans, Stage.InCare, inCare, to);
        }

        foreach (var care in course.Care.Where(c => !spans.Exists(s => s.From <= c.From && c.From < s.To)))
        {
            var to = Earlier(care.To?.AddDays(30) ?? Never, stop);
            to = spans.Where(s => s.From > care.From).Select(s => s.From).DefaultIfEmpty(to).Min() is var next && next < to ? next : to;
            var inCare = Earlier(care.From.AddDays(chance.Whole(50, 150)), to);
            Add(spans, Stage.Safeguarding, care.From, inCare);
            Add(spans, Stage.InCare, inCare, to);
        }

        spans.Sort((a, b) => a.From.CompareTo(b.From));
        return spans;
    }

    /// <summary>The first day on which no social worker is needed whatever happens: the eighteenth birthday, or death in care.</summary>
    public static DateOnly LastDay(Course course) =>
        course.Care.Where(c => c.EndCode == "E2").Select(c => c.To).OfType<DateOnly>().Append(course.Child.Turns(18)).Min();

    private static void Add(List<CaseSpan> spans, Stage stage, DateOnly from, DateOnly to)
    {
        from = spans.Count > 0 && spans[^1].To > from ? spans[^1].To : from;
        if (from < to)
        {
            spans.Add(new CaseSpan(stage, from, to));
        }
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}

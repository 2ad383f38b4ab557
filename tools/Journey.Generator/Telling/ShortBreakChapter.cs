using Journey.Record.Facts.Care;

namespace Journey.Generator.Telling;

/// <summary>Short breaks for families of children in need because of a disability, and for a few others close to breaking point.</summary>
public sealed class ShortBreakChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var need in life.Course.Needs.Where(n => n.Course == ReferralCourse.InNeed && n.AssessedOn is not null))
            {
                var chance = life.Part($"short breaks {need.Number}");
                var from = need.AssessedOn!.Value.AddDays(chance.Whole(14, 60));
                var end = CareDays.Earliest(need.ClosedOn ?? life.Settings.End.AddDays(1), life.Child.Turns(18));
                end = life.Course.Care.Where(c => c.From >= from.AddDays(-60)).Select(c => c.From).Append(end).Min();
                end = CareDays.Earliest(end, from.AddDays(365 * 3));
                if (chance.Happens(need.PrimaryNeed == "N2" ? 0.3 : 0.006) && life.Child.AgeOn(from) >= 3 && from.AddDays(30) < end && life.Course.CareOn(from) is null)
                {
                    Breaks(life, need, from, end, chance);
                }
            }
        }
    }

    private static void Breaks(Life life, NeedEpisode need, DateOnly from, DateOnly end, Chance chance)
    {
        life.Tell(from, new TimeOnly(12, 10), $"short breaks {need.Number}", new ShortBreakAgreed("V4", chance.Pick(["mother", "both parents"]), from, end <= life.Settings.End ? end : null));
        var n = 0;
        for (var on = from.AddDays(chance.Whole(10, 40)); on.AddDays(3) < end; on = on.AddDays(chance.Whole(22, 48)))
        {
            var to = on.AddDays(chance.Whole(1, 4));
            life.Tell(to, new TimeOnly(17, 50), $"short break {need.Number}.{++n}", new ShortBreakTaken("V4", on, to), aside: true);
        }
    }
}

using Journey.Generator.Working;
using Journey.Record.Clocks;
using Journey.Record.Codes;

namespace Journey.Generator.Calibration;

/// <summary>Figures of the workforce on the last 30 September, and of changes of social worker in the year to the last 31 March.</summary>
public sealed class WorkRates : IRates
{
    private const string Census = "DfE children's social work workforce, 30 September 2025";

    private const string Stability = "DfE stability of looked-after children, social workers";

    /// <inheritdoc/>
    public IEnumerable<Rate> Of(Authority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return [.. OfWorkers(authority), .. OfChildren(authority)];
    }

    private static IEnumerable<Rate> OfWorkers(Authority authority)
    {
        var day = Last(authority.Settings.End, 9, 30);
        var year = day.AddYears(-1);
        var desks = authority.Workforce.Teams.SelectMany(t => t.Desks).ToList();
        var posts = desks.SelectMany(d => d.Posts).ToList();
        var now = posts.Where(p => p.Holds(day)).ToList();
        var permanent = now.Where(p => p.On(day).Kind == "permanent").Sum(p => (double)p.On(day).Fte);
        var agency = now.Where(p => p.On(day).Kind == "agency").Sum(p => (double)p.On(day).Fte);
        var left = posts.Where(p => p.To is { } to && to > year && to <= day && p.On(to).Kind == "permanent").Sum(p => (double)p.On(p.To!.Value).Fte);
        var vacant = desks.Where(d => d.Stands(day) && d.Vacancies.Exists(v => v.From <= day && (v.To is not { } to || day < to))).Sum(d => (double)d.Fte);
        yield return OfFte("Turnover of permanent social workers in a year (FTE)", 0.118, left, permanent);
        yield return OfFte("Agency workers among social workers (FTE)", 0.130, agency, agency + permanent);
        yield return OfFte("Vacant posts (FTE)", 0.142, vacant, vacant + permanent);
        var held = authority.Workforce.Cases.SelectMany(c => c.SocialWorkers).Where(h => h.Holds(day)).GroupBy(h => h.Post).Select(g => (Cases: (double)g.Count(), Fte: (double)g.Key.On(day).Fte)).ToList();
        var (cases, fte) = (held.Sum(h => h.Cases), held.Sum(h => h.Fte));
        var mean = fte == 0 ? 0 : cases / fte;
        var error = held.Count < 2 ? 15.2 : Math.Sqrt(held.Sum(h => Math.Pow(h.Cases - (mean * h.Fte), 2)) / (held.Count - 1) / held.Count) / (fte / held.Count);
        yield return new Rate("Cases for a full-time worker who holds cases", Census, 15.2, mean, error, held.Count, false);
        yield return Sickness(posts, year, day);
        var holders = now.Where(p => p.Desk.Kind == DeskKind.Holder).Sum(p => (double)p.On(day).Fte);
        yield return Rate.Mean("Share of social workers who hold cases (FTE)", Census, 21_105.4 / 41_602.2, [holders / Math.Max(1, permanent + agency)], false);
        var open = authority.Workforce.Cases.Where(c => c.Spans.Any(s => s.From <= day && day < s.To)).ToList();
        yield return Rate.Share("Open cases without an allocated social worker", "none published", double.NaN, open.Count(c => !c.SocialWorkers.Exists(h => h.Holds(day))), open.Count, false);
    }

    private static Rate OfFte(string name, double published, double of, double all)
    {
        var share = all == 0 ? 0 : of / all;
        return new Rate(name, Census, published, share, all == 0 ? 1 : Math.Sqrt(published * (1 - published) / all), all, true);
    }

    /// <summary>Working days lost to sickness of the working days in the year.</summary>
    private static Rate Sickness(List<Post> posts, DateOnly from, DateOnly to)
    {
        var works = Enumerable.Range(0, to.DayNumber - from.DayNumber).Select(from.AddDays).Where(WorkingDays.IsWorkingDay).ToList();
        var (lost, all, each) = (0.0, 0.0, new List<double>());
        foreach (var post in posts.Where(p => p.From < to && (p.To is not { } end || end > from)))
        {
            var there = works.Count(post.Holds);
            var away = works.Count(d => post.AwayOn(d) is { Kind: "SIC" } && post.Holds(d));
            (lost, all) = (lost + away, all + there);
            each.Add(away - (0.035 * there));
        }

        var error = all == 0 ? 1 : Math.Sqrt(each.Sum(e => e * e)) / all;
        return new Rate("Working days lost to sickness", Census, 0.035, all == 0 ? 0 : lost / all, error, all / works.Count, true);
    }

    private static IEnumerable<Rate> OfChildren(Authority authority)
    {
        var last = Last(authority.Settings.End, 3, 31);
        var years = Enumerable.Range(0, 3).SelectMany(back => InCareOn(authority, last.AddYears(-back))).ToList();
        yield return Rate.Share("Three social workers or more in the year, of children in care on the last three 31 March", $"{Stability} 2024", 0.27, years, c => c.Last, c => c.Workers >= 3);
        var young = years.Where(c => c.Year && c.Age is >= 1 and <= 4).ToList();
        foreach (var (name, published, least, most) in new[] { ("One social worker", 0.38, 0, 1), ("Two social workers", 0.38, 2, 2), ("Three social workers or more", 0.24, 3, 99) })
        {
            yield return Rate.Share($"{name} in the year, ages 1 to 4 in care for 12 months", $"{Stability} 2025", published, young, c => c.Child.Family, c => c.Workers >= least && c.Workers <= most);
        }

        var reasons = authority.Workforce.Cases.SelectMany(c => c.SocialWorkers).ToList();
        foreach (var code in AllocationCodes.WorkerChange.Codes.Select(c => c.Value))
        {
            yield return Rate.Share($"Changes of social worker by reason {code}", "none published", double.NaN, reasons.Count(h => h.Reason == code), reasons.Count, false);
        }
    }

    /// <summary>The children in care on a 31 March, their social workers of the year, and whether they were in care all of it.</summary>
    private static IEnumerable<(Child Child, int Age, int Workers, Guid? Last, bool Year)> InCareOn(Authority authority, DateOnly last)
    {
        var from = last.AddYears(-1).AddDays(1);
        return authority.Workforce.Cases.Where(c => c.Course.CareOn(last) is not null).Select(c => (
            c.Course.Child,
            c.Course.Child.AgeOn(last),
            c.SocialWorkers.Where(h => h.From <= last && (h.To is not { } to || (to > from && to > h.From))).Select(h => h.Post).Distinct().Count(),
            c.SocialWorkers.LastOrDefault(h => h.From <= last)?.Post.Fact,
            c.Course.CareOn(last)!.From <= from));
    }

    private static DateOnly Last(DateOnly end, int month, int day) => new DateOnly(end.Year, month, day) is var on && on <= end ? on : on.AddYears(-1);
}

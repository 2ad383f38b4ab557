using Journey.Record.Children;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Missing;

namespace Journey.Generator.Calibration;

/// <summary>Children looked after and care leavers, counted from the courses and acts that were planted.</summary>
public sealed class CareRates : IRates
{
    private const string Stability = "DfE stability measures 2025";

    /// <inheritdoc/>
    public IEnumerable<Rate> Of(Authority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var end = authority.Settings.End;
        var year = end.AddYears(-1).AddDays(1);
        var all = authority.Courses.SelectMany(c => c.Care.Select(p => (c.Child, Period: p))).ToList();
        var now = all.Where(c => c.Period.Holds(end)).ToList();
        return
        [
            .. Placements(authority, all, now, year, end),
            .. Entry(authority, all),
            .. Siblings(all),
            .. Schools(authority, all, end),
            .. Missing(authority, all, year, end),
            .. Health(authority, now, year, end),
            .. Leavers(authority, year, end),
        ];
    }

    private static bool Touches(Stay stay, DateOnly from, DateOnly to) => stay.From <= to && (stay.To is not { } until || until > from);

    private static int Spells(CarePeriod period, DateOnly from, DateOnly to) => period.Stays.Where(s => Touches(s, from, to)).Select(s => s.Spell).Distinct().Count();

    private static IEnumerable<Rate> Placements(Authority authority, List<(Child Child, CarePeriod Period)> all, List<(Child Child, CarePeriod Period)> now, DateOnly year, DateOnly end)
    {
        int InYear((Child Child, CarePeriod Period) one) => all.Where(a => a.Child == one.Child).Sum(a => Spells(a.Period, year, end));
        yield return Rate.Share("Children with 3 or more placements in the year", Stability, 0.10, now, c => c.Child.Family, c => InYear(c) >= 3);
        var before = end.AddYears(-2).AddDays(1);
        var two = now.Where(c => c.Period.From < before).ToList();
        yield return Rate.Share("Children in care for 2 years with 3 or more placements in them", Stability, 0.23, two, c => c.Child.Family, c => Spells(c.Period, before, end) >= 3);
        var settled = now.Where(c => c.Child.AgeOn(end) < 16 && c.Period.From <= end.AddMonths(-30)).ToList();
        yield return Rate.Share("Children under 16 in care for 2.5 years with the same carer for 2", Stability, 0.69, settled.Count(c => c.Period.Stays.Where(s => s.Spell == c.Period.Stays[^1].Spell).Min(s => s.From) <= end.AddYears(-2)), settled.Count);

        var started = all.SelectMany(c => c.Period.Stays.Where(s => s.From >= year && s.From <= end && (s.Number == 1 || c.Period.Stays[s.Number - 2].Spell != s.Spell)).Select(s => (c.Child, Stay: s, c.Period))).ToList();
        yield return Rate.Share("New placements more than 20 miles from home", Stability, 0.21, started, s => s.Child.Family, s => s.Period.Way != CareWay.Alone && Providers.Miles(authority.Town.Home(s.Child.Family), s.Stay.At) > 20);
        yield return Rate.Share("New placements outside the authority", Stability, 0.36, started, s => s.Child.Family, s => s.Stay.At.Authority != authority.Town.Area);
        var homes = all.SelectMany(c => c.Period.Stays.Where(s => s.Type == "K2").Select(s => (c.Child, Stay: s))).ToList();
        yield return Rate.Share("Children's home places more than 20 miles from home", "NAO 2025, for 2023-24", 0.49, homes, s => s.Child.Family, s => Providers.Miles(authority.Town.Home(s.Child.Family), s.Stay.At) > 20);
        yield return Rate.Share("Children's home places outside the authority", "NAO 2025, for 2023-24", 0.67, homes, s => s.Child.Family, s => s.Stay.At.Authority != authority.Town.Area);
        yield return Rate.Mean("Price of a children's home place, pounds a year", "NAO 2025, for 2023-24", 318_400, [.. homes.Select(s => (double)s.Stay.WeeklyCost * 52)]);

        var ended = all.SelectMany(c => c.Period.Stays).Where(s => s.End is not null).ToList();
        foreach (var (reason, share) in new[] { ("CARPL", 0.34), ("OTHER", 0.25), ("PLACE", 0.18), ("CREQB", 0.08), ("CREQO", 0.07), ("CHILD", 0.03), ("LAREQ", 0.02), ("ALLEG", 0.01), ("STAND", 0.01) })
        {
            yield return Rate.Share($"Placements changing for the reason {reason}", Stability, share, ended.Count(s => s.End!.Reason == reason), ended.Count);
        }
    }

    private static IEnumerable<Rate> Entry(Authority authority, List<(Child Child, CarePeriod Period)> all)
    {
        var home = all.Where(c => c.Period.EndCode is "E4A" or "E4B" && c.Period.To is { } to && to <= authority.Settings.End.AddYears(-1) && c.Child.AgeOn(to) < 17).ToList();
        yield return Rate.Share("Back in care within a year of a return home", "Goldacre et al. 2022", 0.20, home.Count(c => all.Exists(o => o.Child == c.Child && o.Period.From > c.Period.From && o.Period.From <= c.Period.To!.Value.AddYears(1))), home.Count);
        var adopted = all.Where(c => c.Period is { EndCode: "E11" or "E12", To: not null, Adoption: not null }).ToList();
        yield return Rate.Mean("Months from entry to placed for adoption", "SSDA903 2025", 19, [.. adopted.Select(c => (c.Period.Adoption!.PlacedOn.DayNumber - c.Period.From.DayNumber) / 30.4375)]);
        yield return Rate.Mean("Months from entry to adoption order", "SSDA903 2025", 27, [.. adopted.Select(c => (c.Period.To!.Value.DayNumber - c.Period.From.DayNumber) / 30.4375)]);
    }

    private static IEnumerable<Rate> Siblings(List<(Child Child, CarePeriod Period)> all)
    {
        const string source = "Children's Commissioner 2023";
        var groups = all.GroupBy(c => (c.Child.Family, c.Period.From)).Where(g => g.Count() > 1).Select(g => g.ToList()).ToList();
        var members = groups.SelectMany(g => g.Select(c => (c.Child.Family, c.Period, Apart: !g.TrueForAll(o => StayMaker.IsOneHome(o.Period.Stays[0], c.Period.Stays[0]))))).ToList();
        yield return Rate.Share("Children separated from brothers or sisters at entry", source, 0.37, members, m => m.Family, m => m.Apart);
        yield return Rate.Share("Sibling groups split at entry", source, 0.34, groups.Count(g => g.Exists(o => !StayMaker.IsOneHome(o.Period.Stays[0], g[0].Period.Stays[0]))), groups.Count);
        var fostered = members.Where(m => m.Period.Stays[0].Type[0] == 'U').ToList();
        yield return Rate.Share("Separated at entry, foster placement", source, 0.30, fostered, m => m.Family, m => m.Apart);
        var homes = members.Where(m => m.Period.Stays[0].Type == "K2").ToList();
        yield return Rate.Share("Separated at entry, children's home", source, 0.78, homes.Count(m => m.Apart), homes.Count, claimed: false);
    }

    private static IEnumerable<(Guid Record, T Fact)> Told<T>(Authority authority)
        where T : class, IFact =>
        authority.Acts.SelectMany(a => a.On).SelectMany(o => o.Steps.OfType<Step.Record>().Where(s => s.Fact is T).Select(s => (o.Record, (T)s.Fact)));

    /// <summary>Of the children in care on the last day of each of the last three years: one year has too few children who move together.</summary>
    private static IEnumerable<Rate> Schools(Authority authority, List<(Child Child, CarePeriod Period)> all, DateOnly end)
    {
        var joined = Told<SchoolJoined>(authority).Where(j => j.Fact.Reason is not ("phaseTransfer" or "other")).ToLookup(j => j.Record, j => j.Fact);
        var years = Enumerable.Range(0, 3).Select(back => end.AddYears(-back))
            .SelectMany(last => all.Where(c => c.Period.Holds(last) && c.Child.AgeOn(last) is >= 5 and < 16)
                .Select(c => (c.Child.Family, Moves: joined[c.Child.Id].Where(j => j.On > last.AddYears(-1) && j.On <= last).ToList())))
            .ToList();
        yield return Rate.Share("Children moving school in the year, other than to the next phase", "DfE 2024", 0.11, years, y => y.Family, y => y.Moves.Count > 0);
        yield return Rate.Share("Children moving school during a school year", "DfE 2024", 0.08, years, y => y.Family, y => y.Moves.Exists(m => m.MidYear));
    }

    private static IEnumerable<Rate> Missing(Authority authority, List<(Child Child, CarePeriod Period)> all, DateOnly year, DateOnly end)
    {
        var cared = all.Where(c => c.Period.From <= end && (c.Period.To is not { } to || to > year)).Select(c => c.Child.Id).ToHashSet();
        var spells = Told<WentMissing>(authority).Where(m => cared.Contains(m.Record) && m.Fact.FromDate >= year && m.Fact.FromDate <= end).ToList();
        var missing = spells.Where(m => m.Fact.Kind == "M").GroupBy(m => m.Record).ToList();
        yield return Rate.Share("Children in care who went missing in the year", "SSDA903 2025", 0.11, missing.Count, cared.Count);
        yield return Rate.Mean("Missing incidents of each child who went missing", "SSDA903 2025", 6.8, [.. missing.Select(g => (double)g.Count())]);
        yield return Rate.Mean("Times away without authorisation of each child who was", "SSDA903 2025", 4.5, [.. spells.Where(m => m.Fact.Kind == "A").GroupBy(m => m.Record).Select(g => (double)g.Count())]);
    }

    private static IEnumerable<Rate> Health(Authority authority, List<(Child Child, CarePeriod Period)> now, DateOnly year, DateOnly end)
    {
        const string source = "SSDA903 OC2 2025";
        var cared = now.Where(c => c.Period.From < year).ToDictionary(c => c.Child.Id, c => c.Child);
        HashSet<Guid> Had<T>(Func<T, DateOnly> on, Func<T, bool>? also = null)
            where T : class, IFact => [.. Told<T>(authority).Where(f => cared.ContainsKey(f.Record) && on(f.Fact) >= year && on(f.Fact) <= end && (also is null || also(f.Fact))).Select(f => f.Record)];
        yield return Rate.Share("Health assessment in the year", source, 0.90, Had<HealthAssessmentDone>(f => f.On).Count, cared.Count);
        yield return Rate.Share("Dental check in the year", source, 0.81, Had<DentalCheckDone>(f => f.On).Count, cared.Count);
        yield return Rate.Share("Immunisations up to date", source, 0.84, Had<ImmunisationsStatusRecorded>(f => f.On, f => f.UpToDate).Count, cared.Count);
        var scores = Told<SdqCompleted>(authority).Where(f => f.Fact.On >= year && f.Fact.On <= end && cared.TryGetValue(f.Record, out var child) && child.AgeOn(end) is >= 5 and <= 16).ToList();
        yield return Rate.Share("Strengths and difficulties score of concern, aged 5 to 16", source, 0.42, scores.Count(s => s.Fact.Score >= 17), scores.Count);
    }

    private static IEnumerable<Rate> Leavers(Authority authority, DateOnly year, DateOnly end)
    {
        const string source = "SSDA903 OC3 2025";
        var children = authority.Courses.ToDictionary(c => c.Child.Id, c => c.Child);
        var asked = Told<CareLeaverStatusRecorded>(authority).Where(s => s.Fact.On >= year && s.Fact.On <= end && children[s.Record].AgeOn(s.Fact.On) >= 19).ToList();
        yield return Rate.Share("Care leavers aged 19 to 21 in education, employment or training", source, 0.54, asked, s => s.Record, s => s.Fact.Activity is ['F' or 'P', ..]);
        yield return Rate.Share("Care leavers aged 19 to 21 in suitable accommodation", source, 0.89, asked, s => s.Record, s => s.Fact.Accommodation is [_, '1']);
        yield return Rate.Share("Care leavers aged 19 to 21 not in touch", source, 0.06, asked, s => s.Record, s => s.Fact.InTouch == "NO");
    }
}

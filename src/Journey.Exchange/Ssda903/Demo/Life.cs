using System.Globalization;

namespace Journey.Exchange.Ssda903.Demo;

/// <summary>One fictional child's time in care as it happened, from which the yearly returns are cut.</summary>
internal sealed class Life
{
    private static readonly string[] Ethnicities = ["WBRI", "WBRI", "WBRI", "WOTH", "MWBC", "MWAS", "BCRB", "BAFR", "APKN", "AOTH", "OOTH"];
    private static readonly string[] ChangeReasons = ["CARPL", "CARPL", "CREQB", "CREQO", "CHILD", "LAREQ", "OTHER"];
    private static readonly string[] WorkerReasons = ["MANAGE", "LEFTRL", "LEFTRL", "TSPROC", "ABSENC", "ORGRST", "PCCHAN"];
    private static readonly string[] Participation = ["PN1", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"];

    public Life(int number, DateOnly born, string? home = null, string? sex = null)
    {
        Number = number;
        Dice = new((ulong)number * 7919);
        Child = string.Create(CultureInfo.InvariantCulture, $"DEMO{number:000000}");
        Born = born;
        Home = home ?? Setting.Postcode(1, number);
        Sex = sex ?? Dice.Pick(["M", "F"]);
        Ethnic = Dice.Pick(Ethnicities);
        Upn = born.AddYears(4) > DemoReturns.LastDay ? "UN1" : string.Create(CultureInfo.InvariantCulture, $"Z{930_000_000_000L + (number * 1_234_567L)}");
    }

    public int Number { get; }

    public Dice Dice { get; }

    public string Child { get; }

    public DateOnly Born { get; }

    public string? Home { get; init; }

    public string Sex { get; init; }

    public string Ethnic { get; init; }

    public string Upn { get; init; }

    public DateOnly? MotherOf { get; init; }

    public bool IsUasc { get; init; }

    public List<EpisodeRow> Episodes { get; } = [];

    public List<ReviewRow> Reviews { get; } = [];

    public List<MissingRow> Missing { get; } = [];

    public List<SocialWorkerRow> Workers { get; } = [];

    public List<PreviousPermanenceRow> PreviousPermanence { get; } = [];

    public Ad1Row? Adoption { get; set; }

    public PlacedForAdoptionRow? Placed { get; set; }

    private EpisodeRow Last => Episodes[^1];

    /// <summary>Comes into care.</summary>
    public Life Enters(DateOnly day, string ls, string need, Setting setting)
    {
        Episodes.Add(new(Child, day, "S", ls, need, setting.Place, setting.Provider, null, null, null, Home, setting.Post, setting.Urn));
        PreviousPermanence.Add(Dice.Chance(12)
            ? new(Child, Born, "P1", "OUT", $"zz/zz/{day.Year - 2}")
            : new(Child, Born, "Z1", null, null));
        return this;
    }

    /// <summary>Changes carer.</summary>
    public Life Moves(DateOnly day, Setting setting, string? reason = null)
    {
        var because = reason ?? Dice.Pick(ChangeReasons);
        return Continues(day, "P", Last.Ls, setting, because);
    }

    /// <summary>Changes legal status only.</summary>
    public Life BecomesSubjectTo(DateOnly day, string ls) => Continues(day, "L", ls, Current, null);

    /// <summary>Changes legal status and carer.</summary>
    public Life MovesSubjectTo(DateOnly day, string ls, Setting setting, string reason) => Continues(day, "B", ls, setting, reason);

    /// <summary>Goes to hospital and comes back to the same carer.</summary>
    public Life GoesToHospital(DateOnly day, int days)
    {
        var left = Current;
        return Continues(day, "P", Last.Ls, Setting.Hospital, null).Continues(day.AddDays(days), "P", Last.Ls, left, null);
    }

    /// <summary>Leaves care.</summary>
    public Life Leaves(DateOnly day, string rec)
    {
        Episodes[^1] = Last with { Dec = day, Rec = rec };
        return this;
    }

    /// <summary>Moves on from carer to carer until the day, with a care order when care lasts.</summary>
    public Life LivesOn(DateOnly until, int leastDays, int mostDays, IReadOnlyList<Setting> settings)
    {
        var entered = Episodes.Last(e => e.Rne == "S").Decom!.Value;
        var order = entered.AddDays(Dice.Between(150, 300));
        var day = entered.AddDays(Dice.Between(leastDays, mostDays));
        while (day < until || order < until)
        {
            if (order < day)
            {
                if (Last.Ls is "V2" or "C1" && order > Last.Decom && order < until)
                {
                    BecomesSubjectTo(order, "C2");
                }

                order = DateOnly.MaxValue;
            }
            else
            {
                var next = Dice.Pick(settings);
                if (next.Post != Last.PlPost && day > Last.Decom && day < until)
                {
                    Moves(day, next);
                }

                day = day.AddDays(Dice.Between(leastDays, mostDays));
            }
        }

        return this;
    }

    /// <summary>Fills in what goes on beside the placements: reviews, social workers, and going missing so many times in a hundred.</summary>
    public Life IsLookedAfter(int missingInHundred, int leastWorkerDays = 200, int mostWorkerDays = 600)
    {
        foreach (var (from, until) in Periods())
        {
            var end = until ?? DemoReturns.LastDay;
            HasReviews(from, end);
            HasWorkers(from, until, leastWorkerDays, mostWorkerDays);
            for (var day = from.AddDays(Dice.Between(20, 90)); day.AddDays(8) < end; day = day.AddDays(Dice.Between(25, 110)))
            {
                if (Dice.Chance(missingInHundred))
                {
                    Missing.Add(new(Child, Born, Dice.Chance(80) ? "M" : "A", day, day.AddDays(Dice.Between(1, 6))));
                }
            }
        }

        return this;
    }

    private Setting Current => new(Last.Place!, Last.PlaceProvider, Last.PlPost, Last.Urn);

    private Life Continues(DateOnly day, string rne, string? ls, Setting setting, string? reason)
    {
        Episodes[^1] = Last with { Dec = day, Rec = "X1", ReasonPlaceChange = reason };
        Episodes.Add(new(Child, day, rne, ls, Last.Cin, setting.Place, setting.Provider, null, null, null, Home, setting.Post, setting.Urn));
        return this;
    }

    private List<(DateOnly From, DateOnly? Until)> Periods()
    {
        List<(DateOnly From, DateOnly? Until)> periods = [];
        foreach (var episode in Episodes)
        {
            if (episode.Rne == "S")
            {
                periods.Add((episode.Decom!.Value, episode.Dec));
            }
            else
            {
                periods[^1] = (periods[^1].From, episode.Dec);
            }
        }

        return periods;
    }

    private void HasReviews(DateOnly from, DateOnly end)
    {
        var day = from.AddDays(Dice.Between(18, 28));
        for (var gap = 85; day < end; gap = 180)
        {
            Reviews.Add(new(Child, Born, day, day < Born.AddYears(4) ? "PN0" : Dice.Pick(Participation)));
            day = day.AddDays(gap + Dice.Between(-8, 12));
        }
    }

    private void HasWorkers(DateOnly from, DateOnly? until, int least, int most)
    {
        var reason = "FCONTA";
        var day = from;
        while (true)
        {
            var next = day.AddDays(Dice.Between(least, most));
            var isLast = next >= (until ?? DemoReturns.LastDay);
            Workers.Add(new(Child, Born, $"SW2000{Dice.Between(10, 33)}", day, isLast ? until : next, reason));
            if (isLast)
            {
                return;
            }

            (day, reason) = (next, Dice.Pick(WorkerReasons));
        }
    }
}

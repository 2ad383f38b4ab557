namespace Journey.Exchange.Ssda903.Demo;

/// <summary>The fictional children, group by group.</summary>
internal static class Lives
{
    public const int FirstLeftOut = 59;
    public const int FirstLeftOutForAYear = 61;
    public const int Late = 63;
    public const int WithoutSuccessor = 64;
    public const int EndsOnFirstOfApril = 65;
    public const int WithoutEpisodes = 66;

    private static readonly string[] Needs = ["N1", "N1", "N1", "N1", "N2", "N3", "N4", "N5", "N5", "N6"];

    public static IReadOnlyList<Life> All { get; } =
    [
        .. Three(),
        .. TwoWhoGoHome(),
        .. TwoAdopted(),
        .. TwoWithSpecialGuardians(),
        .. Fostered(),
        .. InHomes(),
        .. HomeSoon(),
        .. Alone(),
        .. Leavers(),
        .. OddOnes(),
    ];

    /// <summary>A brother and two sisters who come in together; the eldest is moved away from the others.</summary>
    private static IEnumerable<Life> Three()
    {
        var home = Setting.Postcode(1, 1);
        DateOnly day = new(2023, 4, 17);
        yield return new Life(1, new(2010, 2, 3), home, "M").Enters(day, "C1", "N1", Setting.Foster[5])
            .BecomesSubjectTo(new(2023, 10, 23), "C2").Moves(new(2023, 11, 6), Setting.Foster[6], "CREQB").Moves(new(2024, 8, 19), Setting.Homes[5], "CREQB")
            .IsLookedAfter(40, 120, 300);
        yield return new Life(2, new(2013, 6, 21), home, "F").Enters(day, "C1", "N1", Setting.Foster[5])
            .BecomesSubjectTo(new(2023, 10, 23), "C2").Moves(new(2025, 5, 2), Setting.Foster[8], "CARPL").IsLookedAfter(0);
        yield return new Life(3, new(2016, 10, 9), home, "F").Enters(day, "C1", "N1", Setting.Foster[5])
            .BecomesSubjectTo(new(2023, 10, 23), "C2").Moves(new(2025, 5, 2), Setting.Foster[8], "CARPL").IsLookedAfter(0);
    }

    /// <summary>Brothers who go home; the younger comes back.</summary>
    private static IEnumerable<Life> TwoWhoGoHome()
    {
        var home = Setting.Postcode(1, 4);
        DateOnly day = new(2023, 5, 22);
        DateOnly back = new(2024, 2, 16);
        yield return new Life(4, new(2011, 1, 30), home, "M").Enters(day, "V2", "N4", Setting.Kin[0]).Leaves(back, "E4A").IsLookedAfter(0);
        yield return new Life(5, new(2014, 8, 4), home, "M").Enters(day, "V2", "N4", Setting.Kin[0]).Leaves(back, "E4A")
            .Enters(new(2024, 11, 3), "V2", "N1", Setting.Foster[9]).BecomesSubjectTo(new(2025, 3, 24), "C1").BecomesSubjectTo(new(2025, 9, 8), "C2")
            .IsLookedAfter(0);
    }

    private static IEnumerable<Life> TwoAdopted()
    {
        for (var i = 0; i < 2; i++)
        {
            var life = new Life(6 + i, new(2022 + i, 3, 14), Setting.Postcode(1, 6), i == 0 ? "F" : "M")
                .Enters(new(2023, 4, 24), "C1", "N1", Setting.Foster[11]).MovesSubjectTo(new(2024, 6, 10), "E1", Setting.Adopters[0], "CARPL")
                .Leaves(new(2025, 2, 21), "E12").IsLookedAfter(0);
            life.Adoption = new(life.Child, life.Born, new(2024, 2, 12), new(2024, 5, 20), 0, 2, "MF", "L3");
            life.Placed = new(life.Child, life.Born, new(2024, 6, 10), null, null);
            yield return life;
        }
    }

    private static IEnumerable<Life> TwoWithSpecialGuardians()
    {
        for (var i = 0; i < 2; i++)
        {
            yield return new Life(8 + i, new(2019 + i, 7, 2), Setting.Postcode(1, 8)).Enters(new(2023, 8, 14), "C1", "N3", Setting.Kin[2])
                .Leaves(new(2024, 9, 30), "E45").IsLookedAfter(0);
        }
    }

    /// <summary>Foster children, most of them for long.</summary>
    private static IEnumerable<Life> Fostered()
    {
        for (var i = 0; i < 16; i++)
        {
            var dice = new Dice((ulong)(1000 + i));
            var life = new Life(10 + i, new DateOnly(2009, 4, 10).AddDays(dice.Between(0, 4000)))
                .Enters(new DateOnly(2021, 6, 1).AddDays(dice.Between(0, 1300)), dice.Pick(["V2", "C1"]), dice.Pick(Needs), Setting.Foster[i]);
            life.LivesOn(DemoReturns.LastDay, 240, 900, Setting.Foster);
            yield return (i == 7 ? life.GoesToHospital(new(2026, 2, 3), 9) : life).IsLookedAfter(dice.Between(0, 5));
        }
    }

    /// <summary>Teenagers who are moved often, go missing, and meet many workers. One is a mother.</summary>
    private static IEnumerable<Life> InHomes()
    {
        const int OnACareOrderAtHome = 5;
        for (var i = 0; i < 12; i++)
        {
            var dice = new Dice((ulong)(2000 + i));
            var life = i == 2
                ? new Life(26 + i, new(2009, 5, 17), sex: "F") { MotherOf = new(2025, 1, 9) }
                : new Life(26 + i, new DateOnly(2009, 1, 1).AddDays(dice.Between(0, 1000)));
            var entry = new DateOnly(2022, 5, 1).AddDays(dice.Between(0, i == OnACareOrderAtHome ? 500 : 1100));
            life.Enters(entry, dice.Pick(["V2", "C1"]), dice.Pick(Needs), Setting.Foster[27 - i]);
            if (i == OnACareOrderAtHome)
            {
                life.LivesOn(new(2025, 1, 15), 70, 220, Setting.Homes).MovesSubjectTo(new(2025, 1, 20), "C2", Setting.WithParents(life.Home), "CARPL");
            }
            else
            {
                life.LivesOn(DemoReturns.LastDay, 70, 320, [.. Setting.Homes, Setting.Foster[27 - i], Setting.Foster[12]]);
            }

            yield return life.IsLookedAfter(dice.Between(20, 60), 90, 330);
        }
    }

    /// <summary>Short stays that end with a return home, planned or not.</summary>
    private static IEnumerable<Life> HomeSoon()
    {
        for (var i = 0; i < 8; i++)
        {
            var dice = new Dice((ulong)(3000 + i));
            var entry = new DateOnly(2023, 4, 20).AddDays((i * 120) + dice.Between(0, 60));
            yield return new Life(38 + i, new DateOnly(2010, 1, 1).AddDays(dice.Between(0, 4500)))
                .Enters(entry, dice.Chance(20) ? "L1" : "V2", dice.Pick(Needs), Setting.Foster[10 + i])
                .Leaves(entry.AddDays(dice.Between(3, 160)), dice.Pick(["E4A", "E4A", "E4B", "E13"])).IsLookedAfter(0);
        }
    }

    /// <summary>Young people who came to the country alone; their homes have no postcode.</summary>
    private static IEnumerable<Life> Alone()
    {
        for (var i = 0; i < 5; i++)
        {
            var dice = new Dice((ulong)(4000 + i));
            var entry = new DateOnly(2023, 6, 5).AddDays(i * 190);
            yield return new Life(46 + i, entry.AddYears(-16).AddDays(-dice.Between(20, 200)), sex: i == 3 ? "F" : "M")
            {
                Home = null,
                Ethnic = "OOTH",
                Upn = "UN2",
                IsUasc = true,
            }
                .Enters(entry, "V2", "N8", Setting.Supported[i]).ThenAtEighteen("E5").IsLookedAfter(6);
        }
    }

    /// <summary>Young people who turn 18 in these years and leave care.</summary>
    private static IEnumerable<Life> Leavers()
    {
        for (var i = 0; i < 8; i++)
        {
            var dice = new Dice((ulong)(5000 + i));
            var born = new DateOnly(2005, 6, 1).AddDays(i * 120);
            yield return new Life(51 + i, born).Enters(new DateOnly(2019, 3, 1).AddDays(dice.Between(0, 900)), "C2", dice.Pick(Needs), Setting.Foster[14 + i])
                .MovesAtSixteen(Setting.Supported[i % 6]).ThenAtEighteen(dice.Pick(["E5", "E17", "E6", "E7"])).IsLookedAfter(8);
        }
    }

    /// <summary>Children around whom the three returns disagree (see <see cref="Disagreements"/>).</summary>
    private static IEnumerable<Life> OddOnes()
    {
        for (var i = 0; i < 2; i++)
        {
            yield return new Life(FirstLeftOut + i, new(2012 + i, 5, 5)).Enters(new(2023, 2, 6 + i), "C2", "N5", Setting.Foster[20 + i]).IsLookedAfter(0);
        }

        for (var i = 0; i < 2; i++)
        {
            yield return new Life(FirstLeftOutForAYear + i, new(2013, 3, 7 + i)).Enters(new(2022, 12, 5), "C2", "N1", Setting.Foster[22])
                .Leaves(new(2025, 7, 11 + i), "E4A").IsLookedAfter(0);
        }

        yield return new Life(Late, new(2011, 11, 11)).Enters(new(2023, 10, 2), "V2", "N6", Setting.Foster[24])
            .Moves(new(2024, 1, 15), Setting.Homes[1], "CREQB").BecomesSubjectTo(new(2024, 7, 1), "C1").IsLookedAfter(30);
        yield return new Life(WithoutSuccessor, new(2012, 12, 12)).Enters(new(2023, 11, 20), "V2", "N4", Setting.Foster[25])
            .Leaves(new(2024, 10, 14), "X1").IsLookedAfter(0);
        yield return new Life(EndsOnFirstOfApril, new(2015, 4, 16)).Enters(new(2023, 7, 17), "V2", "N3", Setting.Kin[5])
            .Leaves(new(2024, 4, 1), "E4A").IsLookedAfter(0);
        yield return new Life(WithoutEpisodes, new(2008, 9, 1));
    }

    private static Life MovesAtSixteen(this Life life, Setting setting) => life.Moves(life.Born.AddYears(16).AddDays(40), setting, "CARPL");

    private static Life ThenAtEighteen(this Life life, string rec) =>
        life.Born.AddYears(18) < DemoReturns.LastDay ? life.Leaves(life.Born.AddYears(18), rec) : life;
}

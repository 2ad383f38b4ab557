using Journey.Generator.Telling;

namespace Journey.Generator;

/// <summary>Decides whether a child in need comes into care, how, with what aim, and for how long.</summary>
public static class CareMaker
{
    private const double ReEntersWithinAYear = 0.195;

    /// <summary>
    /// The periods of care that follow a day in need, most often none: the first begins within two months, a later one is a return to care. Brothers
    /// and sisters who are in need at about the same time come in on one day. <paramref name="before"/> is how many periods the child had.
    /// </summary>
    public static IReadOnlyList<CarePeriod> Within(Settings settings, Child child, DateOnly inNeedFrom, int before, Chance chance)
    {
        var family = Chance.Of(settings.Seed, FormattableString.Invariant($"care of family {child.Family}"));
        var isHard = family.Happens(0.27);
        var age = child.AgeOn(inNeedFrom);
        var isLikely = before > 0 ? 0.08 : isHard ? 0.8 : age >= 15 && child.Place == 0 ? 0.12 : age >= 14 ? 0.05 : 0.015;
        if (!chance.Happens(isLikely))
        {
            return [];
        }

        var grid = family.Whole(0, 56);
        var from = inNeedFrom.AddDays(2);
        from = from.AddDays((56 - ((from.DayNumber - grid) % 56)) % 56);
        from = CareDays.Working(from <= child.Born ? child.Born.AddDays(2) : from);
        var periods = new List<CarePeriod>();
        while (from <= settings.End && from.AddDays(45) < child.Turns(18))
        {
            var number = before + periods.Count + 1;
            var period = Period(settings, child, from, number, family.Of(FormattableString.Invariant($"way {from.DayNumber}")), chance.Of(FormattableString.Invariant($"period {number}")));
            periods.Add(period);
            if (period.To is not { } ended || period.EndCode is not ("E4A" or "E4B" or "E13") || !chance.Happens(ReEntersWithinAYear))
            {
                break;
            }

            from = ended.AddDays(chance.Whole(12, 360));
        }

        return periods;
    }

    private static CarePeriod Period(Settings settings, Child child, DateOnly from, int number, Chance together, Chance chance)
    {
        var age = child.AgeOn(from);
        var way = Way(child, age, number, together, chance);
        var isCourt = way is CareWay.Court or CareWay.Emergency || (way == CareWay.Police && together.Happens(0.5));
        var goesToCourt = !isCourt && way is CareWay.Agreed or CareWay.Police && chance.Happens(age < 10 ? 0.45 : 0.2);
        var aim = Aim(age, way, isCourt || goesToCourt, chance);
        var orderOn = CareDays.Working(from.AddDays(way switch
        {
            CareWay.Emergency => 8,
            CareWay.Police => isCourt ? 1 : 2 + chance.Whole(60, 240),
            CareWay.Court => 0,
            _ => chance.Whole(60, 240),
        }));
        if (way == CareWay.Police && isCourt && orderOn > from.AddDays(3))
        {
            // Police protection ends after 72 hours: over a bank holiday the court sits out of hours.
            orderOn = from.AddDays(3);
        }

        var finalOn = CareDays.Working(orderOn.AddDays((int)chance.Around(270, 0.25)));
        var adoption = aim == "adoption" ? Adoption(from, finalOn, chance) : null;
        aim = adoption?.ReversedOn is null ? aim : "longTermFostering";
        var (until, end) = End(child, from, way, aim, isCourt || goesToCourt, finalOn, adoption, chance);
        var legal = new List<LegalStep>();
        if (way == CareWay.Police && !isCourt)
        {
            legal.Add(new LegalStep(from.AddDays(2), "V2"));
        }

        if (isCourt || goesToCourt)
        {
            legal.Add(new LegalStep(orderOn, "C1"));
            legal.Add(new LegalStep(finalOn, adoption is null ? "C2" : "E1"));
            if (adoption?.ReversedOn is { } reversed)
            {
                legal.Add(new LegalStep(CareDays.Working(reversed.AddDays(30)), "C2"));
            }
        }

        var first = way switch
        {
            CareWay.Court => "C1",
            CareWay.Emergency => "L2",
            CareWay.Police => "L1",
            CareWay.Remand => "J1",
            _ => "V2",
        };
        return new CarePeriod(
            number,
            from,
            until > settings.End ? null : until,
            way switch
            {
                CareWay.Alone => "N8",
                CareWay.Remand => "N6",
                _ => together.Pick<string>(("N1", 62), ("N5", 15), ("N4", 9), ("N3", 5), ("N2", 4), ("N8", 4), ("N6", age >= 11 ? 4 : 0)),
            },
            first,
            end)
        {
            Until = until,
            Way = way,
            EntryReason = Reason(way, age, number, together),
            Aim = aim,
            PreviousPermanence = number == 1 ? chance.Pick<string>(("Z1", 94), ("P2", 3), ("P1", 1), ("P3", 2)) : "Z1",
            Legal = [.. legal.Where(l => l.On < until && l.Code != first)],
            Adoption = adoption,
        };
    }

    private static CareWay Way(Child child, int age, int number, Chance together, Chance chance)
    {
        if (age >= 15 && number == 1 && child.Place == 0 && chance.Happens(0.4))
        {
            return CareWay.Alone;
        }

        if (age >= 14 && chance.Happens(0.04))
        {
            return CareWay.Remand;
        }

        return age >= 12
            ? together.Pick<CareWay>((CareWay.Agreed, 70), (CareWay.Police, 15), (CareWay.Court, 15))
            : together.Pick<CareWay>((CareWay.Agreed, 36), (CareWay.Police, 15), (CareWay.Court, 43), (CareWay.Emergency, 6));
    }

    private static string Aim(int age, CareWay way, bool isCourt, Chance chance) => (way, isCourt, age) switch
    {
        (CareWay.Alone, _, _) => "supportedLiving",
        (CareWay.Remand, _, _) => "other",
        (_, true, < 3) => chance.Pick<string>(("adoption", 42), ("SGO_CAO", 22), ("returnHome", 20), ("longTermFostering", 16)),
        (_, true, < 10) => chance.Pick<string>(("adoption", 6), ("SGO_CAO", 20), ("returnHome", 28), ("longTermFostering", 46)),
        (_, true, _) => chance.Pick<string>(("SGO_CAO", 8), ("returnHome", 25), ("longTermFostering", 50), ("longTermResidential", 17)),
        (_, false, < 13) => chance.Pick<string>(("SGO_CAO", 8), ("returnHome", 68), ("longTermFostering", 24)),
        (_, false, < 16) => chance.Pick<string>(("returnHome", 50), ("longTermFostering", 30), ("longTermResidential", 20)),
        _ => chance.Pick<string>(("returnHome", 24), ("supportedLiving", 64), ("longTermFostering", 8), ("longTermResidential", 4)),
    };

    private static AdoptionDays Adoption(DateOnly from, DateOnly finalOn, Chance chance)
    {
        var decided = CareDays.Working(finalOn.AddDays(-chance.Whole(14, 50)));
        var placed = CareDays.Working(from.AddDays((int)Math.Max(finalOn.DayNumber - from.DayNumber + 60, chance.Around(560, 0.24))));
        return new AdoptionDays(
            decided,
            CareDays.Working(placed.AddDays(-chance.Whole(20, 45))),
            placed,
            CareDays.Working(placed.AddDays((int)Math.Max(100, chance.Around(234, 0.3)))),
            chance.Happens(0.12),
            chance.Happens(0.7),
            chance.Happens(0.1) ? CareDays.Working(finalOn.AddDays(chance.Whole(250, 420))) : null);
    }

    private static (DateOnly Until, string End) End(Child child, DateOnly from, CareWay way, string aim, bool isCourt, DateOnly finalOn, AdoptionDays? adoption, Chance chance)
    {
        var adult = child.Turns(18);
        (DateOnly Until, string End) end = (way, aim) switch
        {
            (CareWay.Remand, _) => (from.AddDays(20 + (int)chance.Wait(60)), chance.Happens(0.7) ? "E14" : "E9"),
            (CareWay.Alone, _) when chance.Happens(0.08) => (from.AddDays(chance.Whole(60, 160)), "E15"),
            (_, "adoption") when adoption is { ReversedOn: null } => (adoption.OrderOn, adoption.Opposed ? "E12" : "E11"),
            (_, "SGO_CAO") => (isCourt ? finalOn : from.AddDays(chance.Whole(200, 600)), chance.Pick<string>(("E45", 45), ("E47", 28), ("E46", 7), ("E48", 4), ("E41", 16))),
            (_, "returnHome") => (isCourt ? finalOn.AddDays(chance.Whole(-60, 300)) : from.AddDays(4 + (int)chance.Wait(210)), isCourt
                ? chance.Pick<string>(("E4A", 82), ("E4B", 8), ("E13", 10))
                : chance.Pick<string>(("E4A", 64), ("E4B", 26), ("E13", 10))),
            (_, "supportedLiving") when chance.Happens(0.2) => (adult.AddDays(-chance.Whole(20, 250)), chance.Happens(0.8) ? "E5" : "E6"),
            (_, "longTermFostering" or "longTermResidential") when chance.Happens(0.06) => (from.AddDays(400 + (int)chance.Wait(900)), chance.Pick<string>(("E3", 60), ("E16", 25), ("E8", 15))),
            _ => (adult, "E8"),
        };
        end.Until = end.Until <= from ? from.AddDays(3) : end.End is "E4B" or "E14" or "E9" ? end.Until : CareDays.Working(end.Until);
        return end.Until < adult ? end : (adult, "E8");
    }

    private static string Reason(CareWay way, int age, int number, Chance chance) => way switch
    {
        CareWay.Alone => chance.Pick(["Arrived alone; the acquaintance who took him or her in cannot go on", "Found in a lorry and taken to the authority; no adult is responsible", "Came alone from abroad and asked for help at the office"]),
        CareWay.Remand => "Remanded by the youth court; nobody could be found to stand for bail",
        _ when number > 1 => chance.Pick(["The return home broke down after a few months", "The same worries came back after the return home", "Parent could not keep to what was agreed for the return"]),
        CareWay.Police => chance.Pick(["Found alone at night by the police", "Police came to a fight at home and found nobody fit to care", "Taken to a place of safety after being found hurt"]),
        CareWay.Emergency => chance.Pick(["Injury that nobody could explain", "Parent meant to leave hospital with the baby against advice"]),
        CareWay.Court => chance.Pick(["Neglect went on in spite of a protection plan", "Violence between the adults at home went on", "Parent's drinking left the children without care", "Pre-proceedings ended without enough change"]),
        _ when age >= 14 => chance.Pick(["Locked out by parents; nobody else could take the young person", "Came into care because there was nowhere else to go", "Violence between parent and young person", "Threat from a gang made home unsafe", "Parents asked for help after a breakdown at home"]),
        _ => chance.Pick(["Parents asked for help after a breakdown at home", "Parent went into hospital and no relative could help", "Parent is too ill to care", "Parents agreed while their home was made safe", "Parent went to prison"]),
    };
}

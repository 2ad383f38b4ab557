using Journey.Record.Codes;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Protection;

namespace Journey.Generator.Telling;

/// <summary>Periods of care with their legal statuses, courts and placements: what the rest of a life in care hangs on.</summary>
public sealed class CareChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var period in life.Course.Care)
            {
                Start(life, period, lives);
                Law(life, period);
                Moves(life, period, lives);
                Adoption(life, period);
                End(life, period);
            }
        }
    }

    private static string Case(Life life, CarePeriod period) =>
        FormattableString.Invariant($"ZZ{period.From.Year % 100:D2}C{10_000 + life.Family.Number:D5}");

    private static string? Home(Life life, CarePeriod period) => period.Way == CareWay.Alone ? null : life.Town.Home(life.Family.Number).Postcode;

    private static PlacementStarted Placement(Life life, CarePeriod period, Stay stay, IReadOnlyList<Life> lives) => new(
        stay.From,
        stay.Type,
        stay.ProviderCode,
        CareCodes.IsUnregistered(stay.Type) ? null : stay.Urn,
        stay.At.Postcode,
        Home(life, period),
        stay.Carer,
        stay.Planned,
        LaCode: stay.At.Authority,
        DistanceMiles: CareDays.Miles(life, period, stay),
        MatchedSiblings: [.. lives.Where(l => l != life && l.Course.Care.Any(p => p.Holds(stay.From) && StayMaker.IsOneHome(p.StayOn(stay.From), stay))).Select(l => l.Child.Id)]);

    private static void Start(Life life, CarePeriod period, IReadOnlyList<Life> lives)
    {
        var (day, chance) = (period.From, life.Part($"care {period.Number}"));
        var at = period.Way is CareWay.Police or CareWay.Emergency ? new TimeOnly(chance.Whole(16, 19), 20) : new TimeOnly(chance.Whole(11, 16), 40);
        life.Tell(day, at, life.Worker(day), "practitioner", false,
            ($"care {period.Number}", new PeriodOfCareStarted(day, period.LegalStatus, period.Need, period.EntryReason)),
            ($"stay {period.Number}.1", Placement(life, period, period.Stays[0], lives)),
            ($"previous permanence {period.Number}", new PreviousPermanenceRecorded(
                period.PreviousPermanence,
                period.PreviousPermanence == "Z1" ? null : "E09000999",
                period.PreviousPermanence == "Z1" ? null : FormattableString.Invariant($"zz/{chance.Whole(1, 13):D2}/{Math.Max(life.Child.Born.Year + 1, day.Year - 4)}"),
                day)));
        if (period.Way == CareWay.Alone)
        {
            var adult = life.Child.Turns(18);
            life.Tell(day, at.AddMinutes(30), $"alone {period.Number}", new ImmigrationStatusRecorded("UASC", day, adult));
            if (period.EndCode == "E15" && period.To is { } known)
            {
                life.Tell(known.AddDays(-2), new TimeOnly(12, 0), $"age {period.Number}", new AgeAssessmentCompleted(
                    19, ">=18", "Two workers, three interviews", life.Worker(known.AddDays(-2)), "Account and papers agree on an age of 19.", known.AddDays(-2)));
            }
        }

        if (period.Way == CareWay.Remand)
        {
            life.Tell(day, at.AddMinutes(20), $"remand {period.Number}", new RemandedToYda(period.Stays[0].Carer, "Example Youth Court", day, null));
        }
    }

    private static void Law(Life life, CarePeriod period)
    {
        var chance = life.Part($"law {period.Number}");
        var judge = chance.Pick(["HHJ Example", "District Judge Example", "Recorder Example"]);
        if (period.LegalStatus == "L2")
        {
            Order(life, period.From, "EPO", judge, $"emergency order {period.Number}", new TimeOnly(9, 30));
        }

        if (period.LegalStatus == "C1")
        {
            Application(life, period, period.From.AddDays(-chance.Whole(0, 3)), "ICO", period.Way == CareWay.Court && chance.Happens(0.3));
            Order(life, period.From, "ICO", judge, $"interim order {period.Number}", new TimeOnly(10, 30));
        }

        foreach (var step in period.Legal)
        {
            var code = step.Code;
            if (code == "C1")
            {
                Application(life, period, CareDays.Latest(step.On.AddDays(-chance.Whole(1, 6)), period.From), "ICO", false);
                Order(life, step.On, "ICO", judge, $"interim order {period.Number}", new TimeOnly(10, 30));
            }
            else if (code == "E1")
            {
                Order(life, step.On, "PO", judge, $"placement order {period.Number}", new TimeOnly(10, 30));
            }
            else if (code == "C2")
            {
                Order(life, step.On, "CO", judge, FormattableString.Invariant($"care order {period.Number}.{step.On.DayNumber}"), new TimeOnly(10, 30));
            }

            life.Tell(step.On, new TimeOnly(17, 10), FormattableString.Invariant($"law {period.Number}.{step.On.DayNumber}"), new LegalStatusChanged(step.On, code, code == "V2" ? null : Case(life, period)));
        }

        if (period.LegalStatus == "C1" || period.Legal.Any(l => l.Code == "C1"))
        {
            var from = period.LegalStatus == "C1" ? period.From : period.Legal.First(l => l.Code == "C1").On;
            var last = period.Legal.FirstOrDefault(l => l.On > from)?.On ?? period.Until;
            var hearings = 1;
            foreach (var (weeks, result) in new[] { (4, "Timetable set; guardian appointed"), (15, "Further assessment of a relative ordered"), (23, "Issues resolution: final hearing listed") })
            {
                var on = CareDays.Working(from.AddDays((weeks * 7) + chance.Whole(-6, 7)));
                if (on < last)
                {
                    life.Tell(on, new TimeOnly(10, 30), $"hearing {period.Number}.{hearings++}", new CourtHearingHeld("CO", judge, result, on, new TimeOnly(10, 30)), "Legal office", aside: true);
                }
            }
        }

        if (period.To is { } ended && period.EndCode is "E45" or "E46" or "E47" or "E48" or "E41")
        {
            Order(life, ended.AddDays(-1), period.EndCode == "E41" ? "CAO" : "SGO", judge, $"last order {period.Number}", new TimeOnly(11, 0));
        }
    }

    private static void Application(Life life, CarePeriod period, DateOnly on, string order, bool shortNotice) =>
        life.Tell(on, new TimeOnly(9, 15), $"application {period.Number}", new CourtApplicationMade(order, shortNotice, Case(life, period), on), life.Manager(on), "manager");

    private static void Order(Life life, DateOnly on, string order, string judge, string purpose, TimeOnly at) =>
        life.Tell(on, at, purpose, new CourtOrderMade(order, judge, order is "ICO" or "CO" ? life.Part(purpose).Pick<IReadOnlyList<string>>([["Time with parents twice a week"], ["Time with parents as the authority thinks right"], []]) : [], on), "Legal office");

    private static void Moves(Life life, CarePeriod period, IReadOnlyList<Life> lives)
    {
        for (var n = 1; n < period.Stays.Count; n++)
        {
            var (left, stay) = (period.Stays[n - 1], period.Stays[n]);
            life.Tell(stay.From, stay.Planned ? new TimeOnly(14, 0) : new TimeOnly(21, 50), life.Worker(stay.From), "practitioner", false,
                ($"stay end {period.Number}.{left.Number}", new PlacementEnded(life.Id($"stay {period.Number}.{left.Number}"), stay.From, left.End!.Reason, left.End.Planned, left.End.By)),
                ($"stay {period.Number}.{stay.Number}", Placement(life, period, stay, lives)));
            if (left.End is { Planned: false } && life.Part($"disruption {period.Number}.{n}").Happens(0.5))
            {
                var chance = life.Part($"disruption meeting {period.Number}.{n}");
                var on = CareDays.Working(stay.From.AddDays(chance.Whole(7, 40)));
                life.Tell(on, new TimeOnly(13, 0), $"disruption {period.Number}.{n}", new PlacementDisruptionMeetingHeld(
                    [chance.Pick(["Carer was not told of the night terrors", "No help at weekends", "Rows with another child in the home", "Carer's own family fell ill", "Too far from friends and school", "Three workers in a year; nobody the child knew"])],
                    chance.Pick(["Share the full history first.", "Plan short breaks from the start.", "Ask the child before the match.", "Introduce over two weeks, not two days."]),
                    on), life.Manager(on), "manager", aside: true);
            }
        }

        Temporary(life, period);
        Liberty(life, period);
    }

    private static void Temporary(Life life, CarePeriod period)
    {
        var chance = life.Part($"temporary {period.Number}");
        foreach (var stay in period.Stays.Where(s => s.Type[0] is 'U' or 'K'))
        {
            var until = stay.To ?? life.Settings.End;
            for (var from = stay.From.AddDays(20 + (int)chance.Wait(1900)); from.AddDays(30) < until; from = from.AddDays(60 + (int)chance.Wait(1900)))
            {
                var kind = chance.Pick<string>(("T1", 15), ("T2", stay.Type[0] == 'U' ? 40 : 10), ("T3", stay.Type[0] == 'U' ? 35 : 0), ("T4", 10));
                var nights = kind switch { "T1" => chance.Whole(2, 9), "T4" => chance.Whole(1, 7), _ => chance.Whole(4, 14) };
                var purpose = FormattableString.Invariant($"temporary {period.Number}.{from.DayNumber}");
                life.Tell(from, new TimeOnly(13, 30), purpose, new TemporaryMoveStarted(from, kind));
                life.Tell(from.AddDays(nights), new TimeOnly(13, 30), $"{purpose} end", new TemporaryMoveEnded(life.Id(purpose), from.AddDays(nights)));
            }
        }
    }

    private static void Liberty(Life life, CarePeriod period)
    {
        foreach (var stay in period.Stays)
        {
            var until = stay.To ?? period.Until;
            var chance = life.Part($"liberty {period.Number}.{stay.Number}");
            if (stay.Type == "K1" && period.Way != CareWay.Remand)
            {
                var purpose = $"secure {period.Number}.{stay.Number}";
                life.Tell(stay.From, new TimeOnly(22, 40), purpose, new SecureAccommodationAuthorised(12, "Example Family Court", stay.From));
                if (stay.To is { } left)
                {
                    life.Tell(left, new TimeOnly(9, 30), $"{purpose} end", new SecureAccommodationEnded(life.Id(purpose), left));
                }
            }
            else if (stay.Type is "Z1" or "Z12")
            {
                life.Tell(stay.From, new TimeOnly(22, 40), $"unregistered {period.Number}.{stay.Number}", new UnregisteredSettingUsed(
                    chance.Pick(["No registered home would take the child.", "Thirty-one homes said no; nowhere else tonight."]), "A. Director", stay.From, null), life.Manager(stay.From), "manager");
            }

            if (stay.Type is "K2" or "Z12" && chance.Happens(stay.Type == "Z12" ? 0.6 : 0.04) && stay.From.AddDays(9) < until)
            {
                var from = stay.From.AddDays(5);
                var to = new[] { from.AddDays(84), until }.Min();
                life.Tell(from, new TimeOnly(12, 15), $"liberty {period.Number}.{stay.Number}", new DolOrderStarted(["Two to one supervision", "Locked doors at night"], from, null), "Legal office");
                life.Tell(to, new TimeOnly(9, 20), $"liberty end {period.Number}.{stay.Number}", new DolOrderEnded(life.Id($"liberty {period.Number}.{stay.Number}"), to), "Legal office");
            }
        }
    }

    private static void Adoption(Life life, CarePeriod period)
    {
        if (period.Adoption is not { } days || days.DecidedOn >= period.Until)
        {
            return;
        }

        var chance = life.Part($"adopters {period.Number}");
        life.Tell(days.DecidedOn, new TimeOnly(11, 30), $"adoption decision {period.Number}", new AdoptionDecisionMade(
            days.DecidedOn, "A. Agency-Decision-Maker", chance.Pick(["No carer in the family can meet the child's needs for a whole childhood.", "Every relative was assessed; none can offer a home.", "The child is young enough to settle for good with new parents."]), null, null, null), life.Manager(days.DecidedOn), "manager");
        if (days.ReversedOn is { } reversed)
        {
            life.Tell(reversed, new TimeOnly(11, 30), $"adoption reversed {period.Number}", new AdoptionDecisionReversed(life.Id($"adoption decision {period.Number}"), chance.Pick<string>(("RD3", 55), ("RD1", 25), ("RD4", 20)), reversed), life.Manager(reversed), "manager");
            return;
        }

        if (days.PlacedOn >= period.Until)
        {
            return;
        }

        var (number, sexes, status) = chance.Pick<(int, string, string)>(((2, "MF", "L11"), 60), ((2, "MF", "L3"), 14), ((1, "F1", "L0"), 10), ((2, "MM", "L12"), 8), ((2, "FF", "L12"), 7), ((1, "M1", "L0"), 1));
        life.Tell(days.MatchedOn, new TimeOnly(14, 30), $"match {period.Number}", new AdoptersMatched(days.DecidedOn, days.MatchedOn, days.WithCarer, number, sexes, status, null), life.Manager(days.MatchedOn), "manager");
        life.Tell(days.PlacedOn, new TimeOnly(15, 0), $"placed for adoption {period.Number}", new PlacedForAdoption(period.StayOn(days.PlacedOn).Type == "A5", days.PlacedOn));
        if (period.To == days.OrderOn)
        {
            Order(life, days.OrderOn, "AO", "HHJ Example", $"adoption {period.Number}", new TimeOnly(10, 15));
            life.Tell(days.OrderOn, new TimeOnly(10, 40), $"adoption order {period.Number}", new AdoptionOrderMade(days.Opposed, "Example Family Court", days.OrderOn), "Legal office");
            var sealing = CareDays.Working(days.OrderOn.AddDays(95));
            life.Tell(sealing, new TimeOnly(16, 0), $"sealed {period.Number}", new RecordSealedAfterAdoption(days.OrderOn, null), life.Manager(sealing), "manager");
        }
    }

    private static void End(Life life, CarePeriod period)
    {
        if (period.To is not { } to)
        {
            return;
        }

        life.Tell(to, new TimeOnly(11, 45), $"care end {period.Number}", new PeriodOfCareEnded(life.Id($"care {period.Number}"), to, period.EndCode!, period.EndCode switch { "E4A" => true, "E4B" => false, _ => null }));
        if (period.EndCode is "E45" or "E46" or "E47" or "E48" or "E41")
        {
            var stay = period.Stays[^1];
            life.Tell(to, new TimeOnly(12, 30), $"kinship {period.Number}", new KinshipArrangementMade(
                period.EndCode is "E45" or "E46" ? stay.Carer : life.Part($"guardian {period.Number}").Pick(["Grandmother", "Aunt", "Uncle and aunt"]), period.EndCode == "E41" ? "CAO" : "SGO", to));
        }
        else if (period.EndCode == "E9")
        {
            life.Tell(to, new TimeOnly(10, 45), $"custody {period.Number}", new SentencedToCustody("Example Young Offender Institution", "Example Youth Court", to, to.AddDays(life.Part("sentence").Whole(60, 300))));
        }
    }
}

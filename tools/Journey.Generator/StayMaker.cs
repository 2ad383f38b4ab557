using Journey.Generator.Telling;

namespace Journey.Generator;

/// <summary>Decides where children live while they are in care, for a whole family at once, because brothers and sisters share a home or do not.</summary>
public static class StayMaker
{
    private static readonly DateOnly SupportedFrom = new(2023, 4, 1);

    /// <summary>The courses of a family's children with their placements.</summary>
    public static IReadOnlyList<Course> Settle(Settings settings, Town town, Family family, IReadOnlyList<Course> courses)
    {
        var entries = courses.SelectMany(c => c.Care.Select(p => (c.Child, Period: p))).GroupBy(e => e.Period.From).ToDictionary(g => g.Key, g => g.OrderBy(e => e.Child.Place).ToList());
        var homes = new Lazy<Spot>(() => town.Home(family.Number));
        return [.. courses.Select(c => c.Care.Count == 0 ? c : c with { Care = [.. c.Care.Select(p => Settled(settings, homes.Value, c.Child, p, [.. entries[p.From].Select(e => e.Child)]))] })];
    }

    /// <summary>True when two stays are in one home.</summary>
    public static bool IsOneHome(Stay one, Stay other) => one.Carer == other.Carer && one.At.Postcode == other.At.Postcode;

    private static CarePeriod Settled(Settings settings, Spot home, Child child, CarePeriod period, List<Child> together)
    {
        var chance = Chance.Of(settings.Seed, FormattableString.Invariant($"stays {child.LaChildId} {period.Number}"));
        var shared = Chance.Of(settings.Seed, FormattableString.Invariant($"stays of family {child.Family} {period.From.DayNumber}"));
        var stays = new Making(settings, home, child, period, chance).All(Shared(period, together, child, shared, settings));
        return period with
        {
            Stays = stays,
            EndCode = (period.EndCode, stays[^1].Type) switch
            {
                ("E8", _) when period.Until == child.Turns(18) => Adult(stays[^1], chance.Of("adult")),
                ("E45" or "E46", not ("U1" or "U3")) => "E47",
                ("E46", _) => "E45",
                _ => period.EndCode,
            },
        };
    }

    /// <summary>The chances that decide the first home together with brothers and sisters; null when the child lives apart from them from the start.</summary>
    private static (Chance Chance, bool IsOld)? Shared(CarePeriod period, List<Child> together, Child child, Chance shared, Settings settings)
    {
        if (together.Count < 2 || period.Way is CareWay.Remand or CareWay.Alone)
        {
            return null;
        }

        var isSplit = shared.Happens(together.Count switch { 2 => 0.24, 3 => 0.34, _ => 0.5 });
        var isApart = isSplit && together[^1] != child && (together[0] == child || (together.Count > 3 && together[1] == child));
        return isApart ? null : (shared.Of("first home"), together.TrueForAll(c => c.AgeOn(period.From) >= 10));
    }

    private static string Adult(Stay last, Chance chance) => last.Type[0] switch
    {
        'U' => chance.Pick<string>(("E17", 52), ("E5", 26), ("E6", 6), ("E8", 15), ("E7", 3)),
        'K' or 'H' when last.Type is "K2" => chance.Pick<string>(("E5", 60), ("E6", 8), ("E7", 12), ("E8", 20)),
        'K' or 'H' => chance.Pick<string>(("E5", 60), ("E6", 22), ("E8", 18)),
        _ => "E8",
    };

    private sealed class Making(Settings settings, Spot home, Child child, CarePeriod period, Chance chance)
    {
        private readonly List<Stay> _stays = [];
        private readonly bool _isRestless = Chance.Of(settings.Seed, $"restless {child.LaChildId}").Happens(child.AgeOn(period.From) switch { < 5 => 0.14, < 10 => 0.22, < 14 => 0.40, _ => 0.46 });
        private int _spell = 1;

        public List<Stay> All((Chance Chance, bool IsOld)? shared)
        {
            var day = period.From;
            var first = shared is { } with ? First(with.Chance, with.IsOld) : FirstAlone();
            var firstEnds = (shared?.Chance ?? chance).Of("first ends");
            var isShort = firstEnds.Happens(first.Type[0] is 'U' or 'K' && period.Way != CareWay.Remand ? 0.42 : 0);
            var next = isShort ? CareDays.Working(day.AddDays(8 + (int)firstEnds.Wait(70))) : NextMove(day, first.Type);
            var (now, planned) = (first, !isShort && period.Way is CareWay.Agreed or CareWay.Court);
            StayEnd? end;
            while (true)
            {
                var forced = Forced(day, now);
                var status = StatusChange(day, now, next);
                var until = new[] { forced?.On, status?.On, next }.Min()!.Value;
                if (until >= period.Until || until > settings.End)
                {
                    Add(now, day, period.To, planned, null);
                    return _stays;
                }

                if (status is { } changed && changed.On == until)
                {
                    Add(now, day, until, planned, new StayEnd("PLACE", true, "la"));
                    (now, day, planned) = (changed.Place, until, true);
                    next = CareDays.Latest(next, CareDays.Working(day.AddDays(3)));
                    continue;
                }

                var move = forced is { } must && must.On == until;
                end = move ? new StayEnd(now.Type is "R5" ? "CUSTOD" : "CARPL", true, "la") : Reason(isShort && _stays.Count == 0);
                Add(now, day, until, planned, end);
                var place = move ? forced!.Value.Place : isShort && _stays.Count == 1 && shared is { } still ? Other(still.Chance.Of("second"), "foster", now.Carer, until) : Next(now, end, until);
                _spell += move && forced!.Value.Same ? 0 : 1;
                (now, day, planned) = (place, until, end.Planned);
                next = NextMove(day, now.Type);
            }
        }

        private void Add(Place place, DateOnly from, DateOnly? to, bool planned, StayEnd? end)
        {
            var type = place.Type is "K3" && from < SupportedFrom ? "H5" : place.Type is "Z12" && from < new DateOnly(2025, 4, 1) ? "Z1" : place.Type;
            _stays.Add(new Stay(_stays.Count + 1, _spell, from, to > settings.End ? null : to, type, place.ProviderCode, place.Urn, place.Agency, place.Carer, place.At, place.WeeklyCost, planned, to > settings.End ? null : end));
        }

        private DateOnly NextMove(DateOnly from, string type)
        {
            var years = type switch
            {
                "Z12" => chance.Whole(6, 25) / 365.0,
                "K1" => chance.Whole(60, 170) / 365.0,
                "R3" => chance.Whole(60, 130) / 365.0,
                _ when type[0] is 'A' or 'P' => 100,
                "R5" => 100,
                _ => _isRestless ? 0.05 + chance.Wait(0.72) : chance.Wait(14),
            };
            return CareDays.Working(from.AddDays(3 + (int)Math.Min(36_000, years * 365)));
        }

        private (DateOnly On, Place Place, bool Same)? Forced(DateOnly day, Place now)
        {
            var type = now.Type;
            if (period.Adoption is { ReversedOn: null } adoption && adoption.PlacedOn > day)
            {
                return adoption.WithCarer && type is "U6"
                    ? (adoption.PlacedOn, now with { Type = "A5", WeeklyCost = 0 }, true)
                    : (adoption.PlacedOn, Of(Pick(chance.Of("adopters"), "adopter", Band(chance.Of("adopters near"), 0.15, 0.35), null), "A6"), false);
            }

            var homeOn = CareDays.Working(period.Until.AddDays(-90));
            if (period is { Aim: "returnHome", EndCode: "E4A" } && homeOn > day && homeOn > period.From.AddDays(60) && period.LegalOn(homeOn) is "C1" or "C2")
            {
                return (homeOn, new Place("P1", "PR0", null, "Parents", "Parents", home, 0), false);
            }

            var supportedOn = CareDays.Working(child.Turns(16).AddDays(Chance.Of(settings.Seed, $"supported {child.LaChildId}").Whole(30, 600)));
            var moves = Chance.Of(settings.Seed, $"moves on {child.LaChildId}").Happens(period.Aim == "supportedLiving" ? 0.85 : _isRestless ? 0.6 : 0.12);
            if (moves && supportedOn > day && type is not ("K3" or "R5" or "P1") && supportedOn.AddDays(40) < period.Until)
            {
                return (supportedOn, Other(chance.Of("supported"), "supported", "", supportedOn), false);
            }

            return null;
        }

        /// <summary>The carer is approved for the long term, moves house, or the home is registered anew: the same carer, another placement.</summary>
        private (DateOnly On, Place Place)? StatusChange(DateOnly day, Place now, DateOnly next)
        {
            var type = now.Type;
            if (_stays.Count > 0 && _stays[^1].Spell == _spell && _stays[^1].End?.Reason == "PLACE")
            {
                return null;
            }

            if (type is "U3" or "U6" && period.Aim == "longTermFostering")
            {
                var on = CareDays.Working(new[] { day.AddDays(chance.Of("long term").Whole(120, 420)), period.From.AddDays(200), period.Adoption?.ReversedOn?.AddDays(14) ?? day }.Max());
                return on.AddDays(150) > next ? null : (on, now with { Type = type == "U3" ? "U1" : "U4" });
            }

            if (type is "U3" && period.Aim == "SGO_CAO")
            {
                return (CareDays.Working(day.AddDays(chance.Of("approved").Whole(90, 150))), now with { Type = "U1" });
            }

            return null;
        }

        private StayEnd Reason(bool isFirst)
        {
            var reason = isFirst
                ? chance.Pick<string>(("CARPL", 55), ("OTHER", 36), ("CREQO", 5), ("CREQB", 4))
                : chance.Pick<string>(("CARPL", 21), ("OTHER", 36.5), ("CREQB", 14.5), ("CREQO", 12), ("CHILD", 5.5), ("LAREQ", 3.5), ("ALLEG", 1.6), ("STAND", 1.6), ("CLOSE", 0.6), ("APPRR", 0.4));
            return reason switch
            {
                "CARPL" => new StayEnd(reason, true, "la"),
                "CREQB" or "CREQO" => new StayEnd(reason, chance.Happens(0.35), "carer"),
                "CHILD" => new StayEnd(reason, chance.Happens(0.5), "child"),
                "CLOSE" => new StayEnd(reason, false, "provider"),
                "OTHER" => new StayEnd(reason, chance.Happens(0.6), chance.Pick(["la", "provider", "carer"])),
                _ => new StayEnd(reason, false, "la"),
            };
        }

        private Place First(Chance with, bool isOld) =>
            isOld && with.Happens(0.05) ? Other(with, "home", "", period.From) : with.Happens(0.3) ? Kin(with, "") : Other(with, "foster", "", period.From);

        private Place FirstAlone()
        {
            var age = child.AgeOn(period.From);
            var kind = (period.Way, age) switch
            {
                (CareWay.Remand, _) => chance.Pick<string>(("custody", 60), ("secure", 15), ("home", 25)),
                (CareWay.Alone, >= 16) => chance.Pick<string>(("supported", 75), ("foster", 25)),
                (CareWay.Alone, _) => "foster",
                (_, >= 16) => chance.Pick<string>(("supported", 44), ("foster", 34), ("home", 14), ("kin", 8)),
                (_, >= 12) => chance.Pick<string>(("foster", 54), ("kin", 20), ("home", 26)),
                (_, >= 6) => chance.Pick<string>(("foster", 67), ("kin", 27), ("home", 6)),
                (_, >= 1) => chance.Pick<string>(("foster", 68), ("kin", 32)),
                _ => chance.Pick<string>(("foster", 68), ("kin", 24), ("motherAndBaby", 8)),
            };
            return Other(chance, kind, "", period.From);
        }

        private Place Next(Place now, StayEnd end, DateOnly on)
        {
            var age = child.AgeOn(on);
            var kind = now.Type switch
            {
                _ when _isRestless && age is >= 13 and < 17 && chance.Happens(0.05) && now.Type != "K1" => "secure",
                _ when _isRestless && age >= 11 && !end.Planned && now.Type[0] != 'Z' && chance.Happens(0.10) => "unregistered",
                _ when age >= 16 => chance.Pick<string>(("supported", now.Type is "K3" or "H5" ? 78 : 46), ("foster", now.Type[0] == 'U' ? 34 : 8), ("home", 14)),
                "K2" or "K1" or "Z12" or "S1" => chance.Pick<string>(("home", 66), ("foster", 24), ("school", age >= 8 ? 5 : 0), ("kin", 5)),
                _ when age >= 8 => chance.Pick<string>(("foster", 62), ("home", _isRestless ? 30 : 12), ("kin", 8), ("school", 1)),
                _ => chance.Pick<string>(("foster", 78), ("kin", 22)),
            };
            return Other(chance, kind, now.Carer, on);
        }

        private Place Other(Chance with, string kind, string notWith, DateOnly on) => kind switch
        {
            "kin" => Kin(with, notWith),
            "foster" => Of(Pick(with, kind, Band(with, 0.66, 0.19), notWith), "U6"),
            "home" => Of(Pick(with, kind, Band(with, 0.33, 0.20), notWith), "K2"),
            "supported" => Of(Pick(with, kind, Band(with, 0.70, 0.18), notWith), child.AgeOn(on) >= 16 ? "K3" : "K2"),
            "secure" => Of(Pick(with, kind, Distance.Far, notWith), "K1"),
            "custody" => Of(Pick(with, kind, Distance.Far, notWith), "R5"),
            "motherAndBaby" => Of(Pick(with, kind, with.Happens(0.6) ? Distance.InArea : Distance.Far, notWith), "R3"),
            "school" => Of(Pick(with, kind, Distance.Far, notWith), "S1"),
            _ => Of(Pick(with, kind, with.Happens(0.6) ? Distance.InArea : Distance.Far, notWith), "Z12") with { ProviderCode = null, Urn = null },
        };

        private Place Kin(Chance with, string notWith)
        {
            var carer = notWith;
            while (carer == notWith)
            {
                carer = with.Pick(["Grandmother", "Grandparents", "Aunt", "Uncle and aunt", "Elder sister", "Friend of the family", "Great-aunt"]);
            }

            var postcode = FormattableString.Invariant($"ZZ9 {1 + (child.Family % 9)}{(char)('A' + with.Whole(0, 26))}{(char)('A' + with.Whole(0, 26))}");
            return new Place("U3", "PR1", Providers.OwnUrn, "Example Council Fostering", carer, Providers.Place(with, Band(with, 0.72, 0.15), postcode == home.Postcode ? "ZZ10 9ZZ" : postcode), 310);
        }

        private static Place Of(Provider provider, string type) =>
            new(type, provider.ProviderCode, provider.Urn, provider.Agency, provider.Carer, provider.At, provider.WeeklyCost);

        private static Distance Band(Chance with, double inArea, double near) =>
            with.Next() is var at && at < inArea ? Distance.InArea : at < inArea + near ? Distance.Near : Distance.Far;

        private static Provider Pick(Chance with, string kind, Distance distance, string? notWith)
        {
            var from = Providers.Of(kind, distance);
            var found = with.Pick(from);
            while (found.Carer == notWith && from.Count > 1)
            {
                found = with.Pick(from);
            }

            return found;
        }
    }

    private sealed record Place(string Type, string? ProviderCode, string? Urn, string Agency, string Carer, Spot At, decimal WeeklyCost);
}

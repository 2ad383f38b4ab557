using Journey.Record.Codes;

namespace Journey.Exchange.Ssda903.Demo;

/// <summary>Cuts a year's return out of lives: what had begun by 31 March, open where it ended later.</summary>
internal static class ReturnOfLives
{
    private static readonly int[] BirthdaysOfLeavers = [17, 18, 19, 20, 21];

    public static ReturnSet For(int year, IReadOnlyList<Life> lives)
    {
        var cut = new Year(year);
        var episodes = lives.SelectMany(l => l.Episodes.Where(e => cut.Has(e.Decom, e.Dec?.AddDays(-1))).Select(e => cut.Open(e, l))).ToList();
        var leavers = lives.Where(cut.HasBirthdayAfterCare).ToList();
        var stated = episodes.Select(e => e.Child).Concat(leavers.Select(l => l.Child)).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. lives.Where(l => stated.Contains(l.Child)).Select(l => Header(l, year))],
            episodes,
            [.. lives.SelectMany(l => l.Reviews.Where(r => cut.Has(r.Review, r.Review)))],
            [.. lives.Where(l => l.IsUasc && stated.Contains(l.Child)).Select(l => new UascRow(l.Child, IdentityCodes.SexIn(l.Sex, year), l.Born, null))],
            [.. lives.Where(cut.HasAllYear).Select(l => Oc2(l, cut))],
            [.. leavers.Select(l => Oc3(l, cut))],
            [.. lives.Where(l => l.Adoption is { } a && cut.Has(a.DateMatch, a.DateMatch)).Select(l => l.Adoption!)],
            [.. lives.Where(l => l.Placed is { } p && cut.Has(p.DatePlaced, p.DatePlaced)).Select(l => l.Placed!)],
            [.. lives.Where(l => l.Episodes.Any(e => e.Rne == "S" && cut.Has(e.Decom, e.Decom))).Select(l => l.PreviousPermanence[^1])],
            [.. lives.SelectMany(l => l.Missing.Where(m => cut.Has(m.MisStart, m.MisEnd))).Select(m => m.MisEnd > cut.End ? m with { MisEnd = null } : m)],
            [.. lives.SelectMany(l => l.Workers.Where(w => cut.Has(w.SwDecom, w.SwDec)))
                .Select(w => w.SwDec > cut.End.AddDays(1) ? w with { SwDec = null } : w)],
            []);
    }

    private static HeaderRow Header(Life life, int year)
    {
        var isMother = life.MotherOf?.Year <= year;
        return new(
            life.Child,
            IdentityCodes.SexIn(life.Sex, year),
            life.Born,
            life.Ethnic,
            life.Upn,
            life.Sex == "F" && life.Born.AddYears(12) < new DateOnly(year, 3, 31) ? (isMother ? 1 : 0) : null,
            isMother ? life.MotherOf : null);
    }

    private static Oc2Row Oc2(Life life, Year cut)
    {
        var dice = new Dice((ulong)((life.Number * 31) + cut.End.Year));
        var scored = life.Born.AddYears(4) <= cut.Start && life.Born.AddYears(17) > cut.End;
        var isUnderFive = life.Born.AddYears(5) > cut.End;
        var has = scored && dice.Chance(85);
        return new(
            life.Child,
            life.Born,
            has ? dice.Between(3, 26) : null,
            scored && !has ? dice.Pick(["SDQ1", "SDQ2", "SDQ3"]) : null,
            life.Born.AddYears(10) <= cut.End ? (dice.Chance(4) ? 1 : 0) : null,
            isUnderFive ? 1 : null,
            dice.Chance(84) ? 1 : 0,
            dice.Chance(80) ? 1 : 0,
            dice.Chance(90) ? 1 : 0,
            dice.Chance(3) ? 1 : 0,
            null,
            null);
    }

    private static Oc3Row Oc3(Life life, Year cut)
    {
        var dice = new Dice((ulong)((life.Number * 37) + cut.End.Year));
        return dice.Chance(90)
            ? new(life.Child, life.Born, "YES", dice.Pick(["F1", "F2", "F4", "F5", "P2", "G4", "G5"]), dice.Pick(["B1", "D1", "K1", "R1", "U1", "V1", "S2"]))
            : new(life.Child, life.Born, "NO", null, null);
    }

    /// <summary>A year of returns.</summary>
    private sealed class Year(int year)
    {
        public DateOnly Start { get; } = new(year - 1, 4, 1);

        public DateOnly End { get; } = new(year, 3, 31);

        /// <summary>True when something from a day to a day, both included, touches the year.</summary>
        public bool Has(DateOnly? from, DateOnly? to) => from <= End && (to is null || to >= Start);

        /// <summary>
        /// The episode as this return knows it. Half of the children keep the reason of an end that is still to come, as suppliers that fill
        /// REC in beforehand do, so that the next return differs in DEC alone.
        /// </summary>
        public EpisodeRow Open(EpisodeRow episode, Life life) =>
            !(episode.Dec > End.AddDays(1)) ? episode
            : life.Number % 2 == 0 ? episode with { Dec = null }
            : episode with { Dec = null, Rec = null, ReasonPlaceChange = null };

        public bool HasAllYear(Life life) =>
            life.Episodes.Any(e => e.Decom <= Start && (e.Dec is null || e.Dec > Start))
            && !life.Episodes.Any(e => (e.Rne == "S" && e.Decom > Start && e.Decom <= End) || (e.Rec is not (null or "X1") && e.Dec >= Start && e.Dec <= End));

        public bool HasBirthdayAfterCare(Life life) =>
            life.Episodes.Count > 0 && life.Episodes[^1] is { Dec: { } left } && left >= life.Born.AddYears(16)
            && BirthdaysOfLeavers.Any(age => life.Born.AddYears(age) is var day && day >= Start && day <= End && day >= left);
    }
}

using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.EarlyHelp;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;

namespace Journey.Generator.Telling;

/// <summary>
/// Contacts, referrals, assessments and closures. Purposes: <c>referral N</c> and <c>assessment N</c> for the Nth episode. A family's referral is
/// one act on every child's record.
/// </summary>
public sealed class FrontDoorChapter : IChapter
{
    private static readonly string[] OfLittleOnes =
    [
        "cries for hours, say the neighbours", "has bruises that nobody can explain", "was in the home when the police came", "has missed three appointments with the health visitor",
        "was left alone while the parents were out", "is not gaining weight", "was found in a wet cot at noon",
    ];

    private static readonly string[] OfPupils =
    [
        "came to school hungry and without a coat", "spoke of shouting at home", "has bruises that nobody can explain", "has missed eleven days of school", "was in the home when the police came",
        "says that nobody is at home", "wears the same clothes all week",
    ];

    private static readonly string[] OfTeenagers =
    [
        "was seen out late at night", "spoke of shouting at home", "has missed eleven days of school", "was in the home when the police came", "looks after two younger children",
        "sleeps on a friend's sofa", "says that nobody is at home", "has money and a phone that nobody can explain",
    ];

    private static readonly string[] Issues = ["neglect", "domestic abuse", "school attendance", "mental health of a parent", "housing", "alcohol"];

    private static readonly string[] Factors = ["3B", "3C", "4B", "5B", "1B", "2B", "16A", "17A", "14A", "6B", "9A", "22A"];

    /// <summary>The day on which the child is first heard of: an earlier contact that came to nothing, or the first referral.</summary>
    public static DateOnly KnownFrom(Life life) => Earlier(life) is [var first, ..] ? first : life.Course.Needs[0].ReferredOn;

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives.Where(l => l.Course.Needs.Count > 0))
        {
            foreach (var (on, number) in Earlier(life).Select((on, i) => (on, i + 1)))
            {
                Contact(life, FormattableString.Invariant($"earlier contact {number}"), on, "2A", life.Part($"earlier {number}").Happens(0.7) ? "NFA" : "InfoAdvice");
            }

            EarlyHelp(life);
        }

        foreach (var day in lives.SelectMany(l => l.Course.Needs.Select(n => (l, n))).GroupBy(x => x.n.ReferredOn).OrderBy(g => g.Key))
        {
            Refer([.. day.Select(x => (x.l, x.n))]);
        }

        foreach (var life in lives)
        {
            foreach (var need in life.Course.Needs)
            {
                Assess(life, need);
                Close(life, need);
            }
        }
    }

    /// <summary>Contacts before the first referral that came to nothing: for a fifth of families, and again and again for some.</summary>
    private static List<DateOnly> Earlier(Life life)
    {
        var chance = Chance.Of(life.Settings.Seed, FormattableString.Invariant($"earlier contacts {life.Family.Number}"));
        var first = life.Course.Needs[0].ReferredOn;
        var count = chance.Pick<int>((0, 78), (1, 12), (2, 6), (3, 4));
        return [.. Enumerable.Range(0, count).Select(i => first.AddDays(-20 - chance.Whole(0, 500))).Where(d => d >= life.Settings.From && d > life.Child.Born.AddDays(2)).Distinct().Order()];
    }

    private static void Contact(Life life, string purpose, DateOnly on, string source, string outcome)
    {
        var chance = life.Part(purpose);
        life.Tell(on, new TimeOnly(10, 5), purpose, Received(life, chance, on, source, "phone"), aside: false);
        var decided = WorkingDays.After(on, chance.Happens(0.8) ? 0 : 2);
        life.Tell(decided, new TimeOnly(15, 30), $"{purpose} decided", new ContactDecided(
            life.Id(purpose), decided, new TimeOnly(15, 30), outcome, chance.Whole(1, 3), "A. Manager", "Below the threshold; the school keeps an eye."), life.Manager(decided), "manager");
    }

    private static ContactReceived Received(Life life, Chance chance, DateOnly on, string source, string mode) => new(
        on, new TimeOnly(10, 0), source, source == "2A" ? "Example Primary School" : null, mode, Worry(life, chance, on), [chance.Pick(Issues)]);

    private static string Worry(Life life, Chance chance, DateOnly on) => on < life.Child.Born
        ? chance.Pick(["The mother has missed every antenatal appointment.", "Two older children of the mother live elsewhere.", "The parents have no home of their own before the birth."])
        : $"The child {chance.Pick(life.Child.AgeOn(on) switch { < 5 => OfLittleOnes, < 12 => OfPupils, _ => OfTeenagers })}.";

    private static void EarlyHelp(Life life)
    {
        var (chance, first) = (life.Part("early help"), life.Course.Needs[0].ReferredOn);
        if (KnownFrom(life) >= first.AddDays(-120) || !chance.Happens(0.5))
        {
            return;
        }

        var on = KnownFrom(life).AddDays(14);
        if (chance.Happens(0.15))
        {
            life.Tell(on, new TimeOnly(11, 0), "early help declined", new EarlyHelpDeclinedByFamily("The parents want no help now.", on));
            return;
        }

        life.Tell(on, new TimeOnly(11, 0), "early help", new EarlyHelpEpisodeOpened("Example Family Hub", "A. Practitioner", "Help with routines at home.", on));
        life.Tell(on.AddDays(30), new TimeOnly(11, 0), "early help assessed", new EarlyHelpAssessmentCompleted("Example Family Hub", on.AddDays(2), on.AddDays(30), ["Sleep", "School attendance"]));
        life.Tell(first.AddDays(-15), new TimeOnly(11, 0), "early help reviewed", new EarlyHelpPlanReviewed(life.Id("early help"), "Bedtimes hold; school does not.", null, first.AddDays(-15)));
        life.Tell(first.AddDays(-1), new TimeOnly(11, 0), "early help closed", new EarlyHelpEpisodeClosed(life.Id("early help"), "steppedUp", first.AddDays(-1)));
    }

    private static void Refer(IReadOnlyList<(Life Life, NeedEpisode Need)> together)
    {
        var (lead, need) = together[0];
        var (on, chance) = (need.ReferredOn, lead.Part(FormattableString.Invariant($"referral {need.Number}")));
        if (!lead.Reaches(on))
        {
            return;
        }

        var walksIn = together.Count == 1 && lead.Child.AgeOn(on) is 16 or 17 && chance.Happens(0.3);
        var (by, manager) = (lead.Worker(on), lead.Manager(on));
        lead.TellTogether(on, new TimeOnly(10, 5), by, "practitioner", [.. together.Select(t =>
            (t.Life, Contact(t.Need), (IFact)Received(t.Life, chance, on, walksIn ? "1C" : t.Need.Source, walksIn ? "walkIn" : need.Source == "6" ? "form" : "phone")))]);
        if (walksIn)
        {
            Homeless(lead, need.Number, on, chance);
        }

        lead.TellTogether(on, new TimeOnly(15, 0), manager, "manager", [.. together.Select(t => (t.Life, $"{Contact(t.Need)} decided", (IFact)new ContactDecided(
            t.Life.Id(Contact(t.Need)), on, new TimeOnly(15, 0), "Referral", 3, "A. Manager", "Worries have built up over months.")))]);
        lead.TellTogether(on, new TimeOnly(15, 20), by, "practitioner", [.. together.Select(t => (t.Life, Referral(t.Need), (IFact)new ReferralReceived(
            on, new TimeOnly(15, 20), t.Need.Source, [t.Life.Id(Contact(t.Need))], t.Need.Course == ReferralCourse.NoFurtherAction ? null : t.Need.PrimaryNeed)))]);
        foreach (var (life, one) in together)
        {
            var decided = WorkingDays.After(on, life.Part(Referral(one)).Happens(0.9) ? 1 : 3);
            decided = one.ClosedOn is { } closed && decided > closed ? closed : decided;
            life.Tell(decided, new TimeOnly(11, 0), $"{Referral(one)} decided", new ReferralDecided(
                life.Id(Referral(one)), decided, new TimeOnly(11, 0), one.Course == ReferralCourse.NoFurtherAction ? "NFA" : "Assess", "A. Manager",
                one.Course == ReferralCourse.NoFurtherAction ? "The family has what it needs." : "An assessment will show what helps."), manager, "manager");
            if (one.Number > 1)
            {
                life.Tell(on, new TimeOnly(15, 40), $"reopened {one.Number}", new CaseReopened(life.Id(Referral(one)), life.Id(Referral(life.Course.Needs[one.Number - 2])), on));
            }

            if (chance.Happens(0.6))
            {
                life.Tell(decided.AddDays(2), new TimeOnly(14, 0), $"{Referral(one)} told", new ReferrerToldOutcome(life.Id(Referral(one)), decided.AddDays(2), new TimeOnly(14, 0), "email"), aside: true);
            }
        }
    }

    private static void Homeless(Life life, int number, DateOnly on, Chance chance)
    {
        life.Tell(on, new TimeOnly(10, 20), $"homeless {number}", new HomelessYoungPersonPresented(on, new TimeOnly(10, 0), "On sofas of friends, with one suitcase", chance.Whole(1, 9), chance.Happens(0.5)));
        life.Tell(on, new TimeOnly(10, 25), $"sofa {number}", new AddressRecorded("informal", "A friend's sofa", null, life.Town.Area, false, on, on.AddDays(chance.Whole(5, 60))));
        if (life.Course.CareOn(on) is null && chance.Happens(0.6))
        {
            life.Tell(on, new TimeOnly(18, 20), $"network stay {number}", new FamilyNetworkStayAgreed("A friend of the family", chance.Whole(2, 6), "Mother", "Checked by the duty worker", on));
        }
    }

    private static void Assess(Life life, NeedEpisode need)
    {
        if (need.AssessmentFrom is not { } from || need.AssessedOn is not { } authorised)
        {
            return;
        }

        var chance = life.Part(FormattableString.Invariant($"assessment {need.Number}"));
        var (purpose, due) = (FormattableString.Invariant($"assessment {need.Number}"), WorkingDays.After(need.ReferredOn, 45));
        var kind = life.Child.Born > from ? "preBirth" : "CF";
        life.Tell(from, new TimeOnly(9, 30), purpose, new AssessmentStarted(life.Id(Referral(need)), kind, life.Worker(from), null, from, due));
        var heard = from.AddDays(chance.Whole(3, 12));
        if (heard < authorised)
        {
            life.Tell(heard, new TimeOnly(13, 0), $"{purpose} views", new PractitionerViewsGathered(
                life.Id(purpose), "Example Health Trust", "Health visitor", "Knows the family well and shares the worry.", heard), aside: true);
        }

        if (authorised > due)
        {
            life.Tell(due.AddDays(-2), new TimeOnly(14, 0), $"{purpose} extended", new AssessmentExtended(
                life.Id(purpose), due.AddDays(-2), authorised.AddDays(7), "The father was found late.", "A. Manager"));
        }

        var complete = authorised.AddDays(-chance.Whole(0, 4));
        complete = complete < from ? from : complete;
        var inNeed = need.Course == ReferralCourse.InNeed;
        var factors = inNeed ? new[] { chance.Pick(Factors[..6]), chance.Pick(Factors[6..]) } : chance.Happens(0.4) ? ["21"] : new[] { chance.Pick(Factors) };
        life.Tell(authorised, new TimeOnly(16, 0), $"{purpose} completed", new AssessmentCompleted(
            life.Id(purpose), complete, authorised, "A. Manager", inNeed ? "CIN" : chance.Happens(0.4) ? "EarlyHelp" : "NFA", inNeed, inNeed ? ["Family support"] : [], factors,
            life.Child.Born < complete, life.Child.Born.AddYears(4) < complete && chance.Happens(0.8)), life.Manager(authorised), "manager");
    }

    private static void Close(Life life, NeedEpisode need)
    {
        if (need.ClosedOn is not { } on || need.Course == ReferralCourse.NoFurtherAction)
        {
            return;
        }

        var adopted = life.Course.Care.Any(c => c.To is { } to && to <= on && to >= need.ReferredOn && c.EndCode is "E11" or "E12");
        var reason = need.Course == ReferralCourse.NotInNeed ? (life.Part($"close {need.Number}").Happens(0.35) ? "RC9" : "RC8") : adopted ? "RC1" : "RC7";
        life.Tell(on.AddDays(-1), new TimeOnly(10, 0), $"closure {need.Number} proposed", new CaseClosureProposed(
            life.Id(Referral(need)), reason, life.Worker(on.AddDays(-1)), "The goals are met.", on.AddDays(-1)));
        life.Tell(on, new TimeOnly(16, 30), $"closure {need.Number}", new CaseClosed(
            life.Id(Referral(need)), on, reason, "A. Manager", "The goals are met and the family knows whom to ask.", reason == "RC9" ? "Early help at school" : null), life.Manager(on), "manager");
    }

    private static string Referral(NeedEpisode need) => FormattableString.Invariant($"referral {need.Number}");

    private static string Contact(NeedEpisode need) => FormattableString.Invariant($"contact {need.Number}");
}

using Journey.Record.Clocks;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Visits;

namespace Journey.Generator.Telling;

/// <summary>
/// Enquiries, conferences, protection plans and child in need plans, with their visits. Purposes: <c>enquiry N</c>, <c>plan N</c> and
/// <c>in need N</c> for the Nth episode.
/// </summary>
public sealed class ProtectionChapter : IChapter
{
    private static readonly string[] Views =
        ["I want mum to stop drinking.", "I like it when dad picks me up.", "Do not tell my brother.", "Why is it you now and not Sam?", "I want my own bed.", "School is the good part."];

    private static readonly string[] Actions = ["Breakfast club from Monday", "Health visitor weekly", "Father to see the alcohol service", "School to ring by ten", "Locks on the front door"];

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var need in life.Course.Needs)
            {
                foreach (var enquiry in need.Enquiries)
                {
                    Enquire(life, need, enquiry);
                }

                foreach (var plan in need.Protection)
                {
                    Protect(life, need, plan);
                }

                foreach (var plan in need.InNeed)
                {
                    InNeed(life, need, plan);
                }
            }

            Teenager(life);
        }
    }

    private static void Enquire(Life life, NeedEpisode need, Enquiry enquiry)
    {
        var (purpose, chance) = (FormattableString.Invariant($"enquiry {need.Number}"), life.Part(FormattableString.Invariant($"enquiry {need.Number}")));
        var (manager, on) = (life.Manager(enquiry.On), enquiry.On);
        var isWhole = chance.Happens(0.92);
        if (!life.Tell(on, new TimeOnly(11, 30), manager, "manager", false,
            ($"{purpose} strategy", new StrategyDiscussionHeld(
                on, new TimeOnly(11, 30), isWhole ? ["la", "police", "health", "school"] : ["la", "police"], isWhole ? null : "The health visitor was on leave.", "s47",
                chance.Happens(0.6) ? "joint" : "single", "A. Manager", "The injury does not fit the account.")),
            (purpose, new Section47Started(life.Id($"{purpose} strategy"), life.Id(FormattableString.Invariant($"referral {need.Number}")), on, WorkingDays.After(on, 15)))))
        {
            return;
        }

        if (chance.Happens(0.25) && on.AddDays(1) < enquiry.EndOn)
        {
            life.Tell(on.AddDays(1), new TimeOnly(14, 0), $"{purpose} medical", new MedicalExaminationHeld(life.Id(purpose), "Example Hospital", "Dr A. Example", on.AddDays(1), new TimeOnly(10, 0)), aside: true);
        }

        if (chance.Happens(0.2) && on.AddDays(2) < enquiry.EndOn)
        {
            life.Tell(on.AddDays(2), new TimeOnly(15, 0), $"{purpose} interview", new AbeInterviewHeld(life.Id(purpose), "Example Centre", "Police and a social worker", on.AddDays(2), new TimeOnly(14, 0)), aside: true);
        }

        var leads = enquiry.ConferenceOn is not null;
        life.Tell(enquiry.EndOn, new TimeOnly(16, 0), $"{purpose} completed", new Section47Completed(
            life.Id(purpose), enquiry.EndOn, leads ? "ICPC" : chance.Pick<string>(("S17Services", 60), ("NFA", 25), ("ContinueAssessment", 15)), leads || chance.Happens(0.4), !leads, "A. Manager",
            leads ? "Harm is likely to go on." : "The worry is met by support."), manager, "manager");
        if (enquiry.ConferenceOn is { } conference)
        {
            var planned = need.Protection.Any(p => p.From == conference);
            life.Tell(enquiry.EndOn, new TimeOnly(16, 10), $"{purpose} convened", new IcpcConvened(false, enquiry.EndOn, conference));
            life.Tell(conference, new TimeOnly(12, 0), "Chair", "chair", false,
                ($"{purpose} conference", new IcpcHeld(conference, planned ? "CPP" : "CIN", chance.Happens(0.95), ["Parents", "Police", "School"], life.Child.AgeOn(conference) < 4 ? "PN0" : chance.Pick(["PN1", "PN2", "PN5", "PN6"]))));
        }
    }

    private static void Protect(Life life, NeedEpisode need, PlanPeriod plan)
    {
        var (purpose, chance) = (FormattableString.Invariant($"plan {need.Number}"), life.Part(FormattableString.Invariant($"plan {need.Number}")));
        var before = life.Course.Needs.Where(n => n.Number < need.Number).Sum(n => n.Protection.Count);
        var end = plan.To ?? DateOnly.MaxValue;
        if (!life.Tell(plan.From, new TimeOnly(12, 30), "Chair", "chair", false, (purpose, new ProtectionPlanStarted(plan.Category!, before, plan.From))))
        {
            return;
        }

        var group = WorkingDays.After(plan.From, chance.Happens(0.85) ? 9 : 14);
        for (var n = 1; group < end; n++, group = WorkingDays.After(group, chance.Whole(20, 30)))
        {
            if (!life.Tell(group, new TimeOnly(14, 0), $"{purpose} core group {n}", new CoreGroupHeld(group, ["Mother", "School", "Health visitor"], [chance.Pick(Actions)]), aside: true))
            {
                break;
            }
        }

        var review = WorkingDays.After(plan.From.AddMonths(3).AddDays(chance.Happens(0.9) ? -10 : 8), 0);
        for (var n = 1; review < end; n++, review = review.AddMonths(6).AddDays(-chance.Whole(0, 12)))
        {
            var held = WorkingDays.IsWorkingDay(review) ? review : WorkingDays.After(review, 1);
            if (held >= end || !life.Tell(held, new TimeOnly(11, 0), "Chair", "chair", false, ($"{purpose} review {n}", new RcpcHeld(held, true, chance.Happens(0.95), ["Parents", "School"], life.Child.AgeOn(held) < 4 ? "PN0" : "PN1"))))
            {
                break;
            }
        }

        var changed = plan.From.AddDays(chance.Whole(60, 300));
        if (plan.Category != "MUL" && changed < end && chance.Happens(0.1))
        {
            life.Tell(changed, new TimeOnly(15, 0), $"{purpose} category", new PlanCategoryChanged(life.Id(purpose), ProtectionMaker.Other(plan.Category!, chance), changed));
        }

        Outline(life, purpose, plan, end, chance);
        Visits(life, purpose, "CPP", plan.From, end, 10, chance.Of("visits"));
        if (plan.To is { } to)
        {
            var isCare = life.Course.Care.Any(c => c.From == to);
            life.Tell(to, new TimeOnly(9, 40), "Chair", "chair", false, ($"{purpose} end", new ProtectionPlanEnded(
                life.Id(purpose), isCare ? "CLA" : "risksReduced", isCare ? "Care" : "Child in need plan", to)));
        }
    }

    /// <summary>Before court: a tenth of plans; the family's own meeting first, for some.</summary>
    private static void Outline(Life life, string purpose, PlanPeriod plan, DateOnly end, Chance chance)
    {
        var offered = plan.From.AddDays(chance.Whole(20, 60));
        if (chance.Happens(0.35) && offered.AddDays(40) < end && life.Tell(offered, new TimeOnly(13, 0), $"{purpose} family meeting", new FamilyGroupDecisionMakingOffered("A. Facilitator", offered)))
        {
            if (chance.Happens(0.6))
            {
                life.Tell(offered.AddDays(30), new TimeOnly(13, 0), $"{purpose} family meeting held", new FamilyGroupDecisionMakingHeld(
                    life.Id($"{purpose} family meeting"), "A. Facilitator", chance.Happens(0.8), offered.AddDays(30)));
            }
            else
            {
                life.Tell(offered.AddDays(10), new TimeOnly(13, 0), $"{purpose} family meeting declined", new FamilyGroupDecisionMakingDeclined(life.Id($"{purpose} family meeting"), "The parents do not wish to meet.", offered.AddDays(10)));
            }
        }

        var on = plan.From.AddDays(chance.Whole(90, 220));
        if (!chance.Happens(0.12) || on.AddDays(120) >= end
            || !life.Tell(on, new TimeOnly(15, 0), life.Manager(on), "manager", false, ($"{purpose} before court", new PreProceedingsStarted(on, on.AddDays(2), "A. Manager", "The plan has not lowered the risk."))))
        {
            return;
        }

        life.Tell(on.AddDays(16), new TimeOnly(15, 0), $"{purpose} before court meeting", new PreProceedingsMeetingHeld(life.Id($"{purpose} before court"), "initial", chance.Happens(0.8), on.AddDays(16)));
        var ended = on.AddDays(chance.Happens(0.7) ? 100 : 118);
        life.Tell(ended, new TimeOnly(15, 0), $"{purpose} before court end", new PreProceedingsEnded(life.Id($"{purpose} before court"), "steppedDown", ended));
    }

    private static void InNeed(Life life, NeedEpisode need, PlanPeriod plan)
    {
        var (purpose, chance) = (FormattableString.Invariant($"in need {need.Number}"), life.Part(FormattableString.Invariant($"in need {need.Number}")));
        if (!life.Tell(plan.From, new TimeOnly(16, 20), purpose, new CinPlanStarted(plan.From, ["Meals every day", "School every day"])))
        {
            return;
        }

        var end = plan.To ?? DateOnly.MaxValue;
        var review = plan.From.AddDays(chance.Whole(35, 56));
        for (var n = 1; review < end; n++, review = review.AddDays(chance.Whole(70, 100)))
        {
            if (!life.Tell(review, new TimeOnly(11, 0), $"{purpose} review {n}", new CinPlanReviewed(life.Id(purpose), chance.Pick(["Meals are regular.", "School holds; home does not.", "Not much has changed."]), ["Mother", "School"], review), aside: true))
            {
                break;
            }
        }

        Visits(life, purpose, "CIN", plan.From, end, 20, chance.Of("visits"));
        Complain(life, purpose, plan.From.AddDays(30), end, chance.Of("complaint"));
        if (plan.To is { } to)
        {
            life.Tell(to, new TimeOnly(9, 30), $"{purpose} end", new CinPlanEnded(life.Id(purpose), life.Course.Care.Any(c => c.From >= to && c.From < to.AddDays(10)) ? "stepUp" : "needsMet", to));
        }
    }

    private static void Visits(Life life, string purpose, string regime, DateOnly from, DateOnly end, int workingDays, Chance chance)
    {
        var planned = from;
        for (var n = 1; planned < end; n++)
        {
            var due = WorkingDays.After(planned, workingDays);
            if (!life.Tell(planned, new TimeOnly(17, 30), $"{purpose} visit {n} due", new VisitPlanned(regime, life.Worker(planned), planned, due)))
            {
                return;
            }

            var on = WorkingDays.After(planned, chance.Happens(0.88) ? Math.Max(1, workingDays - chance.Whole(0, 4)) : workingDays + chance.Whole(1, 9));
            if (chance.Happens(0.07))
            {
                var tried = WorkingDays.After(planned, Math.Max(1, workingDays / 2));
                life.Tell(tried, new TimeOnly(15, 15), $"{purpose} visit {n} tried", new VisitAttempted(regime, life.Worker(tried), chance.Pick(["noAccess", "cancelled"]), tried, new TimeOnly(15, 15)), aside: true);
            }

            if (on >= end || !life.Reaches(on))
            {
                return;
            }

            var (age, seen) = (life.Child.AgeOn(on), chance.Happens(0.95));
            var at = new TimeOnly(chance.Whole(10, 18), 5 * chance.Whole(0, 12));
            life.Tell(on, at, $"{purpose} visit {n}", new VisitMade(
                regime, on, at, life.Worker(on), "Home", seen, seen && age >= 3 && chance.Happens(0.7), regime == "CPP" ? chance.Happens(0.6) : null, chance.Happens(0.85), life.Id($"{purpose} visit {n} due")), aside: true);
            if (age >= 5 && chance.Happens(0.2))
            {
                life.Tell(on, at.AddMinutes(30), $"{purpose} views {n}", new ChildViewsRecorded("said", chance.Pick(Views), chance.Pick(["home", "school", "who helps me"]), on), aside: true);
            }

            if (age >= 5 && chance.Happens(0.06))
            {
                life.Tell(on, at.AddMinutes(40), $"{purpose} work {n}", new DirectWorkDone("tools", life.Worker(on), "Three houses: worries about bedtime.", on), aside: true);
            }

            if (n > 2 && chance.Happens(0.03) && life.Worker(on) != life.Worker(from))
            {
                life.Tell(on, at.AddMinutes(50), $"{purpose} retold {n}", new StoryRetold("Social worker", "The authority", "The new worker had not read the file.", on), aside: true);
            }

            planned = on;
        }
    }

    private static void Complain(Life life, string purpose, DateOnly on, DateOnly end, Chance chance)
    {
        if (!chance.Happens(0.02) || on >= end)
        {
            return;
        }

        var due = WorkingDays.After(on, 10);
        if (life.Tell(on, new TimeOnly(12, 0), $"{purpose} complaint", new ComplaintMade("stageOne", "Mother", "Emails to the worker were never answered.", on, due)) && chance.Happens(0.7))
        {
            var answered = chance.Happens(0.6) ? due.AddDays(-1) : due.AddDays(chance.Whole(3, 40));
            life.Tell(answered, new TimeOnly(12, 0), $"{purpose} complaint answered", new ComplaintAnswered(life.Id($"{purpose} complaint"), chance.Pick(["upheld", "partlyUpheld", "notUpheld"]), "An apology, and a named worker.", answered), life.Manager(answered), "manager");
        }
    }

    private static void Teenager(Life life)
    {
        var chance = life.Part("teenager");
        var on = life.Child.Turns(14).AddDays(chance.Whole(0, 900));
        if (!chance.Happens(0.12) || life.Course.NeedOn(on) is not { Course: ReferralCourse.InNeed } || life.Course.CareOn(on) is not null)
        {
            return;
        }

        life.Tell(on, new TimeOnly(15, 40), "exploitation", new ExploitationRiskAssessed(
            chance.Pick(["gangs", "CCE", "CSE"]), chance.Pick(["emerging", "moderate", "significant"]), ["Older friends", "A second telephone"], "A. Practitioner", "Carries things for others.", on));
        life.Tell(on.AddDays(1), new TimeOnly(11, 0), life.Manager(on.AddDays(1)), "manager", false, ("gang decision", new ManagementDecisionRecorded(
            "Where is it safe to live?", "Stay at home with a safety plan", ["Stay at home with a safety plan", "A place far away", "A friend's family"], "A. Manager",
            "Moving away breaks school and football.", on.AddDays(1), new TimeOnly(11, 0), on.AddDays(30))));
    }
}

using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Keeping;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Services;

namespace Journey.Generator.Telling;

/// <summary>Other agencies, asked and silent; services asked for and refused; decisions with their reasons; what is kept and disputed.</summary>
public sealed class PartnerChapter : IChapter
{
    private static readonly (string Agency, string Kind, string Ask)[] Asks =
    [
        ("Example Housing", "housing", "Move the family away from the gang."), ("Example Police", "check", "Send what is known of visits to the home."),
        ("Example Health Trust", "report", "Send the health visitor's report."), ("Example Academy", "attendance", "Come to the meeting on Thursday."),
        ("Example Housing", "housing", "Mend the boiler before winter."), ("Example Probation", "information", "Say when the father is released."),
    ];

    private static readonly (string Kind, string Need)[] Services =
        [("familyTherapy", "The father drinks and the family breaks apart."), ("parenting", "Bedtimes and meals."), ("mentoring", "Somebody older to talk to."), ("domesticAbuse", "Safety at home."), ("mentalHealth", "Sleeps three hours a night.")];

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var need in life.Course.Needs.Where(n => n.Course == ReferralCourse.InNeed))
            {
                var from = need.AssessedOn!.Value;
                var to = need.ClosedOn ?? life.Settings.End.AddDays(1);
                Requests(life, need, need.ReferredOn.AddDays(3), to);
                Service(life, need, from, to);
                Decisions(life, need, from, to);
                Shared(life, need, need.ReferredOn.AddDays(1), to);
                Kept(life, need, to);
            }
        }

        if (lives is [{ Family.Number: 1 } first, ..])
        {
            Footprints(first);
        }
    }

    /// <summary>Letters and emails with a day by which they are due: half are answered in time, a third never.</summary>
    private static void Requests(Life life, NeedEpisode need, DateOnly from, DateOnly to)
    {
        var chance = life.Part(FormattableString.Invariant($"requests {need.Number}"));
        var count = Math.Min(12, chance.Count(0.7 + ((to.DayNumber - from.DayNumber) / 400.0)));
        for (var n = 1; n <= count; n++)
        {
            var (agency, kind, ask) = chance.Pick(Asks);
            var channel = chance.Pick<string>(("letter", 25), ("email", 30), ("genericInbox", 30), ("portal", 15));
            var on = CareDays.Working(chance.Day(from, to));
            var due = WorkingDays.After(on, channel == "letter" ? 10 : 5);
            var purpose = FormattableString.Invariant($"request {need.Number}.{n}");
            var fate = chance.Pick<string>(("full", 42), ("late", 16), ("partial", 9), ("never", 28), ("withdrawn", 5));
            if (on >= to || !life.Tell(on, new TimeOnly(14, 10), purpose, new PartnerRequestSent(
                agency, kind, channel, ask, chance.Happens(0.2) ? "urgent" : "routine", "Children Act 1989 section 27", on, new TimeOnly(14, 10), due)))
            {
                continue;
            }

            switch (fate)
            {
                case "full":
                    Reply(life, purpose, WorkingDays.After(on, chance.Whole(1, 5)), "full");
                    break;
                case "late":
                    Chase(life, purpose, WorkingDays.After(due, 2));
                    Reply(life, purpose, WorkingDays.After(due, chance.Whole(4, 30)), "full");
                    break;
                case "partial":
                    Reply(life, purpose, WorkingDays.After(on, 4), "partial");
                    Chase(life, purpose, WorkingDays.After(due, 3));
                    break;
                case "never" when chance.Happens(0.5):
                    Chase(life, purpose, WorkingDays.After(due, 3));
                    if (chance.Happens(0.4))
                    {
                        var higher = WorkingDays.After(due, 12);
                        life.Tell(higher, new TimeOnly(10, 10), $"{purpose} escalated", new PartnerRequestEscalated(life.Id(purpose), "Head of service", "Two chasers without an answer.", higher, new TimeOnly(10, 0)), life.Manager(higher), "manager");
                    }

                    break;
                case "withdrawn":
                    life.Tell(WorkingDays.After(on, 6), new TimeOnly(10, 10), $"{purpose} withdrawn", new PartnerRequestWithdrawn(life.Id(purpose), "The family has moved.", WorkingDays.After(on, 6), null));
                    break;
            }
        }
    }

    private static void Reply(Life life, string purpose, DateOnly on, string kind) => life.Tell(on, new TimeOnly(15, 10), $"{purpose} reply {kind}", new PartnerReplyReceived(
        life.Id(purpose), kind, kind == "full" ? "All that was asked." : "Half of what was asked.", on, new TimeOnly(15, 0)));

    private static void Chase(Life life, string purpose, DateOnly on) => life.Tell(on, new TimeOnly(9, 50), $"{purpose} chased", new PartnerRequestChased(
        life.Id(purpose), "A. Practitioner", "email", on, new TimeOnly(9, 50)));

    private static void Service(Life life, NeedEpisode need, DateOnly from, DateOnly to)
    {
        var chance = life.Part(FormattableString.Invariant($"service {need.Number}"));
        var (on, purpose) = (from.AddDays(chance.Whole(3, 40)), FormattableString.Invariant($"service {need.Number}"));
        if (!chance.Happens(0.45) || on.AddDays(20) >= to)
        {
            return;
        }

        var (kind, why) = chance.Pick(Services);
        if (!life.Tell(on, new TimeOnly(11, 20), $"{purpose} request", new ServiceRequested(kind, null, why, 1000 + (chance.Whole(0, 30) * 100), chance.Happens(0.3) ? "Search on the internet" : null, life.Worker(on), on, on.AddDays(14))))
        {
            return;
        }

        var decided = on.AddDays(chance.Whole(4, 25));
        var decision = chance.Pick<string>(("approved", 68), ("declined", 24), ("alternative", 8));
        life.Tell(decided, new TimeOnly(16, 40), $"{purpose} decided", new ServiceDecided(
            life.Id($"{purpose} request"), decision, decision == "alternative" ? "A parenting group" : decision == "declined" ? "Visits by the worker" : null, "A. Senior-Manager",
            decision == "approved" ? "It may keep the family together." : "Cost is above the budget.", decided), life.Manager(decided), "manager");
        var starts = decided.AddDays(chance.Whole(7, 60));
        if (decision == "approved" && starts < to && life.Tell(starts, new TimeOnly(10, 30), purpose, new ServiceStarted(life.Id($"{purpose} request"), "Example Therapy", starts)))
        {
            var ends = starts.AddDays(chance.Whole(60, 200));
            life.Tell(ends, new TimeOnly(10, 30), $"{purpose} end", new ServiceEnded(life.Id(purpose), chance.Pick(["completed", "notEngaged", "other"]), ends));
        }
    }

    private static void Decisions(Life life, NeedEpisode need, DateOnly from, DateOnly to)
    {
        var chance = life.Part(FormattableString.Invariant($"decisions {need.Number}"));
        var on = from.AddDays(chance.Whole(10, 60));
        for (var n = 1; on < to; n++, on = on.AddDays(chance.Whole(90, 240)))
        {
            var purpose = FormattableString.Invariant($"decision {need.Number}.{n}");
            var isKept = chance.Happens(0.5);
            if (!life.Tell(on, new TimeOnly(17, 20), life.Manager(on), "manager", false, (purpose, (IFact)new ManagementDecisionRecorded(
                "Go on with the plan?", isKept ? "Go on for three months" : "Ask for a legal view", ["Go on for three months", "Ask for a legal view", "Step down"], "A. Manager",
                isKept ? "School and home both report progress." : "Four visits without being let in.", on, new TimeOnly(17, 20), on.AddDays(90)))))
            {
                return;
            }

            if (chance.Happens(0.03))
            {
                life.Tell(on.AddDays(1), new TimeOnly(20, 5), "Director", "director", false, ($"{purpose} overruled", (IFact)new DecisionOverruled(
                    life.Id(purpose), "Step down", "A. Director", "No worker is free to go on.", on.AddDays(1), new TimeOnly(20, 5))));
            }
        }
    }

    private static void Shared(Life life, NeedEpisode need, DateOnly on, DateOnly to)
    {
        var chance = life.Part(FormattableString.Invariant($"shared {need.Number}"));
        if (chance.Happens(0.5) && on < to)
        {
            life.Tell(on, new TimeOnly(12, 40), FormattableString.Invariant($"shared {need.Number}"), new InformationShared(
                "Example Academy", "That an assessment has begun", "Safety at school", "publicTask", chance.Pick(["obtained", "notNeeded", "overridden"]), "A. Practitioner", "School sees the child every day.", on, new TimeOnly(12, 40)), aside: true);
        }

        if (chance.Happens(0.4) && on.AddDays(6) < to)
        {
            life.Tell(on.AddDays(6), new TimeOnly(13, 40), FormattableString.Invariant($"told {need.Number}"), new InformationReceived(
                "Example Health Trust", "Two visits to the emergency department.", "confirmed", on.AddDays(6), new TimeOnly(13, 30)), aside: true);
        }
    }

    private static void Kept(Life life, NeedEpisode need, DateOnly to)
    {
        var chance = life.Part(FormattableString.Invariant($"kept {need.Number}"));
        if (need.ClosedOn is { } closed && closed.AddDays(2) is var on && life.Reaches(on))
        {
            var isCare = life.Course.Care.Any(c => c.From < closed);
            life.Tell(on, new TimeOnly(9, 15), FormattableString.Invariant($"retention {need.Number}"), new RetentionPeriodSet(
                isCare ? "lookedAfter" : "cin", isCare ? life.Child.Born.AddYears(75) : on.AddYears(35), "Records team", "Set by the schedule", on));
            if (chance.Happens(0.01))
            {
                life.Tell(on.AddDays(3), new TimeOnly(9, 15), FormattableString.Invariant($"hold {need.Number}"), new RetentionHoldPlaced("inquiry", "INQ-EXAMPLE", "Records team", on.AddDays(3)));
            }
        }

        var disputed = need.AssessedOn!.Value.AddDays(20);
        if (chance.Happens(0.02) && disputed < to)
        {
            life.Tell(disputed, new TimeOnly(13, 5), FormattableString.Invariant($"dispute {need.Number}"), new DisputeRecorded(
                life.Id(FormattableString.Invariant($"assessment {need.Number} completed")), "Mother", "I was not asked, and the factors are wrong.", disputed));
        }
    }

    /// <summary>Agencies that cover more than one authority: one trust over three, one police unit over two.</summary>
    private static void Footprints(Life life)
    {
        var on = life.Settings.From.AddDays(1);
        (string Name, string Kind, string[] Areas)[] agencies =
        [
            ("Example Health Trust", "trust", ["E09000999", "E09000998", "E09000997"]), ("Example Police", "policeBCU", ["E09000999", "E09000998"]),
            ("Example Violence Unit", "VRU", ["E09000999", "E09000998", "E09000997", "E09000996"]), ("Example Housing", "housing", ["E09000999"]),
        ];
        foreach (var (name, kind, areas) in agencies)
        {
            life.TellElsewhere(on, new TimeOnly(9, 0), "Commissioning", "manager", StreamKind.Agency, $"agency {name}", $"footprint {name}", new AgencyFootprintRecorded(name, kind, areas, on));
        }
    }
}

using Journey.Record.Facts.Health;

namespace Journey.Generator.Telling;

/// <summary>Health of children in care: assessments, checks, scores, and the wait for help with mental health.</summary>
public sealed class HealthChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives)
        {
            foreach (var period in life.Course.Care)
            {
                Checks(life, period);
                Mind(life, period);
            }
        }
    }

    private static void Checks(Life life, CarePeriod period)
    {
        var chance = life.Part($"health {period.Number}");
        var end = CareDays.Earliest(CareDays.End(life, period), life.Settings.End.AddDays(1));
        var child = life.Child;
        var first = CareDays.Working(period.From.AddDays(chance.Happens(0.75) ? chance.Whole(12, 29) : chance.Whole(29, 75)));
        if (first < end && chance.Happens(0.92))
        {
            life.Tell(first, new TimeOnly(10, 35), $"health {period.Number} first", new HealthAssessmentDone("initial", chance.Pick(["Dr A. Example", "Dr B. Example"]), first), "Health team", "health", aside: true);
        }

        var mood = 15.1 + (6.3 * life.Part("mood").Normal());
        var isProtected = life.Part("immunised").Happens(0.80);
        foreach (var year in CareDays.Years(life, period))
        {
            var (opens, closes) = (new DateOnly(year - 1, 4, 1), new DateOnly(year, 4, 1));
            var isWhole = period.From < opens && closes <= end;
            var (from, to) = (CareDays.Latest(opens, period.From.AddDays(40)), CareDays.Earliest(closes, end));
            if (from >= to)
            {
                continue;
            }

            var part = isWhole ? 1 : (to.DayNumber - from.DayNumber) / 365.0;
            var key = $"health {period.Number}.{year}";
            DateOnly? On(string what, double probability, TimeOnly at, Func<DateOnly, Record.Children.IFact> fact)
            {
                if (!chance.Happens(probability * part))
                {
                    return null;
                }

                var day = chance.Day(from, to);
                life.Tell(day, at, $"{key} {what}", fact(day), "Health team", "health", aside: true);
                return day;
            }

            var assessed = On("assessed", isWhole ? 0.90 : 0.3, new TimeOnly(10, 45), d => new HealthAssessmentDone("review", chance.Pick(["Nurse C. Example", "Dr A. Example"]), d));
            if (isWhole && child.AgeOn(opens) < 5 && assessed is not null)
            {
                On("assessed again", 0.75, new TimeOnly(10, 45), d => new HealthAssessmentDone("review", "Health visitor D. Example", d));
            }

            var teeth = On("teeth", 0.84, new TimeOnly(10, 55), d => new DentalCheckDone(chance.Pick(["No treatment needed.", "One filling.", "To come back in six months."]), d));
            var isUpToDate = isProtected ? chance.Happens(0.97) : chance.Happens(0.32);
            On("immunised", isWhole ? 1 : 0.9, new TimeOnly(11, 5), d => new ImmunisationsStatusRecorded(isUpToDate, d));
            var ageAtEnd = child.AgeOn(closes.AddDays(-1));
            int? score = null;
            string? reason = null;
            var (asked, notAsked) = (CareDays.Latest(from, child.Turns(4)), CareDays.Earliest(to, child.Turns(17)));
            if (isWhole && asked < notAsked)
            {
                var day = chance.Day(asked, notAsked);
                if (chance.Happens(0.77))
                {
                    score = Math.Clamp((int)Math.Round(mood + (3 * chance.Normal())), 0, 40);
                    life.Tell(day, new TimeOnly(11, 25), $"{key} score", new SdqCompleted(score.Value, period.StayOn(day).Carer, day), "Health team", "health", aside: true);
                }
                else
                {
                    reason = chance.Pick<string>(("SDQ2", 22), ("SDQ3", 8), ("SDQ4", 50), ("SDQ5", 20));
                    life.Tell(day, new TimeOnly(11, 25), $"{key} score", new SdqNotDone(reason, day), "Health team", "health", aside: true);
                }
            }

            var convicted = ageAtEnd >= 11 && On("convicted", 0.022, new TimeOnly(16, 20), d => new ConvictionRecorded(chance.Pick(["Criminal damage", "Theft from a shop", "Assault", "Possession of cannabis"]), d)) is not null;
            var substance = child.AgeOn(opens) >= 12 ? Substance(life, key, from, to, end, part, chance) : null;
            if (isWhole && closes <= life.Settings.End.AddDays(1))
            {
                var told = closes.AddDays(chance.Whole(12, 40));
                life.Tell(told, new TimeOnly(9, 45), $"{key} items", new HealthOutcomesRecorded(
                    year, score, reason, ageAtEnd >= 10 ? (convicted ? 1 : 0) : null, ageAtEnd < 5 ? (assessed is null ? 0 : 1) : null, isUpToDate ? 1 : 0, teeth is null ? 0 : 1, assessed is null ? 0 : 1,
                    substance is null ? 0 : 1, substance is null ? null : substance.Value ? 1 : 0, substance is false ? 1 : null), "Performance office", "data", aside: true);
            }
        }
    }

    /// <summary>Whether help was received; null when nothing was found.</summary>
    private static bool? Substance(Life life, string key, DateOnly from, DateOnly to, DateOnly end, double part, Chance chance)
    {
        if (!chance.Happens(0.055 * part))
        {
            return null;
        }

        var day = chance.Day(from, to);
        life.Tell(day, new TimeOnly(17, 25), $"{key} substance", new SubstanceMisuseIdentified(chance.Pick(["Cannabis", "Alcohol", "Nitrous oxide", "Cannabis and alcohol"]), life.Worker(day), day));
        var help = day.AddDays(chance.Whole(7, 40));
        var isReceived = chance.Happens(0.45);
        if (help < end)
        {
            life.Tell(help, new TimeOnly(17, 35), $"{key} help", isReceived
                ? new SubstanceInterventionReceived("Example Youth Service", help)
                : new SubstanceInterventionOffered("Example Youth Service", "Does not want it now.", help));
        }

        return isReceived;
    }

    private static void Mind(Life life, CarePeriod period)
    {
        var chance = life.Part($"mind {period.Number}");
        var end = CareDays.End(life, period);
        var mood = 15.1 + (6.3 * life.Part("mood").Normal());
        var age = life.Child.AgeOn(period.From);
        if (age < 4 ? !chance.Happens(0.12) : !chance.Happens(mood > 20 ? 0.6 : mood > 15 ? 0.3 : 0.08))
        {
            return;
        }

        var service = age < 4 ? chance.Pick(["SALT", "paediatrics"]) : chance.Pick<string>(("CAMHS", 84), ("familyTherapy", 6), ("autism", 10));
        var sent = CareDays.Working(period.From.AddDays(chance.Whole(20, 260)));
        for (var n = 1; n <= 3 && sent < end; n++)
        {
            var purpose = $"referral to health {period.Number}.{n}";
            var isUrgent = n > 1 || chance.Happens(0.12);
            life.Tell(sent, new TimeOnly(12, 35), purpose, new HealthReferralMade(service, "Example Health Trust", isUrgent ? "urgent" : "routine", service switch
            {
                "SALT" => "Few words for the age.",
                "paediatrics" => "Growth and hearing to be looked at.",
                "autism" => "School and carer both ask about autism.",
                _ => chance.Pick(["Nightmares and self-harm.", "Anger that frightens the carers.", "Does not sleep; very low.", "Hurts herself after family time.", "Flashbacks."]),
            }, sent, sent.AddDays(isUrgent ? 28 : 126)));
            var answered = CareDays.Working(sent.AddDays(chance.Whole(5, 40)));
            var answer = chance.Pick<string>(("bounced", 12), ("rejected", n == 1 ? 26 : 8), ("accepted", 62));
            var waits = chance.Around(service == "CAMHS" ? 175 : 120, 0.55);
            var seen = CareDays.Working(answered.AddDays((int)Math.Max(5, isUrgent ? waits / 3 : waits)));
            if (service == "CAMHS" && life.Child.AgeOn(answered) >= 10 && chance.Happens(0.22))
            {
                var crisis = answered.AddDays(chance.Whole(5, 90));
                if (crisis < end)
                {
                    life.Tell(crisis, new TimeOnly(23, 15), $"{purpose} crisis", new MentalHealthCrisisPresented(chance.Pick<string>(("A&E", 80), ("police", 20)), chance.Pick(["Took tablets after a row.", "Cut her arms and told the carer.", "Stood on a bridge; police brought him in."]), crisis, new TimeOnly(23, 10)), aside: true);
                }
            }

            if (answer == "accepted")
            {
                life.Tell(answered, new TimeOnly(12, 45), $"{purpose} accepted", new HealthReferralAccepted(life.Id(purpose), (int)(waits / 7), answered));
                if (seen >= end)
                {
                    return;
                }

                life.Tell(seen, new TimeOnly(12, 55), $"{purpose} seen", new FirstAppointmentHeld(life.Id(purpose), chance.Pick(["Dr A. Example", "Therapist E. Example"]), seen));
                var over = seen.AddDays(chance.Whole(60, 400));
                life.Tell(over, new TimeOnly(13, 50), $"{purpose} over", new TreatmentEnded(life.Id($"{purpose} seen"), chance.Pick<string>(("completed", 52), ("notEngaged", 24), ("declined", 12), ("transferred", 12)), over));
                return;
            }

            life.Tell(answered, new TimeOnly(12, 45), $"{purpose} {answer}", answer == "rejected"
                ? new HealthReferralRejected(life.Id(purpose), chance.Pick(["Below the threshold of the service.", "Placement is not settled enough for therapy.", "School counsellor should try first."]), answered)
                : new HealthReferralBounced(life.Id(purpose), chance.Pick(["Wrong form.", "Lives in the area of another trust.", "No consent from who holds parental responsibility."]), answered));
            sent = CareDays.Working(answered.AddDays(chance.Whole(6, 90)));
        }
    }
}

using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;

namespace Journey.Record.Measures;

/// <summary>
/// M27: what is known of care leavers around their 19th, 20th and 21st birthdays in the window. What is not known stays in the denominator; beside
/// each figure stands the one of those of whom it is known.
/// </summary>
public static class M27CareLeavers
{
    /// <summary>Education, employment or training; suitable accommodation; in touch.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Define("M27-eet", "Care leavers in education, employment or training", "Full or part time in it (F, P)", false, Eet),
        Define("M27-eet-known", "Care leavers in education, employment or training", "Full or part time in it (F, P)", true, Eet),
        Define("M27-suitable", "Care leavers in suitable accommodation", "The accommodation is suitable (1)", false, Suitable),
        Define("M27-suitable-known", "Care leavers in suitable accommodation", "The accommodation is suitable (1)", true, Suitable),
        Define("M27-touch", "Care leavers the authority is in touch with", "In touch (YES)", false, InTouch),
    ];

    private static (bool? Answer, string Words) Eet(CareLeaverStatus status) =>
        (status.Activity is null or "0" ? null : status.Activity is ['F' or 'P', ..], Words.Label(LeavingCareCodes.Activity, status.Activity));

    private static (bool? Answer, string Words) Suitable(CareLeaverStatus status) =>
        (status.Accommodation is null or "0" ? null : status.Accommodation is [.., '1'], Words.Label(LeavingCareCodes.Accommodation, status.Accommodation));

    private static (bool? Answer, string Words) InTouch(CareLeaverStatus status) =>
        (status.InTouch is null ? null : status.InTouch == "YES", Words.Label(LeavingCareCodes.InTouch, status.InTouch));

    private static Measure Define(string code, string title, string numerator, bool known, Func<CareLeaverStatus, (bool? Answer, string Words)> ask) => new()
    {
        Code = code,
        Title = title,
        Cohort = "Statuses of care leavers aged 19 to 21, one for each birthday in the window",
        Numerator = numerator,
        Exclusions = "Those who died",
        Policy = known ? "Known answers only" : "Unknown answers stay in the cohort",
        Unit = "care leavers",
        Source = "SSDA903, care leavers (OC3)",
        Lanes = [LeavingCareLanes.Statuses, IdentityLanes.Birth],
        Of = (child, window, _) => child[LeavingCareLanes.Statuses]
            .Where(i => window.Contains(i.From))
            .GroupBy(i => i.From)
            .Select(day =>
            {
                var last = day.Last();
                var status = last.As<CareLeaverStatus>();
                var (answer, words) = ask(status);
                var why =
                    Ages.On(child, day.Key) is not (>= 19 and <= 21) ? "Not known to be 19 to 21 on that day."
                    : status.InTouch == "DIED" ? "Died."
                    : known && answer is null ? "Not known."
                    : null;
                return why is null
                    ? child.In(answer == true, answer is null ? "Not known." : $"Known: {words}.", null, [last.FactId], last.FactId, day.Key)
                    : child.Out(why) with { Item = last.FactId, On = day.Key };
            })
            .DefaultIfEmpty(child.Out("No status in the window.")),
    };
}

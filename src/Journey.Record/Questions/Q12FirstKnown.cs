using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Missing;

namespace Journey.Record.Questions;

/// <summary>Question 12.</summary>
public static class Q12FirstKnown
{
    /// <summary>When exploitation was first known, and when it was happening.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 12,
        Code = "exploitation-first-known",
        Title = "When did we first know that the child was being exploited, and when was it happening?",
        Explains = "By kind of exploitation, of what is believed at the point asked about: the first day for which a sign of it is recorded, the instant at which the record first said so, and the "
            + "days between. Assessments that found no sign are left out.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var signs = child.Then.Facts<ExploitationRiskAssessed>().Where(f => f.Fact.Level != "none").Select(f => (f.FactId, f.Fact.Kind, f.Fact.On, Known: KnownAt(f.FactId, f.Fact.Kind)))
            .Concat(child.Then.Facts<NationalReferralMechanismReferred>().Select(f => (f.FactId, Kind: "trafficking", On: f.Fact.EffectiveFrom(), Known: child.Then.RecordedAt(f.FactId)!.Value)))
            .ToList();
        var rows = signs.GroupBy(s => s.Kind).OrderBy(g => g.Min(s => s.On)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var (on, known) = (g.Min(s => s.On), g.Min(s => s.Known));
            return child.Row(g.OrderBy(s => s.On).Select(s => s.FactId), g.Key, on, known, London.DateOf(known).DayNumber - on.DayNumber, g.Count());
        }).ToList();
        return new Answered(
            signs.Count == 0
                ? "The record knows no sign of exploitation."
                : $"Exploitation was happening from {Words.Date(signs.Min(s => s.On))} at the latest; the record first said so on {Words.Date(London.DateOf(signs.Min(s => s.Known)))}.",
            ["kind", "happeningFrom", "firstKnownAt", "daysUnknown", "signs"],
            rows);

        // A fact may have been recorded as of another kind, or as no sign, and corrected.
        DateTimeOffset KnownAt(Guid fact, string kind) => child.Then.Said(fact)
            .First(e => e.Statement is IAsserted { Assertion: ExploitationRiskAssessed { Level: not "none" } risk } && risk.Kind == kind).KnownAt;
    }
}

using Journey.Record.Children;

namespace Journey.Record.Facts.Legal;

/// <summary>Rules that every end of a legal status shares.</summary>
internal static class LegalRules
{
    /// <summary>Statuses that the law keeps short (361 to 364), judged on the day on which another follows or care ends.</summary>
    public static IEnumerable<Rule<TFact>> NotTooLong<TFact>()
        where TFact : class, IFact =>
    [
        NotTooLong<TFact>("361", "L1", 3, "Police protection (L1) lasts 72 hours at most."),
        NotTooLong<TFact>("362", "L2", 21, "An emergency protection order (L2) lasts 21 days at most."),
        NotTooLong<TFact>("363", "L3", 7, "A child assessment order (L3) lasts 7 days at most."),
        NotTooLong<TFact>("364", "J2", 21, "Detention under the Police and Criminal Evidence Act (J2) lasts 21 days at most."),
    ];

    private static Rule<TFact> NotTooLong<TFact>(string code, string status, int days, string law)
        where TFact : class, IFact =>
        new(code, $"{law} Record which status followed it then, or check both dates.", q =>
            q.Record.Timeline(LegalLanes.LegalStatus).Any(i =>
                i.From < q.Fact.EffectiveFrom() && i.To >= q.Fact.EffectiveFrom()
                && i.As<LegalStatus>().Code == status && q.Fact.EffectiveFrom().DayNumber - i.From.DayNumber > days));
}

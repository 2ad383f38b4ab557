using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Facts.Placements;

/// <summary>Rules that every change of placement shares.</summary>
internal static class PlacementRules
{
    public static Rule<TFact> InCare<TFact>()
        where TFact : class, IFact =>
        new("G6", "The child is not looked after on that day. Record the start of care first, or check the date.", q =>
            q.Record.At(CareLanes.Care, q.Fact.EffectiveFrom()) is null);

    /// <summary>Placement types with a lowest age (371, 372, 373).</summary>
    public static Rule<TFact> OldEnough<TFact>(string code, string type, int age, Func<TFact, string> of)
        where TFact : class, IFact =>
        new(code, $"A placement of type {type} is for children aged {age} or over. Check the type and the date of birth.", q =>
            of(q.Fact) == type
            && q.Record.At(IdentityLanes.Birth, q.Fact.EffectiveFrom()) is { Born: { } born }
            && born.AddYears(age) > q.Fact.EffectiveFrom());

    public static Rule<TFact> NotTemporary<TFact>(Func<TFact, string> of)
        where TFact : class, IFact =>
        new("380", "Record a temporary move (T0 to T4) as a temporary move, so that the placement left is kept.", q =>
            CareCodes.IsTemporary(of(q.Fact)));

    /// <summary>Provider rules (213, 550).</summary>
    public static IEnumerable<Rule<TFact>> ProviderFits<TFact>(Func<TFact, string> type, Func<TFact, string?> provider)
        where TFact : class, IFact
    {
        yield return new("178", "Give the placement provider. Only Z1x placements have none.", q =>
            string.IsNullOrEmpty(provider(q.Fact)) && !type(q.Fact).StartsWith('Z'));
        yield return new("213", "This placement type has no provider. Leave the provider blank.", q =>
            !string.IsNullOrEmpty(provider(q.Fact)) && type(q.Fact).StartsWith('Z'));
        yield return new("550", "Provider PR0 goes with placement with parents (P1) only. Choose the real provider.", q =>
            provider(q.Fact) == "PR0" && type(q.Fact) != "P1");
    }
}

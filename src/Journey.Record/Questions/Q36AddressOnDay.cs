using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Questions;

/// <summary>Question 36.</summary>
public static class Q36AddressOnDay
{
    /// <summary>The address believed on a day, and believed now.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 36,
        Code = "address-on-day",
        Title = "What did we believe the child's address was on the day the letter was sent, and what do we believe now?",
        Explains = "The home address and every other that held at the end of the day, as known by the end of that day and as known at the point compared with.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var (then, now) = (child.KnownOn(child.Day), child.Now);
        var (was, isNow) = (then.At(IdentityLanes.Home, child.Day), now.At(IdentityLanes.Home, child.Day));
        return new Answered(
            (was, isNow) switch
            {
                (null, null) => $"No home address is known for {Words.Date(child.Day)}.",
                (null, _) => $"No home address for {Words.Date(child.Day)} was known that day; one is known now.",
                (_, null) => $"The home address believed on {Words.Date(child.Day)} is no longer believed.",
                _ when was == isNow => $"The home address believed on {Words.Date(child.Day)} is believed now.",
                _ => $"The home address believed on {Words.Date(child.Day)} was another than is believed now.",
            },
            [Telling.AsKnown, "kind", "lines", "postcode", "from", "to", "confidential", "recordedAt", "statedAt"],
            [.. Rows(child, Telling.ThatDay, then), .. Rows(child, Telling.Now, now)]);
    }

    private static IEnumerable<AnswerRow> Rows(OneChild child, string asKnown, ChildRecord record) =>
        from held in record.On(IdentityLanes.Home, child.Day).Concat(record.On(IdentityLanes.Addresses, child.Day))
        let address = held.As<Address>()
        select child.Row(
            [held.FactId],
            asKnown, address.Kind, address.Lines, address.Postcode, held.From, held.Until(), address.Confidential, record.RecordedAt(held.FactId), record.Find(held.FactId)?.Stated.KnownAt);
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Reviews;
using Journey.Store.Writing;

namespace Journey.Bench;

/// <summary>A made-up child, told event by event: episodes and their ends, reviews, missing episodes, health; some corrected, some withdrawn.</summary>
internal static class MadeUpChild
{
    private static readonly DateOnly Begin = new(2015, 1, 1);
    private static readonly Correction Corrected = new("wrong-date", "The letter was read again.");

    /// <summary>So many events of the child of a number: the first ones are the same however many are asked for.</summary>
    public static IEnumerable<Appending> Live(int events, int number)
    {
        var random = new Random(Options.Seed + number);
        var (episode, review) = (Guid.Empty, Guid.Empty);
        var day = Begin;
        for (var i = 0; i < events; i++)
        {
            day = day.AddDays(random.Next(3));
            var fact = NewId(random);
            IStatement said = (i == 0 ? -1 : i % 12) switch
            {
                -1 => Tell(fact, new IdentityStated($"LIVE{number}", true, Begin.AddYears(-5), "M", "WBRI", "A123456789012", null, null, [])),
                0 when episode != Guid.Empty => Tell(fact, new EpisodeEnded(episode, day, "X1", "CARPL")),
                1 => Tell(episode = fact, Episode(day, random)),
                5 => Tell(episode, Episode(day, random), Corrected),
                3 or 8 or 9 => Tell(review = fact, new LacReviewHeld(day, "PN1", $"IRO{random.Next(100)}", null, ["School stays the same", "See grandmother each month"])),
                10 => new Withdrawn(review, "never-true", "The review was put off."),
                4 => Tell(fact, new HealthOutcomesRecorded(day.Year, random.Next(30), null, 0, 1, 1, 1, 1, 0, null, null)),
                _ => Tell(fact, new WentMissing("M", day, null, day, null, "police", day.AddDays(1))),
            };
            yield return new Appending(NewId(random), said);
        }
    }

    private static EpisodeStated Episode(DateOnly day, Random random) =>
        new(day, "P", "C2", "N1", random.Next(2) == 0 ? "U6" : "K2", "PR1", null, null, null, $"ZZ{random.Next(1, 99)} 1AA", $"ZZ{random.Next(1, 99)} 2BB", $"SC{random.Next(100000, 999999)}");

    private static IAsserted Tell(Guid fact, IFact said, Correction? correction = null) => FactCatalogue.Of(said).Asserted(fact, said, correction);

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

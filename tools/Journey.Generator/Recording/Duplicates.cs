using Journey.Record.Children;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;

namespace Journey.Generator.Recording;

/// <summary>Second records of children who have one already, opened by mistake; and children taken for one another.</summary>
internal static class Duplicates
{
    private static readonly string[] Summaries =
        ["A neighbour heard shouting last night.", "School asks whether the family is known.", "The health visitor could not get an answer.", "A relative worries about money and food.", "Police attended; no crime."];

    /// <summary>What is told of the second records, and what is to be linked and unlinked.</summary>
    public static (IReadOnlyList<Happening> Told, IReadOnlyList<PlantedDuplicate> Planted) Of(Settings settings, IReadOnlyList<Course> courses)
    {
        var (told, planted) = (new List<Happening>(), new List<PlantedDuplicate>());
        var number = 0;
        var known = new Dictionary<string, Course>(StringComparer.Ordinal);
        foreach (var course in courses.Where(c => c.Needs.Count > 0))
        {
            var chance = Chance.Of(settings.Seed, "duplicates").Of(course.Child.LaChildId);
            var (child, need) = (course.Child, course.Needs[^1]);
            if (chance.Happens(0.012) && need.ReferredOn.AddDays(40) < settings.End && need.ReferredOn > child.Born)
            {
                planted.Add(Second(settings, child, need.ReferredOn.AddDays(chance.Whole(3, 30)), ++number, chance, told));
            }

            if (known.GetValueOrDefault(child.Last) is { } other && other.Child.Family != child.Family && chance.Happens(0.004))
            {
                var on = (other.Needs[0].ReferredOn > course.Needs[0].ReferredOn ? other : course).Needs[0].ReferredOn.AddDays(chance.Whole(20, 200));
                var apart = on.AddDays(chance.Whole(6, 120));
                if (apart < settings.End)
                {
                    planted.Add(new PlantedDuplicate(other.Child.Id, child.Id, on, apart));
                }
            }

            known[child.Last] = course;
        }

        return (told, planted);
    }

    private static PlantedDuplicate Second(Settings settings, Child child, DateOnly on, int number, Chance chance, List<Happening> told)
    {
        var record = chance.Id("record");
        var link = on.AddDays(chance.Whole(20, 300));
        told.Add(new Happening(on, new TimeOnly(9, 5), "Front door", "practitioner",
        [
            new Said(record, StreamKind.Child, chance.Id("opening"), new ChildRecordOpened(
                $"SYNX{number:D6}", chance.Happens(0.5) ? child.First[..1] : child.First, chance.Happens(0.5) ? $"{child.Last}e" : child.Last, child.Born, null, child.Sex, "Contact received; not found in the index", on)),
        ]));
        var contacts = chance.Whole(1, 4);
        for (var (day, i) = (on, 0); i < contacts && day < link && day <= settings.End; day = day.AddDays(chance.Whole(2, 40)), i++)
        {
            told.Add(new Happening(day, new TimeOnly(10 + i, 20), "Front door", "practitioner",
            [
                new Said(record, StreamKind.Child, chance.Id($"contact {i}"), new ContactReceived(
                    day, new TimeOnly(9 + i, 50), chance.Pick<string>(("6", 3), ("2A", 2), ("5A", 2), ("1A", 1)), null, "phone", chance.Pick(Summaries), [])),
            ], true));
        }

        return new PlantedDuplicate(child.Id, record, link > settings.End ? settings.End : link, null);
    }
}

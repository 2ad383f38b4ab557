namespace Journey.Generator;

/// <summary>Families with their children. Names are words of trees, birds and stones, which nobody is called in this way.</summary>
public static class FamilyMaker
{
    private static readonly string[] Surnames =
    [
        "Ashdown-Example", "Birchfold", "Cedarlow", "Elmcote", "Fernhollow", "Gorsebank", "Hazelcombe", "Ivythorn", "Junipere", "Larchmoor", "Maplewick",
        "Oakenfold", "Pinegate", "Quincewell", "Rowanlea", "Sallowby", "Thornwater", "Umberfield", "Vetchley", "Willowmere", "Yewstone",
    ];

    private static readonly string[] Firsts =
    [
        "Amber", "Beryl", "Coral", "Crispin", "Dove", "Ember", "Flint", "Finch", "Garnet", "Heron", "Indigo", "Jasper", "Kestrel", "Linnet", "Marlin", "Merle",
        "Onyx", "Opal", "Pearl", "Quill", "Robin", "Rowan", "Sorrel", "Teal", "Umber", "Wren",
    ];

    /// <summary>The families of an authority: as many as it takes for the number of children asked for. They come to notice evenly over the years.</summary>
    public static IReadOnlyList<Family> Of(Settings settings, Town town)
    {
        var families = new List<Family>();
        var made = 0;
        for (var number = 1; made < settings.Children; number++)
        {
            var chance = Chance.Of(settings.Seed, FormattableString.Invariant($"family {number}"));
            var surname = chance.Pick(Surnames);
            var size = Math.Min(settings.Children - made, chance.Pick<int>((1, 46), (2, 30), (3, 15), (4, 6), (5, 3)));
            var noticed = settings.From.AddDays(chance.Whole(0, Math.Max(1, settings.End.DayNumber - settings.From.DayNumber - 20)));
            var ages = Enumerable.Range(0, size).Select(i => chance.Pick<int>((-1, 3), (0, 9), (1, 6), (2, 5), (3, 5), (4, 5), (5, 6), (6, 6), (7, 6), (8, 6), (9, 6), (10, 6), (11, 6), (12, 6), (13, 7), (14, 7), (15, 7), (16, 4)))
                .OrderDescending().ToList();
            var children = new List<Child>();
            for (var place = 0; place < size; place++)
            {
                // Not yet born: within four months of the day on which the family comes to notice.
                var born = ages[place] < 0 ? noticed.AddDays(chance.Whole(20, 120)) : noticed.AddYears(-ages[place]).AddDays(-chance.Whole(1, 360));
                born = place > 0 && born < children[^1].Born.AddDays(290) ? children[^1].Born.AddDays(chance.Whole(290, 400)) : born;
                children.Add(new Child(
                    chance.Id(FormattableString.Invariant($"child {place}")),
                    FormattableString.Invariant($"SYN{made + place + 1:D7}"),
                    number,
                    place,
                    chance.Pick(Firsts),
                    surname,
                    chance.Happens(0.56) ? "M" : "F",
                    born,
                    chance.Pick<string>(("WBRI", 66), ("WOTH", 6), ("MWBC", 5), ("MOTH", 4), ("AOTH", 3), ("APKN", 4), ("BAFR", 5), ("BCRB", 3), ("OOTH", 4))));
            }

            made += size;
            families.Add(new Family(number, surname, town.Home(number).Postcode, children) { NoticedOn = noticed });
        }

        return families;
    }
}

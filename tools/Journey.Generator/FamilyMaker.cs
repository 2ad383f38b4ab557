namespace Journey.Generator;

/// <summary>Families with their children. Names are words of trees, birds and stones, which nobody is called in this way.</summary>
public static class FamilyMaker
{
    private static readonly string[] Surnames =
        ["Ashdown", "Birchfold", "Cedarlow", "Elmcote", "Fernhollow", "Gorsebank", "Hazelrigg-Example", "Ivythorn", "Junipere", "Larchmoor", "Maplewick", "Oakenfold", "Pinegate", "Rowanlea", "Sallowby", "Thornwater", "Willowmere", "Yewstone"];

    private static readonly string[] Firsts =
        ["Amber", "Beryl", "Coral", "Crispin", "Dove", "Ember", "Flint", "Finch", "Garnet", "Heron", "Indigo", "Jasper", "Kestrel", "Linnet", "Marlin", "Merle", "Onyx", "Opal", "Pearl", "Quill", "Robin", "Rowan", "Sorrel", "Teal", "Umber", "Wren"];

    /// <summary>The families of an authority: as many as it takes for the number of children asked for.</summary>
    public static IReadOnlyList<Family> Of(Settings settings, Town town)
    {
        var families = new List<Family>();
        var made = 0;
        for (var number = 1; made < settings.Children; number++)
        {
            var chance = Chance.Of(settings.Seed, $"family {number}");
            var surname = chance.Pick(Surnames);
            var size = Math.Min(settings.Children - made, chance.Pick<int>((1, 46), (2, 30), (3, 15), (4, 6), (5, 3)));
            var eldest = settings.From.AddDays(chance.Whole(-16 * 365, (settings.Years * 365) - 30));
            var children = new List<Child>();
            var born = eldest;
            for (var place = 0; place < size; place++)
            {
                var sex = chance.Happens(0.56) ? "M" : "F";
                children.Add(new Child(
                    chance.Id($"child {place}"),
                    FormattableString.Invariant($"SYN{made + place + 1:D7}"),
                    number,
                    place,
                    chance.Pick(Firsts),
                    surname,
                    sex,
                    born,
                    chance.Pick<string>(("WBRI", 66), ("WOTH", 6), ("MWBC", 5), ("MOTH", 4), ("AOTH", 3), ("APKN", 4), ("BAFR", 5), ("BCRB", 3), ("OOTH", 4))));
                born = born.AddDays(chance.Whole(330, 1500));
            }

            made += size;
            families.Add(new Family(number, surname, town.Home(number).Postcode, children));
        }

        return families;
    }
}

namespace Journey.Generator;

/// <summary>Decides whether a child in need comes into care, and for how long.</summary>
public static class CareMaker
{
    /// <summary>A period of care that begins some time after a day in need; null for most children.</summary>
    public static CarePeriod? Within(Settings settings, Child child, DateOnly inNeedFrom, int before, Chance chance)
    {
        if (!chance.Happens(0.12))
        {
            return null;
        }

        var from = inNeedFrom.AddDays(chance.Whole(1, 60));
        var to = from.AddDays(30 + (int)chance.Wait(1000));
        to = to > child.Turns(18) ? child.Turns(18) : to;
        return from > settings.End || from >= to
            ? null
            : new CarePeriod(before + 1, from, to > settings.End ? null : to, "N1", "V2", to == child.Turns(18) ? "E8" : "E4A");
    }
}

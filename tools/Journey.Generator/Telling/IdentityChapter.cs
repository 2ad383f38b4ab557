using Journey.Record.Children;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.Identity;

namespace Journey.Generator.Telling;

/// <summary>The record is opened, and who the child is.</summary>
public sealed class IdentityChapter : IChapter
{
    private static readonly string[] Languages = ["Polish", "Urdu", "Somali", "Arabic", "Romanian", "British Sign Language"];

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives.Where(l => l.Course.Needs.Count > 0))
        {
            var on = FrontDoorChapter.KnownFrom(life);
            if (!life.Reaches(on))
            {
                continue;
            }

            Open(life, on);
            Describe(life, on);
            foreach (var other in lives.Where(l => l != life && l.Course.Needs.Count > 0))
            {
                Relate(life, other, on);
            }
        }
    }

    private static void Open(Life life, DateOnly on)
    {
        var child = life.Child;
        var unborn = child.Born > on;
        life.Tell(on, new TimeOnly(9, 0), "opening", unborn
            ? new ChildRecordOpened(child.LaChildId, null, null, null, child.Born.AddDays(life.Part("birth").Whole(-6, 7)), "U", "Referred before birth", on)
            : new ChildRecordOpened(child.LaChildId, child.First, child.Last, child.Born, null, child.Sex, "A contact about the child", on));
        if (unborn)
        {
            life.Tell(child.Born, new TimeOnly(17, 0), "birth", new ChildBorn(child.Born, child.Sex, child.First, child.Last));
        }
    }

    private static void Describe(Life life, DateOnly opened)
    {
        var (child, chance) = (life.Child, life.Part("identity"));
        var on = child.Born > opened ? child.Born.AddDays(1) : opened;
        var alone = life.Course.Care.Any(c => c.Way == CareWay.Alone);
        life.Tell(on, new TimeOnly(17, 10), "ethnicity", new EthnicityRecorded(child.Ethnicity, on));
        if (!alone)
        {
            life.Tell(on, new TimeOnly(17, 11), "home", new AddressRecorded(
                "home", FormattableString.Invariant($"{1 + (life.Family.Number % 90)} Example Street"), life.Family.Postcode, life.Town.Area, chance.Happens(0.02), on, null));
            life.Tell(on, new TimeOnly(17, 12), "mother", new ParentalResponsibilityRecorded($"Mother of {child.First}", "birth", on));
        }

        if (chance.Happens(0.13))
        {
            life.Tell(on, new TimeOnly(17, 13), "disability", new DisabilityRecorded(chance.Pick<string[]>((["LD"], 4), (["AUT"], 4), (["BEH"], 2), (["MOB", "COMM"], 1), (["VIS"], 1)), on));
        }

        if (child.AgeOn(on) >= 5)
        {
            life.Tell(on, new TimeOnly(17, 14), "upn", new IdentifierAssigned("UPN", FormattableString.Invariant($"Z000{int.Parse(child.LaChildId[3..], System.Globalization.CultureInfo.InvariantCulture):D9}"), on, null));
        }
        else
        {
            life.Tell(on, new TimeOnly(17, 14), "no upn", new UpnUnknownReasonRecorded("UN1", on));
        }

        if (alone || chance.Happens(0.06))
        {
            life.Tell(on, new TimeOnly(17, 15), "language", new LanguageNeedRecorded(chance.Pick(Languages), true, on));
        }

        if (chance.Happens(0.05))
        {
            var (kind, detail) = chance.Pick<(string, string)>(
                (("dangerousAddress", "Dog in the yard; ring before you come."), 3), (("allergy", "Allergic to nuts."), 3), (("dangerousAddress", "A brother is threatened by a gang; go in pairs."), 2));
            life.Tell(on.AddDays(2), new TimeOnly(15, 0), "alert", new AlertRaised(kind, detail, on.AddDays(180), on.AddDays(2)));
            if (chance.Happens(0.4))
            {
                life.Tell(on.AddDays(150), new TimeOnly(15, 0), "alert cleared", new AlertCleared(life.Id("alert"), on.AddDays(150), "No longer so."));
            }
        }

        if (!alone)
        {
            life.Tell(on, new TimeOnly(17, 18), "mother of the child", new RelationshipRecorded(Mother(life), "Mother", "parent", 1, on));
        }

        if (chance.Happens(0.003))
        {
            life.Tell(on.AddDays(3), new TimeOnly(11, 0), life.Manager(on.AddDays(3)), "manager", false, ("restriction", (IFact)new ChildRecordRestricted("staffChild", ["Safeguarding South"], "A. Director", on.AddDays(3))));
        }
    }

    /// <summary>One person, whichever of her children the record is about.</summary>
    private static Guid Mother(Life life) => Chance.Of(life.Settings.Seed, FormattableString.Invariant($"mother of family {life.Family.Number}")).Id("mother");

    private static void Relate(Life life, Life other, DateOnly on)
    {
        var met = new[] { on, FrontDoorChapter.KnownFrom(other), life.Child.Born, other.Child.Born }.Max();
        life.Tell(met, new TimeOnly(17, 20), $"sibling {other.Child.LaChildId}", new RelationshipRecorded(other.Child.Id, other.Child.First, "sibling", 2, met));
    }
}

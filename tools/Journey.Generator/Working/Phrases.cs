namespace Journey.Generator.Working;

/// <summary>Words of handovers, supervision and oversight, composed from parts.</summary>
internal static class Phrases
{
    private static readonly string[] Opening =
        ["Went through the plan and the chronology together", "Talked through the last three months", "Read the latest assessment together", "Met at the office with the manager", "Went through open tasks and dates", "Spoke by telephone for an hour"];

    private static readonly string[] Middle =
        ["the next review is prepared", "two tasks are still open", "the family knows who to call", "school has the new worker's number", "the chronology needs bringing up to date", "the genogram is on file", "health has been told"];

    private static readonly string[] Risks =
        ["Contact with an older friend", "Money worries at home", "A parent's new partner", "Staying out late", "Low mood", "Missed health appointments", "Arguments with brothers and sisters", "Drinking at the weekend", "Poor attendance", "The tenancy may end"];

    private static readonly string[] Questions =
        ["Is the plan making a difference for the child?", "Is the level of support still right?", "Are visits and reviews up to date?", "What stands in the way of the plan?", "Is the child safe enough at home?", "Does the case need legal advice?"];

    private static readonly (string Decision, string Other)[] Decisions =
    [
        ("Continue the plan with the present support", "Step down to early help"),
        ("Ask for a family group conference", "Continue without one"),
        ("Bring the review forward", "Keep the review where it is"),
        ("Update the assessment within six weeks", "Rely on the present assessment"),
        ("Visit every two weeks until the next review", "Keep to the usual visits"),
        ("Seek advice from the legal team", "Work with the family's consent"),
        ("Ask for an education meeting", "Leave it to the school"),
        ("Carry on and look again in three months", "Close after the next visit"),
    ];

    private static readonly string[] Because =
        ["the last two visits show progress", "attendance has fallen again", "the family asked for more help", "the risk has not gone down", "the child says it helps", "nobody has seen the child alone this month", "the network has offered to do more", "the worker is new to the family", "the school reports fewer worries", "things have stood still since the last review"];

    private static readonly string[] Views =
        ["Wants to say goodbye first.", "Is fed up with telling it all again.", "Hopes the new worker likes football too.", "Shrugged and went on drawing.", "Asked whether it was something they had done.", "Is glad about the change."];

    public static string Handover(Chance chance) => $"{chance.Pick(Opening)}; {chance.Pick(Middle)}.";

    public static IReadOnlyList<string> OpenRisks(Chance chance)
    {
        var first = chance.Whole(0, Risks.Length);
        return [.. Enumerable.Range(0, chance.Whole(0, 3)).Select(i => Risks[(first + (i * 3)) % Risks.Length])];
    }

    public static string? View(Chance chance) => chance.Happens(0.6) ? chance.Pick(Views) : null;

    public static (string Question, string Decision, string Other, string Why) Oversight(Chance chance)
    {
        var (decision, other) = Decisions[chance.Whole(0, Decisions.Length)];
        var why = chance.Pick(Because);
        return (chance.Pick(Questions), $"{decision}.", $"{other}.", $"{char.ToUpperInvariant(why[0])}{why[1..]}.");
    }
}

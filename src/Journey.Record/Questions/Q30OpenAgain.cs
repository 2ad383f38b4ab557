using Journey.Record.Facts;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 30: children open on a day who had been open in the year before and closed between.</summary>
public static class Q30OpenAgain
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 30,
        Code = "open-again",
        Title = "How many children were open to us on a day who had been open at any time in the year before and closed between?",
        Explains = $"The measure {CasesOpenAgain.Measure.Code} on the day, at one fixed point of knowledge: the one asked about. What became known later does not count, so that the "
            + "answer is the one that was published then.",
        Lanes = CasesOpenAgain.Measure.Lanes,
        Of = everyone =>
        {
            var figure = Figure.Over(
                CasesOpenAgain.Measure, everyone.Then.Where(t => CasesOpenAgain.Measure.Lanes.Any(l => t[l].Count > 0)), Asking.YearTo(everyone.Day), everyone.Calendar, []);
            return new Answered(
                $"{(int)figure.Numerator} of {Asking.Children((int)figure.Denominator)} open on {Words.Date(everyone.Day)} had been open in the year before and closed between.",
                ["why", "daysSinceClosed"],
                [.. figure.Contributions.Where(c => c.Counts).Select(c => new AnswerRow(c.Subject, [c.Why, c.Value], c.Facts))]);
        },
    };
}

using Journey.Record.Codes;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Reviews;

namespace Journey.Record.Measures;

/// <summary>M26: reviews in the window of children aged 4 or over on their day, in which the child took part (PN1, PN2, PN3).</summary>
public static class M26Participation
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M26",
        Title = "Children taking part in their reviews",
        Cohort = "Reviews held in the window of children aged 4 or over on that day",
        Numerator = "The child attended and spoke, or had an advocate speak, or made their views known without words (PN1, PN2, PN3)",
        Exclusions = "Reviews of children under 4 or of unknown age",
        Policy = "A review of which the participation is not stated stays in the cohort",
        Unit = "reviews",
        Source = "SSDA903, participation in reviews",
        Lanes = [ReviewLanes.Reviews, IdentityLanes.Birth],
        Of = (child, window, _) =>
            (from review in child[ReviewLanes.Reviews]
             where window.Contains(review.From)
             let code = review.As<Review>().Participation
             let age = Ages.On(child, review.From)
             select age >= 4
                ? child.In(
                    code is "PN1" or "PN2" or "PN3",
                    code is null ? "Participation is not stated." : $"{ReviewCodes.Participation.Label(code)}.",
                    null,
                    [review.FactId], review.FactId, review.From)
                : child.Out(age is null ? "The age is not known." : "Under 4 on the day of the review.") with { Item = review.FactId, On = review.From })
            .DefaultIfEmpty(child.Out("No review in the window.")),
    };
}

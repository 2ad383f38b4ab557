using Journey.Record.Facts.Missing;

namespace Journey.Record.Clocks;

/// <summary>A child who came back from being missing is interviewed within 72 hours.</summary>
public static class ReturnInterviewClock
{
    private static readonly Limit Limit = new("return-interview", 72, LimitUnit.Hours, Evidence.Statutory);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "return-interview",
        Title = "Return interview",
        Rule = "72 hours by the clock from the child's return, until an interview is held or declined.",
        Source = "Children who run away or go missing from home or care, statutory guidance",
        Evidence = Evidence.Statutory,
        Limits = [Limit],
        Lanes = [MissingLanes.Missing, MissingLanes.ReturnInterviewOffers, MissingLanes.ReturnInterviews],
        Dues = t =>
            from missing in t[MissingLanes.Missing]
            where !missing.IsOpen
            let returned = new Mark(missing.FactId, missing.To, (missing.Closing as MissingClosing)?.ReturnedAt)
            select t.Start(Limit, returned).ClosedWith(Answer(t, missing.FactId)),
    };

    private static Mark? Answer(Ticking t, Guid missing)
    {
        foreach (var offer in t[MissingLanes.ReturnInterviewOffers].Where(o => o.As<ReturnInterviewOffer>().Missing == missing && !o.IsOpen))
        {
            if (offer.Closing is ReturnInterviewAnswer { Held: false } declined)
            {
                return new Mark(null, offer.To, declined.At);
            }

            return t.Marks(MissingLanes.ReturnInterviews, i => i.As<ReturnInterview>().Offer == offer.FactId).Cast<Mark?>().FirstOrDefault();
        }

        return null;
    }
}

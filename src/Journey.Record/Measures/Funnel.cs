using Journey.Record.Bitemporal;
using Journey.Record.Clocks;

namespace Journey.Record.Measures;

/// <summary>A step of a funnel: what is counted, under a name.</summary>
public sealed record FunnelStep(string Name, Measure Measure);

/// <summary>
/// A step with its figure. <paramref name="Count"/> is what the figure's numerator counts; <paramref name="OfFirst"/> and
/// <paramref name="OfBefore"/> are that count as a share of the first step's and of the one before: null for the first and where there is nothing
/// to share.
/// </summary>
public sealed record FunnelRow(FunnelStep Step, Figure Figure, decimal Count, decimal? OfFirst, decimal? OfBefore);

/// <summary>Figures that lead from one to the next, over the same children in the same window. Steps are counted, children not followed.</summary>
public sealed record Funnel(string Code, string Title, IReadOnlyList<FunnelStep> Steps)
{
    /// <summary>Lanes that its steps, and the figures beside them, read.</summary>
    public IReadOnlyList<Lane> Lanes => [.. Steps.Select(s => s.Measure).Concat(Beside).SelectMany(m => m.Lanes).Distinct()];

    /// <summary>Contacts to referrals to assessments.</summary>
    public static Funnel FrontDoor { get; } = new(
        "FrontDoor",
        "The front door",
        [
            new("Contacts", ContactsReceived.All),
            new("Contacts passed on", ContactsReceived.PassedOn),
            new("Referrals", ReferralsReceived.All),
            new("Referrals gone on with", ReferralsReceived.GoneOn),
            new("Assessments", AssessmentsCompleted.Measure),
        ])
    {
        Beside =
        [
            DecidedInTime.Contact, DecidedInTime.Referral, M9ReReferral.Inclusive, ReferralsReceived.NoFurtherAction, ReferralsReceived.NotInNeed,
            .. ReferralSources.All,
        ],
    };

    /// <summary>Referrals to protection plans, and the enquiries that led to none.</summary>
    public static Funnel Protection { get; } = new(
        "CpFunnel",
        "From referral to protection plan",
        [
            new("Referrals", ReferralsReceived.All),
            new("Assessments", AssessmentsCompleted.Measure),
            new("Enquiries under section 47", EnquiriesBegun.Measure),
            new("Initial conferences", InitialConferences.Measure),
            new("Protection plans", ProtectionPlans.Begun),
        ])
    {
        Beside = [M10NoPlan.Difference, M10NoPlan.Child],
    };

    /// <summary>Figures told beside the steps, which are no steps themselves.</summary>
    public IReadOnlyList<Measure> Beside { get; init; } = [];

    /// <summary>The steps over some children.</summary>
    public IReadOnlyList<FunnelRow> Over(IReadOnlyCollection<Timelines> children, Period window, WorkingCalendar calendar)
    {
        var rows = new List<FunnelRow>(Steps.Count);
        foreach (var step in Steps)
        {
            var figure = Figure.Over(step.Measure, children, window, calendar, []);
            var count = figure.Numerator;
            rows.Add(rows.Count == 0
                ? new FunnelRow(step, figure, count, null, null)
                : new FunnelRow(step, figure, count, Share(count, rows[0].Count), Share(count, rows[^1].Count)));
        }

        return rows;
    }

    private static decimal? Share(decimal count, decimal of) => of == 0 ? null : count / of;
}

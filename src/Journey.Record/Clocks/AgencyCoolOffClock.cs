using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Clocks;

/// <summary>Nobody comes back as an agency worker within three months of a substantive post.</summary>
public static class AgencyCoolOffClock
{
    private static readonly Limit Limit = new("agency-cool-off", 3, LimitUnit.Months, Evidence.Statutory);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "agency-cool-off",
        InForceFrom = new DateOnly(2024, 10, 31),
        Title = "Time between a substantive post and agency work",
        Rule = "Three months since a substantive post of this authority ended, over by the day the worker begins as an agency worker. Posts in "
            + "other authorities of the region are not known to the record.",
        Source = "Agency rules: statutory guidance for local authorities, from 31 October 2024",
        Evidence = Evidence.Statutory,
        Subject = StreamKind.Worker,
        Limits = [Limit],
        Lanes = [WorkforceLanes.InPost, WorkforceLanes.Terms],
        Dues = t =>
            from agency in EmergencyStatusClock.Stretches(t[WorkforceLanes.Terms], i => i.As<Terms>().Kind == "agency")
            let before = t[WorkforceLanes.Terms].LastOrDefault(i => i.As<Terms>().Kind == "permanent" && !i.Period.IsEmpty && i.To <= agency.Start.On)
            where before is not null
            select t.Start(Limit, agency.Start, agency.Start.On).ClosedWith(new Mark(before.FactId, t.DueOn(Limit, before.To)))
                .StoppedFrom(agency.End is { } end && end.On < t.DueOn(Limit, before.To) ? end.On : Period.Open, "The agency work ended."),
    };
}

using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Visits;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Told;

namespace Journey.Record.Tests.Measures;

/// <summary>What holds of every measure of children.</summary>
public sealed class EveryMeasureTests
{
    public static TheoryData<string> Codes { get; } = [.. MeasureCatalogue.All.Where(m => m.Subject == StreamKind.Child).Select(m => m.Code).Distinct()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_says_why_a_child_of_whom_nothing_is_known_is_left_out(string code)
    {
        var contribution = MeasureCatalogue.Find(code)!.Of(new Told().Timelines, Period.Year(2026), Given.Nothing).ShouldHaveSingleItem();
        contribution.InCohort.ShouldBeFalse();
        contribution.Why.ShouldEndWith(".");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_reads_only_the_lanes_it_names_and_gives_each_item_once_with_the_facts_behind_it(string code)
    {
        var measure = MeasureCatalogue.Find(code)!;
        var child = Eventful().Record;
        var read = new HashSet<string>();
        var timelines = new Timelines(child.Id, lane =>
        {
            read.Add(lane.Name);
            return child.Timeline(lane);
        });
        var contributions = measure.Of(timelines, Period.Year(2026), Given.Nothing).ToList();
        contributions.ShouldNotBeEmpty();
        read.ShouldBeSubsetOf(measure.Lanes.Select(l => l.Name));
        contributions.Select(c => c.Item).ShouldBeUnique();
        contributions.ShouldAllBe(c => c.Item == null || c.Facts.Contains(c.Item.Value));
        contributions.SelectMany(c => c.Facts).ShouldAllBe(f => child.Find(f) != null);
    }

    private static Told Eventful()
    {
        var child = new Told();
        child.Decided(child.Contact(On(2025, 5, 9)), On(2025, 5, 12));
        child.Closed(child.Referral(On(2025, 4, 2)), On(2025, 5, 1));
        var referral = child.Referral(On(2025, 5, 12));
        child.ReferralDecided(referral, On(2025, 5, 12), "Assess");
        child.Enquiry(On(2025, 6, 2));
        child.Enquiry(On(2025, 9, 1));
        child.Conference(On(2025, 9, 19));
        child.Plan(On(2025, 6, 20), On(2025, 7, 20));
        child.Plan(On(2025, 9, 19));
        child.Review(On(2025, 12, 5));
        foreach (var day in new[] { On(2025, 10, 1), On(2025, 10, 10), On(2026, 1, 5) })
        {
            child.Say(new VisitMade("CPP", day, null, "SW1", "Home", true, true, null, true, null));
        }

        child.Say(new PartnerRequestSent("Housing", "housing", "letter", "A flat.", "routine", null, On(2025, 6, 2), null, On(2025, 6, 16)));
        child.Say(new HealthReferralMade("CAMHS", "Trust", "routine", "Nightmares.", On(2025, 6, 2), On(2025, 8, 2)));
        return child;
    }
}

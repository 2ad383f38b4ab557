using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Placements;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>M22.</summary>
public sealed class CostFiguresTests
{
    [Fact]
    public void E16_ten_days_at_a_price_a_week_and_92_at_a_price_a_month()
    {
        M22CostToDate.Net.Ask(Child(Price(5000m, "week", On(2025, 6, 1), On(2025, 6, 11)))).Result.ShouldBe(7142.86m);
        M22CostToDate.Net.Ask(Child(Price(30000m, "month", On(2025, 7, 1), On(2025, 10, 1)))).Result.ShouldBe(90739.73m);
        var both = M22CostToDate.Net.Ask(Child(Price(5000m, "week", On(2025, 6, 1), On(2025, 6, 11)), Price(30000m, "month", On(2025, 7, 1), On(2025, 10, 1))));
        both.Sums().ShouldBe((2, 2, 97882.59m));
        both.Contributions.Select(c => c.On).ShouldBe([On(2025, 6, 1), On(2025, 7, 1)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("night", 3, 301.5)]
    [InlineData("week", 7, 100.5)]
    [InlineData("week", 1, 14.36)]
    [InlineData("month", 365, 1206.0)]
    [InlineData("fortnight", 3, null)]
    public void A_rate_is_for_nights_weeks_or_months(string per, int days, double? pounds) =>
        M22CostToDate.Pounds(100.5m, per, days).ShouldBe(pounds is { } p ? (decimal)p : null);

    [Fact]
    public void Half_a_penny_goes_up() => M22CostToDate.Pounds(0.005m, "night", 1).ShouldBe(0.01m);

    [Fact]
    public void Health_and_education_pay_their_parts()
    {
        var child = Child((700m, 100m, 50m));
        M22CostToDate.Net.Ask(child).Result.ShouldBe(550m);
        M22CostToDate.Gross.Ask(child).Result.ShouldBe(700m);
    }

    [Fact]
    public void Only_days_of_the_window_are_committed_and_an_open_price_to_its_end()
    {
        var child = Child(Price(70m, "week", On(2025, 3, 25), null));
        M22CostToDate.Net.Ask(child).Result.ShouldBe(3650m);
        M22CostToDate.Net.Ask(Period.Year(2025), child).Result.ShouldBe(70m);
        M22CostToDate.Net.Ask(new Period(On(2025, 4, 1), On(2025, 4, 8)), child).Result.ShouldBe(70m);
    }

    [Fact]
    public void A_price_that_ended_costs_nothing_from_that_day_and_one_of_no_day_nothing_at_all()
    {
        var price = (Id: Id(), Fact: Price(70m, "week", On(2025, 5, 1), null));
        var child = Child().With([
            new Asserted<PlacementCostAgreed>(price.Id, price.Fact, null),
            new Asserted<PlacementCostEnded>(Id(), new PlacementCostEnded(price.Id, "newPrice", On(2025, 5, 8)), null)]);
        M22CostToDate.Net.Ask(child).Result.ShouldBe(70m);
        var none = M22CostToDate.Net.Ask(Child(Price(70m, "week", On(2025, 5, 1), On(2025, 5, 1))));
        none.Sums().ShouldBe((0, 0, 0));
        none.Why().ShouldBe("No agreed price in the window.");
        M22CostToDate.Net.Ask(Child(Price(70m, "fortnight", On(2025, 5, 1), null))).Why().ShouldBe("The price is for no known length of time.");
    }

    [Fact]
    public void Single_payments_are_counted_by_themselves()
    {
        var child = Told(
            Said(new OneOffCostApproved(420.10m, "Bed", "A. Manager", "Came with nothing.", On(2025, 4, 1))),
            Said(new OneOffCostApproved(79.90m, "Coat", "A. Manager", "It is cold.", On(2026, 3, 31))),
            Said(new OneOffCostApproved(1m, "Bus", "A. Manager", "To school.", On(2026, 4, 1))));
        M22CostToDate.OneOff.Ask(child).Sums().ShouldBe((2, 2, 500m));
        M22CostToDate.Net.Ask(child).Result.ShouldBe(0);
    }

    private static PlacementCostAgreed Price(decimal rate, string per, DateOnly from, DateOnly? to) =>
        new(Guid.Empty, rate, per, null, null, null, false, from, to);

    private static ChildRecord Child(params PlacementCostAgreed[] prices) => Told(prices.Select(p => Said(p)));

    private static ChildRecord Child((decimal Rate, decimal Health, decimal Education) parts) =>
        Child(new PlacementCostAgreed(Guid.Empty, parts.Rate, "week", parts.Health, parts.Education, null, false, On(2025, 5, 1), On(2025, 5, 8)));
}

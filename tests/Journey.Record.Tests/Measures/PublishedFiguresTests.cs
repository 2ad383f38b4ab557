using Journey.Record.Bitemporal;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Measures;

/// <summary>The national figures as published, from their published numerators and denominators, by the figure's own arithmetic.</summary>
public sealed class PublishedFiguresTests
{
    public static TheoryData<string, decimal, decimal, decimal> Shares { get; } = new()
    {
        { "M9", 142_900, 632_830, 22.6m },
        { "M11", 72_100, 230_590, 31.3m },
        { "M11-in-time", 6_240 + 52_430, 72_100, 81.4m },
        { "M12", 543_210, 643_170, 84.5m },
        { "M13", 15_130, 61_840, 24.5m },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void A_published_share_follows_from_its_numerator_and_denominator(string code, decimal numerator, decimal denominator, decimal percent)
    {
        var measure = MeasureCatalogue.Find(code)!;
        var figure = Figure.Of(measure, Period.Year(2025), [Of(1, numerator, numerator), Of(2, denominator - numerator, 0)]);
        (figure.Numerator, figure.Denominator).ShouldBe((numerator, denominator));
        decimal.Round(figure.Result!.Value * 100, 1).ShouldBe(percent);
    }

    [Fact]
    public void Referrals_for_each_child_in_2024_25()
    {
        var figure = Figure.Of(ReferralsReceived.PerChild, Period.Year(2025), [Of(1, 557_810, 632_830)]);
        decimal.Round(figure.Result!.Value, 2).ShouldBe(1.13m);
    }

    [Fact]
    public void E22_enquiries_with_no_plan_in_2019_20()
    {
        var figure = Figure.Of(M10NoPlan.Difference, Period.Year(2020), [Of(1, 201_000, 201_000), Of(2, 0, -66_380)]);
        figure.Result.ShouldBe(134_620);
        figure.Denominator.ShouldBe(201_000);
    }

    /// <summary>As many items as published, told as one.</summary>
    private static Contribution Of(int item, decimal denominator, decimal numerator) =>
        new(Guid.Empty, denominator, numerator, null, "As published.", [], new Guid(item, 0, 0, new byte[8]));
}

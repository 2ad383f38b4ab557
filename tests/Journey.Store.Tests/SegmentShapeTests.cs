using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Store.Projections;

namespace Journey.Store.Tests;

/// <summary>The digest of what the code writes into the segment table.</summary>
public sealed class SegmentShapeTests
{
    private static readonly string All = SegmentShape.Of(FactCatalogue.Lanes.Values, FactCatalogue.All.Select(f => f.Example));

    private sealed record One(string? Text);

    [Fact]
    public void The_same_code_gives_the_same_digest_in_whatever_order_it_is_looked_at()
    {
        SegmentShape.Current.ShouldBe(All);
        SegmentShape.Of(FactCatalogue.Lanes.Values.Reverse(), FactCatalogue.All.Select(f => f.Example).Reverse()).ShouldBe(All);
    }

    [Fact]
    public void Another_lane_another_kind_of_lane_and_another_member_of_a_value_give_another_digest()
    {
        var (state, point) = (Lane<One>.Exclusive("made-up"), Lane<One>.Point("made-up"));
        string[] digests =
        [
            All,
            SegmentShape.Of(FactCatalogue.Lanes.Values.Skip(1), FactCatalogue.All.Select(f => f.Example)),
            SegmentShape.Of([state], []),
            SegmentShape.Of([point], []),
            SegmentShape.Of([Lane<StatedEpisode>.Exclusive("made-up")], []),
            SegmentShape.Of([Lane<InCare>.Exclusive("made-up")], []),
            SegmentShape.Of([Lane<One>.Exclusive("made-up", CareLanes.Care)], []),
        ];
        digests.ShouldBeUnique();
    }

    [Fact]
    public void What_an_example_claims_is_part_of_the_digest()
    {
        var example = EpisodeStated.Example;
        SegmentShape.Of([], [example with { LegalStatus = "E1" }]).ShouldNotBe(SegmentShape.Of([], [example]));
        SegmentShape.Of([], [example with { Decom = example.Decom.AddDays(1) }]).ShouldNotBe(SegmentShape.Of([], [example]));
    }
}

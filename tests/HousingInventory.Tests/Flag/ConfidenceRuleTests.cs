using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

/// <summary>How each thing that weakens an answer counts, one by one.</summary>
public sealed class ConfidenceRuleTests
{
    private const int House = 1;

    // The second of three houses, on a property of its own unless said otherwise.
    private static (Confidence Confidence, string Reasons) Of(
        AddressTie tie = AddressTie.InOutline, int property = 1, bool near = false, double share = 1, Status status = Status.NobodyRegistered, bool manyUnplaced = false, params Evidence[] papers)
    {
        Registers registers = new Town().Property("EXEMPEL 1:1", (0, 0, 40, 40)).House("h0", 10, 10).Property("EXEMPEL 1:2", (40, 0, 40, 40)).House("h1", 50, 10).WithManyOthers().Ask().Registers;
        Linkage linkage = Counted.Of(registers, static _ => 0, linkedShare: share, ties: b => b == House ? tie : AddressTie.InOutline, propertyOf: b => b == House ? property : 0, nearUnlinked: near);
        EvidenceBook evidence = new(registers, papers, linkage, new DateOnly(2026, 11, 10), new Run());
        Status[] all = [.. registers.Buildings.Select(_ => status)];
        (Confidence[] confidence, IReadOnlyList<ConfidenceReason>[] reasons) = ConfidenceRule.Apply(linkage, new HousesOnProperty(registers, linkage), all, evidence, manyUnplaced);
        return (confidence[House], string.Join(' ', reasons[House].Select(static r => Term.Of(r).Key)));
    }

    [Fact]
    public void Nothing_against_it_is_strong_one_thing_medium_and_two_are_weak()
    {
        Assert.Equal(Confidence.Strong, Of().Confidence);
        Assert.Equal("", Of().Reasons);
        (Confidence, string)[] one =
        [
            Of(tie: AddressTie.None), Of(tie: AddressTie.Nearest), Of(tie: AddressTie.Shared), Of(property: -1), Of(near: true), Of(share: 0.949), Of(manyUnplaced: true),
        ];
        Assert.All(one, static o => Assert.Equal(Confidence.Medium, o.Item1));
        Assert.Equal(6, one.Select(static o => o.Item2).Distinct().Count());
        Assert.Equal(Confidence.Strong, Of(share: 0.95).Confidence);
        Assert.Equal(Confidence.Strong, Of(tie: AddressTie.OnlyOnProperty).Confidence);
        Assert.Equal(Confidence.Weak, Of(tie: AddressTie.Nearest, near: true).Confidence);
        Assert.Equal(Confidence.Weak, Of(property: -1, share: 0.9).Confidence);

        // On the first property of the register there is another house: without an address of its own that is two things.
        Assert.Equal(Confidence.Strong, Of(property: 0).Confidence);
        Assert.Equal(Confidence.Weak, Of(property: 0, tie: AddressTie.None).Confidence);
    }

    [Fact]
    public void What_says_that_nobody_uses_it_takes_one_thing_away_and_what_says_that_somebody_does_makes_it_weak()
    {
        Evidence none = new("h1", "water", "none", "papers", 1);
        Assert.Equal(Confidence.Strong, Of(papers: none).Confidence);
        Assert.Equal(Confidence.Strong, Of(near: true, papers: none).Confidence);
        Assert.Equal(Confidence.Medium, Of(near: true, share: 0.9, papers: none).Confidence);
        Assert.Equal(Confidence.Weak, Of(papers: new Evidence("h1", "owner", "normal", "papers", 1)).Confidence);

        // Where many registrations found no home, no home is strong, whatever else is known of it.
        Assert.Equal(Confidence.Medium, Of(manyUnplaced: true, papers: none).Confidence);
    }

    [Fact]
    public void Undetermined_is_weak_and_of_a_home_with_people_or_no_home_nothing_is_claimed()
    {
        Assert.Equal(Confidence.Weak, Of(status: Status.Undetermined).Confidence);
        Assert.Equal((Confidence.Strong, ""), Of(near: true, share: 0.5, status: Status.Registered));
        Assert.Equal((Confidence.Strong, ""), Of(near: true, share: 0.5, status: Status.NotHousing));
    }
}

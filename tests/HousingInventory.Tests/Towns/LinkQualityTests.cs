using HousingInventory.Sample;

namespace HousingInventory.Tests.Towns;

/// <summary>How right the answers are on municipalities with all the faults that registers have. The bench tries larger ones and more seeds.</summary>
[Trait("Takes", "long")]
public sealed class LinkQualityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Homes_are_told_right_in_synthetic_municipalities(ulong seed)
    {
        LinkQuality quality = LinkQuality.Of(TownBuilder.Build(new SampleOptions { Homes = 1000, Seed = seed }));
        Assert.True(quality.Precision >= 0.99, quality.ToString());
        Assert.True(quality.Recall >= 0.98, quality.ToString());
        Assert.True(quality.InhabitedPerMille <= 2, quality.ToString());
        Assert.True(quality.UndeterminedShare <= 0.03, quality.ToString());
        Assert.Equal(0, quality.Exposed);
    }

    [Fact]
    public void Without_noise_nothing_is_wrong_but_what_the_registers_do_not_tell()
    {
        LinkQuality quality = LinkQuality.Of(TownBuilder.Build(new SampleOptions { Homes = 1000, Noise = SampleNoise.None }));
        Assert.Equal(0, quality.InhabitedListed);
        Assert.True(quality.Precision >= 0.99 && quality.Recall >= 0.99, quality.ToString());
    }

    [Fact]
    public void A_poor_delivery_without_ids_still_lists_hardly_any_inhabited_home()
    {
        LinkQuality quality = LinkQuality.Of(TownBuilder.Build(new SampleOptions { Homes = 1000 }), new SampleInputs.Delivery(Dwellings: false, AddressKeys: false));
        Assert.True(quality.InhabitedPerMille <= 2, quality.ToString());
        Assert.True(quality.Precision >= 0.98, quality.ToString());
        Assert.Equal(0, quality.Exposed);
    }

    /// <summary>Precision, recall, inhabited homes listed in a thousand, undetermined share.</summary>
    [Theory]
    [InlineData(0.95, 1.0, true, true, 0.985, 0.98, 2, 0.03)]
    [InlineData(0.9, 0.98, true, false, 0.985, 0.98, 2, 0.03)]
    [InlineData(0.0, 0.98, true, false, 0.985, 0.98, 2, 0.03)]
    [InlineData(0.0, 0.98, false, false, 0.985, 0.975, 2, 0.03)]
    [InlineData(0.0, 0.5, true, false, 0.985, 0.84, 2, 0.06)]
    public void Homes_are_told_right_in_towns_of_another_hand(
        double addressIds, double designations, bool postal, bool dwellings, double precision, double recall, double inhabited, double undetermined)
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            LinkQuality quality = LinkQuality.Of(OtherTown.Make(seed, 3000, new OtherTown.Keys(addressIds, designations, postal, dwellings)));
            Assert.True(quality.Precision >= precision && quality.Recall >= recall, $"seed {seed}: {quality}");
            Assert.True(quality.InhabitedPerMille <= inhabited && quality.UndeterminedShare <= undetermined, $"seed {seed}: {quality}");
            Assert.Equal(0, quality.Exposed);
        }
    }

    /// <summary>Addresses that stand twice, holes in the property map, villages without addresses; what can be reached then.</summary>
    [Theory]
    [InlineData(0.1, 0, 0, 0.98, 0.975, 1, 0.03)]
    [InlineData(0, 0.15, 0, 0.98, 0.91, 2, 0.05)]
    [InlineData(0, 0, 0.3, 0.98, 0.89, 3, 0.1)]
    public void Poor_registers_of_another_hand_still_list_few_inhabited_homes(
        double twice, double mapHoles, double bareVillages, double precision, double recall, double inhabited, double undetermined)
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            LinkQuality quality = LinkQuality.Of(OtherTown.Make(seed, 3000, new OtherTown.Keys(0, 0.98, Twice: twice, MapHoles: mapHoles, BareVillages: bareVillages)));
            Assert.True(quality.Precision >= precision && quality.Recall >= recall, $"seed {seed}: {quality}");
            Assert.True(quality.InhabitedPerMille <= inhabited && quality.UndeterminedShare <= undetermined, $"seed {seed}: {quality}");
        }
    }
}

using HousingInventory.Sample;

namespace HousingInventory.Tests.Towns;

/// <summary>How right the answers are on municipalities with all the faults that registers have. The bench tries larger ones and more seeds.</summary>
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
}

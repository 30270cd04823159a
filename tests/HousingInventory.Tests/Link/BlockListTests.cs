using HousingInventory.Model;

namespace HousingInventory.Tests.Link;

/// <summary>Values in blocks of 512.</summary>
public sealed class BlockListTests
{
    [Fact]
    public void Values_keep_their_places_over_several_blocks_and_change_in_place()
    {
        BlockList<int> list = new();
        for (int i = 0; i < 1500; i++)
        {
            list.Add(10 * i);
        }

        list[1024]++;

        Assert.Equal(1500, list.Count);
        Assert.Equal([0, 5110, 5120, 10_230, 10_241, 14_990], [list[0], list[511], list[512], list[1023], list[1024], list[1499]]);
    }

    [Fact]
    public void A_cleared_list_begins_anew()
    {
        BlockList<int> list = new();
        list.Add(1);
        list.Clear();
        list.Add(2);

        Assert.Equal(1, list.Count);
        Assert.Equal(2, list[0]);
    }
}

using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

/// <summary>What Link would give, written down in the test: for the arithmetic of the stage behind it.</summary>
internal static class Counted
{
    /// <summary>Houses 100 m apart, and one far away behind them.</summary>
    public static Registers Houses(int count)
    {
        Town town = new();
        for (int i = 0; i < count; i++)
        {
            town.House($"h{i:0000}", 100 * i, 0);
        }

        return town.WithManyOthers().Ask().Registers;
    }

    /// <summary>Each building a house of its own with a sure address and these persons.</summary>
    public static Linkage Of(
        Registers registers, Func<int, int> residents, Unplaced? unplaced = null, double linkedShare = 1, Func<int, bool>? withheld = null, Func<int, AddressTie>? ties = null,
        Func<int, int>? propertyOf = null, bool nearUnlinked = false)
    {
        int[] all = [.. Enumerable.Range(0, registers.Buildings.Count)];
        return new Linkage
        {
            Residents = [.. all.Select(residents)],
            Doubts = new Doubt[all.Length],
            Withheld = [.. all.Select(withheld ?? (static _ => false))],
            PropertyOf = [.. all.Select(propertyOf ?? (static _ => -1))],
            AddressesOf = [.. all.Select(static _ => (IReadOnlyList<int>)[])],
            Ties = [.. all.Select(ties ?? (static _ => AddressTie.InOutline))],
            HouseOf = all,
            MainHouseOf = [.. all.Select(static _ => -1)],
            Levels = [],
            Unlinked = new Dictionary<string, long>(),
            LinkedShare = linkedShare,
            NearUnlinked = [.. all.Select(_ => nearUnlinked)],
            Unplaced = (unplaced ?? new Unplaced()) with { AreaOf = new int[all.Length] },
        };
    }
}

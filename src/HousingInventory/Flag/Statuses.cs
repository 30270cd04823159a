using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>The five answers.</summary>
internal static class Statuses
{
    /// <summary>
    /// The status of each building. Withheld comes before everything else, so that nothing about such a building differs from one where somebody is
    /// registered; then what is known for sure, then what is doubtful, then what is left.
    /// </summary>
    public static Status[] Of(Registers registers, Linkage linkage, HousesOnProperty houses)
    {
        Status[] status = new Status[registers.Buildings.Count];
        for (int b = 0; b < status.Length; b++)
        {
            status[b] = !registers.Buildings[b].IsDwelling ? Status.NotHousing
                : IsRegistered(linkage, b) ? Status.Registered
                : linkage.Doubts[b] is not (Doubt.None or Doubt.OutOfReach) ? Status.Undetermined
                : IsSecondary(linkage, houses, b) ? Status.Secondary
                : linkage.Doubts[b] == Doubt.OutOfReach ? Status.Undetermined
                : Status.NobodyRegistered;
        }

        return status;
    }

    private static bool IsRegistered(Linkage linkage, int building) => linkage.Withheld[building] || linkage.Residents[building] > 0;

    private static bool IsSecondary(Linkage linkage, HousesOnProperty houses, int building) =>
        linkage.Ties[building] == AddressTie.None
        && (linkage.MainHouseOf[building] >= 0
            || houses.AnyBeside(linkage.HouseOf[building], other => linkage.Ties[other] != AddressTie.None || IsRegistered(linkage, other)));
}

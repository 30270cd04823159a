using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>The five answers.</summary>
internal static class Statuses
{
    /// <summary>
    /// The status of each building. Withheld comes before everything else, so that nothing about such a building differs from one where somebody is
    /// registered; then what is known for sure, then what is doubtful, then what is left.
    /// </summary>
    public static Status[] Of(Registers registers, Linkage linkage, HousesOnProperty houses, Doubt[] doubts) =>
        Of(registers, linkage, houses, doubts, b => linkage.Withheld[b] || linkage.Residents[b] > 0);

    /// <summary>The statuses by the doubts of Link alone, as if no home were withheld.</summary>
    public static Status[] AsTheExtractShows(Registers registers, Linkage linkage, HousesOnProperty houses) => AsTheExtractShows(registers, linkage, houses, linkage.Doubts);

    /// <summary>As the extract shows them with further doubts, which look at nothing that is withheld either.</summary>
    public static Status[] AsTheExtractShows(Registers registers, Linkage linkage, HousesOnProperty houses, Doubt[] doubts) =>
        Of(registers, linkage, houses, doubts, b => linkage.Residents[b] > 0);

    private static Status[] Of(Registers registers, Linkage linkage, HousesOnProperty houses, Doubt[] doubts, Predicate<int> isRegistered)
    {
        Status[] status = new Status[registers.Buildings.Count];
        for (int b = 0; b < status.Length; b++)
        {
            bool aboutIt = doubts[b] is not (Doubt.None or Doubt.OutOfReach or Doubt.UnlinkedNearby or Doubt.ExtractHasAHole or Doubt.InUse);
            status[b] = !registers.Buildings[b].IsDwelling ? Status.NotHousing
                : isRegistered(b) ? Status.Registered
                : aboutIt ? Status.Undetermined
                : IsSecondary(linkage, houses, b, isRegistered) ? Status.Secondary
                : doubts[b] != Doubt.None ? Status.Undetermined
                : Status.NobodyRegistered;
        }

        return status;
    }

    private static bool IsSecondary(Linkage linkage, HousesOnProperty houses, int building, Predicate<int> isRegistered) =>
        linkage.Ties[building] == AddressTie.None
        && (linkage.MainHouseOf[building] >= 0
            || houses.AnyBeside(linkage.HouseOf[building], other => linkage.Ties[other] != AddressTie.None || isRegistered(other)));
}

using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Which homes no layer shows although nobody is linked to them. Homes that stand together on one property, or share one address, are undetermined where somebody is registered on all of
/// them together; a withheld home is registered and shown nowhere, and would be the one that is missing. Where that is how inhabited groups of a kind mostly end, none of that kind is
/// shown: then a group without a home on the map is an inhabited one, whoever lives there.
/// </summary>
internal static class GroupsNotTold
{
    /// <summary>A kind is shown while at most this share of its inhabited groups cannot be told apart: then those that can hide the withheld ones.</summary>
    private const double MostUndetermined = 0.25;

    /// <summary>So few groups are no pattern to guess by, and each is worth looking at.</summary>
    private const int FewestGroups = 20;

    /// <summary>
    /// By house, whether it is left out where it is undetermined or secondary: none where nobody is withheld. Beyond that, what is withheld has no part in which kinds are shown.
    /// </summary>
    public static bool[] Of(LinkRegisters registers, Tally tally, bool[] withheld)
    {
        bool[] left = new bool[registers.HouseOf.Length];
        if (!withheld.Contains(true))
        {
            return left;
        }

        Mark(registers.HomesOnProperty, Doubt.UnplacedOnProperty, tally, withheld, left);
        Mark(registers.HousesOfAddress, Doubt.SharedAddress, tally, withheld, left);
        return left;
    }

    private static void Mark(HouseIndex[][] groups, Doubt doubt, Tally tally, bool[] withheld, bool[] left)
    {
        int inhabited = 0, undetermined = 0;
        foreach (HouseIndex[] group in groups.Where(static g => g.Length > 1))
        {
            bool isUndetermined = Array.Exists(group, h => tally.Doubts[h.At] == doubt && tally.Residents[h.At] == 0);
            undetermined += isUndetermined ? 1 : 0;
            inhabited += isUndetermined || Array.Exists(group, h => tally.Residents[h.At] > 0) ? 1 : 0;
        }

        if (inhabited < FewestGroups || undetermined <= MostUndetermined * inhabited)
        {
            return;
        }

        foreach (HouseIndex[] group in groups.Where(g => g.Length > 1 && Array.Exists(g, h => withheld[h.At] || tally.Residents[h.At] > 0 || tally.Doubts[h.At] == doubt)))
        {
            Array.ForEach(group, h => left[h.At] = true);
        }
    }
}

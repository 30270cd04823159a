using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Which house each row of the follow-up is about.</summary>
internal static class FollowUpBook
{
    /// <summary>
    /// The rows by the building of their house. A row about no building is a notice; of several about one house the last counts, in the order of the
    /// configuration and of the rows, and that is a notice too.
    /// </summary>
    public static IReadOnlyDictionary<int, FollowUp> Of(Registers registers, IReadOnlyList<FollowUp> rows, Linkage linkage, Run run)
    {
        Dictionary<int, FollowUp> byHouse = [];
        if (rows.Count == 0)
        {
            return byHouse;
        }

        HomeKeys keys = new(registers, linkage);
        foreach (FollowUp row in rows)
        {
            int building = keys.FindHome(row.Key);
            if (building < 0)
            {
                run.Notice(new UnknownFollowUp { Source = row.Source, Row = row.Row });
                continue;
            }

            int house = linkage.HouseOf[building];
            if (!byHouse.TryAdd(house, row))
            {
                run.Notice(new FollowUpTwice { Source = row.Source, Row = row.Row });
                byHouse[house] = row;
            }
        }

        return byHouse;
    }
}

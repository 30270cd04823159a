using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Prepare;

/// <summary>Rows of the registers become buildings, addresses and properties, each one thing whatever the number of its rows.</summary>
public static class Registering
{
    /// <param name="delivery">What was read.</param>
    /// <param name="run">Where notices go.</param>
    /// <param name="needsHousing">Whether there must be a dwelling building to ask about.</param>
    /// <exception cref="InputException">There is none, and there must be.</exception>
    public static Registers Join(Delivery delivery, Run run, bool needsHousing = true)
    {
        Building[] buildings = BuildingJoin.Join(delivery.Buildings, run.Notices);
        if (needsHousing)
        {
            RefuseWithoutHousing(buildings, delivery.Books);
        }

        return new Registers(buildings, EntranceJoin.Join(delivery.Addresses, delivery.Entrances), PropertyJoin.Join(delivery.Properties), delivery.Dwellings);
    }

    private static void RefuseWithoutHousing(Building[] buildings, Books books)
    {
        if (!Array.Exists(buildings, b => b.IsDwelling))
        {
            string files = string.Join(", ", books.Files.Where(f => f.Type == "buildings").Select(f => f.Path));
            throw new InputException(buildings.Length == 0
                ? Sentence.Of($"{files}: no building could be read; check the layer and its CRS with 'housing-inventory inspect'.")
                : Sentence.Of($"{files}: none of {buildings.Length} buildings is a dwelling; check the purpose column with 'housing-inventory inspect'."));
        }
    }
}

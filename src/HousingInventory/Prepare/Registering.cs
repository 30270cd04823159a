using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Prepare;

/// <summary>Rows of the registers become buildings, addresses and properties, each one thing whatever the number of its rows.</summary>
public static class Registering
{
    /// <exception cref="InputException">There is no dwelling building to ask about.</exception>
    public static Registers Join(Delivery delivery, Run run)
    {
        Building[] buildings = BuildingJoin.Join(delivery.Buildings, run.Notices);
        RefuseWithoutHousing(buildings, delivery.Books);
        return new Registers(buildings, EntranceJoin.Join(delivery.Addresses, delivery.Entrances), PropertyJoin.Join(delivery.Properties), delivery.Dwellings);
    }

    private static void RefuseWithoutHousing(Building[] buildings, Books books)
    {
        if (!Array.Exists(buildings, b => b.IsDwelling))
        {
            string files = string.Join(", ", books.Files.Where(f => f.Type == "buildings").Select(f => f.Path));
            throw new InputException(buildings.Length == 0
                ? $"{files}: no building could be read; check the layer and its CRS with 'housing-inventory inspect'."
                : FormattableString.Invariant($"{files}: none of {buildings.Length} buildings is a dwelling; check the purpose column with 'housing-inventory inspect'."));
        }
    }
}

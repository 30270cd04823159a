using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Ties the entrances of the building register to the addresses of the address register, and numbers the addresses.</summary>
internal static class EntranceJoin
{
    /// <summary>
    /// An address gets the buildings of its entrances. An entrance whose address the address register lacks is dropped: it has no written form, and the keys
    /// of registrations meet it through the address alone.
    /// </summary>
    public static void Join(Inputs inputs)
    {
        ILookup<IdKey, Entrance> byAddress = inputs.Entrances.ToLookup(e => IdKey.Of(e.AddressKey));
        for (int i = 0; i < inputs.Addresses.Count; i++)
        {
            Address address = inputs.Addresses[i];
            if (byAddress.Count > 0 && address.Key is { } key && byAddress[IdKey.Of(key)].Select(e => e.BuildingKey).ToList() is { Count: > 0 } buildings)
            {
                address.BuildingKeys = [.. address.BuildingKeys.Concat(buildings).Distinct().Order(StringComparer.Ordinal)];
            }

            address.Index = i;
        }

        inputs.Entrances.Clear();
    }
}

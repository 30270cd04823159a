using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Prepare;

/// <summary>Ties the entrances of the building register to the addresses of the address register.</summary>
internal static class EntranceJoin
{
    /// <summary>
    /// An address gets the buildings of its entrances. An entrance whose address the address register lacks is dropped: it has no written form, and the keys
    /// of registrations meet it through the address alone.
    /// </summary>
    public static IEnumerable<Address> Join(IReadOnlyList<Address> addresses, IReadOnlyList<Entrance> entrances)
    {
        ILookup<IdKey, Entrance> byAddress = entrances.ToLookup(e => IdKey.Of(e.AddressKey));
        return addresses.Select(address =>
            byAddress.Count > 0 && !address.KeptKey.IsNone && byAddress[address.KeptKey.Key].Select(e => e.BuildingKey).ToList() is { Count: > 0 } buildings
                ? address.With([.. address.BuildingKeys.Concat(buildings).Distinct().Order(StringComparer.Ordinal)])
                : address);
    }
}

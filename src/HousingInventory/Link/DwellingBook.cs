using System.Globalization;
using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>The dwelling register made searchable, by identity and by address with number. Read-only once built.</summary>
internal sealed class DwellingBook
{
    private readonly Dictionary<IdKey, int> _byKey = [];
    private readonly Dictionary<(int Address, int Number), int> _byNumber = [];

    /// <summary>No dwelling register.</summary>
    public static DwellingBook Empty { get; } = new();

    private DwellingBook()
    {
        Building = [];
        AddressesOf = [];
    }

    public DwellingBook(IReadOnlyList<Dwelling> dwellings, AddressBook addresses, Func<IdKey, BuildingIndex> findBuilding)
    {
        Building = new BuildingIndex[dwellings.Count];
        AddressesOf = new int[dwellings.Count][];
        _byKey.EnsureCapacity(dwellings.Count);
        _byNumber.EnsureCapacity(dwellings.Count);
        AddressMatcher matcher = new(addresses);
        List<int> found = [];
        for (int i = 0; i < dwellings.Count; i++)
        {
            Dwelling d = dwellings[i];
            Building[i] = findBuilding(d.KeptBuildingKey.Key);
            found.Clear();
            addresses.FindKey(d.KeptAddressKey.Key, found);
            if (found.Count == 0 && matcher.Match(d.AddressText, 0) && matcher.Cost < AddressMatcher.LooseCost && matcher.Found.Count == 1)
            {
                found.Add(matcher.Found[0]);
            }

            AddressesOf[i] = [.. found];
            _ = int.TryParse(d.Number, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            Enter(i, d.KeptKey.Key, number);
        }
    }

    /// <summary>The building of each dwelling, none when the register does not say.</summary>
    public BuildingIndex[] Building { get; }

    /// <summary>The addresses of each dwelling; mostly one.</summary>
    public int[][] AddressesOf { get; }

    /// <summary>The dwelling with an identity, -1 when there is none or several.</summary>
    public int Find(IdKey key) => !key.IsNone && _byKey.TryGetValue(key, out int i) ? i : -1;

    /// <summary>The dwelling with a number at an address, -1 when there is none or several.</summary>
    public int Find(int address, int number) => _byNumber.TryGetValue((address, number), out int i) ? i : -1;

    private void Enter(int index, IdKey key, int number)
    {
        if (!key.IsNone)
        {
            ref int at = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out bool known);
            at = known ? -1 : index;
        }

        foreach (int address in AddressesOf[index])
        {
            ref int at = ref CollectionsMarshal.GetValueRefOrAddDefault(_byNumber, (address, number), out bool known);
            at = known ? -1 : index;
        }
    }
}

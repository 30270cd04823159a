using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Which dwelling houses stand together on a property. A house that a border splits stands on both properties.</summary>
internal sealed class HousesOnProperty
{
    private readonly Dictionary<int, SortedSet<int>> _housesOf = [];
    private readonly Dictionary<int, SortedSet<int>> _propertiesOf = [];

    public HousesOnProperty(Inputs inputs, Linkage linkage)
    {
        for (int b = 0; b < inputs.Buildings.Count; b++)
        {
            if (inputs.Buildings[b].IsDwelling && linkage.PropertyOf[b] is >= 0 and int property)
            {
                Add(_housesOf, property, linkage.HouseOf[b]);
                Add(_propertiesOf, linkage.HouseOf[b], property);
            }
        }
    }

    /// <summary>The houses on a property, ascending.</summary>
    public IReadOnlyCollection<int> On(int property) => _housesOf.TryGetValue(property, out SortedSet<int>? houses) ? houses : [];

    /// <summary>The other houses on the properties of a house.</summary>
    public IEnumerable<int> BesideHouse(int house)
    {
        foreach (int property in _propertiesOf.TryGetValue(house, out SortedSet<int>? properties) ? properties : [])
        {
            foreach (int other in _housesOf[property])
            {
                if (other != house)
                {
                    yield return other;
                }
            }
        }
    }

    private static void Add(Dictionary<int, SortedSet<int>> sets, int key, int value)
    {
        if (!sets.TryGetValue(key, out SortedSet<int>? set))
        {
            sets.Add(key, set = []);
        }

        set.Add(value);
    }
}

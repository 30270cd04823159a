using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Which dwelling houses stand together on a property. A house that a border splits stands on both properties.</summary>
internal sealed class HousesOnProperty
{
    private readonly List<int>?[] _housesOf;
    private readonly List<int>?[] _partsOf;
    private readonly int[] _propertyOf;

    public HousesOnProperty(Registers registers, Linkage linkage)
    {
        _housesOf = new List<int>?[registers.Properties.Count];
        _partsOf = new List<int>?[registers.Buildings.Count];
        _propertyOf = linkage.PropertyOf;
        for (int b = 0; b < registers.Buildings.Count; b++)
        {
            int house = linkage.HouseOf[b];
            if (house != b)
            {
                (_partsOf[house] ??= []).Add(b);
            }

            if (registers.Buildings[b].IsDwelling && _propertyOf[b] >= 0)
            {
                List<int> houses = _housesOf[_propertyOf[b]] ??= new List<int>(1);
                if (!houses.Contains(house))
                {
                    houses.Add(house);
                }
            }
        }
    }

    /// <summary>The houses on a property.</summary>
    public IReadOnlyList<int> On(int property) => _housesOf[property] ?? [];

    /// <summary>Whether another house that fits stands on a property of this one.</summary>
    public bool AnyBeside(int house, Predicate<int> fits)
    {
        bool any = AnyOn(_propertyOf[house], house, fits);
        foreach (int part in _partsOf[house] ?? [])
        {
            any |= AnyOn(_propertyOf[part], house, fits);
        }

        return any;
    }

    private bool AnyOn(int property, int house, Predicate<int> fits) =>
        property >= 0 && _housesOf[property] is { } houses && houses.Exists(h => h != house && fits(h));
}

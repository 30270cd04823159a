using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Finds the homes that must be treated as registered: every building that a withheld key leads to, and every dwelling building on its property. A key may be
/// of any kind, so all kinds are tried and every hit counts; protecting one home too many does no harm.
/// </summary>
internal sealed class WithheldHomes
{
    private readonly LinkRegisters _registers;
    private readonly Func<IdKey, BuildingIndex> _findBuilding;
    private readonly AddressMatcher _matcher;
    private readonly List<int> _found = [];
    private readonly HashSet<HouseIndex> _houses = [];
    private readonly HashSet<int> _properties = [];
    private readonly HashSet<int> _addresses = [];

    /// <summary>Follows the keys.</summary>
    /// <param name="keys">The withheld keys.</param>
    /// <param name="registers">The registers.</param>
    /// <param name="findBuilding">Building by identity.</param>
    /// <param name="mainHouseOf">See <see cref="Linkage.MainHouseOf"/>.</param>
    public WithheldHomes(IReadOnlyList<WithheldKey> keys, LinkRegisters registers, Func<IdKey, BuildingIndex> findBuilding, HouseIndex[] mainHouseOf)
    {
        _registers = registers;
        _findBuilding = findBuilding;
        _matcher = new AddressMatcher(registers.Addresses);
        foreach (WithheldKey key in keys)
        {
            if (!string.IsNullOrWhiteSpace(key.Text))
            {
                // Told of the list only: a figure that took in protected persons would count them.
                LeadNowhere += Follow(key.Text) || !key.IsListed ? 0 : 1;
            }
        }

        Houses = Spread(mainHouseOf);
    }

    /// <summary>By house, whether it is withheld.</summary>
    public bool[] Houses { get; }

    /// <summary>How many keys of the list led to no building and no property.</summary>
    public int LeadNowhere { get; }

    /// <summary>Whether a key leads to this property, or to a house on it.</summary>
    public bool HidesProperty(int property) => _properties.Contains(property);

    /// <summary>Whether a key leads to this address, or to the property that it lies on.</summary>
    public bool HidesAddress(int address) => _addresses.Contains(address) || _properties.Contains(_registers.PropertyOfAddress[address]);

    private bool Follow(string text)
    {
        int before = _houses.Count + _properties.Count;
        bool known = false;
        IdKey id = IdKey.Of(text);
        if (_findBuilding(id) is { IsNone: false } building)
        {
            known = true;
            _houses.Add(_registers.HouseOf[building.At]);
        }

        _found.Clear();
        _registers.Addresses.FindKey(id, _found);
        int dwelling = _registers.Dwellings.Find(id);
        if (dwelling >= 0)
        {
            _found.AddRange(_registers.Dwellings.AddressesOf[dwelling]);
            if (_registers.Dwellings.Building[dwelling] is { IsNone: false } home)
            {
                known = true;
                _houses.Add(_registers.HouseOf[home.At]);
            }
        }

        if (_matcher.Match(text, 0) && !_matcher.IsAreaOnly)
        {
            _found.AddRange(_matcher.Found);
        }

        foreach (int address in _found)
        {
            _addresses.Add(address);
            _houses.UnionWith(_registers.HousesOfAddress[address]);
            if (_registers.PropertyOfAddress[address] >= 0)
            {
                _properties.Add(_registers.PropertyOfAddress[address]);
            }

            known |= _registers.HousesOfAddress[address].Length > 0 || _registers.PropertyOfAddress[address] >= 0;
        }

        _found.Clear();
        _registers.Properties.FindKey(id, _found);
        _registers.Properties.FindDesignation(text, 0, _found);
        _properties.UnionWith(_found);
        return known || _found.Count > 0 || _houses.Count + _properties.Count > before;
    }

    private bool[] Spread(HouseIndex[] mainHouseOf)
    {
        bool[] withheld = new bool[_registers.HouseOf.Length];
        foreach (HouseIndex house in _houses.ToList())
        {
            // The yard, where no property is known.
            _houses.UnionWith(mainHouseOf[house.At].IsNone ? [] : [mainHouseOf[house.At]]);
        }

        IEnumerable<HouseIndex> further = Enumerable.Range(0, mainHouseOf.Length).Where(h => _houses.Contains(mainHouseOf[h])).Select(h => new HouseIndex(h));
        foreach (HouseIndex house in _houses.Concat(further).ToList())
        {
            withheld[house.At] = true;
            _properties.UnionWith(_registers.PropertiesOfHouse[house.At]);
        }

        foreach (int property in _properties)
        {
            foreach (HouseIndex house in _registers.HomesOnProperty[property])
            {
                withheld[house.At] = true;
            }
        }

        return withheld;
    }
}

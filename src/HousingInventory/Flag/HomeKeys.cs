using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Finds the home that a key of any kind means; nothing where it would mean several houses.</summary>
internal sealed class HomeKeys
{
    private readonly Dictionary<IdKey, int> _byId = [];
    private readonly Dictionary<string, int> _byRef = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _housesOfAddress = [];
    private readonly AddressBook _addresses;
    private readonly AddressMatcher _matcher;
    private readonly PropertyBook _properties;
    private readonly HousesOnProperty _houses;
    private readonly Linkage _linkage;
    private readonly List<int> _found = [];

    public HomeKeys(Registers registers, Linkage linkage)
    {
        _linkage = linkage;
        _addresses = new AddressBook(registers.Addresses);
        _matcher = new AddressMatcher(_addresses);
        _properties = new PropertyBook(registers.Properties);
        _houses = new HousesOnProperty(registers, linkage);
        foreach (Building building in registers.Buildings)
        {
            _byId.TryAdd(IdKey.Of(building.Id), building.Index);

            // Two homes with one ref: neither is meant.
            string reference = Ref.Of(building.Id);
            _byRef[reference] = _byRef.ContainsKey(reference) ? -1 : building.Index;
            foreach (int address in linkage.HouseOf[building.Index] == building.Index ? linkage.AddressesOf[building.Index] : [])
            {
                if (!_housesOfAddress.TryGetValue(address, out List<int>? houses))
                {
                    _housesOfAddress.Add(address, houses = []);
                }

                houses.Add(building.Index);
            }
        }
    }

    /// <summary>The building with this id or ref, -1 when there is none.</summary>
    public int FindHome(string key)
    {
        if (_byId.TryGetValue(IdKey.Of(key), out int building))
        {
            return building;
        }

        return _byRef.GetValueOrDefault(key.Trim().ToUpperInvariant(), -1);
    }

    /// <summary>The buildings of the one house that a key of any kind means; empty where it means none or several.</summary>
    public IEnumerable<int> Find(string key)
    {
        int building = FindHome(key);
        HashSet<int> houses = building >= 0 ? [_linkage.HouseOf[building]] : [];
        if (houses.Count == 0)
        {
            _found.Clear();
            _addresses.FindKey(IdKey.Of(key), _found);
            if (_found.Count == 0 && _matcher.Match(key, 0) && _matcher.Cost < AddressMatcher.LooseCost)
            {
                _found.AddRange(_matcher.Found);
            }

            foreach (int address in _found)
            {
                houses.UnionWith(_housesOfAddress.GetValueOrDefault(address) ?? []);
            }
        }

        if (houses.Count == 0)
        {
            _found.Clear();
            _properties.FindKey(IdKey.Of(key), _found);
            if (_found.Count == 0)
            {
                _properties.FindDesignation(key, 0, _found);
            }

            foreach (int property in _found)
            {
                houses.UnionWith(_houses.On(property));
            }
        }

        return houses.Count == 1 ? [houses.Single()] : [];
    }
}

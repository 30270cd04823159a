using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Finds the homes that must be treated as registered: every building that a withheld key leads to, and every dwelling building with an address of its own on the
/// same property or yard. A further house there is left to be what it is beside any inhabited house: were it missing, its absence would tell. A key may be of any
/// kind, so all kinds are tried and every hit counts; protecting one home too many does no harm.
/// </summary>
internal sealed class WithheldHomes
{
    private readonly LinkRegisters _registers;
    private readonly Func<IdKey, BuildingIndex> _findBuilding;
    private readonly AddressMatcher _matcher;
    private readonly List<int> _found = [];
    private readonly List<int> _onProperties = [];
    private readonly HashSet<HouseIndex> _houses = [];
    private readonly HashSet<int> _properties = [];
    private readonly HashSet<HouseIndex> _named = [];
    private readonly SortedSet<int> _addresses = [];
    private readonly SortedSet<int> _dwellings = [];
    private ILookup<string, (int Address, int Property)>? _plain;

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
        LeadNowhere = FollowRows(keys);
        Houses = Spread(mainHouseOf);
    }

    /// <summary>By house, whether it is withheld.</summary>
    public bool[] Houses { get; }

    /// <summary>Keys of the list that led to no building and no property.</summary>
    public IReadOnlyList<WithheldKey> LeadNowhere { get; }

    /// <summary>Dwellings that a key names.</summary>
    public IReadOnlyCollection<int> Dwellings => _dwellings;

    /// <summary>Addresses that a key names.</summary>
    public IReadOnlyCollection<int> Addresses => _addresses;

    /// <summary>Houses that a key names, by their own identity or as the only home of a property.</summary>
    public IEnumerable<HouseIndex> NamedHouses => _named.OrderBy(static h => h.At);

    // Told of the list only: a figure that took in protected persons would count them. Of a row those of its cells that are written as keys are, and any one of it where the whole row leads nowhere.
    private List<WithheldKey> FollowRows(IReadOnlyList<WithheldKey> keys)
    {
        List<WithheldKey> nowhere = [];
        HashSet<(string?, long)> rowsThatLead = [];
        List<WithheldKey> others = [];
        foreach (WithheldKey key in keys.Where(static k => !string.IsNullOrWhiteSpace(k.Text)))
        {
            if (Leads(key.Text))
            {
                rowsThatLead.Add((key.Source, key.Row));
            }
            else if (key.IsListed)
            {
                nowhere.Add(key);
            }
            else if (key.Row > 0)
            {
                others.Add(key);
            }
        }

        HashSet<(string?, long)> told = [.. nowhere.Select(static k => (k.Source, k.Row))];
        nowhere.AddRange(others.Where(k => !rowsThatLead.Contains((k.Source, k.Row)) && told.Add((k.Source, k.Row))));
        return nowhere;
    }

    private bool Leads(string text)
    {
        IReadOnlyList<string> forms = WithheldForms.Of(text);

        // Each form is followed, also behind one that leads somewhere.
        bool known = false;
        foreach (string form in forms)
        {
            known |= Follow(form);
        }

        // What is written without å, ä and ö may be a street of those letters, and of others too.
        foreach (string form in forms)
        {
            bool plain = form.Contains(' ') && System.Text.Ascii.IsValid(form);
            known |= (plain || !known) && FollowWithoutAccents(form);
        }

        return known;
    }

    private bool Follow(string text)
    {
        IdKey id = IdKey.Of(text);
        bool known = false;
        if (_findBuilding(id) is { IsNone: false } building)
        {
            known = true;
            Name(_registers.HouseOf[building.At]);
        }

        bool isDesignation = WithheldForms.IsDesignation(text);
        _found.Clear();
        _registers.Addresses.FindKey(id, _found);
        if (!(isDesignation && FindProperties(id, text)) && _matcher.Match(text, 0))
        {
            _found.AddRange(_matcher.IsAreaOnly ? FewOfAnArea() : _matcher.Found);
        }

        _addresses.UnionWith(_found);
        int dwelling = _registers.Dwellings.Find(id);
        if (dwelling >= 0)
        {
            _dwellings.Add(dwelling);
            _found.AddRange(_registers.Dwellings.AddressesOf[dwelling]);
            if (_registers.Dwellings.Building[dwelling] is { IsNone: false } home)
            {
                known = true;
                _houses.Add(_registers.HouseOf[home.At]);
            }
        }

        foreach (int address in _found)
        {
            // "EXEMPELBYN 1:9" is read as number 1 of the village: that one is withheld too, and the key has led nowhere yet.
            known |= FollowAddress(address) && !isDesignation;
        }

        known |= FindProperties(id, text);
        _onProperties.ForEach(FollowProperty);
        return known;
    }

    private bool FindProperties(IdKey id, string text)
    {
        _onProperties.Clear();
        _registers.Properties.FindKey(id, _onProperties);
        _registers.Properties.FindDesignation(text, 0, _onProperties);
        return _onProperties.Count > 0;
    }

    // A number in a village that is written with the post town's name ("EXEMPELORT 9, 93130 EXEMPELORT") is followed where the postal code behind it leaves so
    // few houses that a registration would make them doubtful. Without a code it leads nowhere: "EXEMPELORT 1:2" is a property.
    private List<int> FewOfAnArea()
    {
        List<int> here = _matcher.PostalCode == 0 ? []
            : _matcher.Found.FindAll(a => _registers.Addresses.Fit(a, _matcher.PostalCode, _matcher.TownId) == AddressBook.PlaceFit.SameCode);
        // The village alone may be an address without a number, letter for letter: that one is followed however many others there are.
        List<int> exact = _matcher.Found.FindAll(a => string.IsNullOrWhiteSpace(_registers.AddressList[a].Number) && string.IsNullOrWhiteSpace(_registers.AddressList[a].Farm));
        return here.SelectMany(a => _registers.HousesOfAddress[a]).Distinct().Count() <= Conflicts.MostNamed ? [.. here.Union(exact)] : exact;
    }

    // "Malbyn 1:9" for Målbyn 1:9. Only for keys that lead nowhere else, since it compares with every address and property.
    private bool FollowWithoutAccents(string text)
    {
        string whole = WithheldForms.WithoutAccents(text);
        string upToNumber = WithheldForms.WithoutAccents(WithheldForms.WithoutTown(text));
        if (whole.Length == 0)
        {
            return false;
        }

        _plain ??= Plain();
        bool known = false;
        foreach ((int address, int property) in _plain[whole].Concat(_plain[upToNumber]))
        {
            if (address >= 0)
            {
                _addresses.Add(address);
                known |= FollowAddress(address);
            }
            else
            {
                known = true;
                FollowProperty(property);
            }
        }

        return known;
    }

    private ILookup<string, (int Address, int Property)> Plain() =>
        Enumerable.Range(0, _registers.AddressList.Count).Select(a => (Key: WithheldForms.WithoutAccents(_registers.AddressList[a].Text), Hit: (a, -1)))
            .Concat(Enumerable.Range(0, _registers.HomesOnProperty.Length).Select(p => (Key: WithheldForms.WithoutAccents(_registers.Properties.DesignationOf(p)), Hit: (-1, p))))
            .ToLookup(e => e.Key, e => e.Hit, StringComparer.Ordinal);

    private void Name(HouseIndex house)
    {
        _named.Add(house);
        _houses.Add(house);
    }

    private bool FollowAddress(int address)
    {
        _houses.UnionWith(_registers.HousesOfAddress[address]);
        int property = _registers.PropertyOfAddress[address];
        if (property < 0)
        {
            return _registers.HousesOfAddress[address].Length > 0;
        }

        _properties.Add(property);
        if (_registers.HousesOfAddress[address].Length == 0)
        {
            NameLargest(property);
        }

        return true;
    }

    private void FollowProperty(int property)
    {
        _properties.Add(property);
        HouseIndex[] homes = _registers.HomesOnProperty[property];
        if (homes.Length == 1)
        {
            Name(homes[0]);
        }
        else
        {
            NameLargest(property);
        }
    }

    // Which of several houses without an address is meant, is not known. On an inhabited property one is registered and the others are secondary, never empty; were all of them
    // missing, that would tell. So the largest is taken for the home.
    private void NameLargest(int property)
    {
        HouseIndex[] homes = _registers.HomesOnProperty[property];
        if (homes.Length > 0 && !homes.Any(h => _registers.HasAddress[h.At]))
        {
            _houses.Add(homes.MaxBy(h => (_registers.FootprintM2[h.At], -h.At)));
        }
    }

    private bool[] Spread(HouseIndex[] mainHouseOf)
    {
        bool[] withheld = new bool[_registers.HouseOf.Length];
        foreach (HouseIndex house in _houses.ToList())
        {
            // The yard, where no property is known.
            _houses.UnionWith(mainHouseOf[house.At].IsNone ? [] : [mainHouseOf[house.At]]);
        }

        foreach (HouseIndex house in _houses)
        {
            withheld[house.At] = true;
            _properties.UnionWith(_registers.PropertiesOfHouse[house.At]);
        }

        foreach (HouseIndex house in _properties.SelectMany(p => _registers.HomesOnProperty[p]))
        {
            withheld[house.At] |= _registers.HasAddress[house.At];
        }

        return withheld;
    }
}

using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Takes one registration down the ladder: dwelling id, address id, written address, the same with a slip, property. Every answer rests on the registers and
/// this registration alone, never on other registrations, so taking one away can only make houses emptier. Holds scratch memory: one per thread.
/// </summary>
internal sealed class Ladder(LinkRegisters registers)
{
    /// <summary>Evidence that names more houses than this names none.</summary>
    public const int MostNamed = 5;

    private const int MostCompared = 60;

    /// <summary>A house without an address this near an address of the same writing may share it.</summary>
    private const double NeighbourM = 150;

    private readonly AddressMatcher _matcher = new(registers.Addresses);
    private readonly List<int> _properties = [];
    private readonly List<int> _homes = [];
    private readonly List<int> _addresses = [];
    private readonly List<int> _narrowed = [];
    private readonly List<int> _bareAddresses = [];
    private bool _textRead;
    private bool _textFound;

    /// <summary>After a tie: the houses that it names.</summary>
    public List<int> Named { get; } = [];

    /// <summary>Places one registration.</summary>
    public Placement Place(in RegistrationView r)
    {
        Named.Clear();
        _bareAddresses.Clear();
        _textRead = false;
        FindProperties(r);
        bool namesProperty = _properties.Count > 0;
        Placement placement = ByDwelling(r) ?? ByAddressId(r) ?? ByText(r) ?? ByProperty(r);
        placement.NamesProperty = namesProperty;
        return placement;
    }

    private static void AddNew(List<int> list, ReadOnlySpan<int> items)
    {
        foreach (int item in items)
        {
            if (!list.Contains(item))
            {
                list.Add(item);
            }
        }
    }

    private static Placement Linked(int level, int house, int dwelling = -1) =>
        new() { Level = level, House = house, Dwelling = dwelling, Name = -1, Tract = -1 };

    private void FindProperties(in RegistrationView r)
    {
        _properties.Clear();
        _homes.Clear();
        registers.Properties.FindKey(r.Property, _properties);
        if (_properties.Count == 0)
        {
            registers.Properties.FindDesignation(r.Designation, r.Municipality, _properties);
        }

        foreach (int p in _properties)
        {
            AddNew(_homes, registers.HomesOnProperty[p]);
        }
    }

    private Placement? ByDwelling(in RegistrationView r)
    {
        int dwelling = registers.Dwellings.Find(r.Dwelling);
        if (dwelling < 0)
        {
            return null;
        }

        int building = registers.Dwellings.Building[dwelling];
        if (building >= 0)
        {
            return Linked(LinkLevel.DwellingId, registers.HouseOf[building], dwelling);
        }

        _addresses.Clear();
        _addresses.AddRange(registers.Dwellings.AddressesOf[dwelling]);
        return AtAddresses(r, LinkLevel.DwellingId, UnlinkedReason.SharedAddress, dwelling);
    }

    private Placement? ByAddressId(in RegistrationView r)
    {
        _addresses.Clear();
        registers.Addresses.FindKey(r.Address, _addresses);
        return _addresses.Count == 0 ? null : AtAddresses(r, LinkLevel.AddressId, UnlinkedReason.SharedAddress, -1);
    }

    private Placement? ByText(in RegistrationView r)
    {
        if (r.AddressText.IsEmpty)
        {
            return null;
        }

        _textRead = true;
        _textFound = _matcher.Match(r.AddressText, r.Municipality);
        if (!_textFound || (_matcher.IsAreaOnly && _properties.Count > 0))
        {
            _textFound = false;
            return null;
        }

        _addresses.Clear();
        _addresses.AddRange(_matcher.Found);
        bool onProperty = Narrow(r);
        int level = _matcher.Cost < AddressMatcher.LooseCost ? LinkLevel.AddressText : LinkLevel.AddressSpelling;
        if (!onProperty && _homes.Count > 0 && AgainstProperty(level) is { } other)
        {
            return other;
        }

        return AtAddresses(r, level, _addresses.Count > 1 ? UnlinkedReason.SeveralAddresses : UnlinkedReason.SharedAddress, -1);
    }

    // Of several addresses that fit, those on the stated property, else those of the stated postal code, else of the stated town.
    private bool Narrow(in RegistrationView r)
    {
        if (_properties.Count > 0 && Keep(a => IsOnStated(a)))
        {
            return true;
        }

        int code = r.PostalCode != 0 ? r.PostalCode : _matcher.PostalCode;
        int town = registers.Addresses.TownId(r.PostTown);
        town = town != 0 ? town : _matcher.TownId;
        if (_addresses.Count > 1 && (code != 0 || town != 0))
        {
            _ = Keep(a => registers.Addresses.Fit(a, code, town) == AddressBook.PlaceFit.SameCode)
                || Keep(a => registers.Addresses.Fit(a, code, town) == AddressBook.PlaceFit.SameTown)
                || Keep(a => registers.Addresses.Fit(a, code, town) != AddressBook.PlaceFit.Contradicts);
        }

        return false;
    }

    private bool Keep(Predicate<int> fits)
    {
        _narrowed.Clear();
        foreach (int a in _addresses)
        {
            if (fits(a))
            {
                _narrowed.Add(a);
            }
        }

        if (_narrowed.Count == 0)
        {
            return false;
        }

        _addresses.Clear();
        _addresses.AddRange(_narrowed);
        return true;
    }

    private bool IsOnStated(int address)
    {
        if (_properties.Contains(registers.PropertyOfAddress[address]))
        {
            return true;
        }

        foreach (int house in registers.HousesOfAddress[address])
        {
            if (_homes.Contains(house))
            {
                return true;
            }
        }

        return false;
    }

    // The written address lies elsewhere than the stated property, which has homes. Mostly the property is an old one, or the land's and not the house's: then
    // the address holds. But a slip in the number, or an address that the register lacks, looks the same.
    private Placement? AgainstProperty(int level)
    {
        foreach (int p in _properties)
        {
            // A property with very many addresses is no evidence for one of them.
            foreach (int a in registers.AddressesOfProperty[p].AsSpan()[..Math.Min(MostCompared, registers.AddressesOfProperty[p].Length)])
            {
                if (_addresses.Exists(found => AddressMatcher.Slips(registers.AddressList[found], registers.AddressList[a], 2) == 1))
                {
                    AddNew(Named, registers.HousesOfAddress[a]);
                }
            }
        }

        if (Named.Count > 0)
        {
            return Either();
        }

        // Two houses that share one address, A and B dropped: the property tells which.
        if (StatedHomeNearby() is { } near)
        {
            return near;
        }

        int home = _homes[0];
        if (_homes.Count > 1 || registers.HasAddress[home])
        {
            return null;
        }

        Named.Add(home);
        return level == LinkLevel.AddressSpelling ? Linked(LinkLevel.Property, home) : Either();
    }

    // Named holds what the property means; the address means its own houses.
    private Placement Either()
    {
        foreach (int a in _addresses)
        {
            AddNew(Named, registers.HousesOfAddress[a]);
        }

        return Tie(Doubt.UncertainAddress, UnlinkedReason.SeveralAddresses);
    }

    private Placement? AtAddresses(in RegistrationView r, int level, UnlinkedReason tie, int dwelling)
    {
        Named.Clear();
        foreach (int a in _addresses)
        {
            AddNew(Named, registers.HousesOfAddress[a]);
        }

        if (StatedHomeNearby() is { } home)
        {
            return home;
        }

        int number = r.DwellingNumber != 0 ? r.DwellingNumber : _textRead ? _matcher.DwellingNumber : 0;
        dwelling = dwelling >= 0 || _addresses.Count != 1 ? dwelling : registers.Dwellings.Find(_addresses[0], number);
        if (Named.Count > 1 && dwelling >= 0 && registers.Dwellings.Building[dwelling] is >= 0 and int building)
        {
            return Linked(level, registers.HouseOf[building], dwelling);
        }

        if (Named.Count > 1 && _homes.Count > 0)
        {
            _narrowed.Clear();
            _narrowed.AddRange(Named.FindAll(_homes.Contains));
            if (_narrowed.Count > 0)
            {
                Named.Clear();
                Named.AddRange(_narrowed);
            }
            else if (_homes.Count == 1 && tie == UnlinkedReason.SeveralAddresses)
            {
                return Linked(LinkLevel.Property, _homes[0]);
            }
        }

        switch (Named.Count)
        {
            case 0:
                AddNew(_bareAddresses, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_addresses));
                return null;
            case 1:
                return Linked(level, Named[0], dwelling);
            default:
                tie = tie == UnlinkedReason.SeveralAddresses && AreNeighbours() ? UnlinkedReason.SharedAddress : tie;
                return Tie(tie == UnlinkedReason.SharedAddress ? Doubt.SharedAddress : Doubt.UncertainAddress, tie);
        }
    }

    // Addresses of one writing beside each other are one address of several houses, A and B dropped.
    private bool AreNeighbours() => _addresses.TrueForAll(a => Named.TrueForAll(h => registers.Distance(a, h) <= NeighbourM));

    // The address is known, its house only by the place of the point, and that lies off the stated property, which has homes close by without an address: the
    // point was put down on the wrong side of a border.
    private Placement? StatedHomeNearby()
    {
        if (_homes.Count == 0 || Named.Exists(_homes.Contains))
        {
            return null;
        }

        _narrowed.Clear();
        _narrowed.AddRange(_homes.FindAll(h => !registers.HasAddress[h]
            && _addresses.Exists(a => registers.TieOfAddress[a] != AddressTie.Entrance && registers.Distance(a, h) <= NeighbourM)));
        if (_narrowed.Count == 0)
        {
            return null;
        }

        if (_homes.Count == 1)
        {
            return Linked(LinkLevel.Property, _homes[0]);
        }

        if (!_addresses.Exists(a => registers.TieOfAddress[a] == AddressTie.InOutline))
        {
            Named.Clear();
        }

        AddNew(Named, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_narrowed));
        return Tie(Doubt.UnplacedOnProperty, UnlinkedReason.SeveralHomesOnProperty);
    }

    private Placement ByProperty(in RegistrationView r)
    {
        Named.Clear();
        bool stated = _properties.Count > 0;
        if (!stated)
        {
            // The address is known, its building is not: the ground it lies on is evidence too.
            foreach (int a in _bareAddresses)
            {
                int p = registers.PropertyOfAddress[a];
                if (p >= 0 && !_properties.Contains(p))
                {
                    _properties.Add(p);
                    AddNew(_homes, registers.HomesOnProperty[p]);
                }
            }
        }

        if (_homes.Count == 1)
        {
            return Linked(LinkLevel.Property, _homes[0]);
        }

        if (_homes.Count > 1)
        {
            return AmongHomes();
        }

        foreach (int p in _properties)
        {
            AddNew(Named, registers.OthersOnProperty[p]);
        }

        if (Named.Count == 1)
        {
            return Linked(LinkLevel.Property, Named[0]);
        }

        Named.Clear();
        return Nowhere(r, _bareAddresses.Count > 0
            ? UnlinkedReason.AddressWithoutBuilding
            : stated ? UnlinkedReason.PropertyWithoutHome : r.Designation.IsEmpty && r.Property.IsNone ? UnlinkedReason.AddressUnknown : UnlinkedReason.PropertyUnknown);
    }

    private Placement AmongHomes()
    {
        // The address has no building, and just one house of the property has no address.
        if (_bareAddresses.Count > 0)
        {
            List<int> without = _homes.FindAll(h => !registers.HasAddress[h]);
            if (without.Count == 1)
            {
                return Linked(LinkLevel.Property, without[0]);
            }
        }

        if (_textRead && !_textFound && NearestWriting() is >= 0 and int house)
        {
            return Linked(LinkLevel.AddressSpelling, house);
        }

        Named.Clear();
        Named.AddRange(_homes);
        return Tie(Doubt.UnplacedOnProperty, UnlinkedReason.SeveralHomesOnProperty);
    }

    // Among the few addresses of the stated property one is clearly what was meant: the only one with the number, or two slips nearer than any other.
    private int NearestWriting()
    {
        const int limit = 4;
        (int Slips, int Number, int House) best = ((2 * limit) + 1, limit, -1);
        (int Slips, int Number) second = ((2 * limit) + 1, limit);
        foreach (int p in _properties)
        {
            foreach (int a in registers.AddressesOfProperty[p].AsSpan()[..Math.Min(MostCompared, registers.AddressesOfProperty[p].Length)])
            {
                int[] houses = registers.HousesOfAddress[a];
                if (houses.Length != 1 || !_homes.Contains(houses[0]))
                {
                    continue;
                }

                (int name, int number) = _matcher.SlipsTo(registers.AddressList[a], limit);
                int slips = name + number;
                if (slips < best.Slips)
                {
                    second = best.House == houses[0] || best.House < 0 ? second : (best.Slips, best.Number);
                    best = (slips, number, houses[0]);
                }
                else if (houses[0] != best.House && slips < second.Slips)
                {
                    second = (slips, number);
                }
            }
        }

        // With the post town in the place of the village the number is all that is left; but a street that the register knows is another one.
        bool clear = second.Slips - best.Slips >= 2 || (best.Number == 0 && second.Number > 0);
        bool near = best.Slips <= 3 || (best.Number == 0 && _matcher.KnownName < 0);
        return near && clear ? best.House : -1;
    }

    private Placement Tie(Doubt doubt, UnlinkedReason reason)
    {
        if (Named.Count == 1)
        {
            return Linked(LinkLevel.AddressText, Named[0]);
        }

        bool tooMany = Named.Count > MostNamed;
        if (tooMany)
        {
            Named.Clear();
        }

        return new Placement
        {
            Level = -1,
            House = -1,
            Dwelling = -1,
            Doubt = tooMany ? Doubt.None : doubt,
            Reason = reason,
            Name = tooMany && _textRead ? _matcher.KnownName : -1,
            Tract = tooMany && _properties.Count > 0 ? registers.Properties.TractOf[_properties[0]] : -1,
        };
    }

    private Placement Nowhere(in RegistrationView r, UnlinkedReason reason) => new()
    {
        Level = -1,
        House = -1,
        Dwelling = -1,
        Reason = reason,
        Name = _textRead ? _matcher.KnownName : -1,
        Tract = registers.Properties.FindTract(r.Designation),
    };
}

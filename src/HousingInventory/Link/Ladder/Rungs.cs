using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Takes one registration down the ladder: dwelling id, address id, written address, the same with a slip, property. Every answer rests on the registers and
/// this registration alone, never on other registrations, so taking one away can only make houses emptier. Holds scratch memory: one per thread.
/// </summary>
internal sealed class Rungs
{
    private readonly LinkRegisters _registers;
    private readonly Clues _clues;
    private readonly Conflicts _conflicts;

    public Rungs(LinkRegisters registers)
    {
        _registers = registers;
        _clues = new Clues(registers);
        _conflicts = new Conflicts(registers, _clues);
    }

    private StatedGround Stated => _clues.Stated;

    /// <summary>Places one registration.</summary>
    public Answer Place(in RegistrationView r)
    {
        _clues.Take(r);
        Answer answer = ByDwelling(r) ?? ByAddressId(r) ?? ByText(r) ?? ByProperty(r);
        bool astray = answer.Placement is { Level: < 0, Doubt: Doubt.None };
        (KeyKinds tried, KeyKinds found) = (_clues.Tried, _clues.Found);
        return answer with
        {
            Other = answer.Placement.Level is >= 0 and < LinkLevel.Property ? _conflicts.Others(r, answer.Placement) : Disagreement.None,
            Placement = !astray ? answer.Placement : answer.Placement with
            {
                Area = _clues.Area(r),
                LacksNumber = _clues.LacksNumber(r),
                NamesNoNumber = _clues.TextIsRead && _clues.Text.IsAreaOnly && _clues.Text.Writing == 0,
                // A number in some village of a post town is written of many homes.
                Writing = _clues.TextIsRead && !_clues.Text.IsAreaOnly ? _clues.Text.Writing : 0,
            },
            Tried = tried,
            Found = found,
        };
    }

    private Answer? ByDwelling(in RegistrationView r)
    {
        int dwelling = _registers.Dwellings.Find(r.Dwelling);
        _clues.Tell(KeyKinds.Dwelling, !r.Dwelling.IsNone, dwelling >= 0);
        if (dwelling < 0)
        {
            return null;
        }

        BuildingIndex building = _registers.Dwellings.Building[dwelling];
        if (!building.IsNone)
        {
            return Answer.Linked(LinkLevel.DwellingId, _registers.HouseOf[building.At], dwelling);
        }

        _clues.Addresses.Clear();
        _clues.Addresses.AddRange(_registers.Dwellings.AddressesOf[dwelling]);
        return AtAddresses(r, LinkLevel.DwellingId, UnlinkedReason.SharedAddress, dwelling);
    }

    private Answer? ByAddressId(in RegistrationView r)
    {
        _clues.Addresses.Clear();
        _registers.Addresses.FindKey(r.Address, _clues.Addresses);
        _clues.Tell(KeyKinds.Address, !r.Address.IsNone, _clues.Addresses.Count > 0);
        return _clues.Addresses.Count == 0 ? null : AtAddresses(r, LinkLevel.AddressId, UnlinkedReason.SharedAddress);
    }

    private Answer? ByText(in RegistrationView r)
    {
        if (r.AddressText.IsEmpty || !_clues.ReadText(r))
        {
            return null;
        }

        bool onProperty = _clues.Narrow(r);
        if (!onProperty && (_clues.IsElsewhere(r) || (_clues.Text.IsMisspelt && _conflicts.IsAnotherVillage())))
        {
            HouseIndex here = Stated.Homes.Count > 0 ? HouseIndex.None : _clues.HouseOfOtherLetter(r);
            _clues.DropText();
            return here.IsNone ? null : Answer.Linked(LinkLevel.AddressSpelling, here);
        }

        if (_clues.Text.IsBehindOthers)
        {
            return Conflicts.Perhaps(_clues.HousesOfAddresses(), _clues.Text.KnownName);
        }

        int level = _clues.Text.Cost < AddressMatcher.LooseCost ? LinkLevel.AddressText : LinkLevel.AddressSpelling;
        bool against = !onProperty && Stated.Homes.Count > 0;
        if (against && _conflicts.AgainstProperty(level) is { } other)
        {
            return other;
        }

        Answer? at = AtAddresses(r, level, _clues.Addresses.Count > 1 ? UnlinkedReason.SeveralAddresses : UnlinkedReason.SharedAddress);
        return against && at is { } answer ? _conflicts.WithStatedHomes(answer) : at;
    }

    private Answer? AtAddresses(in RegistrationView r, int level, UnlinkedReason tie, int dwelling = -1)
    {
        List<HouseIndex> houses = _clues.HousesOfAddresses();
        if (_conflicts.StatedHomeNearby(houses) is { } home)
        {
            return home;
        }

        int number = r.DwellingNumber != 0 ? r.DwellingNumber : _clues.TextIsRead ? _clues.Text.DwellingNumber : 0;
        dwelling = dwelling >= 0 || _clues.Addresses.Count != 1 ? dwelling : _registers.Dwellings.Find(_clues.Addresses[0], number);
        if (houses.Count > 1 && dwelling >= 0 && _registers.Dwellings.Building[dwelling] is { IsNone: false } building)
        {
            return Answer.Linked(level, _registers.HouseOf[building.At], dwelling);
        }

        if (houses.Count > 1 && Stated.Homes.Count > 0)
        {
            List<HouseIndex> onGround = houses.FindAll(Stated.Homes.Contains);
            if (onGround.Count == 0 && Stated.Homes.Count == 1 && tie == UnlinkedReason.SeveralAddresses)
            {
                return Answer.Linked(LinkLevel.Property, Stated.Homes[0]);
            }

            houses = onGround.Count > 0 ? onGround : houses;
        }

        switch (houses.Count)
        {
            case 0:
                _clues.BareAddresses.AddNew(_clues.Addresses);
                return null;
            case 1:
                return Answer.Linked(level, houses[0], dwelling);
            default:
                tie = tie == UnlinkedReason.SeveralAddresses && _conflicts.AreNeighbours(houses) ? UnlinkedReason.SharedAddress : tie;
                return _conflicts.Tie(houses, tie == UnlinkedReason.SharedAddress ? Doubt.SharedAddress : Doubt.UncertainAddress, tie);
        }
    }

    private Answer ByProperty(in RegistrationView r)
    {
        bool stated = Stated.Properties.Count > 0;
        if (!stated)
        {
            // The address is known, its building is not: the ground it lies on is evidence too.
            foreach (int a in _clues.BareAddresses)
            {
                Stated.Add(_registers.PropertyOfAddress[a]);
            }
        }

        if (Stated.Homes.Count > 0)
        {
            return AmongHomes();
        }

        List<HouseIndex> others = [];
        foreach (int p in Stated.Properties)
        {
            others.AddNew(_registers.OthersOnProperty[p]);
        }

        return others.Count == 1
            ? Answer.Linked(LinkLevel.Property, others[0])
            : Nowhere(r, _clues.BareAddresses.Count > 0 ? UnlinkedReason.AddressWithoutBuilding
                : stated ? UnlinkedReason.PropertyWithoutHome
                : r.Designation.IsEmpty && r.Property.IsNone ? UnlinkedReason.AddressUnknown : UnlinkedReason.PropertyUnknown);
    }

    private Answer AmongHomes()
    {
        if (Stated.Homes.Count == 1)
        {
            return Answer.Linked(LinkLevel.Property, Stated.Homes[0]);
        }

        // The address has no building, and just one house of the property has no address.
        if (_clues.BareAddresses.Count > 0 && Stated.Homes.FindAll(h => !_registers.HasAddress[h.At]) is [HouseIndex without])
        {
            return Answer.Linked(LinkLevel.Property, without);
        }

        return _clues.TextIsRead && !_clues.TextIsFound && Stated.NearestWriting(_clues.Text) is { IsNone: false } house
            ? Answer.Linked(LinkLevel.AddressSpelling, house)
            : _conflicts.Tie(
                Stated.Homes, Doubt.UnplacedOnProperty, UnlinkedReason.SeveralHomesOnProperty, Stated.Properties.Count == 1 ? Conflicts.MostOnProperty : Conflicts.MostNamed);
    }

    private Answer Nowhere(in RegistrationView r, UnlinkedReason reason)
    {
        int tract = _registers.Properties.FindTract(r.Designation);
        int name = _clues.TextIsRead ? _clues.Text.KnownName : -1;
        Placement placement = Placement.Unlinked(reason) with
        {
            Property = Stated.Properties.Count == 1 ? Stated.Properties[0] : -1,
            Name = name,
            Tract = tract < 0 && _clues.TextIsRead && name < 0 ? _clues.Text.TractIn(_registers.Properties) : tract,
        };
        return new(placement, reason == UnlinkedReason.AddressWithoutBuilding ? [.. _clues.HomesNearBareAddresses()] : []);
    }
}

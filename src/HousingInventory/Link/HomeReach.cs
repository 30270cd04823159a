using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Which homes the extract could reach at all: those that have a kind of key which at least nine persons of ten carry. Where an address register or a property
/// map has gaps, the homes in the gaps look empty whoever lives there.
/// </summary>
internal sealed class HomeReach
{
    private readonly KeyKinds[] _kindsOf;
    private readonly bool[] _reach;

    /// <summary>Looks at all homes.</summary>
    /// <param name="inputs">The registers.</param>
    /// <param name="registers">As the ladder asks them.</param>
    /// <param name="flats">Which dwellings are where.</param>
    /// <param name="carried">The kinds of key that the extract carries.</param>
    /// <param name="displaced">Whether what rests on position cannot be trusted; then only what the registers themselves tie counts.</param>
    public HomeReach(Registers inputs, LinkRegisters registers, FlatBook flats, CarriedKeys carried, bool displaced)
    {
        IReadOnlyList<Address> addresses = inputs.Addresses;
        _reach = carried.Reach();
        _kindsOf = new KeyKinds[registers.HouseOf.Length];
        Dictionary<int, int> homesOfWriting = [];
        int[] writing = new int[addresses.Count];
        for (int a = 0; a < addresses.Count; a++)
        {
            writing[a] = Writing(addresses[a], carried.MostCarryPlaces);
            CollectionsMarshal.GetValueRefOrAddDefault(homesOfWriting, writing[a], out _)++;
        }

        for (int a = 0; a < addresses.Count; a++)
        {
            bool trusted = !displaced || registers.TieOfAddress[a] == AddressTie.Entrance;
            foreach (HouseIndex house in trusted ? registers.HousesOfAddress[a] : [])
            {
                _kindsOf[house.At] |= addresses[a].KeptKey.Key.IsNone ? KeyKinds.None : KeyKinds.Address;
                _kindsOf[house.At] |= homesOfWriting[writing[a]] <= Conflicts.MostNamed ? KeyKinds.Text : KeyKinds.None;
            }
        }

        foreach (HouseIndex house in flats.HouseOfDwelling)
        {
            if (!house.IsNone)
            {
                _kindsOf[house.At] |= KeyKinds.Dwelling;
            }
        }

        for (int h = 0; h < _kindsOf.Length; h++)
        {
            _kindsOf[h] |= registers.PropertiesOfHouse[h].Length > 0 && (!displaced || inputs.Buildings[h].PropertyKeys.Count > 0) ? KeyKinds.Property : KeyKinds.None;
        }
    }

    /// <summary>Whether the extract could have led to a house, by the position of its building.</summary>
    public bool Includes(int house) => _reach[(int)_kindsOf[house]];

    /// <summary>The kinds of key that a house has, by the position of its building.</summary>
    public KeyKinds KindsOf(int house) => _kindsOf[house];

    // Two writings with one hash make a home look less surely reached than it is, and that in one of a thousand million pairs.
    private static int Writing(Address a, bool withCode) => HashCode.Combine(
        StableHash(a.Area), StableHash(a.Farm), StableHash(a.Number), StableHash(a.Supplement), withCode ? StableHash(a.PostalCode) : 0);

    private static int StableHash(string? text)
    {
        uint hash = 2166136261;
        foreach (char c in text ?? "")
        {
            hash = (hash ^ char.ToUpperInvariant(c)) * 16777619;
        }

        return (int)hash;
    }
}

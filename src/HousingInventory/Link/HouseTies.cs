using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// The houses of every address: what <see cref="AddressTies"/> found of buildings, with the parts of houses joined, and what it left open dealt out among the
/// houses nearby.
/// </summary>
internal sealed class HouseTies
{
    private readonly Registers _inputs;
    private readonly Grounds _grounds;
    private readonly HouseIndex[] _houseOf;

    public HouseTies(Registers inputs, Grounds grounds, Shapes outlines, AddressTies ties, HouseIndex[] houseOf)
    {
        _inputs = inputs;
        _grounds = grounds;
        _houseOf = houseOf;
        HousesOf = Array.ConvertAll(ties.BuildingsOf, Houses);
        TieOf = ties.TieOf;
        DwellingsOf = ties.DwellingsOf;
        BesideWorkplaces();
        LeftoverTies leftover = new(inputs, grounds, outlines, houseOf, this);
        leftover.OnlyHomes();
        leftover.Deal();
    }

    /// <summary>Houses of each address, ascending; none when its building is not known, several when it is shared.</summary>
    public HouseIndex[][] HousesOf { get; }

    /// <summary>How surely each address is tied.</summary>
    public AddressTie[] TieOf { get; }

    /// <summary>How many dwellings the dwelling register has at each address.</summary>
    public int[] DwellingsOf { get; }

    /// <summary>Which houses have an address in force so far.</summary>
    public bool[] Addressed()
    {
        bool[] addressed = new bool[_houseOf.Length];
        for (int a = 0; a < HousesOf.Length; a++)
        {
            foreach (HouseIndex house in HousesOf[a])
            {
                addressed[house.At] |= _inputs.Addresses[a].InForce;
            }
        }

        return addressed;
    }

    /// <summary>Ties an address to one house, or to the several that share it.</summary>
    public void Tie(int address, IEnumerable<HouseIndex> houses, AddressTie tie)
    {
        HousesOf[address] = [.. houses.Distinct().OrderBy(h => h.At)];
        TieOf[address] = HousesOf[address].Length > 1 ? AddressTie.Shared : tie;
    }

    // Nearly every address has one building.
    private HouseIndex[] Houses(BuildingIndex[] buildings) => buildings switch
    {
        [] => [],
        [BuildingIndex one] => [_houseOf[one.At]],
        _ => [.. buildings.Select(b => _houseOf[b.At]).Distinct().OrderBy(h => h.At)],
    };

    // Somebody whose address lies in the shop may live in the house beside it, if that has no address.
    private void BesideWorkplaces()
    {
        bool[] addressed = Addressed();
        List<(int Address, HouseIndex[] Houses)> shared = [];
        for (int a = 0; a < HousesOf.Length; a++)
        {
            if (TieOf[a] != AddressTie.InOutline || _inputs.Buildings[HousesOf[a][0].At].IsDwelling)
            {
                continue;
            }

            HouseIndex[] homes = [.. _grounds.PropertiesOf[HousesOf[a][0].At].SelectMany(p => _grounds.Dwellings[p]).Select(b => _houseOf[b]).Distinct()];
            if (homes.Length is > 0 and <= 3 && !Array.Exists(homes, h => addressed[h.At]))
            {
                shared.Add((a, [HousesOf[a][0], .. homes]));
            }
        }

        shared.ForEach(s => Tie(s.Address, s.Houses, AddressTie.Shared));
    }
}

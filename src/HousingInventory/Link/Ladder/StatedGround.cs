using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// The ground that a registration states by key or designation, with the homes and addresses there: it tells among addresses that fit, speaks against one that
/// lies elsewhere, and reads a text that no address of the register fits. Holds scratch memory: one per thread.
/// </summary>
internal sealed class StatedGround(LinkRegisters registers)
{
    /// <summary>A property with very many addresses is no evidence for one of them.</summary>
    private const int MostCompared = 60;

    /// <summary>The properties; several where a designation stands for several.</summary>
    public List<int> Properties { get; } = [];

    /// <summary>The homes on them.</summary>
    public List<HouseIndex> Homes { get; } = [];

    /// <summary>Takes the ground of the next registration.</summary>
    public void Read(in RegistrationView r)
    {
        Properties.Clear();
        Homes.Clear();
        registers.Properties.FindKey(r.Property, Properties);
        if (Properties.Count == 0)
        {
            // Some write the designation where the address belongs, and nothing in its own column.
            registers.Properties.FindDesignation(r.Designation.IsEmpty && r.AddressText.Contains(':') ? r.AddressText : r.Designation, r.Municipality, Properties);
        }

        foreach (int p in Properties)
        {
            Homes.AddNew(registers.HomesOnProperty[p]);
        }
    }

    /// <summary>Adds a property that other evidence names; -1 is none.</summary>
    public void Add(int property)
    {
        if (property >= 0 && !Properties.Contains(property))
        {
            Properties.Add(property);
            Homes.AddNew(registers.HomesOnProperty[property]);
        }
    }

    /// <summary>Whether an address lies there, or belongs to a home there.</summary>
    public bool Holds(int address) =>
        Properties.Contains(registers.PropertyOfAddress[address]) || Array.Exists(registers.HousesOfAddress[address], Homes.Contains);

    /// <summary>Adds the houses of those addresses there that one slip turns into one of these.</summary>
    public void AddSlips(List<int> addresses, List<HouseIndex> houses)
    {
        foreach (int p in Properties)
        {
            foreach (int a in AddressesOn(p))
            {
                if (addresses.Exists(found => AddressSlips.Between(registers.AddressList[found], registers.AddressList[a], 2) == 1))
                {
                    houses.AddNew(registers.HousesOfAddress[a]);
                }
            }
        }
    }

    /// <summary>
    /// The home whose address among the few of the stated property is clearly what a text means that was matched last: the only one with the number, or two
    /// slips nearer than any other; none when there is no such home.
    /// </summary>
    public HouseIndex NearestWriting(AddressMatcher matcher)
    {
        const int limit = 4;
        (int Slips, int Number, HouseIndex House) best = ((2 * limit) + 1, limit, HouseIndex.None);
        (int Slips, int Number) second = ((2 * limit) + 1, limit);
        foreach (int p in Properties)
        {
            foreach (int a in AddressesOn(p))
            {
                HouseIndex[] houses = registers.HousesOfAddress[a];
                if (houses.Length != 1 || !Homes.Contains(houses[0]))
                {
                    continue;
                }

                (int name, int number) = matcher.SlipsTo(registers.AddressList[a], limit);
                int slips = name + number;
                if (slips < best.Slips)
                {
                    second = best.House == houses[0] || best.House.IsNone ? second : (best.Slips, best.Number);
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
        bool near = best.Slips <= 3 || (best.Number == 0 && matcher.KnownName < 0);
        return near && clear ? best.House : HouseIndex.None;
    }

    private ReadOnlySpan<int> AddressesOn(int property) =>
        registers.AddressesOfProperty[property].AsSpan()[..Math.Min(MostCompared, registers.AddressesOfProperty[property].Length)];
}

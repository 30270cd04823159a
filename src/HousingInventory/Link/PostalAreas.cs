using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>Postal code areas as the address register tells them: of tracts, of streets, and of every house. 0 stands for an area that is not known.</summary>
internal sealed class PostalAreas
{
    /// <summary>A house without address and tract is taken to the area of an addressed house this near.</summary>
    private const double NeighbourM = 300;

    private readonly AddressBook _addresses;
    private readonly HashSet<int> _known = [];

    public PostalAreas(IReadOnlyList<Address> list, AddressBook addresses, int[] propertyOfAddress, PropertyBook properties)
    {
        _addresses = addresses;
        Dictionary<(int Tract, int Code), int> votes = [];
        for (int a = 0; a < list.Count; a++)
        {
            int code = addresses.PostalCodeOf(a);
            _known.Add(code);
            if (code != 0 && propertyOfAddress[a] >= 0 && properties.TractOf[propertyOfAddress[a]] is >= 0 and int tract)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(votes, (tract, code), out _)++;
            }
        }

        OfTract = new int[properties.TractCount];
        Dictionary<int, int> most = [];
        foreach (((int tract, int code), int count) in votes.OrderBy(v => v.Key.Code))
        {
            if (count > most.GetValueOrDefault(tract))
            {
                most[tract] = count;
                OfTract[tract] = code;
            }
        }
    }

    /// <summary>The area of most addresses of each tract.</summary>
    public int[] OfTract { get; }

    /// <summary>Whether an address has this postal code.</summary>
    public bool IsKnown(int code) => _known.Contains(code);

    /// <summary>The area of a street or village, 0 where it lies in several; addresses without a code say nothing.</summary>
    public int OfName(int name)
    {
        int code = 0;
        foreach (AddressBook.Entry entry in _addresses.EntriesOf(name))
        {
            int other = _addresses.PostalCodeOf(entry.Address);
            if (code != 0 && other != 0 && other != code)
            {
                return 0;
            }

            code = other == 0 ? code : other;
        }

        return code;
    }

    /// <summary>
    /// The area of a street or village that a row puts into a postal code where it has no address, and into a town where it has some: the town is right, and the code a slip. 0 where it
    /// is not so, or where several areas could be meant.
    /// </summary>
    public int OfNameIn(int name, int code, int town)
    {
        int area = 0;
        foreach (AddressBook.Entry entry in town == 0 ? [] : _addresses.EntriesOf(name))
        {
            int other = _addresses.PostalCodeOf(entry.Address);
            bool inTown = other != 0 && _addresses.Fit(entry.Address, 0, town) == AddressBook.PlaceFit.SameTown;
            if (other == code || (inTown && area != 0 && area != other))
            {
                return 0;
            }

            area = inTown ? other : area;
        }

        return area;
    }

    /// <summary>The area of each house: of its addresses, else of its tract, else of a house nearby.</summary>
    public int[] OfHouses(IReadOnlyList<Building> buildings, LinkRegisters registers, Shapes outlines)
    {
        int[] area = new int[registers.HouseOf.Length];
        for (int a = 0; a < registers.HousesOfAddress.Length; a++)
        {
            int code = _addresses.PostalCodeOf(a);
            foreach (HouseIndex house in code == 0 ? [] : registers.HousesOfAddress[a])
            {
                area[house.At] = area[house.At] == 0 ? code : Math.Min(area[house.At], code);
            }
        }

        int[] addressed = [.. area];
        List<(int Shape, double DistanceM)> near = [];
        List<int> scratch = [];
        for (int h = 0; h < area.Length; h++)
        {
            if (area[h] != 0 || registers.HouseOf[h].At != h || !buildings[h].IsDwelling)
            {
                continue;
            }

            int[] properties = registers.PropertiesOfHouse[h];
            int tract = properties.Length > 0 ? registers.Properties.TractOf[properties[0]] : -1;
            area[h] = tract >= 0 ? OfTract[tract] : 0;
            if (area[h] == 0)
            {
                near.Clear();
                outlines.Near(registers.Place[h].X, registers.Place[h].Y, NeighbourM, near, scratch);
                area[h] = near.Where(n => addressed[registers.HouseOf[n.Shape].At] != 0).OrderBy(n => n.DistanceM).ThenBy(n => n.Shape)
                    .Select(n => addressed[registers.HouseOf[n.Shape].At]).FirstOrDefault();
            }
        }

        return area;
    }
}

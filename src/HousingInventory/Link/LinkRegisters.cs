using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// All that the ladder asks of the registers, as arrays. Read-only, shared by all threads.
/// </summary>
internal sealed class LinkRegisters
{
    public required IReadOnlyList<Address> AddressList { get; init; }

    public required AddressBook Addresses { get; init; }

    public required PropertyBook Properties { get; init; }

    public required DwellingBook Dwellings { get; init; }

    /// <summary>Houses of each address: none when its building is not known, several when it is shared.</summary>
    public required HouseIndex[][] HousesOfAddress { get; init; }

    /// <summary>How surely each address is tied to its houses.</summary>
    public required AddressTie[] TieOfAddress { get; init; }

    /// <summary>Property of each address, -1 when unknown.</summary>
    public required int[] PropertyOfAddress { get; init; }

    /// <summary>Houses with homes on each property, ascending.</summary>
    public required HouseIndex[][] HomesOnProperty { get; init; }

    /// <summary>Houses on each property in which people may live though they are no dwellings.</summary>
    public required HouseIndex[][] OthersOnProperty { get; init; }

    /// <summary>Addresses on each property or of its houses.</summary>
    public required int[][] AddressesOfProperty { get; init; }

    /// <summary>Properties of each house.</summary>
    public required int[][] PropertiesOfHouse { get; init; }

    /// <summary>For each building the house it is a part of.</summary>
    public required HouseIndex[] HouseOf { get; init; }

    /// <summary>Whether an address in force is tied to the house, by house.</summary>
    public required bool[] HasAddress { get; init; }

    /// <summary>The homes without an address. Set once, when all else is.</summary>
    public BareHomes BareHomes { get; set; } = null!;

    /// <summary>Whether the extract writes no å, ä and ö at all: a name letter for letter is then one of those that it may be.</summary>
    public bool TextsLackLetters { get; set; }

    /// <summary>Postal code areas.</summary>
    public required PostalAreas Areas { get; init; }

    /// <summary>Tracts with at least five homes of which under one in ten has an address: the address register lacks the place.</summary>
    public required bool[] IsBareTract { get; init; }

    /// <summary>House points, by house.</summary>
    public required (double X, double Y)[] Place { get; init; }

    /// <summary>Area of the outline, square metres, by house.</summary>
    public required double[] FootprintM2 { get; init; }

    /// <summary>Metres between an address point and a house; infinite when either has no place.</summary>
    public double Distance(int address, HouseIndex house)
    {
        double dx = AddressList[address].X - Place[house.At].X;
        double dy = AddressList[address].Y - Place[house.At].Y;
        double distance = Math.Sqrt((dx * dx) + (dy * dy));
        return double.IsNaN(distance) ? double.PositiveInfinity : distance;
    }
}

using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>The registers of a place, tied to nothing yet. What later stages find out stands in arrays of their own, addressed by the index of a building.</summary>
public sealed class Registers
{
    /// <summary>Orders the buildings by id, and numbers buildings, addresses and properties.</summary>
    public Registers(IEnumerable<Building> buildings, IEnumerable<Address> addresses, IEnumerable<Property> properties, IEnumerable<Dwelling> dwellings)
    {
        Buildings = [.. buildings.OrderBy(b => b.Id, StringComparer.Ordinal).Select((b, i) => b.At(i))];
        Addresses = [.. addresses.Select((a, i) => a.At(i))];
        Properties = [.. properties.Select((p, i) => p.At(i))];
        Dwellings = [.. dwellings];
        Envelope extent = new();
        foreach (Building building in Buildings)
        {
            if (building.IsDwelling)
            {
                extent.ExpandToInclude(building.House);
            }
        }

        _extent = extent;
    }

    private readonly Envelope _extent;

    /// <summary>By <see cref="Building.Index"/>, which is the order of their ids.</summary>
    public IReadOnlyList<Building> Buildings { get; }

    /// <summary>By <see cref="Address.Index"/>.</summary>
    public IReadOnlyList<Address> Addresses { get; }

    /// <summary>By <see cref="Property.Index"/>.</summary>
    public IReadOnlyList<Property> Properties { get; }

    public IReadOnlyList<Dwelling> Dwellings { get; }

    /// <summary>The smallest box round every dwelling building's house point; null (in the sense of <see cref="Envelope.IsNull"/>) without any.</summary>
    public Envelope Extent => _extent.Copy();
}

using System.Globalization;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Names the place of a building: locality, else village, district or tract. Every dwelling building gets a name.</summary>
internal sealed class LocalityNames
{
    private const double VillageM = 1000;
    private const double AnyAddressM = 5000;

    private readonly IReadOnlyList<Locality> _named;
    private readonly int[] _order;
    private readonly Shapes _areas;
    private readonly List<Address> _addresses;
    private readonly PlaceGrid _near;
    private readonly List<int> _scratch = [];

    public LocalityNames(IReadOnlyList<Address> addresses, IReadOnlyList<Locality> named)
    {
        // In the order of name and place, so that of two localities over each other the choice does not depend on the file.
        _named = named;
        _order =
        [
            .. Enumerable.Range(0, named.Count).OrderBy(l => named[l].Name, StringComparer.Ordinal)
                .ThenBy(l => named[l].Area.EnvelopeInternal.MinX).ThenBy(l => named[l].Area.EnvelopeInternal.MinY),
        ];
        _areas = new Shapes([.. _order.Select(l => named[l].Area)]);
        _addresses = [.. addresses.Where(a => a.InForce).OrderBy(a => a.Text, StringComparer.Ordinal)];
        _near = new PlaceGrid([.. _addresses.Select(a => a.X)], [.. _addresses.Select(a => a.Y)], VillageM / 2);
    }

    /// <summary>
    /// The name of the place of each building, empty for buildings that are no dwellings; and the locality that it lies in, by its position in
    /// <paramref name="named"/>, -1 for none.
    /// </summary>
    public static (string[] Names, int[] Localities) Of(Registers registers, IReadOnlyList<Locality> named, Linkage linkage)
    {
        LocalityNames names = new(registers.Addresses, named);
        (string Name, int Locality)[] of =
        [
            .. registers.Buildings.Select((building, b) => !building.IsDwelling ? ("", -1) : names.At(
                building.House.X, building.House.Y, [.. linkage.AddressesOf[b].Select(a => registers.Addresses[a])],
                linkage.PropertyOf[b] is >= 0 and int p ? registers.Properties[p] : null)),
        ];
        return ([.. of.Select(static o => o.Name)], [.. of.Select(static o => o.Locality)]);
    }

    /// <summary>The name of a place, and the locality that it lies in, -1 for none.</summary>
    /// <param name="x">Easting in the working CRS.</param>
    /// <param name="y">Northing.</param>
    /// <param name="own">Addresses of what stands there.</param>
    /// <param name="property">The property it stands on, null when unknown.</param>
    public (string Name, int Locality) At(double x, double y, List<Address> own, Property? property)
    {
        int first = _areas.Containing(x, y, _scratch, static (one, other) => one.CompareTo(other));
        int locality = first < 0 ? -1 : _order[first];
        return (locality >= 0 && !string.IsNullOrWhiteSpace(_named[locality].Name) ? _named[locality].Name : Elsewhere(x, y, own, property), locality);
    }

    private string Elsewhere(double x, double y, List<Address> own, Property? property)
    {
        string? name = own.Find(a => a.IsVillage)?.Area
            ?? (own.Count == 0 ? Near(_near.Nearest(x, y, VillageM, i => _addresses[i].IsVillage))?.Area : null)
            ?? own.Find(a => !string.IsNullOrWhiteSpace(a.District))?.District
            ?? Tract(property);
        if (string.IsNullOrWhiteSpace(name))
        {
            Address? any = own.Count > 0 ? own[0] : Near(_near.Nearest(x, y, AnyAddressM, static _ => true));
            name = any is null ? null : !string.IsNullOrWhiteSpace(any.District) ? any.District : any.Area;
        }

        return string.IsNullOrWhiteSpace(name) ? property?.Designation ?? "–" : name;

        Address? Near(int index) => index < 0 ? null : _addresses[index];
    }

    // The property register writes in capitals.
    private static string? Tract(Property? property)
    {
        string? tract = string.IsNullOrWhiteSpace(property?.Tract) ? null : property.Tract.Trim();
        return tract is not null && tract.Equals(tract.ToUpperInvariant(), StringComparison.Ordinal)
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(tract.ToLowerInvariant())
            : tract;
    }
}

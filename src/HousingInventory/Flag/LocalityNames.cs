using System.Globalization;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Names the place of a building: locality, else village, district or tract. Every dwelling building gets a name.</summary>
internal static class LocalityNames
{
    private const double VillageM = 1000;
    private const double AnyAddressM = 5000;

    /// <summary>
    /// The name of the place of each building, empty for buildings that are no dwellings; and the locality that it lies in, by its position in
    /// <paramref name="named"/>, -1 for none.
    /// </summary>
    public static (string[] Names, int[] Localities) Of(Registers registers, IReadOnlyList<Locality> named, Linkage linkage)
    {
        // In the order of name and place, so that of two localities over each other the choice does not depend on the file.
        int[] order =
        [
            .. Enumerable.Range(0, named.Count).OrderBy(l => named[l].Name, StringComparer.Ordinal)
                .ThenBy(l => named[l].Area.EnvelopeInternal.MinX).ThenBy(l => named[l].Area.EnvelopeInternal.MinY),
        ];
        Shapes areas = new([.. order.Select(l => named[l].Area)]);
        List<Address> addresses = [.. registers.Addresses.Where(a => a.InForce).OrderBy(a => a.Text, StringComparer.Ordinal)];
        PlaceGrid near = new([.. addresses.Select(a => a.X)], [.. addresses.Select(a => a.Y)], VillageM / 2);
        List<int> scratch = [];
        string[] names = new string[registers.Buildings.Count];
        int[] localities = new int[names.Length];
        Array.Fill(localities, -1);
        for (int b = 0; b < names.Length; b++)
        {
            Building building = registers.Buildings[b];
            if (!building.IsDwelling)
            {
                names[b] = "";
                continue;
            }

            int first = areas.Containing(building.House.X, building.House.Y, scratch, static (x, y) => x.CompareTo(y));
            localities[b] = first < 0 ? -1 : order[first];
            names[b] = first >= 0 && !string.IsNullOrWhiteSpace(named[order[first]].Name) ? named[order[first]].Name : Elsewhere(registers, linkage, b, addresses, near);
        }

        return (names, localities);
    }

    private static string Elsewhere(Registers registers, Linkage linkage, int building, List<Address> addresses, PlaceGrid near)
    {
        List<Address> own = [.. linkage.AddressesOf[building].Select(a => registers.Addresses[a])];
        Property? property = linkage.PropertyOf[building] is >= 0 and int p ? registers.Properties[p] : null;
        (double x, double y) = (registers.Buildings[building].House.X, registers.Buildings[building].House.Y);
        string? name = own.Find(a => a.IsVillage)?.Area
            ?? (own.Count == 0 ? At(near.Nearest(x, y, VillageM, i => addresses[i].IsVillage))?.Area : null)
            ?? own.Find(a => !string.IsNullOrWhiteSpace(a.District))?.District
            ?? Tract(property);
        if (string.IsNullOrWhiteSpace(name))
        {
            Address? any = own.Count > 0 ? own[0] : At(near.Nearest(x, y, AnyAddressM, static _ => true));
            name = any is null ? null : !string.IsNullOrWhiteSpace(any.District) ? any.District : any.Area;
        }

        return string.IsNullOrWhiteSpace(name) ? property?.Designation ?? "–" : name;

        Address? At(int index) => index < 0 ? null : addresses[index];
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

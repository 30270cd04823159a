using System.Globalization;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Names the place of a building: locality, else village, district or tract. Every dwelling building gets a name.</summary>
internal static class LocalityNames
{
    private const double VillageM = 1000;
    private const double AnyAddressM = 5000;

    /// <summary>The name of the place of each building; empty for buildings that are no dwellings.</summary>
    public static string[] Of(Registers registers, IReadOnlyList<Locality> named, Linkage linkage)
    {
        // In name order, so that of two localities over each other the choice does not depend on the file.
        List<Locality> localities = [.. named.OrderBy(l => l.Name, StringComparer.Ordinal)];
        Shapes areas = new([.. localities.Select(l => l.Area)]);
        List<Address> addresses = [.. registers.Addresses.Where(a => a.InForce).OrderBy(a => a.Text, StringComparer.Ordinal)];
        PlaceGrid near = new([.. addresses.Select(a => a.X)], [.. addresses.Select(a => a.Y)], VillageM / 2);
        List<int> scratch = [];
        string[] names = new string[registers.Buildings.Count];
        for (int b = 0; b < names.Length; b++)
        {
            Building building = registers.Buildings[b];
            if (!building.IsDwelling)
            {
                names[b] = "";
                continue;
            }

            int locality = areas.Containing(building.House.X, building.House.Y, scratch, static (x, y) => x.CompareTo(y));
            names[b] = locality >= 0 && !string.IsNullOrWhiteSpace(localities[locality].Name) ? localities[locality].Name : Elsewhere(registers, linkage, b, addresses, near);
        }

        return names;
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

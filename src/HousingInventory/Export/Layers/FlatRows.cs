using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>
/// Multi-dwelling buildings with the interval of dwellings in which nobody is registered. Only buildings of at least five dwellings
/// are in it, so that no row points at a household; a withheld key counts as one registered dwelling.
/// </summary>
internal static class FlatRows
{
    public const string Name = "flats";

    /// <summary>None where nobody told of dwellings.</summary>
    public static IEnumerable<ResultLayer> Of(ResultTable table) => table.Results.Linkage.Flats.Count == 0 ? [] : [All(table)];

    /// <summary>The table, with no rows where nobody told of dwellings.</summary>
    public static ResultLayer All(ResultTable table) => new()
    {
        Title = new(Name, "Flerbostadshus", "Multi-dwelling buildings"),
        DescriptionSv = "Lägenheter utan folkbokförd som ett intervall, eftersom en del boende saknar lägenhetsnummer.",
        DescriptionEn = "Dwellings without registration as an interval, since some residents lack a dwelling number.",
        Key = ["building_id"],
        Columns =
        [
            LayerColumn.Of("building_id", ResultType.Text, "Byggnads-id", "Building id"),
            LayerColumn.Of("ref", ResultType.Text, "Referens", "Reference"),
            LayerColumn.Of("address", ResultType.Text, "Adress", "Address"),
            LayerColumn.Of("property", ResultType.Text, "Fastighetsbeteckning", "Property designation"),
            LayerColumn.Of("locality", ResultType.Text, "Ort eller by", "Locality or village"),
            LayerColumn.Of("dwellings", ResultType.Integer, "Antal lägenheter", "Dwellings"),
            LayerColumn.Of("dwellings_without_registration_min", ResultType.Integer, "Lägenheter utan folkbokförd, minst", "Dwellings without registration, at least"),
            LayerColumn.Of("dwellings_without_registration_max", ResultType.Integer, "Lägenheter utan folkbokförd, högst", "Dwellings without registration, at most"),
        ],
        Rows = Rows(table).Select(v => ((Geometry?)null, v)),
    };

    /// <summary>One row a building, by id.</summary>
    private static IEnumerable<object?[]> Rows(ResultTable table)
    {
        foreach (FlatCount flats in table.Results.Linkage.Flats.OrderBy(f => table.Results.Registers.Buildings[f.Building].Id, StringComparer.Ordinal))
        {
            Building building = table.Results.Registers.Buildings[flats.Building];
            yield return
            [
                building.Id, Ref.Of(building.Id), table.AddressOf(flats.Building).Address, table.PropertyText(flats.Building), Locality(table, flats.Building),
                (long)flats.Dwellings, (long)flats.WithoutRegistrationMin, (long)flats.WithoutRegistrationMax,
            ];
        }
    }

    /// <summary>The locality; where none was worked out, since somebody is registered there, the post town or the tract.</summary>
    private static string? Locality(ResultTable table, int building)
    {
        if (table.Results.Flags.Locality[building] is { Length: > 0 } locality)
        {
            return locality;
        }

        IReadOnlyList<int> addresses = table.Results.Linkage.AddressesOf[building];
        string? town = addresses.Count > 0 ? table.Results.Registers.Addresses[addresses[0]].PostTown : null;
        return town ?? (table.Results.Linkage.PropertyOf[building] is >= 0 and int property ? table.Results.Registers.Properties[property].Tract : null);
    }
}

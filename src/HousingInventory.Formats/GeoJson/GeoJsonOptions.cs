namespace HousingInventory.Formats;

/// <summary>How <see cref="GeoJsonWriter"/> writes.</summary>
public sealed record GeoJsonOptions
{
    /// <summary>
    /// The system that the geometries are in. WGS 84 gives RFC 7946 as it stands; any other gives the "crs" member of the older form, which QGIS and GDAL read.
    /// </summary>
    public Crs Crs { get; init; } = CrsTable.Wgs84;

    /// <summary>Decimals of a coordinate; null for 7 in degrees (about 1 cm) and 3 in metres.</summary>
    public int? Decimals { get; init; }

    /// <summary>The collection's "name" member, which GDAL shows as layer name; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Writes the "bbox" of the collection, after its features.</summary>
    public bool HasBounds { get; init; }
}

namespace HousingInventory.Formats;

/// <summary>What a file is, by its bytes.</summary>
public enum DataFormat
{
    /// <summary>None of the others.</summary>
    Other,

    GeoPackage,

    GeoJson,

    /// <summary>JSON that is no GeoJSON.</summary>
    Json,

    Shapefile,

    /// <summary>A dBASE table without shapes.</summary>
    Dbf,

    /// <summary>Delimited text, or any other text.</summary>
    Csv,

    /// <summary>An Excel workbook; also one that turns out to be locked or in the old form.</summary>
    Xlsx,

    OsmPbf,

    OsmXml,

    /// <summary>A population extract in a register's own layout: see <see cref="PopulationFile"/>.</summary>
    Population,

    /// <summary>Lantmäteriet's XML of buildings: see <see cref="BuildingXmlReader"/>.</summary>
    BuildingXml,

    /// <summary>XML of another kind.</summary>
    Xml,

    /// <summary>A timetable: a zip with stops.txt and stop_times.txt or one of its companions.</summary>
    Gtfs,

    /// <summary>Compressed with gzip, whatever is inside.</summary>
    Gzip,

    /// <summary>A zip that holds several recognised files, or none.</summary>
    Zip,
}

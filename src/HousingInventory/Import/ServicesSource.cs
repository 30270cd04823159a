using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>Service points with a category: GeoJSON, GeoPackage, a table with coordinates, or OpenStreetMap.</summary>
public sealed record ServicesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("openstreetmap-services", Carrier.OpenStreetMap),
            new("skolverket-skolenheter", Carrier.Table, "skolenhetskod"),
            new("region-utbudspunkter", Carrier.Table, "fghklass"),
            new("service-points", Carrier.Table),
        ],
        [
            new("id", "id", "uuid", "objektidentitet", "skolenhetskod", "osm_id"),
            new("category", "category", "kategori", "fghklass", "typ", "type", "service", "amenity"),
            new("name", "name", "namn", "skolenhetsnamn", "benamning"),
            new("status", "status"),
            new("x", "e", "ost", "easting", "lon", "lng", "long", "longitude", "sweref99y", "koordinat_sweref_e", "koordinat_wgs84_lng", "x_koord", "x"),
            new("y", "n", "nord", "northing", "lat", "latitude", "sweref99x", "koordinat_sweref_n", "koordinat_wgs84_lat", "y_koord", "y"),
        ])
    {
        Tags = OsmServices.CategoryNames,
    };

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Inputs into)
    {
        if (file.Carrier == Carrier.OpenStreetMap)
        {
            OsmServices.Read(file, into);
            return;
        }

        using IFeatureCursor cursor = file.Open(static l => l.GeometryColumn is not null || l.Name.Contains("service", StringComparison.OrdinalIgnoreCase));
        ColumnMap columns = file.Columns(cursor.Layer);
        int id = columns.Find("id");
        int category = columns.Find("category");
        int name = columns.Find("name");
        int x = columns.Find("x");
        int y = columns.Find("y");
        file.Info.Layout = columns.Layout;
        PlaceReader places = file.Places(cursor);
        TableScan.Rows(file, cursor, () =>
        {
            (double X, double Y)? place = cursor.Layer.GeometryColumn is not null
                ? places.Read() is { } geometry ? Centre(geometry) : null
                : cursor.NumberAt(x) is { } east && cursor.NumberAt(y) is { } north ? places.Read(east, north) : null;
            if (place is not { } found)
            {
                return ("no-place", new NoPlace());
            }

            if (cursor.TextAt(category) is not { } word)
            {
                return ("no-category", new ServiceWithoutCategory());
            }

            string? label = cursor.TextAt(name);
            into.Services.Add(new ServicePlace(
                cursor.TextAt(id) ?? FormattableString.Invariant($"{word}:{label}:{found.X:F1}:{found.Y:F1}"), word.ToLowerInvariant(), label, found.X, found.Y));
            return null;
        });
        places.Finish();
    }

    private static (double X, double Y) Centre(Geometry geometry)
    {
        Coordinate centre = geometry is Point point ? point.Coordinate : geometry.Centroid.Coordinate;
        return (centre.X, centre.Y);
    }
}

using System.ComponentModel;
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
            new("crs", "crs", "epsg", "srid", "koordinatsystem"),
            new("x", [.. ColumnMap.EastNames, "sweref99y", "koordinat_sweref_e", "koordinat_wgs84_lng"]),
            new("y", [.. ColumnMap.NorthNames, "sweref99x", "koordinat_sweref_n", "koordinat_wgs84_lat"]),
        ])
    {
        Tags = OsmServices.CategoryNames,
    };

    internal override SourceVocabulary Vocabulary => Known;

    [Description("The category of every place in the source, where its rows do not say: grocery, pharmacy ...")]
    public string? Category { get; init; }

    internal override void Read(SourceFile file, Batch into)
    {
        if (file.Carrier == Carrier.OpenStreetMap)
        {
            if (Category is not null)
            {
                throw file.Refuse("is OpenStreetMap, whose tags tell the categories; leave \"category\" out.");
            }

            OsmServices.Read(file, into);
            return;
        }

        using SaidCursor cursor = file.Open(static l => l.GeometryColumn is not null || l.Name.Contains("service", StringComparison.OrdinalIgnoreCase));
        ColumnMap columns = file.Columns(cursor.Layer);
        file.Info.Layout = columns.Layout;
        int id = columns.Find("id");
        int name = columns.Find("name");
        int status = columns.Layout == "skolverket-skolenheter" ? columns.Find("status") : -1;
        int x = columns.Find("x");
        int y = columns.Find("y");
        int crs = cursor.Layer.GeometryColumn is null && Crs is null ? columns.Find("crs") : -1;
        if (cursor.Layer.GeometryColumn is null && (x < 0 || y < 0))
        {
            throw file.Refuse($"has no columns with coordinates; name them with \"columns\": {{ \"x\": \"...\", \"y\": \"...\" }}; it has {ColumnMap.Headings(cursor.Layer, static c => c.Name)}.");
        }

        Func<string?> category = CategoryOf(file, cursor, columns);
        PlaceReader places = file.Places(cursor);
        TableScan.Rows(file, cursor, () =>
        {
            if (cursor.TextAt(crs) is { } written)
            {
                places.State(written);
            }

            // Skolverket lists units that rest, are planned or have ended beside those that are open.
            if (cursor.TextAt(status) is { } said && !said.StartsWith("aktiv", StringComparison.OrdinalIgnoreCase))
            {
                return ("not-active", new ServiceNotActive(said));
            }

            (double X, double Y)? place = cursor.Layer.GeometryColumn is not null
                ? places.Read() is { } geometry ? Centre(geometry) : null
                : places.Read(cursor.NumberAt(x), cursor.NumberAt(y));
            if (place is not { } found)
            {
                return places.Left;
            }

            if (category() is not { } word)
            {
                return ("no-category", new ServiceWithoutCategory());
            }

            string? label = cursor.TextAt(name);
            into.Services.Add(new ServicePlace(
                cursor.TextAt(id) ?? FormattableString.Invariant($"{word}:{label}:{found.X:F1}:{found.Y:F1}"), word, label, found.X, found.Y));
            return null;
        });
        places.Finish();
    }

    /// <summary>How a row's category is told: the source's own, else its column, else the name of the layer, as Pipos names a file by its service.</summary>
    private Func<string?> CategoryOf(SourceFile file, SaidCursor cursor, ColumnMap columns)
    {
        if (Category is { } constant)
        {
            string all = constant.Trim().ToLowerInvariant();
            return () => all;
        }

        int column = columns.Find("category");
        if (column >= 0)
        {
            bool isRegion = columns.Layout == "region-utbudspunkter";
            return () => cursor.TextAt(column)?.ToLowerInvariant() is not { } word ? null : isRegion ? ServiceCategory.OfText(word) ?? word : word;
        }

        if ((columns.Layout == "skolverket-skolenheter" ? "school" : ServiceCategory.OfText(cursor.Layer.Name)) is not { } named)
        {
            throw file.Refuse(
                $"has no column with a category; state that of all its places with \"category\": \"grocery\", or name the column with \"columns\": {{ \"category\": \"...\" }}; it has {ColumnMap.Headings(cursor.Layer, static c => c.Name)}.");
        }

        file.Notice(new CategoryFromName(named));
        return () => named;
    }

    private static (double X, double Y) Centre(Geometry geometry)
    {
        Coordinate centre = geometry is Point point ? point.Coordinate : geometry.Centroid.Coordinate;
        return (centre.X, centre.Y);
    }
}

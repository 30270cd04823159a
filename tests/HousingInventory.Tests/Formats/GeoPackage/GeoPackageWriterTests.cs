using HousingInventory.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace HousingInventory.Tests.Formats;

public sealed class GeoPackageWriterTests : IDisposable
{
    private static readonly DateTime Day = new(2026, 11, 10, 0, 0, 0, DateTimeKind.Utc);
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void What_is_written_is_read_again()
    {
        string path = folder.File("town.gpkg");
        WriteTown(path, Day);

        IReadOnlyList<LayerInfo> layers = GeoPackageReader.Layers(path);
        ReadTable homes = GeoPackageReader.Open(path, new ReadOptions("HOMES")).ReadAll();
        ReadTable values = GeoPackageReader.Open(path, new ReadOptions("criterion_values")).ReadAll();

        Assert.Equal(["homes", "criterion_values"], layers.Select(l => l.Name));
        Assert.Equal((3006, "MULTIPOLYGON", "geom"), (layers[0].Crs?.Epsg, layers[0].GeometryType, layers[0].GeometryColumn));
        Assert.Equal(new DateOnly(2026, 11, 10), layers[0].LastChange);
        Assert.Null(layers[1].GeometryColumn);
        Assert.Equal(["fid", "ref", "rank", "score", "listed", "built", "checked_on"], homes.Layer.Columns.Select(c => c.Name));
        Assert.Equal([ColumnKind.Integer, ColumnKind.Text, ColumnKind.Integer, ColumnKind.Real, ColumnKind.Boolean, ColumnKind.Date, ColumnKind.DateTime], homes.Layer.Columns.Select(c => c.Kind));
        Assert.Equal(["1", "Åsele ”7”", "12", "66.6", "true", "2026-11-02", "2026-11-02T13:45:00.500Z"], homes.Rows[0].Texts);
        Assert.Equal(["2", null, null, null, "false", null, null], homes.Rows[1].Texts);
        Assert.Equal(66.6, homes.Rows[0].Numbers[3]);
        Assert.Equal("MULTIPOLYGON (((700000 7100000, 700000 7100010, 700010 7100010, 700010 7100000, 700000 7100000)))", homes.Rows[0].Geometry!.ToText());
        Assert.Null(homes.Rows[1].Geometry);
        Assert.Null(homes.Rows[2].Geometry);
        Assert.Equal("MULTIPOLYGON (((1 1, 1 2, 2 2, 1 1)), ((5 5, 5 9, 9 9, 9 5, 5 5), (6 6, 7 6, 7 7, 6 6)))", homes.Rows[3].Geometry!.ToText());
        Assert.All(homes.Rows, r => Assert.Null(r.Fault));
        Assert.Equal(["1", "homes", "0.5"], values.Rows[0].Texts);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        string first = folder.File("a.gpkg"), second = folder.File("b.gpkg"), other = folder.File("c.gpkg");
        WriteTown(first, Day);
        WriteTown(second, Day);
        WriteTown(other, Day.AddDays(1));

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        Assert.NotEqual(File.ReadAllBytes(first), File.ReadAllBytes(other));
    }

    [Fact]
    public void A_file_that_exists_is_replaced()
    {
        string path = folder.File("old.gpkg");
        File.WriteAllText(path, "something else");
        WriteTown(path, Day);

        Assert.Equal(2, GeoPackageReader.Layers(path).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(51)]
    [InlineData(52)]
    [InlineData(3000)]
    public void The_spatial_index_finds_what_a_search_through_all_finds(int count)
    {
        string path = folder.File("index.gpkg");
        Random random = new(count);
        Envelope[] boxes = [.. Enumerable.Range(0, count).Select(_ => new Envelope(new Coordinate(random.Next(100_000), random.Next(100_000))))];
        foreach (Envelope box in boxes)
        {
            box.ExpandBy(random.Next(1, 500));
        }

        using (GeoPackageWriter writer = GeoPackageWriter.Create(path, Day))
        {
            writer.AddLayer(
                new GpkgLayerDefinition { Name = "boxes", Identifier = "boxes", Columns = [], Crs = CrsTable.Sweref99Tm, GeometryType = "POLYGON" },
                boxes.Select(b => ((Geometry?)FeatureGeometry.Factory.ToGeometry(b), Array.Empty<object?>())));
            writer.Complete();
        }

        using SqliteDatabase database = SqliteDatabase.OpenForReading(path);
        Assert.Equal(["ok"], Texts(database, "SELECT rtreecheck('rtree_boxes_geom')"));
        Assert.Equal(["ok"], Texts(database, "PRAGMA integrity_check"));
        for (int i = 0; i < 20; i++)
        {
            Envelope window = new(random.Next(100_000), random.Next(100_000), random.Next(100_000), random.Next(100_000));
            string[] found = Texts(database, FormattableString.Invariant(
                $"SELECT id FROM rtree_boxes_geom WHERE minx <= {window.MaxX} AND maxx >= {window.MinX} AND miny <= {window.MaxY} AND maxy >= {window.MinY} ORDER BY id"));

            // The index keeps single precision, rounded outwards: integers below 2^24 are exact in it.
            string[] expected = [.. Enumerable.Range(0, count).Where(k => boxes[k].Intersects(window)).Select(k => (k + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))];
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Descriptions_value_lists_styles_metadata_and_projects_stand_in_their_tables()
    {
        string path = folder.File("town.gpkg");
        WriteTown(path, Day);
        using SqliteDatabase database = SqliteDatabase.OpenForReading(path);

        Assert.Equal(["homes|rank|Rang|Plats i listan|", "homes|listed|||homes_listed"],
            Texts(database, "SELECT concat_ws('|', table_name, column_name, ifnull(title, ''), ifnull(description, ''), ifnull(constraint_name, '')) FROM gpkg_data_columns"));
        Assert.Equal(["homes_listed|enum|0|nej", "homes_listed|enum|1|ja"],
            Texts(database, "SELECT concat_ws('|', constraint_name, constraint_type, value, description) FROM gpkg_data_column_constraints"));
        Assert.Equal(["homes|geom|Lediga|<qgis/>|1"],
            Texts(database, "SELECT concat_ws('|', f_table_name, f_geometry_column, styleName, styleQML, useAsDefault) FROM layer_styles"));
        Assert.Equal(["<md/>"], Texts(database, "SELECT metadata FROM gpkg_metadata"));
        Assert.Equal(["karta|504b0304"], Texts(database, "SELECT concat_ws('|', name, content) FROM qgis_projects"));
        Assert.Equal(["1.0|1.0|700010.0|7100010.0"], Texts(database, "SELECT concat_ws('|', min_x, min_y, max_x, max_y) FROM gpkg_contents WHERE table_name = 'homes'"));
        Assert.Equal(["1196444487"], Texts(database, "PRAGMA application_id"));
    }

    [Fact]
    public void A_row_of_the_wrong_width_is_a_defect_of_the_caller()
    {
        using GeoPackageWriter writer = GeoPackageWriter.Create(folder.File("x.gpkg"), Day);
        GpkgTableDefinition table = new() { Name = "t", Identifier = "t", Columns = [new GpkgColumn("a", "TEXT")] };

        Assert.Throws<ArgumentException>(() => writer.AddTable(table, [["1", "2"]]));
    }

    public void Dispose()
    {
        folder.Dispose();
    }

    internal static void WriteTown(string path, DateTime day)
    {
        WKTReader wkt = new();
        using GeoPackageWriter writer = GeoPackageWriter.Create(path, day);
        GpkgLayerDefinition homes = new()
        {
            Name = "homes",
            Identifier = "Hus",
            Description = "Syntetiska hus",
            Crs = CrsTable.Sweref99Tm,
            GeometryType = "MULTIPOLYGON",
            Columns =
            [
                new GpkgColumn("ref", "TEXT"), new GpkgColumn("rank", "INTEGER", "Rang", "Plats i listan"), new GpkgColumn("score", "DOUBLE"),
                new GpkgColumn("listed", "BOOLEAN", Values: [new GpkgValue("0", "nej"), new GpkgValue("1", "ja")]),
                new GpkgColumn("built", "DATE"), new GpkgColumn("checked_on", "DATETIME"),
            ],
        };
        long count = writer.AddLayer(homes,
        [
            (wkt.Read("POLYGON ((700000 7100000, 700000 7100010, 700010 7100010, 700010 7100000, 700000 7100000))"),
                [" Åsele ”7” ", 12, 66.6, true, new DateOnly(2026, 11, 2), new DateTime(2026, 11, 2, 13, 45, 0, 500, DateTimeKind.Utc)]),
            (null, ["  ", null, null, false, null, null]),
            (wkt.Read("POLYGON EMPTY"), ["empty", 13L, double.NaN, null, null, null]),
            (wkt.Read("MULTIPOLYGON (((1 1, 1 2, 2 2, 1 1)), ((5 5, 5 9, 9 9, 9 5, 5 5), (6 6, 7 6, 7 7, 6 6)))"), ["two", 14, 1m, null, null, null]),
        ]);
        Assert.Equal(4, count);
        GpkgTableDefinition values = new() { Name = "criterion_values", Identifier = "values", Columns = [new GpkgColumn("home", "TEXT"), new GpkgColumn("value", "DOUBLE")] };
        Assert.Equal(1, writer.AddTable(values, [["homes", 0.5]]));
        writer.AddStyle("homes", "Lediga", "<qgis/>");
        writer.AddMetadata("http://www.isotc211.org/2005/gmd", "text/xml", "<md/>");
        writer.AddQgisProject("karta", "PK\u0003\u0004"u8);
        writer.Complete();
    }

    private static string[] Texts(SqliteDatabase database, string sql)
    {
        using SqliteStatement rows = database.Prepare(sql);
        List<string> texts = [];
        while (rows.Step())
        {
            texts.Add(rows.Text(0)!);
        }

        return [.. texts];
    }
}

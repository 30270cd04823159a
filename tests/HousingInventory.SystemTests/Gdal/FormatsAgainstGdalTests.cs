using System.Globalization;
using System.Text;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.SystemTests.Gdal;

/// <summary>What is written here is read by GDAL, and the other way round; coordinates agree with PROJ.</summary>
[Trait("Needs", "Gdal")]
public sealed class FormatsAgainstGdalTests : IDisposable
{
    private const int Count = 500;

    private readonly string folder = Directory.CreateTempSubdirectory("housing-inventory-gdal-").FullName;

    [Fact]
    public void A_GeoPackage_passes_the_validator_and_is_read_whole()
    {
        string path = WriteGeoPackage();

        // Silent when everything is right.
        Assert.Equal("", GdalTool.Run("/usr/bin/python3", "", "-m", "osgeo_utils.samples.validate_gpkg", path));
        string info = GdalTool.Run("ogrinfo", "", "-so", path, "homes");
        Assert.Contains($"Feature Count: {Count}", info, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",3006]", info, StringComparison.Ordinal);
        Assert.Contains("Geometry: Multi Polygon", info, StringComparison.Ordinal);
        Assert.Contains("domain name=homes_status", info, StringComparison.Ordinal);
        Assert.Contains("yes", GdalTool.Run("ogrinfo", "", "-q", "-sql", "SELECT CASE WHEN HasSpatialIndex('homes', 'geom') THEN 'yes' END AS indexed", path), StringComparison.Ordinal);

        // The triggers work with GDAL's functions: a moved house is found in its new place.
        GdalTool.Run("ogrinfo", "", "-q", "-sql", "UPDATE homes SET geom = (SELECT geom FROM homes WHERE fid = 2) WHERE fid = 1", path);
        Assert.Equal("", GdalTool.Run("/usr/bin/python3", "", "-m", "osgeo_utils.samples.validate_gpkg", path));
    }

    [Theory]
    [InlineData("GPKG", "gpkg", "-lco", "GEOMETRY_NAME=geometri", "-lco", "FID=objekt", "-lco", "SPATIAL_INDEX=NO")]
    [InlineData("GPKG", "gpkg", "-dsco", "VERSION=1.2", "-nlt", "GEOMETRY", "-dim", "XYZ")]
    [InlineData("GeoJSON", "geojson", "-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=3")]
    [InlineData("GeoJSONSeq", "geojsonl")]
    [InlineData("GeoJSONSeq", "geojsonl", "-lco", "RS=YES")]
    public void What_GDAL_makes_of_it_is_read_again(string driver, string ending, params string[] options)
    {
        string source = WriteGeoPackage(), path = Path.Combine(folder, "copy." + ending);
        string[] target = driver == "GeoJSONSeq" ? ["-t_srs", "EPSG:4326"] : [];
        GdalTool.Run("ogr2ogr", "", [.. target, "-f", driver, .. options, path, source, "homes"]);
        using IFeatureCursor original = DataFile.Open(source, new ReadOptions("homes"));
        using IFeatureCursor copy = DataFile.Open(path, ReadOptions.Recognise);
        CrsTransform back = CrsTransform.Between(copy.Layer.Crs!, original.Layer.Crs!);
        int name = copy.Layer.FindColumn("name"), score = copy.Layer.FindColumn("score"), originalName = original.Layer.FindColumn("name");
        while (original.Read())
        {
            Assert.True(copy.Read());
            Assert.Null(copy.Fault);
            Assert.Equal(original.Text(originalName), copy.Text(name));
            Assert.Equal(original.Number(original.Layer.FindColumn("score")), copy.Number(score));
            Assert.Equal(original.Geometry is null, copy.Geometry is null);
            Assert.True(original.Geometry is null || back.Apply(copy.Geometry!).Centroid.Distance(original.Geometry.Centroid) < 0.05);
        }

        Assert.False(copy.Read());
    }

    [Fact]
    public void A_GeoJSON_is_read_by_GDAL_to_the_last_feature()
    {
        foreach (Crs crs in new[] { CrsTable.Wgs84, CrsTable.Sweref99Tm })
        {
            string path = Path.Combine(folder, "homes.geojson");
            CrsTransform transform = CrsTransform.Between(CrsTable.Sweref99Tm, crs);
            using (FileStream stream = File.Create(path))
            {
                using GeoJsonWriter writer = new(stream, ["name", "score"], new GeoJsonOptions { Crs = crs, Name = "hus", HasBounds = true });
                foreach ((Geometry? home, object?[] values) in Homes())
                {
                    writer.Write(values[0] as string, home is null ? null : transform.Apply(home), [values[0], values[1]]);
                }

                writer.Complete();
            }

            string info = GdalTool.Run("ogrinfo", "", "-so", path, "hus");
            Assert.Contains($"Feature Count: {Count}", info, StringComparison.Ordinal);
            Assert.Contains($"ID[\"EPSG\",{crs.Epsg}]", info, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Coordinates_agree_with_PROJ()
    {
        Random random = new(20261122);
        foreach (Crs crs in CrsTable.All.Where(static c => !c.IsGeographic))
        {
            // Within four degrees of the system's own meridian: what it is used for.
            CrsTransform there = CrsTransform.Between(CrsTable.Find(4619)!, crs), back = CrsTransform.Between(crs, CrsTable.Find(4619)!);
            double meridian = crs.Epsg == 3857 ? 16 : back.Apply(crs.Epsg is (>= 3019 and <= 3024) or 3847 ? 1_500_000 : crs.Epsg is >= 3007 and <= 3018 ? 150_000 : 500_000, 6_600_000).X;
            (double X, double Y)[] places = [.. Enumerable.Range(0, 200).Select(_ => (meridian - 4 + (8 * random.NextDouble()), 55 + (14 * random.NextDouble())))];
            string input = string.Concat(places.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:R} {p.Y:R}\n")));
            string[] lines = GdalTool.Run("gdaltransform", input, "-s_srs", "EPSG:4619", "-t_srs", crs.ToString(), "-output_xy").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(places.Length, lines.Length);
            for (int i = 0; i < places.Length; i++)
            {
                double[] expected = [.. lines[i].Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
                (double x, double y) = there.Apply(places[i].X, places[i].Y);
                Assert.True(Math.Abs(x - expected[0]) < 0.02 && Math.Abs(y - expected[1]) < 0.02,
                    string.Create(CultureInfo.InvariantCulture, $"{crs}: ({x}, {y}), PROJ says ({expected[0]}, {expected[1]})"));
            }
        }
    }

    [Fact]
    public void Our_descriptions_of_systems_are_GDALs()
    {
        foreach (Crs crs in CrsTable.All)
        {
            string path = Path.Combine(folder, "crs.prj");
            File.WriteAllText(path, CrsTable.Wkt(crs), Encoding.ASCII);
            string esri = GdalTool.Run("gdalsrsinfo", "", "-o", "wkt_esri", crs.ToString());
            string wkt2 = GdalTool.Run("gdalsrsinfo", "", "-o", "wkt2_2019", crs.ToString());

            Assert.Equal(crs, CrsTable.FindByText(esri));
            Assert.Equal(crs, CrsTable.FindByText(wkt2));
            Assert.Contains($"\nEPSG:{crs.Epsg}", "\n" + GdalTool.Run("gdalsrsinfo", "", "-e", "-o", "epsg", path), StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> Homes()
    {
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            double x = 750_000 + (50_000 * random.NextDouble()), y = 7_170_000 + (50_000 * random.NextDouble());
            Polygon house = FeatureGeometry.Factory.CreatePolygon([new(x, y), new(x, y + 8), new(x + 12, y + 8), new(x + 12, y), new(x, y)]);
            yield return (i % 50 == 49 ? null : house,
                [i % 10 == 0 ? null : $"Åsele \"{i}\"", Math.Round(100 * random.NextDouble(), 1), i % 3 == 0 ? "registered" : "nobody", new DateOnly(2026, 11, 2), i % 2 == 0]);
        }
    }

    private string WriteGeoPackage()
    {
        string path = Path.Combine(folder, "town.gpkg");
        using GeoPackageWriter writer = GeoPackageWriter.Create(path, new DateTime(2026, 11, 10, 0, 0, 0, DateTimeKind.Utc));
        GpkgLayerDefinition homes = new()
        {
            Name = "homes",
            Identifier = "Hus",
            Crs = CrsTable.Sweref99Tm,
            GeometryType = "MULTIPOLYGON",
            Columns =
            [
                new GpkgColumn("name", "TEXT", "Namn"), new GpkgColumn("score", "DOUBLE", "Poäng", "0 till 100"),
                new GpkgColumn("status", "TEXT", Values: [new GpkgValue("registered", "någon"), new GpkgValue("nobody", "ingen")]),
                new GpkgColumn("seen", "DATE"), new GpkgColumn("listed", "BOOLEAN"),
            ],
        };
        writer.AddLayer(homes, Homes());
        writer.AddLayer(new GpkgLayerDefinition { Name = "empty", Identifier = "Tomt", Crs = CrsTable.Find(3016)!, GeometryType = "POINT", Columns = [] }, []);
        writer.AddTable(new GpkgTableDefinition { Name = "notes", Identifier = "Noter", Columns = [new GpkgColumn("note", "TEXT")] }, [["a"]]);
        writer.AddStyle("homes", "Hus", "<qgis/>");
        writer.AddMetadata("http://www.isotc211.org/2005/gmd", "text/xml", "<md/>", "homes");
        writer.AddQgisProject("karta", "PK\u0005\u0006"u8);
        writer.Complete();
        return path;
    }
}

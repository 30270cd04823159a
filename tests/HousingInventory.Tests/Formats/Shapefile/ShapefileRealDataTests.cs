using System.IO.Compression;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Formats;

/// <summary>
/// Shapefiles that ArcGIS, GDAL, QGIS and national surveys wrote, and the odd ones of other readers' tests. Counts and areas were compared with GDAL 3.6.2 value
/// by value; where a row differs from what GDAL gives, its comment says why.
/// </summary>
[Trait("Needs", "RealData")]
public sealed class ShapefileRealDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Zip, file, records, with geometry, faults, polygons, holes, area in the units of the CRS (rounded to 5 digits), EPSG code or 0.
    [Theory]
    [InlineData("finland-lakes", "lakes", 56, 56, 0, 56, 5, "9.987E+06", 3067)]
    [InlineData("finland-m_L4132R_p", "m_L4132R_p", 4304, 4304, 0, 4304, 189, "4.9556E+07", 3067)]
    [InlineData("finland-r_L4132R_t", "r_L4132R_t", 428, 428, 0, 0, 0, "0", 3067)]
    [InlineData("sweden-ak_riks-sweref99tm", "ak_riks", 295, 295, 0, 295, 2, "5.3188E+11", 3006)]
    public void Files_of_national_surveys(string zip, string file, int records, int geometries, int faults, int polygons, int holes, string area, int epsg) =>
        Check(zip, file, records, geometries, faults, polygons, holes, area, epsg);

    [Theory]
    [InlineData("gdal-autotest-shp", "CoHI_GCS12", 4, 4, 0, 9, 0, "1.442", 0)]
    [InlineData("gdal-autotest-shp", "arcm_with_m", 2, 2, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "asm", 1, 1, 0, 5, 0, "2.2984E+08", 0)]
    [InlineData("gdal-autotest-shp", "buggymultiline", 1, 0, 1, 0, 0, "0", 0)] // Part starts beyond the points: a fault here, in GDAL no geometry.
    [InlineData("gdal-autotest-shp", "buggymultipoly", 1, 0, 1, 0, 0, "0", 0)] // Part starts beyond the points: a fault here, in GDAL no geometry.
    [InlineData("gdal-autotest-shp", "buggypoint", 1, 1, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "cb_2022_us_county_20m_extract", 1, 1, 0, 1, 1, "0.008227", 0)]
    [InlineData("gdal-autotest-shp", "empty", 0, 0, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "emptymultipoint", 1, 0, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "emptyshapefilewithsbn", 0, 0, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "gjmultiline", 1, 1, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "gjmultipoly", 1, 1, 0, 2, 1, "1.64", 0)] // GDAL gives three polygons, the inner one lying on the outer; the GeoJSON that it was made of has two and a hole.
    [InlineData("gdal-autotest-shp", "gjpoly", 1, 1, 0, 1, 0, "1", 0)]
    [InlineData("gdal-autotest-shp", "mixed_shape_type_non_conformant", 6, 6, 0, 3, 0, "1.5", 0)]
    [InlineData("gdal-autotest-shp", "multipointz_non_constant_z", 1, 1, 0, 4, 3, "1617.9", 0)] // GDAL takes three rings within others, which turn as shells do, for polygons on top of polygons.
    [InlineData("gdal-autotest-shp", "multipolygon_as_invalid_polygon", 2, 2, 0, 4, 0, "2", 0)] // GDAL gives a hole outside its shell.
    [InlineData("gdal-autotest-shp", "nonconformant_shx_ticket5608", 1, 1, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "pointnan", 2, 1, 0, 0, 0, "0", 0)] // The second point is not a number twice.
    [InlineData("gdal-autotest-shp", "pointzm_with_all_nodata_m", 2, 2, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "polygonm_with_m", 2, 2, 0, 2, 1, "0.875", 0)]
    [InlineData("gdal-autotest-shp", "prjwithutf8bom", 1, 1, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "testpointm", 1, 1, 0, 0, 0, "0", 0)]
    [InlineData("gdal-autotest-shp", "testpoly", 14, 14, 0, 14, 1, "45534", 0)]
    [InlineData("nts-arcmap-shp", "fields_utf8", 4, 3, 0, 0, 0, "0", 0)] // One point of -1.8E+308, the "no data" of ArcGIS.
    [InlineData("nts-arcmap-shp", "multipoint_m", 2, 2, 0, 0, 0, "0", 0)]
    [InlineData("nts-arcmap-shp", "point", 16, 16, 0, 0, 0, "0", 0)]
    [InlineData("nts-arcmap-shp", "point_zm", 16, 16, 0, 0, 0, "0", 0)]
    [InlineData("nts-arcmap-shp", "polygon_m", 2, 2, 0, 3, 2, "4E+06", 3857)]
    [InlineData("nts-arcmap-shp", "polyline", 2, 2, 0, 0, 0, "0", 3857)]
    [InlineData("nts-arcmap-shp", "polyline_zm", 2, 2, 0, 0, 0, "0", 3857)]
    [InlineData("nts-arcmap-shp", "pt_utf8", 4, 4, 0, 0, 0, "0", 3857)]
    [InlineData("nts-testshapefiles", "Example_70", 522, 522, 0, 522, 1, "1.7221E+07", 0)]
    [InlineData("nts-testshapefiles", "Bonifiche Ferraresi-Jolanda_1-203-super urea", 1204, 1204, 0, 1204, 0, "7.4327E-06", 4326)]
    [InlineData("nts-testshapefiles", "WallaceMonument", 1, 1, 0, 1, 0, "9.0028E-05", 4326)]
    [InlineData("nts-testshapefiles", "deter-nf-deter-public", 802, 802, 0, 802, 10, "0.0076936", 0)]
    [InlineData("nts-testshapefiles", "Sept_polygones", 12, 12, 0, 18, 5, "6.8194E-05", 0)]
    [InlineData("nts-testshapefiles", "UnifiedChecksMaterial", 2, 2, 0, 2, 0, "0.43048", 0)]
    [InlineData("nts-testshapefiles", "UnifiedChecksMaterialNullAtStart", 3, 2, 0, 2, 0, "0.43048", 0)]
    [InlineData("nts-testshapefiles", "Victoria North", 2, 1, 1, 1, 0, "8.1629E-06", 0)] // A polygon of two corners is a fault here.
    [InlineData("nts-testshapefiles", "__emptyShapefile", 0, 0, 0, 0, 0, "0", 0)]
    [InlineData("nts-testshapefiles", "crustal_test", 19, 19, 0, 19, 0, "4.9374E+12", 0)]
    [InlineData("nts-testshapefiles", "countries_pg", 257, 257, 0, 917, 6, "21479", 4326)]
    [InlineData("nts-testshapefiles", "fields_utf8", 4, 3, 0, 0, 0, "0", 0)] // One point of -1.8E+308, the "no data" of ArcGIS.
    [InlineData("nts-testshapefiles", "line_ed50_utm36", 2, 2, 0, 0, 0, "0", 0)]
    [InlineData("nts-testshapefiles", "nested_polygons", 1, 1, 0, 2, 2, "1.3155E-09", 0)]
    [InlineData("nts-testshapefiles", "polygon intersecting line", 2, 2, 0, 2, 0, "0.017143", 0)]
    [InlineData("nts-testshapefiles", "polygon_wgs84_geo", 2, 2, 0, 2, 0, "0.016135", 0)]
    [InlineData("nts-testshapefiles", "shape_pointM", 4, 4, 0, 0, 0, "0", 0)]
    [InlineData("nts-testshapefiles", "tnp_pol", 5, 5, 0, 5, 0, "4.3697E+07", 0)]
    [InlineData("pyshp-latin1-and-corrupt", "corrupt_too_long", 10, 10, 0, 0, 0, "0", 0)] // Records are longer than what they hold; GDAL refuses the file.
    [InlineData("pyshp-latin1-and-corrupt", "latin1", 1, 1, 0, 1, 0, "0.6751", 0)]
    public void Files_of_other_readers_tests(string zip, string file, int records, int geometries, int faults, int polygons, int holes, string area, int epsg) =>
        Check(zip, file, records, geometries, faults, polygons, holes, area, epsg);

    [Fact]
    public void A_delivery_is_read_without_unpacking_it()
    {
        using IFeatureCursor cursor = DataFile.Open(RepositoryRoot.RealData("gis-formats", "shp", "sweden-ak_riks-sweref99tm.zip"), ReadOptions.Recognise);
        Assert.Equal("ak_riks", cursor.Layer.Name);
        Assert.Equal(CrsTable.Sweref99Tm, cursor.Layer.Crs);
        Assert.True(cursor.Read());
        Assert.Equal("Östersund", cursor.Text(cursor.Layer.FindColumn("KOMMUNNAMN")));
        Assert.NotNull(cursor.Geometry);
    }

    [Fact]
    public void Tables_without_geometry_read_and_text_has_its_letters()
    {
        Extract("nts-testshapefiles");
        Extract("sweden-ak_riks-sweref99tm");
        Dictionary<string, int> expected = new()
        {
            ["#51-columnLengthMissmatch.dbf"] = 2,
            ["CA_Cable_region.dbf"] = 49,
            ["date.dbf"] = 1,
            ["Antragsschläge 2024_POLYGONE.dbf"] = 9,
            ["ak_riks.dbf"] = 295,
        };
        foreach ((string name, int count) in expected)
        {
            using IFeatureCursor cursor = ShapefileReader.Open(Directory.GetFiles(_folder.Path, name, SearchOption.AllDirectories).Single(), ReadOptions.Recognise);
            List<string> lines = Tables.Dump(cursor);
            Assert.Equal(count, lines.Count);
            Assert.DoesNotContain(lines, l => l.Contains('\uFFFD', StringComparison.Ordinal));
            if (name == "ak_riks.dbf")
            {
                // The first municipality of the file, as GDAL prints it.
                Assert.Equal("1: 414|Kommun|2380|Östersund|23|Jämtlands län|2380|23", lines[0]);
            }
        }
    }

    private static string Describe(string path)
    {
        using IFeatureCursor cursor = ShapefileReader.Open(path, ReadOptions.Recognise);
        int records = 0, geometries = 0, faults = 0, polygons = 0, holes = 0;
        double area = 0;
        while (cursor.Read())
        {
            records++;
            faults += cursor.Fault is null ? 0 : 1;
            geometries += cursor.Geometry is null ? 0 : 1;
            area += cursor.Geometry?.Area ?? 0;
            for (int i = 0; i < cursor.Geometry?.NumGeometries; i++)
            {
                if (cursor.Geometry.GetGeometryN(i) is Polygon polygon)
                {
                    polygons++;
                    holes += polygon.NumInteriorRings;
                }
            }
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{records}, {geometries}, {faults}, {polygons}, {holes}, \"{area:G5}\", {cursor.Layer.Crs?.Epsg ?? 0}");
    }

    private void Check(string zip, string file, int records, int geometries, int faults, int polygons, int holes, string area, int epsg)
    {
        Extract(zip);
        string path = Directory.GetFiles(_folder.Path, file + ".shp", SearchOption.AllDirectories).Single();
        Assert.Equal(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{records}, {geometries}, {faults}, {polygons}, {holes}, \"{area}\", {epsg}"), Describe(path));
    }

    private void Extract(string zip) => ZipFile.ExtractToDirectory(RepositoryRoot.RealData("gis-formats", "shp", zip + ".zip"), _folder.Path);
}

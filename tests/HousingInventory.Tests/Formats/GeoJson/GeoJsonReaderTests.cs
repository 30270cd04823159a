using System.Globalization;
using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed class GeoJsonReaderTests : IDisposable
{
    private const string Town = """
        {"type":"FeatureCollection","name":"town","bbox":[0,1,2,3],
        "features":[
        {"type":"Feature","id":"a1","properties":{"name":" Ås \"7\" \u00e5\ud83d\ude00 ","area":12.50,"n":3,"open":true,"tags":{"a":[1,2]},"none":null},
         "geometry":{"type":"Polygon","coordinates":[[[18.1,59.1],[18.2,59.1],[18.2,59.2],[18.1,59.1]],[[18.15,59.11],[18.16,59.12],[18.17,59.11],[18.15,59.11]]]}},
        {"geometry":{"coordinates":[[[[1,2,9],[3,4,9],[5,9,9],[1,2,9]]],[[[7,7],[8,8],[9,7],[7,7]]]],"type":"MultiPolygon"},"type":"Feature","properties":{"later":"1 234,5","n":4.5,"name":"  "}},
        {"type":"Feature","id":7,"properties":null,"geometry":null}
        ]}
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Features_are_read_with_every_property_that_any_of_them_has()
    {
        ReadTable town = Read(Town);

        Assert.Equal(["name", "area", "n", "open", "tags", "none", "later", "id"], town.Layer.Columns.Select(c => c.Name));
        Assert.Equal([ColumnKind.Text, ColumnKind.Real, ColumnKind.Real, ColumnKind.Boolean, ColumnKind.Other, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text], town.Layer.Columns.Select(c => c.Kind));
        Assert.Equal(("file", 3L, 4326, (string?)null), (town.Layer.Name, town.Layer.RowCount, town.Layer.Crs?.Epsg, town.Layer.CrsText));
        Assert.Equal(["Ås \"7\" å😀", "12.5", "3", "true", "{\"a\":[1,2]}", null, null, "a1"], town.Rows[0].Texts);
        Assert.Equal([null, null, "4.5", null, null, null, "1 234,5", null], town.Rows[1].Texts);
        Assert.Equal([null, null, null, null, null, null, null, "7"], town.Rows[2].Texts);
        Assert.Equal([null, 12.5, 3, 1, null, null, null, null], town.Rows[0].Numbers);
        Assert.Equal(1234.5, town.Rows[1].Numbers[6]);
        Assert.Equal("POLYGON ((18.1 59.1, 18.2 59.1, 18.2 59.2, 18.1 59.1), (18.15 59.11, 18.16 59.12, 18.17 59.11, 18.15 59.11))", town.Rows[0].Geometry!.ToText());
        Assert.Equal("MULTIPOLYGON (((1 2, 3 4, 5 9, 1 2)), ((7 7, 8 8, 9 7, 7 7)))", town.Rows[1].Geometry!.ToText());
        Assert.Null(town.Rows[2].Geometry);
        Assert.All(town.Rows, r => Assert.Null(r.Fault));
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "POINT (1 2)")]
    [InlineData("""{"coordinates":[[1,2],[3,4]],"type":"LineString"}""", "LINESTRING (1 2, 3 4)")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""", "MULTIPOINT ((1 2), (3 4))")]
    [InlineData("""{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[],[[5,6],[7,8],[9,9]]]}""", "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 9))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9]]]}""", "POLYGON ((0 0, 9 0, 9 9, 0 0))")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[],[[[0,0],[9,0],[9,9],[0,0]],[]],[[[1,1],[2,1],[2,2],[1,1]]]]}""", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Point","coordinates":[]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}""",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))")]
    public void A_bare_geometry_is_a_feature_without_properties(string json, string wkt)
    {
        ReadTable table = Read(json);

        Assert.Equal(wkt, Assert.Single(table.Rows).Geometry?.ToText());
        Assert.Equal(wkt, Assert.Single(Read($$$"""{"type":"Feature","geometry":{{{json}}},"properties":{}}""").Rows).Geometry?.ToText());
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[]]]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""")]
    [InlineData("null")]
    public void An_empty_geometry_is_none_and_no_fault(string json)
    {
        ReadRow row = Assert.Single(Read($$$"""{"type":"Feature","geometry":{{{json}}},"properties":{}}""").Rows);

        Assert.Null(row.Geometry);
        Assert.Null(row.Fault);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1]}""", "not a number")]
    [InlineData("""{"type":"Point","coordinates":["1","2"]}""", "not a number")]
    [InlineData("""{"type":"Point","coordinates":[1,null]}""", "not a number")]
    [InlineData("""{"type":"Point","coordinates":[1,[2]]}""", "not a number")]
    [InlineData("""{"type":"Point","coordinates":[1e999,2]}""", "not a number")]
    [InlineData("""{"type":"Point","coordinates":[[1,2]]}""", "nested differently")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[1,2]}""", "nested differently")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1],2,3]]}""", "uneven")]
    [InlineData("""{"type":"Polygon","coordinates":[[[[[0,0]]]]]}""", "uneven")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}""", "fewer than three")]
    [InlineData("""{"type":"LineString","coordinates":[[0,0]]}""", "one point")]
    [InlineData("""{"type":"Point","coordinates":"1 2"}""", "not an array")]
    [InlineData("""{"type":"Circle","coordinates":[1,2]}""", "does not know")]
    [InlineData("""{"type":"Point"}""", "does not know")]
    [InlineData("""{"type":"GeometryCollection","geometries":[false]}""", "not an object")]
    [InlineData("7", "not an object")]
    [InlineData("[1,2]", "not an object")]
    public void A_wrong_geometry_is_a_fault_of_its_row_alone(string json, string says)
    {
        ReadTable table = Read($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{{{json}}},"properties":{"a":1}},{"type":"Feature","geometry":{"type":"Point","coordinates":[3,4]},"properties":{"a":2}}]}""");

        Assert.Contains(says, table.Rows[0].Fault, StringComparison.Ordinal);
        Assert.Equal("POINT (3 4)", table.Rows[1].Geometry?.ToText());
        Assert.Equal(["1", "2"], table.Column("a"));
    }

    [Fact]
    public void What_is_no_feature_is_a_fault_of_its_row_alone()
    {
        ReadTable table = Read("""{"type":"FeatureCollection","features":[7,{"a":1},{"type":"Feature","properties":[1],"geometry":null},{"type":"Point","coordinates":[1,2]},{"properties":{"b":2}}]}""");

        Assert.Equal(["is not an object", "is not a Feature", "has properties that are not an object", null, null], table.Rows.Select(r => r.Fault));
        Assert.Equal("POINT (1 2)", table.Rows[3].Geometry?.ToText());
        Assert.Equal("2", table.Rows[4].Texts[0]);
    }

    [Theory]
    [InlineData("""{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}}""", 3006)]
    [InlineData("""{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}""", 4326)]
    [InlineData("""{"type":"name","properties":{"name":"EPSG:3016"}}""", 3016)]
    [InlineData("""{"type":"EPSG","properties":{"code":3021}}""", 3021)]
    [InlineData("""{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}}""", 0)]
    [InlineData("""{"type":"link","properties":{"href":"x"}}""", 0)]
    [InlineData("null", 0)]
    [InlineData("3006", 0)]
    public void The_crs_member_is_honoured_before_and_after_the_features(string crs, int epsg)
    {
        ReadTable before = Read($$$"""{"crs":{{{crs}}},"type":"FeatureCollection","features":[]}""");
        ReadTable after = Read($$$"""{"type":"FeatureCollection","features":[],"crs":{{{crs}}}}""");
        ReadTable feature = Read($$$"""{"type":"Feature","geometry":null,"properties":{},"crs":{{{crs}}}}""");

        Assert.Equal([epsg, epsg, epsg], new[] { before, after, feature }.Select(t => t.Layer.Crs?.Epsg ?? 0));
        Assert.Equal(crs == "null", before.Layer.CrsText is null);
    }

    [Fact]
    public void What_the_user_says_about_the_crs_wins()
    {
        string path = folder.File("file.geojson");
        File.WriteAllText(path, Town);
        using IFeatureCursor cursor = GeoJsonReader.Open(path, new ReadOptions(Crs: CrsTable.Sweref99Tm));

        Assert.Equal(3006, cursor.Layer.Crs?.Epsg);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\u001e")]
    [InlineData(" ")]
    public void Features_may_stand_one_a_line(string separator)
    {
        ReadTable table = Read(string.Join(separator,
            """{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}""", """{"type":"Feature","properties":{"b":2},"geometry":null}""", ""));

        Assert.Equal(["1", null], table.Column("a"));
        Assert.Equal([null, "2"], table.Column("b"));
    }

    [Fact]
    public void A_byte_order_mark_is_no_content_and_a_later_value_wins()
    {
        ReadTable table = Read("\uFEFF \r\n" + """{"type":"Feature","properties":{"a":1,"a":"two","\u0061b":3,"":4},"geometry":null}""");

        Assert.Equal(["a", "ab", ""], table.Layer.Columns.Select(c => c.Name));
        Assert.Equal(["two", "3", "4"], table.Rows[0].Texts);
    }

    [Fact]
    public void A_property_called_id_is_not_hidden_by_the_feature_id()
    {
        ReadTable table = Read("""{"type":"Feature","id":"x","properties":{"id":"y"},"geometry":null}""");

        Assert.Equal("id", Assert.Single(table.Layer.Columns).Name);
        Assert.Equal("y", table.Rows[0].Texts[0]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  \n", "no JSON")]
    [InlineData("[1]", "not begin with an object")]
    [InlineData("\"text\"", "not begin with an object")]
    [InlineData("{}", "no GeoJSON")]
    [InlineData("""{"a":1}""", "no GeoJSON")]
    [InlineData("""{"type":"Topology","objects":{}}""", "TopoJSON")]
    [InlineData("""{"type":"FeatureCollection"}""", "without \"features\"")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""", "not an array")]
    [InlineData("""{"type":"Point","features":[],"coordinates":[100.0, 0.0]}""", "not FeatureCollection")]
    [InlineData("""{"type":"FeatureCollection","features":[""", "cut short")]
    [InlineData("""{"type":"FeatureCollection","features":[]""", "cut short")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Fea""", "cut short")]
    [InlineData("""{"type":"FeatureCollection","features":[{},]}""", "value is missing")]
    [InlineData("""{"type":"FeatureCollection","features":[{} {}]}""", "comma is missing")]
    [InlineData("""{"type":"FeatureCollection" "features":[]}""", "comma is missing")]
    [InlineData("""{"type" "FeatureCollection"}""", "colon is missing")]
    [InlineData("""{"type":"FeatureCollection","features":[],x:1}""", "without a name")]
    [InlineData("""{"type":"FeatureCollection","features":[]} x""", "text after the end")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":01},"geometry":null}]}""", "feature 1 is not JSON")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1,},"geometry":null}]}""", "feature 1 is not JSON")]
    public void What_is_no_GeoJSON_is_refused_in_a_sentence(string json, string says)
    {
        DataFormatException e = Assert.Throws<DataFormatException>(() => Read(json));

        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("""{"type":"Feature","properties":{"a":"Skellefteå"},"geometry":null}""");
        Assert.Contains("UTF-8", Assert.Throws<DataFormatException>(() => Read(bytes)).Message, StringComparison.Ordinal);
        Assert.Contains("UTF-16", Assert.Throws<DataFormatException>(() => Read(Encoding.Unicode.GetPreamble())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(64, false)]
    [InlineData(1_000_000, false)]
    public void Deep_nesting_is_read_to_a_limit_and_then_refused(int depth, bool isRead)
    {
        string json = $$$"""{"type":"Feature","properties":{"a":{{{new string('[', depth)}}}{{{new string(']', depth)}}}},"geometry":null}""";
        if (isRead)
        {
            Assert.Equal(2 * depth, Read(json).Rows[0].Texts[0]!.Length);
        }
        else
        {
            Assert.Contains("64 levels", Assert.Throws<DataFormatException>(() => Read(json)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_that_are_data_are_no_columns()
    {
        string properties = string.Join(',', Enumerable.Range(0, 10_001).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"p{i}\":{i}")));

        Assert.Contains("2001 columns", Assert.Throws<DataFormatException>(() => Read("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{" + properties + "}}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_larger_than_the_chunk_is_read()
    {
        string coordinates = string.Join(',', Enumerable.Range(0, 60_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"[{i},{i % 7}]")));
        ReadTable table = Read($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"x"},"geometry":{"type":"LineString","coordinates":[{{{coordinates}}}]}},{"type":"Feature","properties":{"a":"y"},"geometry":null}]}""");

        Assert.Equal(60_000, table.Rows[0].Geometry!.NumPoints);
        Assert.Equal(["x", "y"], table.Column("a"));
    }

    [Fact]
    public void Chunk_borders_fall_anywhere()
    {
        // Fillers of every length move the second feature across the end of the first chunk, byte by byte.
        const int chunk = 1 << 18;
        for (int i = 0; i < 140; i++)
        {
            string filler = new('x', chunk - 200 + i);
            ReadTable table = Read($$$"""{"type":"FeatureCollection","x":"{{{filler}}}","features":[{"type":"Feature","id":1,"properties":{"a":"\"å\\"},"geometry":null} , {"type":"Feature","id":2,"properties":{"a":"b"},"geometry":null}]}""");
            Assert.Equal(["\"å\\", "b"], table.Column("a"));
        }
    }

    [Fact]
    [Trait("Takes", "long")]
    public void Damaged_files_give_rows_or_a_sentence()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Town);
        for (int length = 1; length < whole.Length; length++)
        {
            Assert.Throws<DataFormatException>(() => Read(whole[..length]));
        }

        Random random = new(5);
        int refused = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] changed = [.. whole];
            for (int k = random.Next(1, 4); k > 0; k--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            try
            {
                Read(changed);
            }
            catch (DataFormatException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1000, 2999);
    }

    [Theory]
    [Trait("Needs", "RealData")]
    [InlineData("feature_with_type_Topology_property.json", 1, 0, 0)]
    [InlineData("featurecollection_pointz.json", 1, 1, 0)]
    [InlineData("geometrycollection.geojson", 1, 1, 0)]
    [InlineData("ids_0_1_null_1_null.json", 5, 0, 0)]
    [InlineData("linestring.geojson", 1, 1, 0)]
    [InlineData("multipoint.geojson", 1, 1, 0)]
    [InlineData("nullvalues.geojson", 2, 0, 0)]
    [InlineData("point.geojson", 1, 1, 0)]
    [InlineData("pointz.json", 1, 1, 0)]
    [InlineData("sparse_fields.geojson", 14, 0, 0)]
    [InlineData("test_type_promotion_ref.json", 2, 0, 0)]
    public void Files_of_GDALs_own_tests_are_read(string name, int rows, int withGeometry, int faults)
    {
        ReadTable table = Read(Unzip(RepositoryRoot.RealData("gis-formats", "geojson-gdal.zip"), name));

        Assert.Equal((rows, withGeometry, faults), (table.Rows.Count, table.Rows.Count(r => r.Geometry is not null), table.Rows.Count(r => r.Fault is not null)));
    }

    [Theory]
    [Trait("Needs", "RealData")]
    [InlineData("../gis-formats/geojson-gdal.zip/stac_item.json", "feature 1 is not JSON")]
    [InlineData("bad-duplicate-properties.geojson", "0 rows")]
    [InlineData("bad-json.geojson", "comma is missing")]
    [InlineData("bad-polygon-interiorring-rhr.geojson", "POLYGON ((100 0, 101 0, 101 1, 100 1, 100 0), (100.2 0.2, 100.8 0.2, 100.8 0.8, 100.2 0.8, 100.2 0.2))")]
    [InlineData("bad-properties-as-array.geojson", "has properties that are not an object")]
    [InlineData("badcoordtype.geojson", "has a coordinate that is not a number")]
    [InlineData("badfeatureid.geojson", "POINT (-100.898438 39.368279)")]
    [InlineData("bbox-contains-string.geojson", "POINT (2 2)")]
    [InlineData("different-first-last.geojson", "POLYGON ((100 0, 101 0, 101 1, 100 1, 100 0))")]
    [InlineData("excessive_precision_truncated.geojson", "LINESTRING (100.0000000001 2.0000000001")]
    [InlineData("false.geojson", "has a geometry that is not an object")]
    [InlineData("featurecollection-obj.geojson", "not an array")]
    [InlineData("featurecollection.geojson", "without \"features\"")]
    [InlineData("geometry_changed_semantics.geojson", "not FeatureCollection")]
    [InlineData("geometrycollection_single.geojson", "GEOMETRYCOLLECTION (POINT (100 0))")]
    [InlineData("multipoint-multidimension.geojson", "has coordinates nested differently")]
    [InlineData("nofeaturetype.geojson", "POINT")]
    [InlineData("point-labeled-as-a-multipolygon.geojson", "has coordinates nested differently")]
    [InlineData("point-toofew.geojson", "has a coordinate that is not a number")]
    [InlineData("point.geojson", "is not a Feature")]
    [InlineData("rootstring.geojson", "not begin with an object")]
    [InlineData("short-linearring.geojson", "POLYGON ((100 0, 101 0, 101 1, 100 0))")]
    [InlineData("stringcoord.geojson", "has a coordinate that is not a number")]
    public void Each_bad_file_is_mended_faulted_or_refused(string name, string outcome)
    {
        string actual;
        try
        {
            // The first has a trailing comma, which GDAL overlooks.
            string zip = name.StartsWith("..", StringComparison.Ordinal) ? Path.GetDirectoryName(name)! : "geojson-bad.zip";
            ReadTable table = Read(Unzip(RepositoryRoot.RealData("bad-inputs", zip), Path.GetFileName(name)));
            actual = table.Rows.Count == 0 ? "0 rows" : table.Rows[0].Fault ?? table.Rows[0].Geometry?.ToText() ?? "no geometry";
        }
        catch (DataFormatException e)
        {
            actual = e.Message;
        }

        Assert.Contains(outcome, actual, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void The_JSON_test_suite_is_judged_right_inside_a_property()
    {
        using ZipArchive zip = ZipFile.OpenRead(RepositoryRoot.RealData("bad-inputs", "json-test-suite.zip"));
        int valid = 0, invalid = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream stream = entry.Open();
            using MemoryStream content = new();
            stream.CopyTo(content);
            byte[] feature = [.. "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"v\":"u8, .. content.ToArray(), .. "}}"u8];
            string? refused = null;
            try
            {
                Assert.Single(Read(feature).Rows);
            }
            catch (DataFormatException e)
            {
                refused = e.Message;
            }

            // "i" files may be judged either way.
            bool isInvalid = entry.Name.StartsWith("n_", StringComparison.Ordinal);
            Assert.True(isInvalid ? refused is not null : refused is null || !entry.Name.StartsWith("y_", StringComparison.Ordinal), $"{entry.Name}: {refused}");
            valid += isInvalid ? 0 : 1;
            invalid += isInvalid ? 1 : 0;

            try
            {
                Read(content.ToArray());
            }
            catch (DataFormatException)
            {
                // None of the suite is GeoJSON; nothing but this may come out.
            }
        }

        Assert.Equal(159, valid + invalid);
    }

    [Theory]
    [Trait("Needs", "RealData")]
    [InlineData("buildings/lantmateriet-byggnad-sample.geojson", 14, 3006, "objektidentitet")]
    [InlineData("buildings/lantmateriet-vaglinje-sample.geojson", 22, 3006, "gatunamn")]
    [InlineData("buildings/malmo-mollan-adresser.geojson", 916, 4326, "adressomr")]
    [InlineData("buildings/malmo-mollan-byggnader.geojson", 411, 4326, "typ")]
    [InlineData("buildings/naerum-dk-bygninger.geojson", 90, 4326, "id.lokalId")]
    [InlineData("services/malmo-serving-places.geojson", 938, 4326, "name")]
    public void Real_files_are_read_whole(string file, int rows, int epsg, string column)
    {
        ReadTable table = GeoJsonReader.Open(RepositoryRoot.RealData(file.Split('/')), ReadOptions.Recognise).ReadAll();

        Assert.Equal((rows, epsg, rows), (table.Rows.Count, table.Layer.Crs?.Epsg, table.Rows.Count(r => r.Geometry is not null)));
        Assert.NotEqual(-1, table.Layer.FindColumn(column));
    }

    public void Dispose()
    {
        folder.Dispose();
    }

    private static byte[] Unzip(string zipPath, string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(zipPath);
        using Stream stream = zip.GetEntry(name)!.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private ReadTable Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    private ReadTable Read(byte[] json)
    {
        string path = folder.File("file.geojson");
        File.WriteAllBytes(path, json);
        return GeoJsonReader.Open(path, ReadOptions.Recognise).ReadAll();
    }
}

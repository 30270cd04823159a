using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace HousingInventory.Tests.Formats;

public sealed class GeoJsonWriterTests
{
    [Fact]
    public void The_form_is_RFC_7946()
    {
        // The outer ring comes clockwise and the hole counter-clockwise: both are turned round.
        Geometry house = new WKTReader().Read("POLYGON ((20 64, 20 65, 21 65, 21 64, 20 64), (20.2 64.2, 20.4 64.2, 20.4 64.4, 20.2 64.2))");

        string json = Write(["ref", "rank", "score", "built", "note", "ok"], null,
            ("b-1", house, ["Å<7>", 1, 66.6, new DateOnly(2026, 11, 2), null, true]),
            (null, new WKTReader().Read("POINT (20.123456789 -0.00000001)"), ["\"\ud800", 2L, double.NaN, null, 1.5m, false]));

        Assert.Equal("""
            {
            "type":"FeatureCollection",
            "features":[
            {"type":"Feature","id":"b-1","properties":{"ref":"Å<7>","rank":1,"score":66.6,"built":"2026-11-02","note":null,"ok":true},"geometry":{"type":"Polygon","coordinates":[[[20,64],[21,64],[21,65],[20,65],[20,64]],[[20.2,64.2],[20.4,64.4],[20.4,64.2],[20.2,64.2]]]}},
            {"type":"Feature","properties":{"ref":"\"\uFFFD","rank":2,"score":null,"built":null,"note":1.5,"ok":false},"geometry":{"type":"Point","coordinates":[20.1234568,0]}}
            ]
            }

            """.ReplaceLineEndings("\n"), json);
    }

    [Fact]
    public void Projected_coordinates_say_their_system_and_bounds_stand_at_the_end()
    {
        string json = Write([], new GeoJsonOptions { Crs = CrsTable.Sweref99Tm, Name = "hus", HasBounds = true },
            (null, new WKTReader().Read("POINT (700000.12345 7100000.9999)"), []), (null, null, []), (null, new WKTReader().Read("POINT (700010 7100000)"), []));

        Assert.Equal("""
            {
            "type":"FeatureCollection",
            "name":"hus",
            "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},
            "features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[700000.123,7100001]}},
            {"type":"Feature","properties":{},"geometry":null},
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[700010,7100000]}}
            ],
            "bbox":[700000.123,7100000,700010,7100001]
            }

            """.ReplaceLineEndings("\n"), json);
    }

    [Fact]
    public void No_features_make_a_collection_all_the_same()
    {
        Assert.Equal("{\n\"type\":\"FeatureCollection\",\n\"features\":[\n]\n}\n", Write(["a"], new GeoJsonOptions { HasBounds = true }));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("all.geojson");
        string[] wkts =
        [
            "POINT (1 2)", "LINESTRING (1 2, 3 4)", "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 9))", "POLYGON ((0 0, 9 0, 9 9, 0 0))",
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (5 2, 6 3, 6 2, 5 2)), ((10 10, 12 10, 12 12, 10 10)))", "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 9 0, 9 9, 0 0)))",
        ];
        using (FileStream stream = File.Create(path))
        {
            using GeoJsonWriter writer = new(stream, ["n"]);
            for (int i = 0; i < 2000; i++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"f{i}"), new WKTReader().Read(wkts[i % wkts.Length]), [i]);
            }

            writer.Complete();
            Assert.Equal(2000, writer.Count);
        }

        ReadTable table = GeoJsonReader.Open(path, ReadOptions.Recognise).ReadAll();

        Assert.Equal(2000, table.Rows.Count);
        Assert.All(table.Rows, r => Assert.Equal(wkts[(r.Number - 1) % wkts.Length], r.Geometry?.ToText()));
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => string.Create(CultureInfo.InvariantCulture, $"f{i}")), table.Column("id"));
    }

    [Fact]
    public void Any_text_and_number_come_back_unchanged()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("any.geojson");
        Prop.ForAll<string, double, long>((text, number, whole) =>
        {
            using (FileStream stream = File.Create(path))
            {
                using GeoJsonWriter writer = new(stream, ["t", "d", "l"]);
                writer.Write(null, null, [text, number, whole]);
                writer.Complete();
            }

            ReadRow row = Assert.Single(GeoJsonReader.Open(path, ReadOptions.Recognise).ReadAll().Rows);
            string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Trim();
            return (row.Texts[0] ?? "") == expected && row.Numbers[1] == (double.IsFinite(number) ? number : null)
                && row.Texts[2] == whole.ToString(CultureInfo.InvariantCulture);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 7));
    }

    [Fact]
    public void The_culture_does_not_show()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
            Assert.Contains("[1.5,-2.25]", Write(["I"], null, (null, new WKTReader().Read("POINT (1.5 -2.25)"), [-1.5])), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Write(string[] columns, GeoJsonOptions? options, params (string? Id, Geometry? Geometry, object?[] Values)[] features)
    {
        using MemoryStream stream = new();
        using GeoJsonWriter writer = new(stream, columns, options);
        foreach ((string? id, Geometry? geometry, object?[] values) in features)
        {
            writer.Write(id, geometry, values);
        }

        writer.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

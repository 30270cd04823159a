using System.Text;
using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.Tables;

namespace HousingInventory.Tests.Formats;

public sealed class ShapefileReaderTests : IDisposable
{
    private const string TwoNames = "NAME C 10";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int> Dimensions => [0, 10, 20];

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Points_lines_and_multipoints_of_every_dimension_lose_m_and_all_but_lines_z(int extra)
    {
        Assert.Equal(["POINT (1 2)", "-"], Shapes(new ShapefileBytes(1 + extra).AddPoint(1, 2, extra == 0 ? [] : extra == 10 ? [7, 8] : [8]).AddNull()));
        Assert.Equal(["MULTIPOINT ((1 2), (3 4))"], Shapes(new ShapefileBytes(8 + extra).AddMultiPoint(1, 2, 3, 4)));
        Assert.Equal(
            [extra == 10 ? "LINESTRING Z(0 0 0, 1 1 0)" : "LINESTRING (0 0, 1 1)", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))"],
            Shapes(new ShapefileBytes(3 + extra).AddParts([[0, 0, 1, 1]], extra == 0 ? 0 : 64).AddParts([[0, 0, 1, 1], [2, 2, 3, 3, 4, 4]])));
        Assert.Equal(["POLYGON ((0 0, 0 1, 1 1, 0 0))"], Shapes(new ShapefileBytes(5 + extra).AddParts([[0, 0, 0, 1, 1, 1, 0, 0]], 48)));
    }

    // A square from a to b, clockwise: a shell as the format wants it; Hole is the other way round.
    private static double[] Shell(double a, double b) => [a, a, a, b, b, b, b, a, a, a];

    private static double[] Hole(double a, double b) => [a, a, b, a, b, b, a, b, a, a];

    [Fact]
    public void Rings_become_polygons_with_holes_and_islands_in_them()
    {
        string[] expected = ["MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), ((3 3, 3 5, 5 5, 5 3, 3 3)), ((20 20, 20 21, 21 21, 21 20, 20 20)))"];
        Assert.Equal(expected, Shapes(new ShapefileBytes(5).AddParts([Shell(0, 9), Hole(1, 8), Shell(3, 5), Shell(20, 21)])));
    }

    [Fact]
    public void The_hole_may_stand_before_its_shell_and_turn_either_way()
    {
        Assert.Equal(["POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1))"], Shapes(new ShapefileBytes(5).AddParts([Hole(1, 8), Shell(0, 9)])));
        Assert.Equal(["POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1))"], Shapes(new ShapefileBytes(5).AddParts([Hole(0, 9), Shell(1, 8)])));
        Assert.Equal(["POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1))"], Shapes(new ShapefileBytes(5).AddParts([Shell(0, 9), Shell(1, 8)])));
    }

    [Fact]
    public void A_hole_that_touches_its_shell_in_corners_is_a_hole()
    {
        // The diamond's corners lie in the middle of the square's sides; the first corner of it that is not on the boundary does not exist.
        double[] diamond = [0, 2, 2, 0, 4, 2, 2, 4, 0, 2];
        Assert.Equal(["POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (0 2, 2 0, 4 2, 2 4, 0 2))"], Shapes(new ShapefileBytes(5).AddParts([Shell(0, 4), diamond])));
    }

    [Fact]
    public void Neighbours_that_share_a_side_are_two_polygons()
    {
        double[] right = [4, 0, 4, 4, 8, 4, 8, 0, 4, 0];
        Assert.Equal(["MULTIPOLYGON (((0 0, 0 4, 4 4, 4 0, 0 0)), ((4 0, 4 4, 8 4, 8 0, 4 0)))"], Shapes(new ShapefileBytes(5).AddParts([Shell(0, 4), right])));
    }

    [Fact]
    public void Hundreds_of_rings_are_nested_as_one_by_one()
    {
        // 200 squares in a row, each with a hole: 10 by 10 less 8 by 8 is 36.
        double[][] rings = [.. Enumerable.Range(0, 200).SelectMany(i => (double[][])[Hole((20 * i) + 1, (20 * i) + 9), Shell(20 * i, (20 * i) + 10)])];
        using IFeatureCursor cursor = Open(new ShapefileBytes(5).AddParts(rings));
        Assert.True(cursor.Read());
        Assert.Equal(200, cursor.Geometry!.NumGeometries);
        Assert.Equal(200 * 36.0, cursor.Geometry.Area);
        Assert.True(cursor.Geometry.IsValid);
    }

    [Fact]
    public void Rings_that_are_open_are_closed_and_parts_that_are_none_left_out()
    {
        Assert.Equal(["POLYGON ((0 0, 0 1, 1 1, 0 0))"], Shapes(new ShapefileBytes(5).AddParts([[0, 0, 0, 1, 1, 1], [5, 5], []])));
        Assert.Equal(["LINESTRING (0 0, 1 1)"], Shapes(new ShapefileBytes(3).AddParts([[5, 5], [0, 0, 1, 1]])));
        Assert.Equal(["-", "-"], Shapes(new ShapefileBytes(5).AddParts([]).AddParts([[]])));
        Assert.Equal(["POLYGON ((0 0, 0 1, 1 1, 0 0))"], Shapes(PartsOf(5, 0, 4, [], [0, 0, 0, 1, 1, 1, 0, 0])));
    }

    [Theory]
    [InlineData(1, 4, new[] { 1 }, "has a geometry whose parts do not fit its length")]
    [InlineData(2, 4, new[] { 0, 7 }, "has a geometry whose parts do not fit its length")]
    [InlineData(2, 4, new[] { 2, 0 }, "has a geometry whose parts do not fit its length")]
    [InlineData(1, 4, new[] { -1 }, "has a geometry whose parts do not fit its length")]
    [InlineData(-1, 4, new[] { 0 }, "has a geometry whose parts do not fit its length")]
    [InlineData(1, -4, new[] { 0 }, "has a geometry whose parts do not fit its length")]
    [InlineData(1, int.MaxValue, new[] { 0 }, "has a geometry whose parts do not fit its length")]
    [InlineData(int.MaxValue, int.MaxValue, new[] { 0 }, "has a geometry whose parts do not fit its length")]
    [InlineData(2, 4, new[] { 0, 2 }, "has a ring of fewer than three places")]
    public void Parts_that_cannot_be_are_a_fault(int parts, int points, int[] starts, string expected)
    {
        List<string> shapes = Shapes(PartsOf(5, parts, points, starts, [0, 0, 0, 1, 1, 1, 0, 0]));
        Assert.Equal(parts == 1 && starts[0] == 1 ? "POLYGON ((0 1, 1 1, 0 0, 0 1))" : expected, shapes.Single());
    }

    [Fact]
    public void Coordinates_that_are_none_are_a_fault_and_a_point_of_nothing_is_no_geometry()
    {
        Assert.Equal(
            ["-", "has a coordinate that is not a number", "-", "has a coordinate that is not a number", "has a geometry of an unknown type", "has a geometry whose parts do not fit its length"],
            Shapes(new ShapefileBytes(1).AddPoint(double.NaN, double.NaN).AddPoint(double.NaN, 1).AddPoint(-1e39, -1e39).AddPoint(1, double.PositiveInfinity).Add(99, 0, 0, 0).Add(1, 0, 0, 0)));
        Assert.Equal(["has a coordinate that is not a number"], Shapes(new ShapefileBytes(3).AddParts([[0, 0, double.NaN, 1]])));
        Assert.Equal(["has a surface in three dimensions; export it as polygons"], Shapes(new ShapefileBytes(5).Add(31, 0, 0, 0)));
    }

    [Fact]
    public void The_index_tells_where_records_lie()
    {
        // GDAL leaves the place of a shape that has grown unused: the .shx then names two of the three records, in another order.
        byte[] shp = new ShapefileBytes(1).AddPoint(1, 1).AddPoint(2, 2).AddPoint(3, 3).Shp();
        byte[] shx = new ShapefileBytes(1).AddPoint(1, 1).AddPoint(2, 2).AddPoint(3, 3).AddNull().Shx();
        Write("a.shp", shp);
        Write("a.shx", [.. shx[..100], .. shx[116..124], .. new byte[8], .. shx[100..108]]);
        Assert.Equal(["POINT (3 3)", "-", "POINT (1 1)"], Shapes());
    }

    [Fact]
    public void Without_a_usable_index_the_records_are_walked_through()
    {
        ShapefileBytes points = new ShapefileBytes(1).AddPoint(1, 1).AddPoint(2, 2);
        Write("a.shp", points.Shp());
        Assert.Equal(["POINT (1 1)", "POINT (2 2)"], Shapes());
        byte[] shx = points.Shx();
        shx[107] = 0xFF; // the length of the first record, which nobody needs
        Write("a.shx", shx);
        Assert.Equal(["POINT (1 1)", "POINT (2 2)"], Shapes());
        shx[100] = 0x7F; // its place, far behind the end
        Write("a.shx", shx);
        Assert.Equal(["POINT (1 1)", "POINT (2 2)"], Shapes());
        Write("a.shx", [1, 2, 3]);
        Assert.Equal(["POINT (1 1)", "POINT (2 2)"], Shapes());
    }

    [Fact]
    public void Attributes_of_every_type_have_their_text()
    {
        // A sign for deleted or not, then 10, 8, 12, 8 signs and one.
        string[] records =
        [
            " " + "Åsele     " + "      12" + "       -7.50" + "20261102" + "T",
            "*" + "deleted   " + "       1" + "        1.00" + "20260101" + "F",
            " " + "          " + "********" + "           *" + "00000000" + "?",
            " " + "\0x        " + "    0012" + "  1,50000000" + "        " + " ",
        ];
        Write("t.dbf", ShapefileBytes.Dbf("NAME C 10,COUNT N 8,AREA F 12 3,DAY D 8,YES L 1", records, Encoding.Latin1));
        using IFeatureCursor cursor = ShapefileReader.Open(_folder.File("t.dbf"), ReadOptions.Recognise);
        Assert.Equal([ColumnKind.Text, ColumnKind.Integer, ColumnKind.Real, ColumnKind.Date, ColumnKind.Boolean], cursor.Layer.Columns.Select(c => c.Kind));
        Assert.Null(cursor.Layer.GeometryColumn);
        Assert.Equal(new DateOnly(2026, 11, 2), cursor.Layer.LastChange);
        Assert.Equal(4, cursor.Layer.RowCount);
        List<string> lines = Dump(cursor);
        Assert.Equal("1: Åsele|12|-7.5|2026-11-02|true", lines[0]);
        Assert.Equal("3: -|-|-|-|-", lines[1]);
        Assert.Equal("4: -|12|1.5|-|-", lines[2]);
    }

    [Fact]
    public void Binary_fields_are_read()
    {
        // 2461347 is the Julian day of 2026-11-02; 3,600,000 ms is one o'clock.
        byte[] record = [(byte)' ', .. ShapefileBytes.Int(-5), .. ShapefileBytes.Double(2.25), .. ShapefileBytes.Int(2461347), .. ShapefileBytes.Int(3_600_000), .. ShapefileBytes.Double(double.NaN)];
        byte[] table = ShapefileBytes.Dbf("I I 4,O O 8,T @ 8,B B 8", [Encoding.Latin1.GetString(record)]);
        Write("t.dbf", table);
        using IFeatureCursor cursor = ShapefileReader.Open(_folder.File("t.dbf"), ReadOptions.Recognise);
        Assert.True(cursor.Read());
        Assert.Equal(["-5", "2.25", "2026-11-02T01:00:00", null], Enumerable.Range(0, 4).Select(cursor.Text));
        Assert.Equal([-5.0, 2.25, null, null], Enumerable.Range(0, 4).Select(cursor.Number));
    }

    [Theory]
    [InlineData("UTF-8", 0, "utf-8", "UTF-8")]
    [InlineData(" utf8 \r\n", 0x57, "utf-8", "UTF-8")]
    [InlineData("ISO-8859-1", 0, "iso-8859-1", "iso-8859-1")]
    [InlineData("88591", 0, "iso-8859-1", "iso-8859-1")]
    [InlineData("1252", 0, "windows-1252", "Windows-1252")]
    [InlineData("ANSI 1252", 0, "windows-1252", "Windows-1252")]
    [InlineData("OEM 850", 0, "ibm850", "ibm850")]
    [InlineData("LDID/102", 0, "ibm865", "IBM865")]
    [InlineData("nonsense", 0x02, "ibm850", "ibm850")]
    [InlineData(null, 0x02, "ibm850", "ibm850")]
    [InlineData(null, 0x03, "windows-1252", "Windows-1252")]
    [InlineData(null, 0x57, "windows-1252", "Windows-1252")]
    [InlineData(null, 0, "windows-1252", "Windows-1252")]
    [InlineData(null, 0, "utf-8", "UTF-8")]
    [InlineData(null, 0x57, "utf-8", "UTF-8")]
    public void Encoding_follows_the_side_file_the_language_byte_or_the_content(string? cpg, byte language, string written, string label)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        Write("a.shp", new ShapefileBytes(1).AddPoint(1, 2).Shp());
        Write("a.dbf", ShapefileBytes.Dbf("ÅR C 10", [" Åsele ö"], encoding, language));
        if (cpg is not null)
        {
            Write("a.cpg", Encoding.ASCII.GetBytes(cpg));
        }

        using IFeatureCursor cursor = ShapefileReader.Open(_folder.File("a.shp"), ReadOptions.Recognise);
        Assert.Equal(label, cursor.Layer.Encoding, ignoreCase: true);
        Assert.Equal("ÅR", cursor.Layer.Columns[0].Name);
        Assert.Equal(["1: Åsele ö"], Dump(cursor));
    }

    [Fact]
    public void The_stated_encoding_wins()
    {
        Write("a.cpg", "UTF-8"u8.ToArray());
        Write("a.dbf", ShapefileBytes.Dbf(TwoNames, [" Åsele"], Encoding.Latin1));
        Assert.Equal(["1: Åsele"], Dump(ShapefileReader.Open(_folder.File("a.dbf"), new ReadOptions(Encoding: "windows-1252"))));
        Assert.Throws<DataFormatException>(() => ShapefileReader.Open(_folder.File("a.dbf"), new ReadOptions(Encoding: "klingon")));
    }

    [Fact]
    public void The_crs_is_that_of_the_prj_and_files_belong_together_whatever_their_case()
    {
        Write("Hus.SHP", new ShapefileBytes(1).AddPoint(1, 2).Shp());
        Write("hus.Dbf", ShapefileBytes.Dbf(TwoNames, [" x"]));
        Write("HUS.prj", Encoding.UTF8.GetBytes("\uFEFFPROJCS[\"SWEREF99_TM\",GEOGCS[\"GCS_SWEREF99\",DATUM[\"D_SWEREF99\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",15.0],"
            + "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]"));
        LayerInfo layer = ShapefileReader.Layers(_folder.File("Hus.SHP"), ReadOptions.Recognise).Single();
        Assert.Equal(CrsTable.Sweref99Tm, layer.Crs);
        Assert.StartsWith("PROJCS", layer.CrsText!.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(("Hus", "POINT", ""), (layer.Name, layer.GeometryType, layer.GeometryColumn));
        Assert.Equal("NAME", layer.Columns.Single().Name);
        Assert.Equal(CrsTable.Wgs84, ShapefileReader.Layers(_folder.File("Hus.SHP"), new ReadOptions(Crs: CrsTable.Wgs84)).Single().Crs);
    }

    [Fact]
    public void A_table_may_have_any_ending_and_the_index_leads_to_its_file()
    {
        Write("table.dat", ShapefileBytes.Dbf(TwoNames, [" x"]));
        Assert.Equal(["1: x"], Dump(DataFile.Open(_folder.File("table.dat"), ReadOptions.Recognise)));
        ShapefileBytes points = new ShapefileBytes(1).AddPoint(1, 2);
        Write("a.shx", points.Shx());
        Assert.Contains("index", Assert.Throws<DataFormatException>(() => DataFile.Open(_folder.File("a.shx"), ReadOptions.Recognise)).Message, StringComparison.Ordinal);
        Write("a.shp", points.Shp());
        using IFeatureCursor cursor = DataFile.Open(_folder.File("a.shx"), ReadOptions.Recognise);
        Assert.True(cursor.Read());
        Assert.Equal("POINT (1 2)", cursor.Geometry!.AsText());
    }

    [Fact]
    public void Deleted_records_take_their_geometry_with_them()
    {
        Write("a.shp", new ShapefileBytes(1).AddPoint(1, 1).AddPoint(2, 2).AddPoint(3, 3).Shp());
        Write("a.dbf", ShapefileBytes.Dbf(TwoNames, [" a", "*b", " c"]));
        Assert.Equal(["1 a POINT (1 1)", "3 c POINT (3 3)"], Rows());
    }

    [Fact]
    public void A_record_that_only_one_of_the_files_has_is_a_fault()
    {
        Write("a.shp", new ShapefileBytes(1).AddPoint(1, 1).AddPoint(2, 2).Shp());
        Write("a.dbf", ShapefileBytes.Dbf(TwoNames, [" a"]));
        Assert.Equal(["1 a POINT (1 1)", "2 - has no attributes: the .dbf file has fewer records than the .shp file"], Rows());
        Write("a.dbf", ShapefileBytes.Dbf(TwoNames, [" a", " b", " c"]));
        Assert.Equal("3 c has no geometry: the .shp file has fewer records than the .dbf file", Rows()[2]);
    }

    [Fact]
    public void Fields_with_the_same_name_are_kept_apart_and_those_beyond_the_record_are_empty()
    {
        byte[] table = ShapefileBytes.Dbf("NAME C 4,name C 4,X C 4", [" aaaabbbbcc"]);
        table[10] = 11; // the record is two bytes shorter than its fields
        Write("t.dbf", table);
        using IFeatureCursor cursor = ShapefileReader.Open(_folder.File("t.dbf"), ReadOptions.Recognise);
        Assert.Equal("NAME|name_2|X", Columns(cursor));
        Assert.Equal(["1: aaaa|bbbb|cc"], Dump(cursor));
    }

    [Fact]
    public void Text_longer_than_255_bytes_is_read_where_the_record_shows_it()
    {
        // Clipper and FoxPro: length 300 = 44 + 1 * 256, written in the bytes for length and decimals.
        byte[] table = ShapefileBytes.Dbf("T C 44 1", [" " + new string('x', 44)]);
        byte[] longer = [.. table[..^46], (byte)' ', .. Enumerable.Repeat((byte)'y', 300), 0x1A];
        longer[10] = 301 & 0xFF;
        longer[11] = 301 >> 8;
        Write("t.dbf", longer);
        Assert.Equal(["1: " + new string('y', 300)], Dump(ShapefileReader.Open(_folder.File("t.dbf"), ReadOptions.Recognise)));
    }

    [Theory]
    [InlineData(126, 11, 2, "2026-11-02")]
    [InlineData(26, 11, 2, "2026-11-02")]
    [InlineData(99, 12, 31, "1999-12-31")]
    [InlineData(95, 7, 26, null)] // what the most common library writes when it is not told
    [InlineData(0, 0, 0, null)]
    [InlineData(126, 13, 1, null)]
    [InlineData(49, 1, 1, null)]
    public void The_day_of_the_last_change_is_that_of_the_table(byte year, byte month, byte day, string? expected)
    {
        Write("t.dbf", ShapefileBytes.Dbf(TwoNames, [], changed: (year, month, day)));
        Assert.Equal(expected, ShapefileReader.Layers(_folder.File("t.dbf"), ReadOptions.Recognise).Single().LastChange?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_is_unusable_is_refused_with_a_sentence()
    {
        byte[] shp = new ShapefileBytes(1).AddPoint(1, 1).AddPoint(2, 2).Shp();
        byte[] dbf = ShapefileBytes.Dbf(TwoNames, [" a", " b"]);
        (string Name, byte[] Bytes, string Expected)[] cases =
        [
            ("a.shp", [], "empty"),
            ("a.shp", "GPKG but not really a shapefile, though long enough to hold the hundred bytes of a header of one of these"u8.ToArray(), "no Shapefile"),
            ("a.shp", shp[..60], "no Shapefile"),
            ("a.shp", shp[..^4], "cut off"),
            ("a.shp", shp[..120], "cut off"),
            ("a.shp", new ShapefileBytes(31).Shp(), "MultiPatch"),
            ("t.dbf", dbf[..20], "cut off"),
            ("t.dbf", dbf[..^6], "cut off"),
            ("t.dbf", [4, .. dbf[1..]], "dBASE 7"),
            ("t.dbf", [.. dbf[..10], 0, 0, .. dbf[12..]], "damaged"),
            ("t.dbf", ShapefileBytes.Dbf(TwoNames, [" a"], count: int.MaxValue), "states 2147483647 records and holds 1"),
        ];
        foreach ((string name, byte[] bytes, string expected) in cases)
        {
            Write(name, bytes);
            string message = Assert.Throws<DataFormatException>(() => ShapefileReader.Open(_folder.File(name), ReadOptions.Recognise)).Message;
            Assert.Contains(expected, message, StringComparison.Ordinal);
            Assert.EndsWith(".", message, StringComparison.Ordinal);
        }

        Assert.Throws<DataFormatException>(() => ShapefileReader.Open(_folder.File("missing.shp"), ReadOptions.Recognise));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        ShapefileBytes shapes = new ShapefileBytes(5).AddParts([Shell(0, 9), Hole(1, 8)]).AddNull().AddParts([Shell(20, 22)]);
        byte[][] whole = [shapes.Shp(), shapes.Shx(), ShapefileBytes.Dbf("NAME C 5,N N 6 2,D D 8,L L 1,I I 4,T @ 8", [" Åse", " x   123456 20260101T", "*"]), "ISO-8859-1"u8.ToArray()];
        string[] names = ["a.shp", "a.shx", "a.dbf", "a.cpg"];
        for (int i = 0; i < names.Length; i++)
        {
            Write(names[i], whole[i]);
        }

        Random random = new(5);
        int read = 0;
        for (int round = 0; round < 400; round++)
        {
            int damaged = random.Next(3);
            Write(names[damaged], Mutate.Bytes(whole[damaged], random));
            try
            {
                using IFeatureCursor cursor = ShapefileReader.Open(_folder.File("a.shp"), ReadOptions.Recognise);
                while (cursor.Read())
                {
                    _ = cursor.Geometry;
                    for (int i = 0; i < cursor.Layer.Columns.Count; i++)
                    {
                        Assert.Equal(cursor.Text(i) ?? "", cursor.Span(i).ToString());
                        _ = cursor.Number(i);
                    }
                }

                read++;
            }
            catch (DataFormatException)
            {
                // Refused with a sentence: as good as read.
            }

            Write(names[damaged], whole[damaged]);
        }

        Assert.True(read > 150);
    }

    private static ShapefileBytes PartsOf(int type, int parts, int points, int[] starts, double[] xy) => new ShapefileBytes(type).Add(
        [.. ShapefileBytes.Int(type), .. new byte[32], .. ShapefileBytes.Int(parts), .. ShapefileBytes.Int(points), .. starts.SelectMany(ShapefileBytes.Int), .. xy.SelectMany(ShapefileBytes.Double)]);

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(_folder.File(name), bytes);

    private IFeatureCursor Open(ShapefileBytes shapes)
    {
        Write("a.shp", shapes.Shp());
        Write("a.shx", shapes.Shx());
        return ShapefileReader.Open(_folder.File("a.shp"), ReadOptions.Recognise);
    }

    private List<string> Shapes(ShapefileBytes shapes)
    {
        Open(shapes).Dispose();
        return Shapes();
    }

    private List<string> Shapes()
    {
        List<string> found = [];
        using IFeatureCursor cursor = ShapefileReader.Open(_folder.File("a.shp"), ReadOptions.Recognise);
        while (cursor.Read())
        {
            found.Add(cursor.Fault ?? cursor.Geometry?.AsText() ?? "-");
        }

        return found;
    }

    private List<string> Rows()
    {
        List<string> found = [];
        using IFeatureCursor cursor = ShapefileReader.Open(_folder.File("a.shp"), ReadOptions.Recognise);
        while (cursor.Read())
        {
            found.Add($"{cursor.Row} {cursor.Text(0) ?? "-"} {cursor.Fault ?? cursor.Geometry?.AsText() ?? "-"}");
        }

        return found;
    }
}

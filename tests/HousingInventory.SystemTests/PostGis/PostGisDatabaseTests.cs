using HousingInventory.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace HousingInventory.SystemTests.PostGis;

[Collection(PostGisTests.Name)]
[Trait("Needs", "PostGis")]
public sealed class PostGisDatabaseTests(PostGisCluster cluster)
{
    private static readonly PgTable Everything = new()
    {
        Schema = "inventory",
        Name = "candidates",
        Columns = [new("id", PgType.BigInt), new("name", PgType.Text, "The owner's \\ \"name\""), new("n", PgType.Integer), new("score", PgType.Double), new("ok", PgType.Boolean), new("day", PgType.Date)],
        GeometryColumn = "geom",
        GeometryType = "MULTIPOLYGON",
        Srid = 3006,
        PrimaryKey = ["id"],
        Comment = "It's a table",
    };

    [Fact]
    public void Rows_are_copied_with_their_types_and_read_back()
    {
        string connection = cluster.CreateDatabase();
        Geometry square = Wkt("POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))");
        using (PostGisDatabase database = PostGisDatabase.Open(connection))
        {
            database.Begin();
            database.Execute("CREATE SCHEMA inventory");
            database.Execute(Everything.CreateSql());
            long rows = database.Copy(Everything,
            [
                (square, [2L, "Åsele \0'\uD800😀", 5, 0.25m, true, new DateOnly(2026, 11, 2)]),
                (Wkt("MULTIPOLYGON EMPTY"), [1, "", 7L, 3, false, new DateOnly(1, 1, 1)]),
                (null, [3L, null, null, null, null, new DateOnly(9999, 12, 31)]),
            ]);
            Assert.Equal(3, rows);
            database.Execute(Everything.IndexSql());
            database.Commit();
            Assert.Equal("The owner's \\ \"name\"", database.Query("SELECT col_description($1::regclass, 2)", "inventory.candidates"));
            Assert.Equal("It's a table", database.Query("SELECT obj_description('inventory.candidates'::regclass)"));
            Assert.Equal(1L, database.Query("SELECT count(*) FROM pg_indexes WHERE schemaname = $1 AND indexdef LIKE '%gist%'", "inventory"));
            Assert.Null(database.Query("SELECT n FROM inventory.candidates WHERE id = $1", 3L));
            Assert.Null(database.Query("SELECT 1 WHERE false"));
        }

        // The caller's geometry is as it was: NetTopologySuite's default.
        Assert.Equal(-1, square.SRID);
        Assert.Equal(
            ["1: 1|-|7|3|false|0001-01-01", "2: 2|Åsele '\uFFFD😀|5|0.25|true|2026-11-02", "3: 3|-|-|-|-|9999-12-31"],
            PostGisTableTests.Dump(PostGisTable.Open(connection, "inventory.candidates", ReadOptions.Recognise)));
        using IFeatureCursor cursor = PostGisTable.Open(connection, "inventory.candidates", ReadOptions.Recognise);
        Assert.Equal((CrsTable.Sweref99Tm, "MULTIPOLYGON"), (cursor.Layer.Crs, cursor.Layer.GeometryType));
        Assert.True(cursor.Read() && cursor.Geometry is null && cursor.Read());
        Assert.Equal("MULTIPOLYGON (((0 0, 0 1, 1 1, 1 0, 0 0)))", cursor.Geometry!.AsText());
    }

    [Fact]
    public void Every_kind_of_geometry_arrives()
    {
        string connection = cluster.CreateDatabase();
        PgTable table = new() { Schema = "public", Name = "g", Columns = [new("id", PgType.Integer)], GeometryColumn = "geom", Srid = 3857, PrimaryKey = ["id"] };
        string[] shapes =
        [
            "POINT (1 2)", "LINESTRING (0 0, 1 1)", "POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))", "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
            "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
        ];
        using PostGisDatabase database = PostGisDatabase.Open(connection);
        database.Execute(table.CreateSql());
        Assert.Equal(shapes.Length, database.Copy(table, shapes.Select((s, i) => ((Geometry?)Wkt(s), new object?[] { i }))));
        using IFeatureCursor cursor = PostGisTable.Open(connection, "g", ReadOptions.Recognise);
        foreach (string shape in shapes)
        {
            Assert.True(cursor.Read());
            Assert.Equal(shape, cursor.Geometry!.AsText());
        }

        Assert.Equal("3857", database.Query("SELECT string_agg(DISTINCT ST_SRID(geom)::text, ',') FROM g"));
    }

    [Fact]
    public void Without_commit_nothing_stays()
    {
        string connection = cluster.CreateDatabase();
        using (PostGisDatabase database = PostGisDatabase.Open(connection))
        {
            database.Begin();
            database.Execute("CREATE TABLE t (a int)");
        }

        Assert.Throws<DataFormatException>(() => PostGisTable.Open(connection, "t", ReadOptions.Recognise));
    }

    [Fact]
    public void A_copy_that_fails_writes_no_row_and_leaves_the_connection_usable()
    {
        string connection = cluster.CreateDatabase();
        PgTable table = new() { Schema = "public", Name = "t", Columns = [new("id", PgType.Integer)], PrimaryKey = ["id"] };
        using PostGisDatabase database = PostGisDatabase.Open(connection);
        database.Execute(table.CreateSql() + table.IndexSql());
        string message = Assert.Throws<DataFormatException>(() => database.Copy(table, [(null, [1]), (null, [1])])).Message;
        Assert.Contains("23505", message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => database.Copy(table, [(null, [1]), (null, [long.MaxValue])]));
        Assert.Equal(0L, database.Query("SELECT count(*) FROM t"));
        Assert.Equal(2, database.Copy(table, [(null, [1]), (null, [2])]));
        Assert.Throws<DataFormatException>(() => database.Execute("SELEC"));
        Assert.Throws<DataFormatException>(() => PostGisDatabase.Open(cluster.ConnectionTo("nowhere")));
    }

    [Fact]
    public void A_hundred_thousand_rows_take_seconds()
    {
        string connection = cluster.CreateDatabase();
        using PostGisDatabase database = PostGisDatabase.Open(connection);
        database.Execute("CREATE SCHEMA inventory; " + Everything.CreateSql());
        object?[] values = new object?[6];
        Geometry square = Wkt("POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))");
        long rows = database.Copy(Everything, Enumerable.Range(0, 100_000).Select(i =>
        {
            values[0] = (long)i;
            values[1] = "Storgatan";
            return ((Geometry?)square, values);
        }));
        Assert.Equal(100_000, rows);
        using IFeatureCursor cursor = PostGisTable.Open(connection, "inventory.candidates", ReadOptions.Recognise);
        long sum = 0;
        while (cursor.Read())
        {
            sum += (long)cursor.Number(0)!.Value;
        }

        // 0 + 1 + ... + 99,999
        Assert.Equal(4_999_950_000, sum);
    }

    /// <summary>The package's writer is said not to be safe for threads (NetTopologySuite 635); each connection has one of its own.</summary>
    [Fact]
    public void Two_connections_copy_at_once_and_every_geometry_arrives_as_it_was()
    {
        const int Rows = 20_000;
        string connection = cluster.CreateDatabase();
        Parallel.Invoke([.. Enumerable.Range(0, 4).Select<int, Action>(n => () =>
        {
            PgTable table = new() { Schema = "public", Name = $"t{n}", Columns = [new("id", PgType.Integer)], GeometryColumn = "geom", Srid = 3006, PrimaryKey = ["id"] };
            using PostGisDatabase database = PostGisDatabase.Open(connection);
            database.Begin();
            database.Execute(table.CreateSql());
            Assert.Equal(Rows, database.Copy(table, Enumerable.Range(0, Rows).Select(i => ((Geometry?)Shape(n, i), new object?[] { i }))));
            database.Commit();
        })]);
        Parallel.For(0, 4, n =>
        {
            using IFeatureCursor cursor = PostGisTable.Open(connection, $"t{n}", ReadOptions.Recognise);
            for (int i = 0; i < Rows; i++)
            {
                Assert.True(cursor.Read() && cursor.Fault is null);
                Assert.Equal(i, cursor.Number(0));
                Assert.True(Shape(n, i).EqualsExact(cursor.Geometry), $"table {n}, row {i}");
            }

            Assert.False(cursor.Read());
        });

        static Geometry Shape(int table, int row)
        {
            Coordinate from = new(row, table), to = new(row + 1, table + 0.5);
            return table % 2 == 0 ? new LineString([from, to]) : new Point(from);
        }
    }

    private static Geometry Wkt(string text) => new WKTReader().Read(text);
}

using System.Globalization;
using HousingInventory.Formats;

namespace HousingInventory.SystemTests.PostGis;

[Collection(PostGisTests.Name)]
[Trait("Needs", "PostGis")]
public sealed class PostGisTableTests(PostGisCluster cluster)
{
    [Fact]
    public void Every_type_of_column_has_its_text()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE TYPE colour AS ENUM ('red', 'blue');
            CREATE DOMAIN short AS varchar(5);
            CREATE TABLE t (id int PRIMARY KEY, s text, n numeric(20, 5), f4 real, f8 double precision, b boolean, d date, ts timestamp, tz timestamptz, u uuid, e colour,
                c char(5), o short, j jsonb, a int[], x bytea, big bigint);
            INSERT INTO t VALUES (2);
            INSERT INTO t VALUES (1, '  Åsele ', 1.50000, 0.1, 1e20, true, '2026-11-02', '2026-11-02 12:30', '2026-11-02 12:30+01', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', 'blue',
                'ab', 'hej', '{"a": 1}', '{1,2}', '\x00ff', 9007199254740993),
                (3, ' ', 'NaN', 'NaN', '-infinity', false, 'infinity', '-infinity', 'infinity', NULL, NULL, NULL, '', NULL, NULL, NULL, -1);
            INSERT INTO t VALUES (4, 'x', -120, -2.5, 0, NULL, '0044-03-15 BC');
            """);
        List<string> rows = Dump(PostGisTable.Open(connection, "public.t", ReadOptions.Recognise));
        Assert.Equal(
        [
            "1: 1|Åsele|1.5|0.1|1E+20|true|2026-11-02|2026-11-02T12:30:00|2026-11-02T11:30:00Z|a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11|blue|ab|hej|{\"a\": 1}|{1,2}|-|9007199254740993",
            "2: 2|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-",
            "3: 3|-|-|-|-|false|-|-|-|-|-|-|-|-|-|-|-1",
            "4: 4|x|-120|-2.5|0|-|-|-|-|-|-|-|-|-|-|-|-",
        ],
        rows);
        using IFeatureCursor cursor = PostGisTable.Open(connection, "public.t", ReadOptions.Recognise);
        Assert.Equal(
            [ColumnKind.Integer, ColumnKind.Text, ColumnKind.Real, ColumnKind.Real, ColumnKind.Real, ColumnKind.Boolean, ColumnKind.Date, ColumnKind.DateTime, ColumnKind.DateTime],
            cursor.Layer.Columns.Take(9).Select(c => c.Kind));
        Assert.True(cursor.Read());
        Assert.Equal([1.0, null, 1.5, 0.1, 1e20, null, null], Enumerable.Range(0, 7).Select(cursor.Number));
        Assert.Null(cursor.Text(-1));
        Assert.Null(cursor.Number(99));
    }

    [Fact]
    public void Geometry_comes_with_its_coordinate_system_and_without_z_and_m()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE TABLE g (id int PRIMARY KEY, geom geometry(GeometryZM, 3006), name text);
            INSERT INTO g VALUES (1, 'SRID=3006;POINT ZM (674032 6580822 10 20)', 'a'), (2, NULL, 'b'),
                (3, 'SRID=3006;MULTIPOLYGON ZM (((0 0 1 2, 9 0 1 2, 9 9 1 2, 0 0 1 2)))', 'c'), (4, ST_SetSRID(ST_Force4D('POLYGON EMPTY'), 3006), 'd'),
                (5, 'SRID=3006;CIRCULARSTRING ZM (0 0 0 0, 1 1 0 0, 2 0 0 0)', 'e');
            """);
        using IFeatureCursor cursor = PostGisTable.Open(connection, "public.g", ReadOptions.Recognise);
        Assert.Equal((CrsTable.Sweref99Tm, "geom", "GEOMETRY", "SRID 3006"), (cursor.Layer.Crs, cursor.Layer.GeometryColumn, cursor.Layer.GeometryType, cursor.Layer.CrsText));
        Assert.Equal(["id", "name"], cursor.Layer.Columns.Select(c => c.Name));
        List<string> found = [];
        while (cursor.Read())
        {
            found.Add(cursor.Text(1) + " " + (cursor.Fault ?? cursor.Geometry?.AsText() ?? "-"));
        }

        Assert.Equal(
            ["a POINT (674032 6580822)", "b -", "c MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))", "d -", "e has a real curve (an arc), which is not read; export it with straight lines, for example with ogr2ogr -nlt CONVERT_TO_LINEAR"], found);
    }

    [Fact]
    public void Of_several_geometries_the_wanted_kind_or_the_named_column_is_read()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE TABLE b (id int PRIMARY KEY, entrance geometry(Point, 3006), outline geometry(MultiPolygon, 3006), axis geometry(LineString, 3006));
            INSERT INTO b VALUES (1, 'SRID=3006;POINT(1 2)', 'SRID=3006;MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)))', 'SRID=3006;LINESTRING(0 0, 5 5)');
            CREATE TABLE c (id int PRIMARY KEY, other geometry, geom geometry);
            """);
        string Column(string table, ReadOptions options)
        {
            using IFeatureCursor cursor = PostGisTable.Open(connection, table, options);
            return cursor.Layer.GeometryColumn!;
        }

        Assert.Equal("outline", Column("b", ReadOptions.Recognise with { Wish = GeometryWish.Areas }));
        Assert.Equal("entrance", Column("b", ReadOptions.Recognise with { Wish = GeometryWish.Points }));
        Assert.Equal("axis", Column("b", ReadOptions.Recognise with { Wish = GeometryWish.Lines }));
        Assert.Equal("axis", Column("b", new ReadOptions("AXIS")));
        Assert.Equal("geom", Column("c", ReadOptions.Recognise with { Wish = GeometryWish.Areas }));
        Assert.Contains("outline", Assert.Throws<DataFormatException>(() => Column("b", new ReadOptions("shape"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Views_geographies_and_names_in_quotes_with_several_geometries_give_the_wanted_one()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE SCHEMA "Bygg Nad";
            CREATE TABLE "Bygg Nad"."Hus 2026" (id int PRIMARY KEY, "Punkt" geometry(Point, 3006), "Yta" geometry(Polygon, 3006));
            INSERT INTO "Bygg Nad"."Hus 2026" VALUES (1, 'SRID=3006;POINT(1 2)', 'SRID=3006;POLYGON((0 0, 9 0, 9 9, 0 0))');
            CREATE VIEW public.hus AS SELECT id, "Punkt" AS punkt, "Yta" AS yta FROM "Bygg Nad"."Hus 2026";
            CREATE MATERIALIZED VIEW public.kopia AS SELECT * FROM public.hus;
            CREATE TABLE public.bada (id int PRIMARY KEY, plats geography(Point), yta geometry(Polygon, 3006));
            INSERT INTO public.bada VALUES (1, 'POINT(20 64)', 'SRID=3006;POLYGON((0 0, 9 0, 9 9, 0 0))');
            """);
        string? Read(string table, GeometryWish wish)
        {
            using IFeatureCursor cursor = PostGisTable.Open(connection, table, ReadOptions.Recognise with { Wish = wish });
            return cursor.Read() ? $"{cursor.Layer.GeometryColumn} {cursor.Geometry?.GeometryType} {cursor.Layer.Crs?.Epsg}" : null;
        }

        Assert.Equal("Yta Polygon 3006", Read("\"Bygg Nad\".\"Hus 2026\"", GeometryWish.Areas));
        Assert.Equal("Punkt Point 3006", Read("\"Bygg Nad\".\"Hus 2026\"", GeometryWish.Points));
        Assert.Equal("yta Polygon 3006", Read("public.hus", GeometryWish.Areas));
        Assert.Equal("punkt Point 3006", Read("public.kopia", GeometryWish.Points));
        Assert.Equal("yta Polygon 3006", Read("public.bada", GeometryWish.Areas));
        Assert.Equal("plats Point 4326", Read("public.bada", GeometryWish.Points));
    }

    [Fact]
    public void A_missing_right_is_said_with_the_grant_that_gives_it()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE SCHEMA bygg; CREATE TABLE bygg.hus (id int); CREATE TABLE public.gata (id int);
            DROP ROLE IF EXISTS lasare; CREATE ROLE lasare LOGIN PASSWORD 'hemligt';
            """);
        string reader = new Npgsql.NpgsqlConnectionStringBuilder(connection) { Username = "lasare", Password = "hemligt" }.ConnectionString;
        string Refused(string table) => Assert.Throws<DataFormatException>(() => PostGisTable.Open(reader, table, ReadOptions.Recognise)).Message;
        Assert.Contains("GRANT USAGE ON SCHEMA \"bygg\" TO \"lasare\"", Refused("bygg.hus"), StringComparison.Ordinal);
        PostGisCluster.ExecuteIn(connection, "GRANT USAGE ON SCHEMA bygg TO lasare");
        Assert.Contains("GRANT SELECT ON \"bygg\".\"hus\" TO \"lasare\"", Refused("bygg.hus"), StringComparison.Ordinal);
        PostGisCluster.ExecuteIn(connection, "GRANT SELECT ON bygg.hus TO lasare");
        PostGisTable.Open(reader, "bygg.hus", ReadOptions.Recognise).Dispose();
    }

    [Fact]
    public void A_column_without_stated_system_takes_that_of_its_first_row_and_others_are_faults()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE TABLE g (geom geometry);
            INSERT INTO g VALUES (NULL), ('SRID=3016;POINT(150000 7000000)'), ('SRID=4326;POINT(20 64)'), ('POINT(1 1)');
            CREATE TABLE w (place geography(Point));
            INSERT INTO w VALUES ('POINT(20 64)');
            CREATE TABLE unknown (geom geometry(Point, 27700));
            """);
        using (IFeatureCursor cursor = PostGisTable.Open(connection, "g", ReadOptions.Recognise))
        {
            Assert.Equal(3016, cursor.Layer.Crs?.Epsg);
            List<string?> faults = [];
            while (cursor.Read())
            {
                faults.Add(cursor.Fault);
            }

            Assert.Equal([null, null, "has a geometry with SRID 4326 where the others have 3016", "has a geometry with SRID 0 where the others have 3016"], faults);
        }

        using (IFeatureCursor cursor = PostGisTable.Open(connection, "g", new ReadOptions(Crs: CrsTable.Wgs84)))
        {
            Assert.Equal(CrsTable.Wgs84, cursor.Layer.Crs);
            Assert.True(cursor.Read() && cursor.Read() && cursor.Read());
            Assert.Equal("POINT (20 64)", cursor.Geometry!.AsText());
        }

        Assert.Equal((CrsTable.Wgs84, "POINT"), PostGisTable.Layers(connection, "w", ReadOptions.Recognise).Select(l => (l.Crs, l.GeometryType)).Single());
        Assert.Equal((null, "SRID 27700"), PostGisTable.Layers(connection, "unknown", ReadOptions.Recognise).Select(l => (l.Crs, l.CrsText)).Single());
    }

    [Fact]
    public void Rows_come_by_key_in_storage_order_or_by_value()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE TABLE keyed (b int, a text, PRIMARY KEY (b, a)); INSERT INTO keyed VALUES (2, 'x'), (1, 'z'), (1, 'y');
            CREATE TABLE heap (a text); INSERT INTO heap VALUES ('c'), ('a'), ('b');
            CREATE VIEW sight AS SELECT a, 'SRID=4326;POINT(1 2)'::geometry AS geom FROM heap;
            CREATE TABLE parts (a int) PARTITION BY RANGE (a); CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (9); INSERT INTO parts VALUES (3), (1);
            CREATE MATERIALIZED VIEW kept AS SELECT * FROM heap;
            CREATE TABLE nothing ();
            INSERT INTO nothing DEFAULT VALUES;
            """);
        Assert.Equal(["1: 1|y", "2: 1|z", "3: 2|x"], Dump(PostGisTable.Open(connection, "keyed", ReadOptions.Recognise)));
        Assert.Equal(["1: c", "2: a", "3: b"], Dump(PostGisTable.Open(connection, "heap", ReadOptions.Recognise)));
        Assert.Equal(["1: a", "2: b", "3: c"], Dump(PostGisTable.Open(connection, "sight", ReadOptions.Recognise)));
        Assert.Equal(["1: 3", "2: 1"], Dump(PostGisTable.Open(connection, "parts", ReadOptions.Recognise)));
        Assert.Equal(["1: c", "2: a", "3: b"], Dump(PostGisTable.Open(connection, "kept", ReadOptions.Recognise)));
        Assert.Equal(["1: "], Dump(PostGisTable.Open(connection, "nothing", ReadOptions.Recognise)));
    }

    [Fact]
    public void Names_are_found_letter_for_letter_or_without_regard_to_case()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """"
            CREATE SCHEMA "Min.Kommun"; CREATE TABLE "Min.Kommun"."Hus ""A""" ("Id-Nr" int, "select" text); INSERT INTO "Min.Kommun"."Hus ""A""" VALUES (7, 'å');
            CREATE TABLE byggnad (v text); INSERT INTO byggnad VALUES ('small');
            CREATE TABLE "Byggnad" (v text); INSERT INTO "Byggnad" VALUES ('large');
            """");
        Assert.Equal(["1: 7|å"], Dump(PostGisTable.Open(connection, "\"Min.Kommun\".\"Hus \"\"A\"\"\"", ReadOptions.Recognise)));
        Assert.Equal(["1: 7|å"], Dump(PostGisTable.Open(connection, "\"min.kommun\".hus \"A\"", ReadOptions.Recognise)));
        Assert.Equal(["1: large"], Dump(PostGisTable.Open(connection, "public.Byggnad", ReadOptions.Recognise)));
        Assert.Equal(["1: small"], Dump(PostGisTable.Open(connection, "byggnad", ReadOptions.Recognise)));
        Assert.Equal(["1: large"], Dump(PostGisTable.Open(connection, "PUBLIC.BYGGNAD", ReadOptions.Recognise)));
        Assert.Contains("no table or view 'public.hus'", Refusal(() => PostGisTable.Open(connection, "public.hus", ReadOptions.Recognise)), StringComparison.Ordinal);
        Assert.Contains("SCHEMA.TABLE", Refusal(() => PostGisTable.Open(connection, "", ReadOptions.Recognise)), StringComparison.Ordinal);
        Assert.Contains("no table or view", Refusal(() => PostGisTable.Open(connection, "x'; DROP TABLE byggnad; --", ReadOptions.Recognise)), StringComparison.Ordinal);
    }

    [Fact]
    public void PostGis_may_be_in_a_schema_of_its_own_or_not_there_at_all()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            DROP EXTENSION postgis; CREATE TABLE plain (a int); INSERT INTO plain VALUES (5);
            """);
        Assert.Equal(["1: 5"], Dump(PostGisTable.Open(connection, "plain", ReadOptions.Recognise)));
        Assert.Contains("CREATE EXTENSION postgis", Refusal(() => PostGisDatabase.Open(connection).Dispose()), StringComparison.Ordinal);
        PostGisCluster.ExecuteIn(connection, """
            CREATE SCHEMA "Geo"; CREATE EXTENSION postgis SCHEMA "Geo"; CREATE TABLE g (geom "Geo".geometry(Point, 3006)); INSERT INTO g VALUES ('SRID=3006;POINT(1 2)');
            """);
        using IFeatureCursor cursor = PostGisTable.Open(connection, "g", ReadOptions.Recognise);
        Assert.True(cursor.Read());
        Assert.Equal(("POINT (1 2)", 3006), (cursor.Geometry!.AsText(), cursor.Layer.Crs!.Epsg));
        using PostGisDatabase database = PostGisDatabase.Open(connection);
        database.Execute("CREATE TABLE made (geom geometry(Point, 3006))");
    }

    [Fact]
    public void A_row_changed_meanwhile_is_not_seen_and_nothing_can_be_written()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, """
            CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t SELECT i, 'old' FROM generate_series(1, 20000) i;
            CREATE TABLE log (v text); CREATE FUNCTION spy() RETURNS text LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES ('x'); RETURN 'x'; END $$;
            CREATE VIEW evil AS SELECT spy() AS v;
            """);
        using IFeatureCursor cursor = PostGisTable.Open(connection, "t", ReadOptions.Recognise);
        Assert.True(cursor.Read());
        PostGisCluster.ExecuteIn(connection, "UPDATE t SET v = 'new'; DELETE FROM t WHERE id > 10000");
        int rows = 1;
        while (cursor.Read())
        {
            rows++;
            Assert.Equal("old", cursor.Text(1));
        }

        Assert.Equal(20000, rows);
        Assert.Contains("read-only", Refusal(() => Dump(PostGisTable.Open(connection, "evil", ReadOptions.Recognise))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_may_be_left_in_the_middle()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, "CREATE TABLE t AS SELECT i, repeat('x', 1000) AS v FROM generate_series(1, 200000) i");
        using (IFeatureCursor cursor = PostGisTable.Open(connection, "t", ReadOptions.Recognise))
        {
            Assert.True(cursor.Read());
        }

        using PostGisDatabase database = PostGisDatabase.Open(connection);
        Assert.Equal(0L, database.Query("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'housing-inventory' AND pid <> pg_backend_pid() AND state LIKE '%transaction%'"));
    }

    [Fact]
    public void Failures_are_a_sentence_without_password_or_value()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, "CREATE TABLE t (v text); INSERT INTO t VALUES ('19121212-1212'); CREATE VIEW bad AS SELECT v::int AS n FROM t;"
            + " CREATE ROLE nobody LOGIN PASSWORD 'nobody'; CREATE TABLE mine (a int)");
        string asNobody = connection.Replace("tester", "nobody", StringComparison.Ordinal).Replace(cluster.Password.Replace("\"", "\"\"", StringComparison.Ordinal), "nobody", StringComparison.Ordinal);
        (string Connection, string Table, string Expected)[] cases =
        [
            (cluster.ConnectionTo("postgres", "wrong-secret"), "t", "refused the user 'tester'"),
            (cluster.ConnectionTo("nowhere"), "t", "no database 'nowhere'"),
            ("Host=127.0.0.1;Port=1;Database=x;Username=y;Password=wrong-secret", "t", "127.0.0.1:1"),
            ("Host=no-such-host.invalid;Database=x;Username=y;Password=wrong-secret", "t", "no-such-host.invalid"),
            ("wrong-secret", "t", "not understood"),
            ("", "t", "not understood"),
            ("Password=wrong-secret;Nonsense=1", "t", "not understood"),
            ("Username=x;Password=wrong-secret", "t", "not understood"),
            ("postgresql://x:wrong-secret@:99999999/d", "t", "not understood"),
            (connection, "bad", "22P02"),
            (asNobody, "public.mine", "GRANT SELECT ON"),
        ];
        foreach ((string to, string table, string expected) in cases)
        {
            string message = Refusal(() => Dump(PostGisTable.Open(to, table, ReadOptions.Recognise)));
            Assert.Contains(expected, message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
            Assert.DoesNotContain("1912", message, StringComparison.Ordinal);
            Assert.EndsWith(".", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_connection_may_be_a_uri()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, "CREATE TABLE t (v text); INSERT INTO t VALUES ('a')");
        string database = new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;
        string uri = string.Create(CultureInfo.InvariantCulture, $"postgresql://tester:{Uri.EscapeDataString(cluster.Password)}@127.0.0.1:{cluster.Port}/{database}?sslmode=disable&application_name=x");
        Assert.Equal(["1: a"], Dump(PostGisTable.Open(uri, "t", ReadOptions.Recognise)));
    }

    [Fact]
    public void The_loss_of_the_server_is_a_sentence()
    {
        string connection = cluster.CreateDatabase();
        PostGisCluster.ExecuteIn(connection, "CREATE TABLE t AS SELECT i, repeat('x', 1000) AS v FROM generate_series(1, 100000) i");
        using IFeatureCursor cursor = PostGisTable.Open(connection, "t", ReadOptions.Recognise);
        Assert.True(cursor.Read());
        PostGisCluster.ExecuteIn(connection, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'housing-inventory' AND datname = current_database()");
        Assert.EndsWith(".", Refusal(() =>
        {
            while (cursor.Read())
            {
            }
        }), StringComparison.Ordinal);
    }

    internal static List<string> Dump(IFeatureCursor cursor)
    {
        List<string> lines = [];
        using (cursor)
        {
            while (cursor.Read())
            {
                IEnumerable<string> values = Enumerable.Range(0, cursor.Layer.Columns.Count).Select(c => cursor.Text(c) ?? "-");
                lines.Add(cursor.Row + ": " + string.Join('|', values));
            }
        }

        return lines;
    }

    private static string Refusal(Action action) => Assert.Throws<DataFormatException>(action).Message;
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using Npgsql;

namespace HousingInventory.SystemTests.PostGis;

[Collection(PostGisTests.Name)]
[Trait("Needs", "PostGis")]
public sealed class PostGisOutputTests(PostGisCluster cluster) : IDisposable
{
    private const string Variable = "HOUSING_INVENTORY_TEST_PG";
    private const string ToPostGis = $$"""[{ "type": "geopackage" }, { "type": "postgis", "connection": "env:{{Variable}}", "keepRuns": 2 }]""";

    private readonly SampleCopy _sample = new("skelleftea-mini");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _sample.Dispose();
    }

    [Fact]
    public void Without_buildings_their_table_is_empty_and_the_candidates_are_all_there()
    {
        using PostGisDatabase database = Database(cluster);
        Run(ToPostGis);
        long candidates = (long)database.Query("SELECT count(*) FROM inventory.candidates_current")!;
        Assert.True((long)database.Query("SELECT count(*) FROM inventory.buildings")! > 0);
        Run(ToPostGis.Replace("\"keepRuns\": 2", "\"keepRuns\": 1, \"buildings\": false", StringComparison.Ordinal));
        Assert.Equal(0L, database.Query("SELECT count(*) FROM inventory.buildings"));
        Assert.Equal(candidates, database.Query("SELECT count(*) FROM inventory.candidates_current"));
    }

    [Fact]
    public void A_load_has_the_rows_of_the_GeoPackage_and_a_reload_replaces_them()
    {
        using PostGisDatabase database = Database(cluster);
        JsonNode manifest = Run(ToPostGis);
        JsonNode file = manifest["outputs"]!.AsArray().Single(o => o!["path"]!.GetValue<string>() == "inventory.gpkg")!;
        JsonNode schema = manifest["outputs"]!.AsArray().Single(o => o!["path"]!.GetValue<string>() == "postgis:inventory")!;
        Assert.Null(schema["sha256"]);

        // The map's background, its sheets and the copy of the follow-up are for the project inside the file, and are no results.
        JsonObject results = file["rows"]!.DeepClone().AsObject();
        foreach (string background in (string[])["roads", "named_roads", "water", "followup", "locality_pages"])
        {
            results.Remove(background);
        }

        Assert.Equal(results.ToJsonString(), schema["rows"]!.ToJsonString());
        foreach ((string table, JsonNode? rows) in schema["rows"]!.AsObject())
        {
            Assert.Equal(rows!.GetValue<long>(), database.Query($"SELECT count(*) FROM inventory.{table}"));
        }

        long candidates = schema["rows"]!["candidates"]!.GetValue<long>();
        Assert.True(candidates > 0);
        Assert.Equal(candidates, database.Query("SELECT count(*) FROM inventory.candidates_current WHERE run_id = 1 AND ST_SRID(geom) = 3006 AND as_of IS NOT NULL"));
        Assert.Equal(candidates, database.Query("SELECT (rows->>'candidates')::bigint FROM inventory.runs"));
        Assert.StartsWith("Lägespoäng (0–100). ", Assert.IsType<string>(database.Query(
            "SELECT col_description(attrelid, attnum) FROM pg_attribute WHERE attrelid = 'inventory.candidates'::regclass AND attname = 'score'")), StringComparison.Ordinal);
        Assert.Equal(
            "candidates_geom_idx,candidates_pkey,candidates_ref_idx",
            database.Query("SELECT string_agg(indexname, ',' ORDER BY indexname COLLATE \"C\") FROM pg_indexes WHERE schemaname = 'inventory' AND tablename = 'candidates'"));

        for (int reload = 0; reload < 2; reload++)
        {
            Run(ToPostGis);
        }

        // Three runs, of which two are kept; the tables hold the newest, and nothing of the staging stays.
        Assert.Equal("2,3", database.Query("SELECT string_agg(run_id::text, ',' ORDER BY run_id) FROM inventory.runs"));
        Assert.Equal(2 * candidates, database.Query("SELECT count(*) FROM inventory.candidate_history"));
        Assert.Equal(candidates, database.Query("SELECT count(*) FROM inventory.candidates_current WHERE run_id = 3"));
        Assert.Equal(0L, database.Query("SELECT count(*) FROM pg_class WHERE relname LIKE '%\\_\\_new%'"));
    }

    [Fact]
    public void Every_column_says_in_the_database_what_it_is()
    {
        using PostGisDatabase database = Database(cluster);
        Run(ToPostGis);
        foreach (string table in (string[])["candidates", "candidate_points", "candidates_current", "buildings", "criterion_values", "stops", "services", "flats"])
        {
            Assert.Equal((table, (object?)null), (table, database.Query(
                """
                SELECT string_agg(attname, ',') FROM pg_attribute
                WHERE attrelid = $1::regclass AND attnum > 0 AND attname NOT IN ('geom', 'fid', 'run_id', 'as_of', 'run_title', 'delete_after') AND col_description(attrelid, attnum) IS NULL
                """,
                "inventory." + table)));
        }

        Assert.Equal(
            database.Query("SELECT count(*) * (SELECT count(DISTINCT criterion) FROM inventory.criterion_values) FROM inventory.candidates"),
            database.Query("SELECT count(*) FROM inventory.criterion_values"));
        Assert.Equal(0L, database.Query("SELECT count(*) FROM inventory.criterion_values WHERE (value IS NULL) = (missing IS NULL)"));
        Assert.Equal("Poäng", database.Query("SELECT col_description('inventory.criterion_values'::regclass, 4)"));
    }

    [Fact]
    public void The_schema_of_an_older_version_gets_what_it_lacks_and_keeps_its_runs()
    {
        using PostGisDatabase database = Database(cluster);

        // As a version left it that knew fewer columns, and a table of candidates with other ones.
        database.Execute("""
            CREATE SCHEMA inventory;
            CREATE TABLE inventory.runs (run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, as_of date, title text);
            COMMENT ON TABLE inventory.runs IS 'HousingInventory: one row a run';
            CREATE TABLE inventory.candidate_history (run_id bigint REFERENCES inventory.runs ON DELETE CASCADE, building_id text, PRIMARY KEY (run_id, building_id));
            CREATE TABLE inventory.candidates (building_id text PRIMARY KEY, old_column int);
            CREATE VIEW inventory.candidates_current AS SELECT * FROM inventory.candidates;
            INSERT INTO inventory.runs (as_of, title) VALUES ('2026-08-01', 'förr');
            INSERT INTO inventory.candidate_history VALUES (1, 'b-1');
            """);
        Run(ToPostGis);
        Assert.Equal("1 förr,2 EXEMPELDATA Skellefteå, november 2026", database.Query("SELECT string_agg(run_id || ' ' || title, ',' ORDER BY run_id) FROM inventory.runs"));
        Assert.Equal(1L, database.Query("SELECT count(*) FROM inventory.runs WHERE delete_after = '2027-05-31' AND rows->>'candidates' IS NOT NULL"));
        Assert.Equal(1L, database.Query("SELECT count(*) FROM inventory.candidate_history WHERE run_id = 1 AND ref IS NULL"));
        Assert.Null(database.Query("SELECT 1 FROM pg_attribute WHERE attrelid = 'inventory.candidates'::regclass AND attname = 'old_column' AND NOT attisdropped"));
    }

    [Fact]
    public void Runs_past_their_day_of_deletion_go_and_three_are_kept_unless_more_are_asked_for()
    {
        using PostGisDatabase database = Database(cluster);
        string standard = ToPostGis.Replace(", \"keepRuns\": 2", "", StringComparison.Ordinal);
        for (int run = 0; run < 4; run++)
        {
            Run(standard);
        }

        Assert.Equal("2,3,4", database.Query("SELECT string_agg(run_id::text, ',' ORDER BY run_id) FROM inventory.runs"));
        database.Execute("UPDATE inventory.runs SET delete_after = '2026-11-09' WHERE run_id = 4");

        // The sample is for 2026-11-10: the run whose last day was the ninth goes, with its history.
        Run(standard);
        Assert.Equal("3,5", database.Query("SELECT string_agg(run_id::text, ',' ORDER BY run_id) FROM inventory.runs"));
        Assert.Equal("3,5", database.Query("SELECT string_agg(DISTINCT run_id::text, ',') FROM inventory.candidate_history"));
    }

    [Fact]
    public void The_page_on_PostGIS_sets_up_roles_that_suffice_and_its_questions_are_answered()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "sv", "postgis.md"));
        string[] blocks = [.. Regex.Matches(page, "```sql\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value)];
        Assert.Equal(3, blocks.Length);
        using PostGisDatabase database = Database(cluster);
        NpgsqlConnectionStringBuilder settings = new(Environment.GetEnvironmentVariable(Variable));
        database.Execute(blocks[0].Replace("DATABASE kommun", "DATABASE " + settings.Database, StringComparison.Ordinal));

        // The load is made by the page's role, which owns nothing and is no superuser, and read by the other.
        settings.Username = "inventering";
        settings.Password = "...";
        Environment.SetEnvironmentVariable(Variable, settings.ConnectionString);
        string outputs = ToPostGis.Replace("\"keepRuns\": 2", "\"readerRole\": \"inventering_las\", \"keepRuns\": 3", StringComparison.Ordinal);
        Assert.Contains(outputs[outputs.IndexOf("\"readerRole\"", StringComparison.Ordinal)..^1], page, StringComparison.Ordinal);
        Run(outputs);
        Run(outputs);
        settings.Username = "inventering_las";
        using (PostGisDatabase reader = PostGisDatabase.Open(settings.ConnectionString))
        {
            Assert.IsType<string>(reader.Query(blocks[2].Split(';')[0]));

            // The same homes in both runs: nobody is new.
            Assert.Null(reader.Query(blocks[2].Split(';')[1]));
        }

        using PostGisDatabase loader = PostGisDatabase.Open(Environment.GetEnvironmentVariable(Variable)!);
        loader.Execute(blocks[1]);
        Assert.Null(database.Query("SELECT 1 FROM pg_namespace WHERE nspname = 'inventory'"));
    }

    [Fact]
    public void A_file_that_is_open_elsewhere_holds_the_database_back_too()
    {
        using PostGisDatabase database = Database(cluster);
        JsonNode first = Run(ToPostGis);
        database.Execute("UPDATE inventory.candidates SET note = 'the old one'");
        string layer = Path.Combine(_sample.Out, "inventory.gpkg");
        using (FileStream held = new(layer, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            string message = Assert.Throws<InputException>(() => Run(ToPostGis)).Message;
            Assert.Contains($"{layer} is open in another program", message, StringComparison.Ordinal);
        }

        Assert.Equal(first.ToJsonString(), _sample.Manifest().ToJsonString());
        Assert.Equal(1L, database.Query("SELECT count(*) FROM inventory.runs"));
        Assert.Equal(0L, database.Query("SELECT count(*) FROM inventory.candidates_current WHERE note IS DISTINCT FROM 'the old one'"));
        Run(ToPostGis);
        Assert.Equal(2L, database.Query("SELECT count(*) FROM inventory.runs"));
    }

    [Fact]
    public void The_reader_role_reads_everything_and_writes_nothing()
    {
        using PostGisDatabase database = Database(cluster);
        database.Execute("CREATE ROLE planner LOGIN PASSWORD 'ask'");
        Run(ToPostGis.Replace("\"keepRuns\": 2", "\"readerRole\": \"planner\"", StringComparison.Ordinal));
        NpgsqlConnectionStringBuilder settings = new(Environment.GetEnvironmentVariable(Variable)) { Username = "planner", Password = "ask" };
        using PostGisDatabase reader = PostGisDatabase.Open(settings.ConnectionString);
        foreach (string table in (string[])["candidates", "candidates_current", "buildings", "stops", "criterion_values", "runs", "candidate_history"])
        {
            Assert.IsType<long>(reader.Query($"SELECT count(*) FROM inventory.{table}"));
            string refusal = Assert.Throws<DataFormatException>(() => reader.Execute($"DELETE FROM inventory.{table}")).Message;

            // The view, being a join, is refused before anybody asks who wants to write (code 55000).
            Assert.Contains(table == "candidates_current" ? "55000" : "lacks a permission", refusal, StringComparison.Ordinal);
        }

        Assert.Throws<DataFormatException>(() => reader.Execute("CREATE TABLE inventory.mine (a int)"));
        string message = Assert.Throws<InputException>(() => Run(ToPostGis.Replace("\"keepRuns\": 2", "\"readerRole\": \"nobody here\"", StringComparison.Ordinal))).Message;
        Assert.Contains("no role 'nobody here'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgis buildings")]
    [InlineData("postgis criterion_values")]
    public void A_server_killed_in_mid_load_keeps_the_old_tables_and_the_old_files(string moment)
    {
        using PostGisCluster own = new();
        string connection;
        using (PostGisDatabase database = Database(own))
        {
            connection = Environment.GetEnvironmentVariable(Variable)!;
            Run(ToPostGis);

            // The tests' server answers before it has written; this one answer must outlive it, and with it what came before.
            database.Execute("SET synchronous_commit = on");
            database.Execute("UPDATE inventory.candidates SET note = 'the old one'");
        }

        byte[] before = File.ReadAllBytes(Path.Combine(_sample.Out, "manifest.json"));
        InputException lost = Assert.Throws<InputException>(() => Run(ToPostGis, step =>
        {
            if (step.What == moment)
            {
                own.Kill();
            }
        }));
        Assert.Equal("output postgis: The connection to the database was lost; run the command again.", lost.Message);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_sample.Out, "manifest.json")));
        own.StartAgain();
        using PostGisDatabase after = PostGisDatabase.Open(new NpgsqlConnectionStringBuilder(connection) { Port = own.Port }.ConnectionString);
        Assert.Equal(true, after.Query("SELECT count(*) > 0 AND count(*) FILTER (WHERE note = 'the old one') = count(*) FROM inventory.candidates_current"));
        Assert.Equal(1L, after.Query("SELECT count(*) FROM inventory.runs"));
        Assert.Equal(0L, after.Query("SELECT count(*) FROM pg_class WHERE relname LIKE '%\\_\\_new%'"));

        // The server is up again, and so is everything: nothing that the lost run left stands in the way.
        Environment.SetEnvironmentVariable(Variable, new NpgsqlConnectionStringBuilder(connection) { Port = own.Port }.ConnectionString);
        Run(ToPostGis);
        Assert.Equal(2L, after.Query("SELECT count(*) FROM inventory.runs"));
        Assert.Equal(true, after.Query("SELECT count(*) > 0 AND count(*) FILTER (WHERE note = 'the old one') = 0 FROM inventory.candidates_current"));
    }

    [Fact]
    public void What_cannot_be_reached_or_is_somebody_elses_is_one_line_without_password()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Assert.Equal($"output postgis: the environment variable {Variable}, which holds its connection, is not set.", Assert.Throws<InputException>(() => Run(ToPostGis)).Message);

        Environment.SetEnvironmentVariable(Variable, "Host=127.0.0.1;Port=1;Database=x;Username=u;Password=hush");
        string message = Assert.Throws<InputException>(() => Run(ToPostGis)).Message;
        Assert.Contains("no connection to the database server 127.0.0.1:1", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);

        using PostGisDatabase database = Database(cluster);
        database.Execute("CREATE SCHEMA inventory; CREATE TABLE inventory.stops (theirs int)");
        Assert.Contains("has a table 'stops' that this tool did not make", Assert.Throws<InputException>(() => Run(ToPostGis)).Message, StringComparison.Ordinal);
        Assert.Equal(0L, database.Query("SELECT count(*) FROM inventory.stops WHERE theirs IS NULL"));

        Assert.False(File.Exists(Path.Combine(_sample.Out, "manifest.json")));
    }

    [Fact]
    public void A_view_of_somebodys_own_is_not_dropped()
    {
        using PostGisDatabase database = Database(cluster);
        Run(ToPostGis);
        database.Execute("CREATE VIEW public.mine AS SELECT building_id FROM inventory.candidates");
        Assert.Contains("builds on a table that is to be replaced", Assert.Throws<InputException>(() => Run(ToPostGis)).Message, StringComparison.Ordinal);
        Assert.True(Assert.IsType<long>(database.Query("SELECT count(*) FROM public.mine")) > 0);
    }

    /// <summary>In this process, so that a test can act in the middle of it.</summary>
    private JsonNode Run(string outputs, Action<ProgressStep>? progress = null)
    {
        _sample.Edit(config => config["outputs"] = JsonNode.Parse(outputs));
        Pipeline.Run(ConfigReader.Load(_sample.Config), _sample.Out, new Run(progress));
        return _sample.Manifest();
    }

    private static PostGisDatabase Database(PostGisCluster cluster)
    {
        string connection = cluster.CreateDatabase();
        Environment.SetEnvironmentVariable(Variable, connection);
        return PostGisDatabase.Open(connection);
    }
}

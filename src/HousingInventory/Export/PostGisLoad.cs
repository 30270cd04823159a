using System.Globalization;
using System.Text;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>
/// One load into a schema, in one transaction. <see cref="Stage"/> fills new tables beside the old ones, <see cref="Swap"/> puts them in their place; whatever
/// ends the connection before the end of that leaves the schema as it was. What differs from run to run is replaced; <c>runs</c> has a row a run, and
/// <c>candidate_history</c> who was a candidate in it, of the newest runs.
/// </summary>
internal sealed class PostGisLoad : IDisposable
{
    /// <summary>Tells our schema from one of somebody else's, whose tables are not to be replaced.</summary>
    private const string Mark = "HousingInventory: ";
    private const string Staging = "__new";
    private const string View = "candidates_current";

    private readonly PostGisDatabase _database;
    private readonly PostGisOutput _output;
    private readonly Results _results;
    private readonly string _schema;
    private readonly List<string> _staged = [];
    private object _run = DBNull.Value;

    private PostGisLoad(PostGisDatabase database, PostGisOutput output, Results results)
    {
        _database = database;
        _output = output;
        _results = results;
        _schema = PgName.Quote(output.Schema);
    }

    /// <summary>Whether the server was told to make the load visible: from then on only it knows whether it did.</summary>
    public bool IsSent { get; private set; }

    public static PostGisLoad Open(string connection, PostGisOutput output, Results results) => new(PostGisDatabase.Open(connection), output, results);

    /// <summary>Whether a schema shows, as its newest run, the results with this sha256 of their manifest.</summary>
    /// <exception cref="DataFormatException">The server cannot be asked.</exception>
    public static bool Holds(string connection, string schema, string manifestSha256)
    {
        using PostGisDatabase database = PostGisDatabase.Open(connection);
        bool hasColumn = database.Query(
            "SELECT 1 FROM information_schema.columns WHERE table_schema = $1 AND table_name = 'runs' AND column_name = 'manifest_sha256'", schema) is not null;
        return hasColumn && database.Query($"SELECT manifest_sha256 FROM {PgName.Quote(schema, "runs")} ORDER BY run_id DESC LIMIT 1") as string == manifestSha256;
    }

    /// <summary>Makes or upgrades the schema and fills the staging tables; nobody else sees any of it.</summary>
    /// <returns>Rows by table.</returns>
    /// <exception cref="DataFormatException">The server refused or is gone.</exception>
    /// <exception cref="InputException">The role is missing, or the schema is somebody else's.</exception>
    public IReadOnlyDictionary<string, long> Stage(ResultTable table, Run run)
    {
        _database.Begin();

        // A reader who keeps a table locked must not hold up the run for ever, and two runs into one schema wait for each other.
        _database.Execute("SET LOCAL lock_timeout = '60s'; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0");
        _database.Query("SELECT pg_advisory_xact_lock(hashtext($1))::text", "housing-inventory " + _output.Schema);
        if (_output.ReaderRole is { } role && _database.Query("SELECT 1 FROM pg_roles WHERE rolname = $1", role) is null)
        {
            throw new InputException($"the database has no role '{role}'; let its owner run CREATE ROLE, or take \"readerRole\" out");
        }

        MakeSchema();
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (ResultLayer layer in ResultLayers.All(table, run).Where(l => l.IsResult))
        {
            run.Progress("Export", "postgis " + layer.Name);
            PgTable made = PostGisTables.Of(layer, _output.Schema, _results.Frame);
            PgTable staged = made with { Name = made.Name + Staging };
            _database.Execute(staged.CreateSql());
            _staged.Add(made.Name);

            // The table stays even where its rows are not wanted: who reads from it finds it empty.
            rows[made.Name] = _database.Copy(staged, _output.Buildings || layer.Name != BuildingLayer.Name ? PostGisTables.Rows(layer) : []);
            _database.Execute(staged.IndexSql());
        }

        _database.Execute($"CREATE INDEX ON {Named("candidates" + Staging)} (ref); CREATE INDEX ON {Named("buildings" + Staging)} (ref)");
        AddRun(rows);
        return rows;
    }

    /// <summary>Puts the staged tables in place of the old ones, says which manifest they belong to, and ends the transaction.</summary>
    /// <exception cref="DataFormatException">As in <see cref="Stage"/>.</exception>
    public void Swap(string manifestSha256)
    {
        StringBuilder sql = new($"DROP VIEW IF EXISTS {Named(View)};\n");
        foreach (string name in ResultLayers.Names.Union(_staged))
        {
            sql.Append(CultureInfo.InvariantCulture, $"DROP TABLE IF EXISTS {Named(name)};\n");
        }

        foreach (string name in _staged)
        {
            sql.Append(CultureInfo.InvariantCulture, $"ALTER TABLE {Named(name + Staging)} RENAME TO {PgName.Quote(name)};\n");
        }

        string schema = PgName.Literal(_output.Schema);
        sql.Append(CultureInfo.InvariantCulture, $"""
            DO $housing$ DECLARE name text; BEGIN
            FOR name IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = {schema} AND c.relkind = 'i' AND c.relname LIKE '%\_\_new\_%' ORDER BY c.relname
            LOOP EXECUTE format('ALTER INDEX %I.%I RENAME TO %I', {schema}, name, replace(name, '{Staging}', '')); END LOOP; END $housing$;
            CREATE VIEW {Named(View)} AS SELECT c.*, r.run_id, r.as_of, r.title AS run_title, r.delete_after
            FROM {Named("candidates")} c CROSS JOIN (SELECT * FROM {Named("runs")} ORDER BY run_id DESC LIMIT 1) r;
            COMMENT ON VIEW {Named(View)} IS 'The candidates of the newest run, with its day and its day of deletion';
            DO $housing$ DECLARE name text; said text; BEGIN
            FOR name, said IN SELECT attname, col_description(attrelid, attnum) FROM pg_attribute WHERE attrelid = {PgName.Literal(Named("candidates"))}::regclass AND attnum > 0 AND NOT attisdropped
            LOOP EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', {schema}, '{View}', name, said); END LOOP; END $housing$;

            """);
        if (_output.ReaderRole is { } role)
        {
            string reader = PgName.Quote(role);
            IEnumerable<string> tables = [.. _staged, View, "runs", "candidate_history"];
            sql.Append(CultureInfo.InvariantCulture, $"GRANT USAGE ON SCHEMA {_schema} TO {reader};\nGRANT SELECT ON {string.Join(", ", tables.Select(Named))} TO {reader};\n");
        }

        _database.Execute(sql.ToString());
        _database.Query($"UPDATE {Named("runs")} SET manifest_sha256 = $1 WHERE run_id = $2", manifestSha256, _run);
        IsSent = true;
        _database.Commit();
    }

    public void Dispose() => _database.Dispose();

    private string Named(string table) => PgName.Quote(_output.Schema, table);

    private void MakeSchema()
    {
        if (_database.Query("SELECT 1 FROM pg_namespace WHERE nspname = $1", _output.Schema) is null)
        {
            _database.Execute($"CREATE SCHEMA {_schema}");
        }

        object? said = _database.Query("SELECT obj_description(to_regclass($1), 'pg_class')", Named("runs"));
        if (said is not string text || !text.StartsWith(Mark, StringComparison.Ordinal))
        {
            string[] ours = [.. ResultLayers.Names, .. _results.Analyses.SelectMany(a => a.Layers).Select(l => l.Name), View, "runs", "candidate_history"];
            if (_database.Query("SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname::text = ANY($2) ORDER BY 1", _output.Schema, ours) is string taken)
            {
                throw new InputException($"the schema '{_output.Schema}' has a table '{taken}' that this tool did not make; name another schema");
            }
        }

        // An older version's tables get the columns they lack.
        _database.Execute($"""
            SET LOCAL client_min_messages = warning;
            CREATE TABLE IF NOT EXISTS {Named("runs")} (run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
            ALTER TABLE {Named("runs")} ADD COLUMN IF NOT EXISTS as_of date, ADD COLUMN IF NOT EXISTS title text, ADD COLUMN IF NOT EXISTS purpose text,
                ADD COLUMN IF NOT EXISTS responsible text, ADD COLUMN IF NOT EXISTS delete_after date, ADD COLUMN IF NOT EXISTS version text, ADD COLUMN IF NOT EXISTS rows jsonb,
                ADD COLUMN IF NOT EXISTS manifest_sha256 text;
            COMMENT ON TABLE {Named("runs")} IS '{Mark}one row a run; rows counts the rows of each table';
            COMMENT ON COLUMN {Named("runs")}.as_of IS 'The day that the answer is for';
            COMMENT ON COLUMN {Named("runs")}.delete_after IS 'When the results are to be deleted; a later run deletes the row, and its history with it';
            COMMENT ON COLUMN {Named("runs")}.rows IS 'Rows by table';
            COMMENT ON COLUMN {Named("runs")}.manifest_sha256 IS 'Of the manifest.json of the same run';
            CREATE TABLE IF NOT EXISTS {Named("candidate_history")} (run_id bigint REFERENCES {Named("runs")} ON DELETE CASCADE, building_id text, PRIMARY KEY (run_id, building_id));
            ALTER TABLE {Named("candidate_history")} ADD COLUMN IF NOT EXISTS ref text, ADD COLUMN IF NOT EXISTS rank bigint, ADD COLUMN IF NOT EXISTS score double precision,
                ADD COLUMN IF NOT EXISTS state text;
            COMMENT ON TABLE {Named("candidate_history")} IS 'The candidates of the runs in runs, to see who came and who went';
            """);
    }

    /// <summary>Adds the run, and lets go of those beyond keepRuns and those whose day of deletion has passed on the day of this run.</summary>
    private void AddRun(Dictionary<string, long> rows)
    {
        object run = _run = _database.Query(
            $"INSERT INTO {Named("runs")} (as_of, title, purpose, responsible, delete_after, version, rows) VALUES ($1, $2::text, $3::text, $4::text, $5::date, $6, $7::jsonb) RETURNING run_id",
            _results.Frame.AsOf, OrNull(_results.Frame.Title), OrNull(_results.Frame.Purpose), OrNull(_results.Frame.Responsible), OrNull(_results.Frame.DeleteAfter), ToolVersion.Text, JsonSerializer.Serialize(rows))!;
        _database.Query($"INSERT INTO {Named("candidate_history")} (run_id, building_id, ref, rank, score, state) SELECT $1, building_id, ref, rank, score, state FROM {Named("candidates" + Staging)}", run);
        _database.Query(
            $"DELETE FROM {Named("runs")} WHERE run_id <> $1 AND (delete_after < $2 OR run_id NOT IN (SELECT run_id FROM {Named("runs")} ORDER BY run_id DESC LIMIT $3))",
            run, _results.Frame.AsOf, (long)_output.KeepRuns);
    }

    private static object OrNull(object? value) => value ?? DBNull.Value;
}

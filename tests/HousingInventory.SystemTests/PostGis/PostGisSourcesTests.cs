using System.Diagnostics;
using System.Text.Json.Nodes;
using HousingInventory.Formats;

namespace HousingInventory.SystemTests.PostGis;

[Collection(PostGisTests.Name)]
[Trait("Needs", "PostGis")]
public sealed class PostGisSourcesTests(PostGisCluster cluster)
{
    [Fact]
    public void Sources_in_a_database_give_the_candidates_that_the_same_files_give()
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-test-").FullName;
        try
        {
            string connection = cluster.CreateDatabase();
            Run(connection, "sample", folder, "--homes", "300", "--seed", "1");
            string config = Path.Combine(folder, "inventory.json");
            Run(connection, "run", config, "--out", Path.Combine(folder, "files"), "--fail-on", "never");

            using (PostGisDatabase database = PostGisDatabase.Open(connection))
            {
                JsonNode root = JsonNode.Parse(File.ReadAllText(config))!;
                foreach (string type in new[] { "buildings", "addresses", "properties", "residents" })
                {
                    JsonNode source = root["sources"]!.AsArray().First(s => (string)s!["type"]! == type)!;
                    Load(database, Path.Combine(folder, (string)source["path"]!), type);
                    source["path"] = "postgis:register." + type;
                    source["connection"] = "env:HOUSING_TEST_PG";
                }

                File.WriteAllText(config, root.ToJsonString());
            }

            Run(connection, "run", config, "--out", Path.Combine(folder, "tables"), "--fail-on", "never");
            string expected = File.ReadAllText(Path.Combine(folder, "files", "candidates.geojson"));
            Assert.Contains("\"rank\"", expected, StringComparison.Ordinal);
            Assert.Equal(expected, File.ReadAllText(Path.Combine(folder, "tables", "candidates.geojson")));
            Assert.DoesNotContain(cluster.Password, File.ReadAllText(Path.Combine(folder, "tables", "manifest.json")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Copies the first layer of a file into a table, in its order.</summary>
    private static void Load(PostGisDatabase database, string path, string name)
    {
        ReadOptions options = new(Layer: DataFile.Layers(path)[0].Name);
        using IFeatureCursor cursor = DataFile.Open(path, options);
        PgTable table = new()
        {
            Schema = "register",
            Name = name,
            Columns = [new("row_number", PgType.BigInt), .. cursor.Layer.Columns.Select(c => new PgColumn(c.Name, c.Kind is ColumnKind.Integer ? PgType.BigInt : c.Kind is ColumnKind.Real ? PgType.Double : PgType.Text))],
            GeometryColumn = cursor.Layer.GeometryColumn is null ? null : "geom",
            Srid = cursor.Layer.Crs?.Epsg ?? 0,
            PrimaryKey = ["row_number"],
        };
        database.Execute("CREATE SCHEMA IF NOT EXISTS register; " + table.CreateSql());
        database.Copy(table, Rows(cursor, table));
        database.Execute(table.IndexSql());
    }

    private static IEnumerable<(NetTopologySuite.Geometries.Geometry? Geometry, object?[] Values)> Rows(IFeatureCursor cursor, PgTable table)
    {
        while (cursor.Read())
        {
            object?[] values = [cursor.Row, .. Enumerable.Range(0, table.Columns.Count - 1).Select(i => table.Columns[i + 1].Type == PgType.Text ? (object?)cursor.Text(i) : cursor.Number(i))];
            yield return (cursor.Geometry, values);
        }
    }

    private static void Run(string connection, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "housing-inventory.dll"), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["HOUSING_TEST_PG"] = connection;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{arguments[0]} ended with {process.ExitCode}: {errors}{output.Result}");
    }
}

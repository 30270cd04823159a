using System.IO.Compression;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;
using Microsoft.Data.Sqlite;

namespace HousingInventory.Tests.Export;

/// <summary>"buildings": false: what is no candidate stands in no file, and all else is as it was.</summary>
public sealed class BuildingsLeftOutTests
{
    // No address and no property: nobody can tell, so that it is undetermined and no candidate.
    private const string Lonely = "h3-0000-1111-2222-333344445555";

    [Fact]
    public void No_file_names_a_house_that_is_no_candidate_and_explain_still_knows_it()
    {
        using Workshop with = Town(true);
        using Workshop without = Town(false);
        Assert.Equal(["h2-candidate"], Ids(with.RunInto("out"), with, "candidates"));
        Assert.Equal(["h2-candidate"], Ids(without.RunInto("out"), without, "candidates"));

        // The proof finds the lonely house where the layer is written, and nowhere in any file where it is not.
        Assert.NotEmpty(Found(with));
        Assert.Equal([], Found(without));

        Assert.Equal(1, Rows(with.File("out"), "select count(*) from gpkg_contents where table_name = 'buildings'"));
        Assert.Equal(0, Rows(without.File("out"), "select count(*) from gpkg_contents where table_name = 'buildings'"));
        Assert.Contains("layername=buildings", Project(with.File("out")), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("layername=buildings", Project(without.File("out")), StringComparison.OrdinalIgnoreCase);

        Proof proof = ResultsProof.Find(without.Load(), [without.File("out")], new Run());
        Assert.Empty(proof.Found);
        Assert.Empty(proof.NotProved);
        string explained = Explaining.Explain(without.Load(), Lonely, new Run());
        Assert.Contains(Lonely, explained, StringComparison.Ordinal);
        Assert.Equal(Explaining.Explain(with.Load(), Lonely, new Run()), explained);
    }

    private static Workshop Town(bool buildings)
    {
        Workshop workshop = new Workshop()
            .With("buildings", "houses.geojson", Workshop.Collection(Workshop.House("h1-registered", 0), Workshop.House("h2-candidate", 100), Workshop.House(Lonely, 400)));
        workshop.Members += $"\"outputs\": [ {{ \"type\": \"geojson\" }}, {{ \"type\": \"geopackage\", \"buildings\": {(buildings ? "true" : "false")} }}, {{ \"type\": \"csv\" }}, {{ \"type\": \"xlsx\" }}, {{ \"type\": \"report\" }} ], ";
        return workshop;
    }

    private static string[] Ids(System.Text.Json.Nodes.JsonNode manifest, Workshop workshop, string layer)
    {
        Assert.NotNull(manifest);
        using IFeatureCursor rows = DataFile.Open(Path.Combine(workshop.File("out"), "inventory.gpkg"), new ReadOptions(layer));
        List<string> ids = [];
        while (rows.Read())
        {
            ids.Add(rows.Text(rows.Layer.FindColumn("building_id"))!);
        }

        return [.. ids];
    }

    private static IReadOnlyList<string> Found(Workshop run)
    {
        using Workshop seeker = Town(true).With("withheld", "w.csv", "key\n" + Lonely + "\n");
        return ResultsProof.Find(seeker.Load(), [run.File("out")], new Run()).Found;
    }

    private static long Rows(string folder, string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "inventory.gpkg")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static string Project(string folder)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "inventory.gpkg")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "select content from qgis_projects";
        byte[] content = command.ExecuteScalar() switch { byte[] bytes => bytes, string text => Encoding.ASCII.GetBytes(text), _ => [] };
        byte[] packed = content.AsSpan().StartsWith("PK"u8) ? content : Convert.FromHexString(Encoding.ASCII.GetString(content));
        using ZipArchive zip = new(new MemoryStream(packed));
        using StreamReader reader = new(zip.Entries.First(e => e.Name.EndsWith(".qgs", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }
}

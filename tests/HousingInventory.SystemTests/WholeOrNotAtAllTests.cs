using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace HousingInventory.SystemTests;

/// <summary>Law 5: results appear whole or not at all, whatever happens while they are written.</summary>
public sealed class WholeOrNotAtAllTests
{
    private const string Foreign = "egna anteckningar.txt";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_process_killed_while_it_writes_leaves_whole_results_or_none_and_the_next_run_mends_it(bool hasOldResults)
    {
        using SampleCopy town = SampleCopy.WithResults("skelleftea-mini");
        SortedDictionary<string, string> expected = ResultFolder.Hashes(town.Out);
        Random random = new(hasOldResults ? 1 : 2);
        int cutOff = 0;
        for (int round = 0; round < 6; round++)
        {
            if (!hasOldResults)
            {
                Directory.Delete(town.Out, recursive: true);
                Directory.CreateDirectory(town.Out);
            }

            File.WriteAllText(Path.Combine(town.Out, Foreign), "rör inte");
            cutOff += KillWhileWriting(town, random.Next(0, 80)) ? 1 : 0;
            if (File.Exists(Path.Combine(town.Out, "manifest.json")))
            {
                ResultFolder.IsWhole(town.Out);
            }

            Assert.Equal("rör inte", File.ReadAllText(Path.Combine(town.Out, Foreign)));
            town.Run().Succeeded();
            SortedDictionary<string, string> after = ResultFolder.Hashes(town.Out);
            Assert.True(after.Remove(Foreign));
            Assert.Equal(expected, after);
        }

        // Otherwise the kills came too late to prove anything.
        Assert.True(cutOff >= 2, $"Only {cutOff} of 6 runs were cut off.");
    }

    [Theory]
    [InlineData("shortlist.csv")]
    [InlineData("inventory.gpkg")]
    [InlineData("candidates.geojson")]
    public void A_move_that_was_cut_off_is_completed_by_the_next_command(string moved)
    {
        using SampleCopy town = SampleCopy.WithResults();
        SortedDictionary<string, string> expected = ResultFolder.Hashes(town.Out);
        // As a crash leaves it after the old manifest and one old file went, before the new ones came.
        string pending = Path.Combine(town.Out, ".pending-run");
        string previous = Path.Combine(town.Out, ".previous-run");
        Directory.CreateDirectory(pending);
        Directory.CreateDirectory(previous);
        foreach (string file in Directory.GetFiles(town.Out))
        {
            File.Copy(file, Path.Combine(pending, Path.GetFileName(file)));
        }

        File.Move(Path.Combine(town.Out, "manifest.json"), Path.Combine(previous, "manifest.json"));
        File.Move(Path.Combine(town.Out, moved), Path.Combine(previous, moved));
        File.Move(Path.Combine(pending, moved), Path.Combine(town.Out, moved));
        HousingInventoryCommand.Run("check", town.Config, "--results", town.Out, "--quiet");
        if (!File.Exists(Path.Combine(town.Out, "manifest.json")))
        {
            town.Run().Succeeded();
        }

        ResultFolder.IsWhole(town.Out);
        Assert.Equal(expected, ResultFolder.Hashes(town.Out));
    }

    [Fact]
    public void A_geopackage_that_another_program_writes_to_is_not_replaced()
    {
        using SampleCopy town = SampleCopy.WithResults();
        SortedDictionary<string, string> before = ResultFolder.Hashes(town.Out);
        using (SqliteConnection editor = Database.Open(Path.Combine(town.Out, "inventory.gpkg")))
        {
            Database.Execute(editor, "BEGIN IMMEDIATE");
            IsRefusedBecauseOf("inventory.gpkg", town);
            Database.Execute(editor, "ROLLBACK");
        }

        Assert.Equal(before, ResultFolder.Hashes(town.Out));
        Assert.Equal(before, ResultFolder.Hashes(town.Out + ".new"));
        town.Run().Succeeded();
        Assert.Equal(before, ResultFolder.Hashes(town.Out));
    }

    [Fact]
    public void A_geopackage_that_lies_open_as_QGIS_opens_it_is_not_replaced_nor_are_the_results_put_aside_when_they_too_are_open()
    {
        using SampleCopy town = SampleCopy.WithResults();
        SortedDictionary<string, string> expected = ResultFolder.Hashes(town.Out);
        string aside = town.Out + ".new";

        // QGIS puts a GeoPackage into WAL mode while it is open, and only reads; nobody holds a lock between two of its questions.
        using (SqliteConnection qgis = OpenAsQgis(town.Out))
        {
            byte[] shown = ReadShared(Path.Combine(town.Out, "inventory.gpkg"));
            IsRefusedBecauseOf("inventory.gpkg", town);
            Assert.Equal(shown, ReadShared(Path.Combine(town.Out, "inventory.gpkg")));
            Assert.Equal(expected, ResultFolder.Hashes(aside));
            using SqliteConnection second = OpenAsQgis(aside);
            string line = town.Run().Refused();
            Assert.Contains(Path.Combine(town.Out, "inventory.gpkg"), line, StringComparison.Ordinal);
            Assert.Contains(Path.Combine(aside, "inventory.gpkg"), line, StringComparison.Ordinal);
            Assert.Contains("stäng båda", line, StringComparison.Ordinal);
            CloseAsQgis(second);
            CloseAsQgis(qgis);
        }

        town.Run().Succeeded();
        Assert.Equal(expected, ResultFolder.Hashes(town.Out));
    }

    [Theory]
    [InlineData("inventory.gpkg-wal")]
    [InlineData("inventory.gpkg-journal")]
    public void A_log_of_another_program_beside_a_result_stops_the_replacing(string log)
    {
        using SampleCopy town = SampleCopy.WithResults();
        SortedDictionary<string, string> before = ResultFolder.Hashes(town.Out);
        string beside = Path.Combine(town.Out, log);
        File.WriteAllText(beside, "not empty");
        IsRefusedBecauseOf("inventory.gpkg", town);
        Assert.True(File.Exists(beside));
        File.Delete(beside);
        Assert.Equal(before, ResultFolder.Hashes(town.Out));
        Assert.Equal(before, ResultFolder.Hashes(town.Out + ".new"));
        // A second refusal replaces what the first put aside.
        File.WriteAllText(beside, "not empty");
        IsRefusedBecauseOf("inventory.gpkg", town);
        Assert.Equal(before, ResultFolder.Hashes(town.Out + ".new"));
    }

    [Fact]
    public void A_shortlist_open_in_LibreOffice_stops_the_replacing()
    {
        using SampleCopy town = SampleCopy.WithResults();
        File.WriteAllText(Path.Combine(town.Out, ".~lock.shortlist.csv#"), ",planerare,dator,;");
        IsRefusedBecauseOf("shortlist.csv", town);
    }

    [Fact]
    public void Files_of_others_stay_and_results_that_are_no_longer_written_go()
    {
        using SampleCopy town = SampleCopy.WithResults();
        File.WriteAllText(Path.Combine(town.Out, Foreign), "rör inte");
        Directory.CreateDirectory(Path.Combine(town.Out, "egen mapp"));
        File.WriteAllText(Path.Combine(town.Out, "egen mapp", "candidates.geojson"), "rör inte");
        town.Edit(config => config["outputs"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["type"] = "geojson" }));
        town.Run().Succeeded();
        Assert.Equal("rör inte", File.ReadAllText(Path.Combine(town.Out, Foreign)));
        Assert.Equal("rör inte", File.ReadAllText(Path.Combine(town.Out, "egen mapp", "candidates.geojson")));
        Assert.True(File.Exists(Path.Combine(town.Out, "candidates.geojson")));
        // An old layer beside a new manifest would be taken for its result.
        Assert.False(File.Exists(Path.Combine(town.Out, "inventory.gpkg")));
        ResultFolder.IsWhole(town.Out);
    }

    [Fact]
    public void A_run_that_is_refused_leaves_the_old_results_as_they_were()
    {
        using SampleCopy town = SampleCopy.WithResults();
        SortedDictionary<string, string> before = ResultFolder.Hashes(town.Out);
        File.WriteAllBytes(town["navet.xml"], []);
        town.Run().Refused();
        Assert.Equal(before, ResultFolder.Hashes(town.Out));
    }

    [Fact]
    public void An_interrupted_run_says_so_with_130_and_replaces_nothing()
    {
        using SampleCopy town = SampleCopy.WithResults("skelleftea-mini");
        SortedDictionary<string, string> before = ResultFolder.Hashes(town.Out);
        using Process process = HousingInventoryCommand.Start("run", town.Config, "--out", town.Out);
        using StreamReader progress = process.StandardError;
        Assert.NotNull(progress.ReadLine());
        Tool.Output("kill", "-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 130 or 0, $"exit code {process.ExitCode}");
        Assert.Equal(process.ExitCode == 130, output.Length == 0);
        Assert.Equal(before, ResultFolder.Hashes(town.Out));
    }

    private static SqliteConnection OpenAsQgis(string folder)
    {
        SqliteConnection connection = Database.Open(Path.Combine(folder, "inventory.gpkg"));
        Database.Execute(connection, "PRAGMA journal_mode = WAL");
        Database.Execute(connection, "SELECT count(*) FROM candidates");
        Assert.True(File.Exists(Path.Combine(folder, "inventory.gpkg-wal")));
        return connection;
    }

    /// <summary>QGIS sets the mode back when it lets go of the file.</summary>
    private static void CloseAsQgis(SqliteConnection connection) => Database.Execute(connection, "PRAGMA journal_mode = DELETE");

    private static byte[] ReadShared(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void IsRefusedBecauseOf(string file, SampleCopy town)
    {
        string line = town.Run().Refused();
        Assert.Contains(file, line, StringComparison.Ordinal);
        Assert.Contains(town.Out + ".new", line, StringComparison.Ordinal);
        ResultFolder.IsWhole(town.Out + ".new");
    }

    /// <summary>Kills a run some milliseconds after it began to write, and says whether that cut it off.</summary>
    private static bool KillWhileWriting(SampleCopy town, int milliseconds)
    {
        using Process process = HousingInventoryCommand.Start("run", town.Config, "--out", town.Out, "--quiet");
        // What it prints is a few lines and fits the pipe.
        string pending = Path.Combine(town.Out, ".pending-run");
        while (!process.HasExited && !Directory.Exists(pending))
        {
            Thread.Sleep(1);
        }

        Thread.Sleep(milliseconds);
        bool isCut = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return isCut;
    }
}

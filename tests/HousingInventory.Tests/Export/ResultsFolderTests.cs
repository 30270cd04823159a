using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Tests.Formats;

namespace HousingInventory.Tests.Export;

/// <summary>
/// Law 5: results appear whole or not at all. A run that is cut off leaves its folders in one of few states; each is built here by hand, and the next command
/// must find the old results whole or the new ones whole.
/// </summary>
public sealed class ResultsFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private string Out => _temporary.File("out");

    private string Pending => Path.Combine(Out, ".pending-run");

    private string Previous => Path.Combine(Out, ".previous-run");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void The_second_run_replaces_the_first_and_what_only_the_first_wrote_is_gone()
    {
        Write("old", "a.csv", "b.csv");
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");
        Write("new", "a.csv", "c.csv");
        Holds("a.csv=new c.csv=new manifest.json mine.txt=mine timings.json=new");
    }

    [Fact]
    public void Every_step_of_a_move_may_be_the_last_and_the_next_command_still_finds_results_whole()
    {
        // The steps as the class describes them; state n is what is there after n of them. From the second on the new results win.
        string[] oldFiles = ["manifest.json", "a.csv", "b.csv", "timings.json"];
        string[] newFiles = ["a.csv", "c.csv", "timings.json", "manifest.json"];
        int steps = 2 + oldFiles.Length + newFiles.Length + 2;
        for (int state = 0; state < steps; state++)
        {
            Clear();
            Write("old", "a.csv", "b.csv");
            File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");
            Fill(Pending, "new", "a.csv", "c.csv");
            int left = state;
            if (left-- > 0)
            {
                Directory.CreateDirectory(Previous);
            }

            foreach (string name in oldFiles.TakeWhile(_ => left > 0 && left-- > 0))
            {
                File.Move(Path.Combine(Out, name), Path.Combine(Previous, name));
            }

            foreach (string name in newFiles.TakeWhile(_ => left > 0 && left-- > 0))
            {
                File.Move(Path.Combine(Pending, name), Path.Combine(Out, name));
            }

            if (left-- > 0)
            {
                Directory.Delete(Pending, recursive: true);
            }

            ResultsFolder.Open(Out).Dispose();
            Holds(state == 0
                ? "a.csv=old b.csv=old manifest.json mine.txt=mine timings.json=old"
                : "a.csv=new c.csv=new manifest.json mine.txt=mine timings.json=new");
            Assert.Equal(state == 0 ? "a.csv b.csv" : "a.csv c.csv", Vouched());
        }
    }

    [Fact]
    public void A_new_file_that_moved_in_is_not_taken_for_an_old_one_that_somebody_had_deleted()
    {
        Write("old", "a.csv", "b.csv");
        File.Delete(Path.Combine(Out, "a.csv"));
        Fill(Pending, "new", "a.csv", "b.csv");
        Directory.CreateDirectory(Previous);
        foreach (string name in (string[])["manifest.json", "b.csv", "timings.json"])
        {
            File.Move(Path.Combine(Out, name), Path.Combine(Previous, name));
        }

        File.Move(Path.Combine(Pending, "a.csv"), Path.Combine(Out, "a.csv"));
        ResultsFolder.Open(Out).Dispose();
        Holds("a.csv=new b.csv=new manifest.json timings.json=new");
    }

    [Fact]
    public void A_first_run_over_foreign_files_of_the_same_name_is_completed_too()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "a.csv"), "foreign");
        Fill(Pending, "new", "a.csv", "c.csv");
        Directory.CreateDirectory(Previous);
        File.Move(Path.Combine(Out, "a.csv"), Path.Combine(Previous, "a.csv"));
        File.Move(Path.Combine(Pending, "a.csv"), Path.Combine(Out, "a.csv"));
        ResultsFolder.Open(Out).Dispose();
        Holds("a.csv=new c.csv=new manifest.json timings.json=new");
    }

    [Fact]
    public void What_was_only_being_written_is_cleared_away()
    {
        Write("old", "a.csv");
        Directory.CreateDirectory(Pending);
        File.WriteAllText(Path.Combine(Pending, "a.csv"), "half");
        ResultsFolder.Open(Out).Dispose();
        Holds("a.csv=old manifest.json timings.json=old");
    }

    [Fact]
    public void A_move_that_fails_half_way_keeps_what_the_next_run_needs()
    {
        Write("old", "a.csv");
        Fill(Pending, "new", "a.csv", "b.csv");
        Directory.CreateDirectory(Previous);
        Directory.CreateDirectory(Path.Combine(Out, "b.csv"));
        Assert.Contains("cannot be completed", Assert.Throws<InputException>(() => ResultsFolder.Open(Out)).Message, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(Out, "b.csv"));
        ResultsFolder.Open(Out).Dispose();
        Holds("a.csv=new b.csv=new manifest.json timings.json=new");
    }

    [Fact]
    public void A_folder_in_the_way_is_told_before_anything_moves()
    {
        Write("old", "a.csv");
        Directory.CreateDirectory(Path.Combine(Out, "b.csv"));
        Assert.Contains("stands in the way", Assert.Throws<InputException>(() => Write("new", "a.csv", "b.csv")).Message, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(Out, "b.csv"));
        Holds("a.csv=old manifest.json timings.json=old");
    }

    [Theory]
    [InlineData("{ \"outputs\": [ { \"path\": \"b.csv\"")]
    [InlineData("[]")]
    [InlineData("{ \"outputs\": 3 }")]
    [InlineData("{ \"outputs\": [ { \"path\": 7 } ] }")]
    [InlineData("null")]
    public void A_broken_manifest_vouches_for_no_file(string manifest)
    {
        Write("old", "a.csv", "b.csv");
        File.WriteAllText(Path.Combine(Out, "manifest.json"), manifest);
        Write("new", "a.csv");
        Holds("a.csv=new b.csv=old manifest.json timings.json=new");
    }

    [Fact]
    public void A_manifest_that_names_a_file_elsewhere_leads_to_nothing_outside_the_folder()
    {
        File.WriteAllText(_temporary.File("outside.txt"), "mine");
        Write("old", "a.csv");
        File.WriteAllText(Path.Combine(Out, "manifest.json"), """{ "outputs": [ { "path": "../outside.txt" }, { "path": ".." }, { "path": "" } ] }""");
        Write("new", "a.csv");
        Assert.Equal("mine", File.ReadAllText(_temporary.File("outside.txt")));
    }

    [Theory]
    [InlineData("inventory.gpkg-wal")]
    [InlineData("inventory.gpkg-journal")]
    [InlineData(".~lock.inventory.gpkg#")]
    public void While_a_file_is_open_elsewhere_nothing_is_replaced_and_the_new_results_lie_beside(string sign)
    {
        Write("old", "inventory.gpkg");
        File.WriteAllText(Path.Combine(Out, sign), "not empty");
        string line = Assert.Throws<InputException>(() => Write("new", "inventory.gpkg", "a.csv")).Message;
        Assert.Contains("inventory.gpkg is open in another program", line, StringComparison.Ordinal);
        Assert.Equal(sign.Contains(".gpkg-", StringComparison.Ordinal), line.Contains("or delete " + sign, StringComparison.Ordinal));
        Assert.Equal("old", File.ReadAllText(Path.Combine(Out, "inventory.gpkg")));
        Assert.Equal("a.csv inventory.gpkg manifest.json timings.json", Names(Out + ".new"));
        Assert.False(Directory.Exists(Pending));

        // What somebody put beside the new results stays there, also when they come a second time.
        File.WriteAllText(Path.Combine(Out + ".new", "mine.txt"), "mine");
        Assert.Throws<InputException>(() => Write("newer", "inventory.gpkg"));
        Assert.Equal("inventory.gpkg manifest.json mine.txt timings.json", Names(Out + ".new"));
        File.Delete(Path.Combine(Out, sign));
        Write("newest", "inventory.gpkg");
        Holds("inventory.gpkg=newest manifest.json timings.json=newest");
    }

    [Theory]
    [InlineData("inventory.gpkg-wal")]
    [InlineData("inventory.gpkg-journal")]
    public void An_empty_log_as_a_crash_leaves_it_holds_nothing(string log)
    {
        Write("old", "inventory.gpkg");
        File.WriteAllText(Path.Combine(Out, log), "");
        Write("new", "inventory.gpkg");
        Assert.Equal("new", File.ReadAllText(Path.Combine(Out, "inventory.gpkg")));
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_folder()
    {
        using ResultsFolder first = ResultsFolder.Open(Out);
        Assert.Contains("another run", Assert.Throws<InputException>(() => ResultsFolder.Open(Out)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        File.WriteAllText(Out, "x");
        Assert.Contains("is a file", Assert.Throws<InputException>(() => ResultsFolder.Open(Out)).Message, StringComparison.Ordinal);
    }

    private static string Names(string folder) => string.Join(' ', Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Where(n => !n!.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static void Fill(string folder, string text, params string[] names)
    {
        Directory.CreateDirectory(folder);
        foreach (string name in (string[])[.. names, "timings.json"])
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        File.WriteAllText(Path.Combine(folder, "manifest.json"), JsonSerializer.Serialize(new { outputs = names.Select(n => new { path = n }) }));
    }

    private void Write(string text, params string[] names)
    {
        using ResultsFolder folder = ResultsFolder.Open(Out);
        Fill(folder.Pending, text, names);
        folder.Commit();
    }

    private void Clear()
    {
        if (Directory.Exists(Out))
        {
            Directory.Delete(Out, recursive: true);
        }
    }

    /// <summary>The folder's entries in order, each with its text but for the manifest.</summary>
    private void Holds(string expected) => Assert.Equal(
        expected,
        string.Join(' ', Names(Out).Split(' ').Select(n => n == "manifest.json" ? n : n + "=" + (Directory.Exists(Path.Combine(Out, n)) ? "folder" : File.ReadAllText(Path.Combine(Out, n))))));

    private string Vouched()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "manifest.json")));
        return string.Join(' ', manifest.RootElement.GetProperty("outputs").EnumerateArray().Select(o => o.GetProperty("path").GetString()));
    }
}

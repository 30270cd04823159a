using System.Diagnostics;
using System.Globalization;

namespace HousingInventory.SystemTests.Faults;

/// <summary>Runs that are killed, asked to stop, crowded out of the disk or disturbed: nothing of the user's is lost, nothing of ours is left.</summary>
public sealed class InterruptedRunTests : IDisposable
{
    private const string Foreign = "egna anteckningar.txt";
    private const string ForeignText = "rör inte";

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Fifty_kills_lose_nothing_and_the_next_command_sweeps_what_they_left()
    {
        using SampleCopy town = Prepared(out SortedDictionary<string, string> expected);
        int cut = 0;
        for (int i = 0; i < 50; i++)
        {
            // Spread over the whole run: the first before anything is read, the last when it is done.
            using Process process = Start(town, "run", town.Config, "--out", town.Out, "--quiet");
            Thread.Sleep(i * 25);
            cut += process.HasExited ? 0 : 1;
            process.Kill();
            process.WaitForExit();
            if (File.Exists(Path.Combine(town.Out, "manifest.json")))
            {
                ResultFolder.IsWhole(town.Out);
            }

            Assert.Equal(ForeignText, File.ReadAllText(Path.Combine(town.Out, Foreign)));
        }

        Assert.True(cut >= 10, FormattableString.Invariant($"Only {cut} of 50 runs were cut off."));
        town.Run().Succeeded();
        Assert.Equal(expected, Results(town));
        using Process last = Start(town, "schema");
        End(last);
        NothingIsLeft(town);
    }

    [Theory]
    [InlineData("TERM", "run")]
    [InlineData("HUP", "run")]
    [InlineData("INT", "run")]
    [InlineData("TERM", "check")]
    [InlineData("TERM", "inspect")]
    [InlineData("TERM", "sample")]
    public void A_command_that_is_asked_to_stop_ends_within_two_seconds_and_leaves_nothing(string signal, string verb)
    {
        using SampleCopy town = Prepared(out SortedDictionary<string, string> before);
        string made = _temporary.File("exempel");
        string[] arguments = verb switch
        {
            "run" => ["run", town.Config, "--out", town.Out, "--quiet"],
            "check" => ["check", town.Config, "--quiet"],
            "inspect" => ["inspect", .. Enumerable.Repeat(town["residents.zip"], 200)],
            _ => ["sample", made, "--homes", "3000"],
        };
        int stopped = 0;
        for (int i = 0; i < 4; i++)
        {
            Stopwatch nothing = Stopwatch.StartNew();
            using (Process schema = Start(town, "schema"))
            {
                End(schema);
            }

            TimeSpan idle = nothing.Elapsed;
            using Process process = Start(town, arguments);
            Thread.Sleep(250 + (120 * i));
            Tool.Run("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
            Stopwatch watch = Stopwatch.StartNew();
            int exit = End(process);
            // 129 and 143: the signal came before the program had begun.
            Assert.True(exit is 130 or 0 or 1 or 129 or 143, FormattableString.Invariant($"exit code {exit}"));
            stopped += exit is 0 or 1 ? 0 : 1;

            if (exit is not (0 or 1))
            {
                // Two seconds on a machine with nothing else to do; what runs beside this takes its share, as it does of a command that has nothing to do.
                Assert.True(watch.Elapsed.TotalSeconds < 6 + (5 * idle.TotalSeconds), FormattableString.Invariant($"took {watch.Elapsed.TotalSeconds:F1} s"));
                Assert.Equal(before, Results(town));
                Assert.False(Directory.Exists(made));
                NothingIsLeft(town);
            }
            else if (Directory.Exists(made))
            {
                Directory.Delete(made, recursive: true);
            }
        }

        // A shell that puts the tests in the background lets them ignore Ctrl-C, and nohup the end of the terminal; what they start inherits that.
        Assert.True(stopped > 0 || signal is "INT" or "HUP", "Every signal came too late to prove anything.");
    }

    [Fact]
    public void On_a_disk_that_fills_up_the_old_results_stay_whole()
    {
        using SampleCopy town = Prepared(out SortedDictionary<string, string> before);
        int refused = 0;
        for (int size = 0; size < 18; size++)
        {
            // A limit on the size of a file, in kB, stands for a disk with so much room: no right is needed for it.
            int kilobytes = 1 << size;
            ToolResult result = Tool.Run("bash", ["-c", FormattableString.Invariant($"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$0\" run \"$1\" --out \"$2\" --quiet"), HousingInventoryCommand.Assembly, town.Config, town.Out], Environment(town));
            if (result.ExitCode != 0)
            {
                // The runtime itself may need a file; what it says then is not ours.
                refused++;
                Assert.True(result.ExitCode == 2 || result.Errors.Contains("CoreCLR", StringComparison.Ordinal), FormattableString.Invariant($"{kilobytes} kB: {result.ExitCode} {result.Errors}"));
            }

            Assert.Equal(before, Results(town));
            ResultFolder.IsWhole(town.Out);
        }

        Assert.InRange(refused, 3, 17);
        town.Run().Succeeded();
        NothingIsLeft(town);
    }

    [Fact]
    public void Full_and_closed_outputs_are_told_with_2()
    {
        foreach (string redirect in (string[])[">/dev/full", ">&-", "2>/dev/full >/dev/null"])
        {
            using SampleCopy town = new();
            ToolResult result = Tool.Run("bash", ["-c", "exec dotnet \"$0\" check \"$1\" " + redirect, HousingInventoryCommand.Assembly, town.Config]);
            Assert.True(result.ExitCode == 2, $"{redirect}: {result.ExitCode} {result.Errors}");
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("lagenheter.csv", true)]
    [InlineData("byggnad_kn2482.gpkg", true)]
    [InlineData("lagenheter.csv", false)]
    public async Task A_source_that_changes_while_it_is_read_is_refused(string file, bool grows)
    {
        using SampleCopy town = new("skelleftea-mini");
        byte[] sound = File.ReadAllBytes(town[file]);
        using CancellationTokenSource done = new();
        TaskCompletionSource begun = new();

        // A thread of its own: where many tests run side by side one of the pool might begin when all is over.
        Task writer = Task.Factory.StartNew(
            () =>
            {
                for (long i = 0; !done.IsCancellationRequested; i++)
                {
                    using FileStream stream = new(town[file], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                    stream.SetLength(grows ? sound.Length + (i % 50) : sound.Length - (i % 50));
                    stream.Position = 0;
                    stream.Write(sound.AsSpan(0, 1));
                    begun.TrySetResult();
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(begun.Task, writer);
        ToolResult result = town.Run();
        for (int more = 0; more < 9 && result.ExitCode == 0; more++)
        {
            // On a busy machine nothing may have been written in the moment in which the file was read.
            Directory.Delete(town.Out, recursive: true);
            result = town.Run();
        }

        await done.CancelAsync();
        await writer;
        Assert.Contains(file, result.Refused(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(town.Out) && Directory.EnumerateFiles(town.Out).Any());
    }

    [Fact]
    public void Of_two_runs_into_one_folder_one_waits_its_turn_and_the_results_are_whole()
    {
        using SampleCopy town = Prepared(out SortedDictionary<string, string> expected);
        for (int round = 0; round < 4; round++)
        {
            using Process one = Start(town, "run", town.Config, "--out", town.Out, "--quiet");
            Thread.Sleep(round * 40);
            using Process other = Start(town, "run", town.Config, "--out", town.Out, "--quiet");
            int[] exits = [End(one), End(other)];
            Assert.Contains(0, exits);
            Assert.All(exits, e => Assert.True(e is 0 or 2, FormattableString.Invariant($"exit code {e}")));
            Assert.Equal(expected, Results(town));
        }

        NothingIsLeft(town);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_told()
    {
        using SampleCopy town = new();
        foreach (string folder in (string[])["/proc/resultat", "/dev/null/resultat", Path.Combine(town.Config, "resultat")])
        {
            HousingInventoryCommand.Run("run", town.Config, "--out", folder, "--quiet").Refused();
        }
    }

    /// <summary>A sample with results, a file of somebody's among them, and residents in a zip, which must be unpacked.</summary>
    private static SampleCopy Prepared(out SortedDictionary<string, string> results)
    {
        SampleCopy town = new("skelleftea-mini");
        File.WriteAllBytes(town["residents.zip"], Seed.Zip(("residents.csv", File.ReadAllBytes(town["residents.csv"]))));
        File.WriteAllBytes(town["byggnad.zip"], Seed.Zip(("byggnad_kn2482.gpkg", File.ReadAllBytes(town["byggnad_kn2482.gpkg"]))));
        town.Use("residents", "residents.zip");
        town.Use("buildings", "byggnad.zip");
        Directory.CreateDirectory(Path.Combine(town.Folder, "tmp"));
        town.Run().Succeeded();
        File.WriteAllText(Path.Combine(town.Out, Foreign), ForeignText);
        results = Results(town);
        return town;
    }

    private static SortedDictionary<string, string> Results(SampleCopy town)
    {
        SortedDictionary<string, string> hashes = ResultFolder.Hashes(town.Out);
        foreach (string helper in hashes.Keys.Where(k => k.StartsWith(".pending-run", StringComparison.Ordinal) || k.EndsWith(".lock", StringComparison.Ordinal)).ToList())
        {
            hashes.Remove(helper);
        }

        return hashes;
    }

    private static Dictionary<string, string?> Environment(SampleCopy town) => new() { ["TMPDIR"] = Path.Combine(town.Folder, "tmp"), ["DOTNET_EnableDiagnostics"] = "0", ["DOTNET_EnableWriteXorExecute"] = "0" };

    private static Process Start(SampleCopy town, params string[] arguments) => Tool.Start("dotnet", [HousingInventoryCommand.Assembly, .. arguments], Environment(town));

    private static int End(Process process)
    {
        // What it prints is read away: a command that fills the pipe would wait for ever.
        Task printed = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null), process.StandardError.BaseStream.CopyToAsync(Stream.Null));
        process.WaitForExit();
        printed.Wait();
        return process.ExitCode;
    }

    private static void NothingIsLeft(SampleCopy town)
    {
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(town.Folder, "tmp")));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(town.Out), e => Path.GetFileName(e).StartsWith('.'));
    }
}

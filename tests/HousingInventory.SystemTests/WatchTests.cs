using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Verbs;

namespace HousingInventory.SystemTests;

/// <summary><c>run --watch</c>: what is kept between runs never shows in a result.</summary>
public sealed class WatchTests
{
    /// <summary>Edits of the kinds that a strategist makes, and of sources now and then.</summary>
    private static readonly Action<JsonObject, Random>[] s_edits =
    [
        (c, r) => c["criteria"] = new JsonArray(Criterion("walk-to-stop", r), Criterion("departures", r), Criterion("useful-day", r)),
        (c, _) => c.Remove("criteria"),
        (c, r) => Candidates(c)["stopWithinM"] = 200 + r.Next(2000),
        (c, r) => Candidates(c)["stopMinDepartures"] = 1 + r.Next(12),
        (c, r) => Candidates(c)["settlements"]![0]!["maxGapM"] = 100 + r.Next(400),
        (c, r) => c["shortlist"] = new JsonObject { ["top"] = 1 + r.Next(9) },
        (c, r) => c["outputs"] = r.Next(2) == 0 ? new JsonArray(new JsonObject { ["type"] = "csv" }) : null,
        (c, r) => c["title"] = "EXEMPELDATA " + r.Next(99).ToString(CultureInfo.InvariantCulture),
        (c, r) => c["language"] = r.Next(2) == 0 ? "sv" : "en",
        (c, r) => c["walking"] = new JsonObject { ["metresPerMinute"] = 60 + r.Next(40) },
        (c, r) => c["robustness"] = r.Next(2) == 0 ? null : new JsonObject { ["seed"] = r.Next(9) },
        (c, r) => c["linkage"] = new JsonObject { ["warnUnder"] = 0.6 + (r.Next(4) / 10.0) },
        (c, r) => c["expected"] = new JsonObject { ["persons"] = 20 + r.Next(200) },
    ];

    [Fact]
    public void After_fifty_edits_the_results_are_those_of_fresh_runs()
    {
        using SampleCopy town = new("skelleftea-mini");
        Watching watching = new();
        Random random = new(12);
        string fresh = town.Out + "-fresh";
        int read = 0;
        for (int edit = 0; edit < 50; edit++)
        {
            town.Edit(c => s_edits[random.Next(s_edits.Length)](c, random));
            if (edit % 10 == 9)
            {
                // The last row of the extract moves out.
                string[] rows = File.ReadAllLines(town["residents.csv"]);
                File.WriteAllLines(town["residents.csv"], rows[..^1]);
            }

            LoadedConfig loaded = ConfigReader.Load(town.Config);
            watching.Run(loaded, town.Out, new Run());
            Pipeline.Run(loaded, fresh, new Run());
            Assert.Equal(ResultFolder.Hashes(fresh), ResultFolder.Hashes(town.Out));
            Assert.True(watching.HasRead || edit % 10 != 9);
            read += watching.HasRead ? 1 : 0;
        }

        Assert.InRange(read, 6, 40);
    }

    [Fact]
    public async Task A_save_is_answered_a_mistake_is_told_and_a_signal_ends_it()
    {
        using SampleCopy town = new("skelleftea-mini");
        using Process process = Tool.Start("dotnet", [HousingInventoryCommand.Assembly, "run", town.Config, "--out", town.Out, "--watch", "--quiet"]);
        Task<string> printed = process.StandardOutput.ReadToEndAsync();
        List<string> said = [];
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said)
            {
                said.Add(line.Data ?? "");
            }
        };
        process.BeginErrorReadLine();
        try
        {
            Wait(() => Title(town) == "EXEMPELDATA Skellefteå, november 2026");
            town.Edit(c => c["title"] = "Andra gången");
            Wait(() => Title(town) == "Andra gången");
            string config = File.ReadAllText(town.Config);
            File.WriteAllText(town.Config, config + "}");
            Wait(() => Said(said).Contains("inventory.json", StringComparison.Ordinal));
            Assert.Equal("Andra gången", Title(town));
            File.WriteAllText(town.Config, config.Replace("Andra", "Tredje", StringComparison.Ordinal));
            Wait(() => Title(town) == "Tredje gången");
            string hash = Residents(town);
            File.AppendAllText(town["residents.csv"], File.ReadAllLines(town["residents.csv"])[^1] + "\n");
            Wait(() => Residents(town) != hash);
            Tool.Run("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            Assert.True(process.WaitForExit(20_000), "It did not end.");
            Assert.Equal(130, process.ExitCode);
        }
        finally
        {
            process.Kill();
        }

        ResultFolder.IsWhole(town.Out);
        Assert.Contains("Tredje gången", await printed, StringComparison.Ordinal);
    }

    private static JsonObject Criterion(string type, Random random) => new() { ["type"] = type, ["name"] = type.Replace('-', '_'), ["weight"] = 1 + random.Next(5) };

    private static JsonObject Candidates(JsonObject config) => config["candidates"]!.AsObject();

    private static string? Title(SampleCopy town) =>
        File.Exists(Path.Combine(town.Out, "manifest.json")) ? (string?)town.Manifest()["config"]!["title"] : null;

    private static string Residents(SampleCopy town) =>
        town.Manifest()["inputs"]!.AsArray().Single(i => (string?)i!["type"] == "residents")!["rows"]!["read"]!.ToJsonString();

    private static string Said(List<string> lines)
    {
        lock (lines)
        {
            return string.Join('\n', lines);
        }
    }

    /// <summary>Waits for what must come; a manifest that is being replaced is looked at again.</summary>
    private static void Wait(Func<bool> hasCome)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (hasCome())
                {
                    return;
                }
            }
            catch (IOException)
            {
            }

            Assert.True(watch.Elapsed.TotalSeconds < 60, "It did not come within a minute.");
            Thread.Sleep(50);
        }
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests.Plan;

/// <summary>Criteria 28, 31, 32 and 33 of the plan, by the built command on the sample year.</summary>
public sealed class PlanOfTheSampleTests
{
    [Fact]
    public void Criterion_32_Folder_cores_culture_time_zone_and_globalization_mode_do_not_show()
    {
        SortedDictionary<string, string> first = Results(new() { ["DOTNET_PROCESSOR_COUNT"] = "2" });
        Assert.Contains("proposals.csv", first.Keys);
        Assert.Contains("plan.gpkg", first.Keys);
        Assert.Equal(first, Results(new() { ["DOTNET_PROCESSOR_COUNT"] = "1", ["LC_ALL"] = "tr_TR.UTF-8", ["LANG"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" }));
        Assert.Equal(first, Results(new() { ["DOTNET_PROCESSOR_COUNT"] = "8", ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["DOTNET_TieredCompilation"] = "0" }));
    }

    [Fact]
    public void Criterion_33_A_process_killed_while_it_writes_leaves_the_old_plan_or_the_new_one()
    {
        using PlanYearCopy year = new();
        year.Plan().Succeeded();
        SortedDictionary<string, string> old = ResultFolder.Hashes(year.Out);
        year.Edit(c => c["asOf"] = "2026-11-17");
        Random random = new(1);
        int cutOff = 0;
        for (int round = 0; round < 5; round++)
        {
            cutOff += KillWhileWriting(year, random.Next(0, 60)) ? 1 : 0;

            // Whatever was cut off: the next command that looks at the folder finds a whole plan there, the old one or the new one.
            HousingInventoryCommand.Run("purge", year.Out, "--as-of", "2026-11-17");
            ResultFolder.IsWhole(year.Out);
            string asOf = JsonNode.Parse(File.ReadAllBytes(Path.Combine(year.Out, "manifest.json")))!["asOf"]!.GetValue<string>();
            Assert.True(asOf is "2026-11-10" or "2026-11-17", asOf);
            year.Edit(c => c["asOf"] = "2026-11-10");
            year.Plan().Succeeded();
            Assert.Equal(old, ResultFolder.Hashes(year.Out));
            year.Edit(c => c["asOf"] = "2026-11-17");
        }

        // Otherwise the kills came too late to prove anything.
        Assert.True(cutOff >= 2, $"Only {cutOff} of 5 were cut off.");
    }

    [Fact]
    public void Criteria_28_and_31_Household_numbers_stand_in_the_named_files_alone_and_no_register_of_persons_is_asked_for()
    {
        using PlanYearCopy year = new();
        foreach (string table in (string[])["households", "decisions", "support"])
        {
            year.Rewrite(table, (headings, row) => [.. row.Select((cell, i) => headings[i] == "Hushåll" && cell.Length > 0 ? "QQ7" + cell : cell)]);
        }

        year.Edit(c =>
        {
            foreach (string type in (string[])["residents", "withheld", "dwellings"])
            {
                c["sources"]!.AsArray().Add(new JsonObject { ["type"] = type, ["path"] = $"finns-inte/{type}.csv" });
            }
        });
        ToolResult told = year.Plan().Succeeded();
        Assert.DoesNotContain("QQ7", told.Output, StringComparison.Ordinal);
        string[] holding = [.. ResultFolder.FilesWith(year.Out, ["QQ7"]).Select(f => f.Split(':')[0]).Order(StringComparer.Ordinal)];
        Assert.Empty(holding.Except(["plan.html", "plan.xlsx", "proposals.csv", "introductions.csv", "support_due.csv", "to_delete.csv"]));
        Assert.Contains("plan.xlsx", holding);
        JsonNode manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(year.Out, "manifest.json")))!;
        Assert.Equal("residents withheld dwellings", string.Join(' ', manifest["notOpened"]!.AsArray().Select(t => t!.GetValue<string>())));
    }

    [Fact]
    public void The_weekly_page_calls_a_measure_by_its_heading_and_one_row_is_no_rows()
    {
        using PlanYearCopy year = new();
        year.Plan().Succeeded();
        string page = File.ReadAllText(Path.Combine(year.Out, "plan.html"));
        Assert.Contains("saknar mått: Väg till närmaste skola", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mått: school", page, StringComparison.Ordinal);
        Assert.Contains("1 rad ska gallras", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" 1 är försenade", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_and_its_optimum_are_those_of_the_committed_sample()
    {
        using PlanYearCopy year = new();
        year.Plan().Succeeded();
        string[] optimum = [.. File.ReadAllLines(year["optimum.csv"]).Skip(1).Select(l => string.Join(' ', l.Split(',').Take(2)))];
        string[] lines = File.ReadAllLines(Path.Combine(year.Out, "proposals.csv"));
        string[] headings = lines[0].TrimStart('\uFEFF').Split(';');
        int household = Array.IndexOf(headings, "Hushåll"), home = Array.IndexOf(headings, "Bostad");
        Assert.Equal(optimum, lines.Skip(1).Select(l => l.Split(';')).Select(c => $"{c[household]} {c[home]}"));
    }

    private static SortedDictionary<string, string> Results(Dictionary<string, string?> environment)
    {
        using PlanYearCopy copy = new();
        HousingInventoryCommand.RunWith(environment, "plan", copy.Config, "--out", copy.Out).Succeeded();
        ResultFolder.IsWhole(copy.Out);
        return ResultFolder.Hashes(copy.Out);
    }

    /// <summary>Kills a plan some milliseconds after it began to write, and says whether that cut it off.</summary>
    private static bool KillWhileWriting(PlanYearCopy year, int milliseconds)
    {
        using Process process = HousingInventoryCommand.Start("plan", year.Config, "--out", year.Out, "--quiet");
        string pending = Path.Combine(year.Out, ".pending-run");
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

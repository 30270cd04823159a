using System.IO.Compression;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests.Plan;

/// <summary>
/// A week as the meeting has it, by the built command: three assignments come in, an owner says yes, the company delivers a flat, and somebody wants another
/// home than the one proposed. The next plan answers each where the meeting looks for it.
/// </summary>
public sealed class WeeklyMeetingTests
{
    [Fact]
    public void Three_assignments_an_owners_yes_a_delivery_and_an_overruling_are_each_answered_in_the_next_plan()
    {
        using PlanYearCopy year = new();

        // What is measured is nothing to this test, and measuring takes the time.
        year.Edit(c => c["sources"] = new JsonArray(
            [.. c["sources"]!.AsArray().Where(s => s!["type"]!.GetValue<string>() is not ("timetable" or "roads" or "services")).Select(s => s!.DeepClone())]));
        year.Edit(c => c["plan"]!["needs"] = new JsonObject());
        year.Plan().Succeeded();
        Dictionary<string, string> before = Homes(year);
        string last = year.Out + " förra";
        Directory.Move(year.Out, last);

        // Household 116 is to have what 113 is proposed, though both are single.
        string wanted = before["113"];
        string municipality = Path.Combine(Path.GetDirectoryName(year.Config)!, "..", "skelleftea-mini");
        string house = File.ReadLines(Path.Combine(municipality, "truth.csv"))
            .First(l => l.Contains(",nobody-registered,House,", StringComparison.Ordinal)).Split(',')[0];
        File.WriteAllText(
            Path.Combine(municipality, "followup.csv"), $"building_id;state;contacted_on;free_from;rum\n{house};taken;2026-10-01;2026-12-01;5\n");
        string[] assigned =
        [
            "129;2;2;0;0;0;0;anvisad;2026-11-12;;;anvisad;;;;;;;;", "130;1;1;0;0;0;0;anvisad;2026-11-13;;;anvisad;;;;;;;;",
            "131;7;2;1;2;2;1;anvisad;2026-11-16;;;anvisad;;;;;;;;",
        ];
        File.AppendAllLines(year["households.csv"], assigned);
        year.Rewrite("vacancies", (headings, row) => row[0] == "705-213"
            ? [.. row.Select((cell, i) => headings[i] switch { "Använd för" => "exempelbo-2026", "Levererad" => "2026-11-16", _ => cell })] : row);
        File.AppendAllText(year["homes.csv"], "705-213;bostadsföretag;exempelbo;Exempelorregatan 7;Skellefteå;3;;;6650;2026-12-01;;;nej;exempelbo-2026\r\n");
        File.AppendAllText(year["decisions.csv"], $"lås;116;{wanted};;;2026-11-16;annat\r\n");
        year.Edit(c => (c["asOf"], c["plan"]!["previous"]) = ("2026-11-17", last));
        ToolResult told = year.Plan().Succeeded();

        Dictionary<string, string> now = Homes(year);
        string page = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(year.Out, "plan.html")));
        string workbook = Text(Path.Combine(year.Out, "plan.xlsx"));

        // Three assignments: each has its sentence, a home or the reason why not, on the page and in the workbook.
        foreach ((string number, string persons) in ((string, string)[])[("129", "2 personer"), ("130", "1 person"), ("131", "7 personer")])
        {
            Assert.Contains($"Hushåll {number} ({persons}, senast ", page, StringComparison.Ordinal);
            Assert.Contains($"Hushåll {number} ({persons}, senast ", workbook, StringComparison.Ordinal);
            Assert.Contains(number, now.Keys);
        }

        // An owner's yes and a delivery: new homes in part 1, by what the meeting calls them.
        string homes = Part(page, "changes").Split("<li>").Single(l => l.StartsWith("nya bostäder: ", StringComparison.Ordinal));
        Assert.Contains("705-213", homes, StringComparison.Ordinal);
        Assert.Equal(2, homes["nya bostäder: ".Length..homes.IndexOf('<', StringComparison.Ordinal)].Split(", ").Length);

        // The delivery is in the account: one more than last week, and the oldest open due is paid by it.
        Assert.Contains("705-213", File.ReadAllText(Path.Combine(year.Out, "agreement_dues.csv")), StringComparison.Ordinal);
        Assert.Equal(Delivered(last) + 1, Delivered(year.Out));

        // Overruled: the lock holds, says its price, and the other household is told to have moved.
        Assert.Equal(wanted, now["116"]);
        Assert.NotEqual(wanted, now["113"]);
        Assert.Contains("Hushåll 116 (1 person, senast 22 dec", Part(page, "proposals"), StringComparison.Ordinal);
        Assert.Contains($"Exempelstorgatan 25, Skellefteå ({wanted})", Part(page, "proposals"), StringComparison.Ordinal);
        Assert.Contains("Låset kostar", Part(page, "proposals"), StringComparison.Ordinal);
        Assert.Contains($"113 ({wanted} → {now["113"]})", Part(page, "changes"), StringComparison.Ordinal);
        Assert.Contains("av 1 avgjorda följde 0 förslaget", Part(page, "changes"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hushåll", told.Output, StringComparison.Ordinal);

        // Why not the other flat? The price of it, or the rule.
        ToolResult why = HousingInventoryCommand.Run("plan", year.Config, "--why", "113", "--home", wanted);
        Assert.Contains("låst till hushåll 116", why.Succeeded().Output, StringComparison.Ordinal);
    }

    /// <summary>The home of each household by proposals.csv; empty for none.</summary>
    private static Dictionary<string, string> Homes(PlanYearCopy year)
    {
        string[] lines = File.ReadAllLines(Path.Combine(year.Out, "proposals.csv"));
        string[] headings = lines[0].TrimStart('\uFEFF').Split(';');
        int household = Array.IndexOf(headings, "Hushåll"), home = Array.IndexOf(headings, "Bostad");
        return lines.Skip(1).Select(l => l.Split(';')).ToDictionary(c => c[household], c => c[home]);
    }

    private static int Delivered(string folder) =>
        File.ReadAllLines(Path.Combine(folder, "agreement_dues.csv")).Count(l => l.EndsWith(";levererad", StringComparison.Ordinal));

    private static string Part(string page, string id) => page.Split($"<section id=\"{id}\">")[1].Split("</section>")[0];

    /// <summary>All text of a workbook.</summary>
    private static string Text(string workbook)
    {
        using ZipArchive archive = ZipFile.OpenRead(workbook);
        return string.Concat(archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using StreamReader reader = new(e.Open());
            return System.Net.WebUtility.HtmlDecode(reader.ReadToEnd());
        }));
    }
}

using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Difference;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Model;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Difference;

/// <summary>An attacker who holds two lists learns nothing from the ledger about who is registered, or who is withheld.</summary>
[Trait("Takes", "long")]
public sealed class LedgerPrivacyTests
{
    private static readonly Month May = new()
    {
        Houses = Month.Row(30),
        Lives = [.. Enumerable.Range(0, 10).Select(i => $"h{3 * i:D2}")],
        Withheld = [],
        Candidates = """ "footprintM2": { "min": 50, "max": 250 }, "stopWithinM": 5000, "settlements": null """,
    };

    private static readonly Month November = May with { AsOf = "2026-11-10", Extracted = "2026-11-02" };

    [Fact]
    public void A_home_that_was_withheld_leaves_in_the_same_bytes_as_one_that_somebody_moved_into()
    {
        using TwoMonths moved = new(), withheld = new();
        moved.Compare(May, November with { Lives = [.. May.Lives, "h01"], Withheld = ["Exempelgatan 5"] });
        withheld.Compare(May, November with { Lives = [.. May.Lives, "h04"], Withheld = ["Exempelgatan 2"] });
        Assert.DoesNotContain("h01", LedgerTests.Candidates(moved).Select(c => (string)c["building_id"]!));
        foreach (string file in (string[])["changes.csv", "gone.csv", "candidates.geojson", "shortlist.csv", "limits.csv"])
        {
            Assert.Equal(moved.Text(file), withheld.Text(file));
        }

        Assert.Equal(Section(moved.Text("report.html")), Section(withheld.Text("report.html")));
    }

    [Fact]
    public void Where_only_the_list_of_withheld_homes_can_differ_its_effect_is_one_with_the_registers_and_the_operator_alone_is_told()
    {
        using TwoMonths two = new();
        two.Compare(May, May with { Withheld = ["Exempelgatan 2", "Exempelgatan 3", "Exempelgatan 5", "Exempelgatan 6", "Exempelgatan 8"] });
        Assert.Equal(["Före;;;20;", "Folkbokföringen eller registren;0;5;-5;", "Nu;;;15;"], two.Rows("changes.csv"));
        Assert.Empty(two.Rows("gone.csv"));
        Assert.Equal(1, two.Run.ForOfficer.Counts["same_extract_as_previous"]);
        Assert.DoesNotContain("same_extract_as_previous", two.Run.Notices.Counts.Keys);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(two.After, "out")), f => File.ReadAllText(f).Contains("same_extract", StringComparison.Ordinal));
        Assert.All(LedgerTests.Candidates(two), c => Assert.Equal(("stayed", null), ((string)c["change"]!, (string?)c["cause"])));
    }

    [Fact]
    public void Nothing_of_a_withheld_key_stands_in_the_union_of_both_folders()
    {
        using TwoMonths two = new();
        two.Compare(May, May with { Withheld = ["Exempelgatan 2"] });
        Proof proof = ResultsProof.Find(ConfigReader.Load(Path.Combine(two.After, "inventory.json")), [Path.Combine(two.Before, "out"), Path.Combine(two.After, "out")], new Run());
        Assert.NotEmpty(proof.Found);
        Assert.All(proof.Found, line => Assert.StartsWith(Path.Combine(two.Before, "out"), line, StringComparison.Ordinal));
        string later = string.Concat(Directory.EnumerateFiles(Path.Combine(two.After, "out")).Select(File.ReadAllText));
        Assert.DoesNotContain("Exempelgatan 2\"", later, StringComparison.Ordinal);
        Assert.DoesNotContain("\"h01\"", later, StringComparison.Ordinal);
        Assert.DoesNotContain(Ref.Of("h01"), later, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void No_home_that_left_and_is_named_is_registered_or_undetermined_now(int seed)
    {
        (Month before, Month after) = LedgerTests.Random(seed);
        using TwoMonths two = new();
        Results results = two.Compare(before, after);
        Dictionary<string, Status> status = results.Registers.Buildings.ToDictionary(b => b.Id, b => results.Flags.Status[b.Index], StringComparer.Ordinal);
        Assert.NotEmpty(results.Changes!.Gone);
        Assert.All(results.Changes.Gone, g => Assert.False(status.TryGetValue(g.Home.Id, out Status now) && now is Status.Registered or Status.Undetermined));

        // What is told of a home follows from both lists and from open registers: a home that today's registrations alone moved is in no file.
        HashSet<string> hidden = [.. LedgerTests.Attributed(two).Homes.Where(h => h.Causes.TouchesRegistrations).Select(h => h.Id)];
        Assert.NotEmpty(hidden);
        Assert.DoesNotContain(results.Changes.Gone, g => hidden.Contains(g.Home.Id));
        Assert.All(results.Changes.Came.Keys, c => Assert.DoesNotContain(results.Registers.Buildings[c].Id, hidden));
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("broken")]
    public void Old_residents_and_old_withheld_homes_are_never_read(string how)
    {
        using TwoMonths two = new();
        two.Compare(May, November with { Lives = ["h00", "h01"], Houses = Month.Row(28) });
        string[] files = ["changes.csv", "gone.csv", "candidates.geojson", "report.html", "manifest.json"];
        string[] whole = [.. files.Select(two.Text)];
        foreach (string file in (string[])["residents.csv", "withheld.csv"])
        {
            string path = Path.Combine(two.Before, file);
            if (how == "deleted")
            {
                File.Delete(path);
            }
            else
            {
                File.WriteAllText(path, "\"broken;");
            }
        }

        two.Again(November with { Lives = ["h00", "h01"], Houses = Month.Row(28) });
        Assert.Equal(whole, files.Select(two.Text));
    }

    [Fact]
    public void Touched_files_give_the_same_bytes()
    {
        using TwoMonths two = new();
        Month later = November with { Houses = Month.Row(28), Stops = [(500, 3)] };
        two.Compare(May, later);
        string manifest = two.Text("manifest.json");
        foreach (string file in Directory.EnumerateFiles(two.Before, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        two.Again(later);
        Assert.Equal(manifest, two.Text("manifest.json"));
    }

    [Fact]
    public void Joined_causes_are_told_as_one_and_know_whether_they_touch_registrations()
    {
        Causes linkage = new(ChangeCause.Linkage);
        Assert.True(linkage.IsLinkage);
        Assert.Equal("registrations-or-registers", new Causes(ChangeCause.Registers, ChangeCause.Registrations).Term.Key);
        Assert.Equal("Folkbokföringen eller registren", new Causes(ChangeCause.Registers, ChangeCause.Registrations).Term.Sv);
        Assert.True(new Causes(ChangeCause.Everything).TouchesRegistrations);
        Assert.False(new Causes(ChangeCause.Version).TouchesRegistrations);
    }

    [Fact]
    public void In_the_report_a_cause_with_one_to_four_is_joined_with_the_smallest_others()
    {
        static ChangeRow Row(string key, int came, int left) => new(new Term(key, key, key), came, left, []);

        // b has 3 and takes c, the smallest with any, for 3 + 2 and 0; a stays.
        Assert.Equal([("a", 40, 9), ("b-or-c", 5, 0)], Shown(Row("a", 40, 9), Row("b", 3, 0), Row("c", 2, 0)));
        Assert.Equal([("a", 6, 0), ("b", 0, 7)], Shown(Row("a", 6, 0), Row("b", 0, 7)));

        // Alone with few there is nobody to join.
        Assert.Equal([("a", 2, 0)], Shown(Row("a", 2, 0)));

        static IEnumerable<(string, int, int)> Shown(params ChangeRow[] rows) => ReportChanges.Public(rows).Select(r => (r.Cause.Key, r.Came, r.Left));
    }

    private static string Section(string report)
    {
        int from = report.IndexOf("id=\"changes\"", StringComparison.Ordinal);
        return report[from..report.IndexOf("</section>", from, StringComparison.Ordinal)];
    }
}

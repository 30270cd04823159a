using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Difference;
using HousingInventory.Export;
using HousingInventory.Export.Qgis;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Import.Previous;
using HousingInventory.Model;

namespace HousingInventory.Tests.Difference;

/// <summary>What changed since an earlier run, and why: one cause a home, adding up.</summary>
[Trait("Takes", "long")]
public sealed class LedgerTests
{
    // Twelve houses every 100 m, 120 m² each; every third is lived in. One stop at 0 m, so all lie within 1 100 m.
    private static readonly Month May = new() { Houses = Month.Row(12), Lives = ["h00", "h03", "h06", "h09"], Candidates = """ "footprintM2": { "min": 50, "max": 250 }, "stopWithinM": 2000, "settlements": null """ };
    private static readonly Month November = May with { AsOf = "2026-11-10", Extracted = "2026-11-02" };

    [Fact]
    public void The_same_twice_has_no_step_and_no_row()
    {
        using TwoMonths two = new();
        Results results = two.Compare(May, May);
        Assert.Empty(results.Changes!.Rows);
        Assert.Equal(["Före;;;8;", "Nu;;;8;"], two.Rows("changes.csv"));
        Assert.Empty(two.Rows("gone.csv"));
        Assert.All(Candidates(two), c => Assert.Equal(("stayed", null), ((string)c["change"]!, (string?)c["cause"])));
        Assert.Equal(Candidates(two).Select(c => (int)c["rank"]!), Candidates(two).Select(c => (int)c["previous_rank"]!));
        Assert.DoesNotContain(two.Run.Notices.Counts.Keys, k => k.StartsWith("previous", StringComparison.Ordinal));
    }

    [Fact]
    public void Renamed_files_give_the_same_bytes_and_rows_in_another_order_name_nobody()
    {
        // One house is gone, so that the tables have rows to compare.
        using TwoMonths two = new();
        Month after = November with { Houses = [.. May.Houses.Where(h => h.Id != "h01")] };
        Results plain = two.Compare(May, after);
        string changes = two.Text("changes.csv"), gone = two.Text("gone.csv");
        Assert.Single(two.Rows("gone.csv"));
        Results renamed = two.Again(after with { Names = "ny-" });
        Assert.Equal(plain.Changes!.Rows.Select(r => (r.Cause.Key, r.Came, r.Left)), renamed.Changes!.Rows.Select(r => (r.Cause.Key, r.Came, r.Left)));
        Assert.Equal((changes, gone), (two.Text("changes.csv"), two.Text("gone.csv")));

        // Rows in another order are other bytes of the extract too: that nobody moved is no longer known, so the few are one sum. That the house is gone is known.
        Results turned = two.Again(after with { Backwards = true });
        Assert.Equal([("registrations-or-registers", 0, 1)], turned.Changes!.Rows.Select(r => (r.Cause.Key, r.Came, r.Left)));
        Assert.Equal(gone, two.Text("gone.csv"));
    }

    [Fact]
    public void People_who_moved_are_a_sum_and_no_home()
    {
        // Two homes get somebody, one loses its last; eight become seven.
        using TwoMonths two = new();
        Results results = two.Compare(May, November with { Lives = ["h00", "h03", "h06", "h01", "h02"] });
        Assert.Equal([("registrations", 1, 2)], results.Changes!.Rows.Select(r => (r.Cause.Key, r.Came, r.Left)));
        Assert.Equal(["Före;;;8;", "Folkbokföringen;1;2;-1;", "Nu;;;7;"], two.Rows("changes.csv"));
        Assert.Empty(two.Rows("gone.csv"));
        JsonObject came = Candidates(two).Single(c => (string)c["change"]! == "new");
        Assert.Equal(("h09", null, null), ((string)came["building_id"]!, (string?)came["cause"], (int?)came["previous_rank"]));
    }

    [Fact]
    public void A_changed_register_says_what_became_of_the_house()
    {
        // h01 is gone, h02 is a shed now, h04 has shrunk to 40 m², and h20 is new.
        using TwoMonths two = new();
        Results results = two.Compare(May, November with
        {
            Houses =
            [
                .. May.Houses.Where(h => h.Id is not ("h01" or "h02" or "h04")), Month.House("h02", 200, purpose: "Komplementbyggnad"), Month.House("h04", 400, width: 4), Month.House("h20", 1300),
            ],
        });
        Ledger ledger = Attributed(two);
        Assert.Equal(
            [("h20", true, "new-building"), ("h01", false, "building-gone"), ("h02", false, "register-corrected"), ("h04", false, "register-corrected")],
            ledger.Homes.Select(h => (h.Id, h.Came, h.Causes.Term.Key)));
        Assert.All(ledger.Homes, h => Assert.Empty(h.Also));

        // One to four of registers or linkage are told as one row; single homes are told, since nothing about registrations has changed.
        Assert.Equal(["Före;;;8;", "Registren;1;3;-2;", "Nu;;;6;"], two.Rows("changes.csv"));
        Assert.Equal("new-building", (string?)Candidates(two).Single(c => (string)c["change"]! == "new")["cause"]);
        Assert.Equal(
            [
                $"{Ref.Of("h01")};1;25,0;Exempelby;Huset har utgått;;;", $"{Ref.Of("h02")};2;25,0;Exempelby;Uppgift om huset rättad;Är bostad;;",
                $"{Ref.Of("h04")};3;25,0;Exempelby;Uppgift om huset rättad;Byggnadsyta;40,0;50",
            ],
            two.Rows("gone.csv"));
        Assert.Equal(8 + results.Changes!.Rows.Sum(r => r.Net), results.Changes.Now);
    }

    [Fact]
    public void A_withdrawn_line_and_a_tightened_limit_are_told_apart_and_the_earlier_step_is_the_cause_where_both_would_do()
    {
        // Stops at 0 and 2 000 m; the second loses its buses, and the limit falls from 1 000 to 500 m.
        Month before = May with { Houses = [Month.House("h01", 100), Month.House("h08", 800), Month.House("h19", 1900), Month.House("h27", 2700)], Lives = [], Stops = [(0, 4), (2000, 4)], Candidates = """ "footprintM2": null, "stopWithinM": 1000, "settlements": null """ };
        Month after = before with { AsOf = "2026-11-10", Stops = [(0, 4)], Candidates = """ "footprintM2": null, "stopWithinM": 500, "settlements": null """ };
        using TwoMonths two = new();
        Results results = two.Compare(before, after);
        Ledger ledger = Attributed(two);
        Assert.Equal(
            [("h08", "rules", ""), ("h19", "timetable", ""), ("h27", "timetable", "rules")],
            ledger.Homes.Select(h => (h.Id, h.Causes.Term.Key, string.Join(',', h.Also.Select(a => Term.Of(a).Key)))));
        Assert.Equal(["Före;;;4;", "Tidtabell, vägar och service;0;2;-2;Våra regler 1", "Våra regler;0;1;-1;", "Nu;;;1;"], two.Rows("changes.csv"));
        Assert.Equal(2, results.Changes!.WithOldRules);
        Assert.Contains("Med förra gångens regler hade listan haft 2.", two.Text("report.html"), StringComparison.Ordinal);

        // 806 m is what the house point of h08 lies from the stop at 0 m.
        Assert.Contains(two.Rows("gone.csv"), r => r.StartsWith(Ref.Of("h08"), StringComparison.Ordinal) && r.EndsWith(";Våra regler;Nära hållplats;806,0;500", StringComparison.Ordinal));
    }

    [Fact]
    public void The_map_can_show_what_is_new_with_a_ring_and_only_where_there_is_an_earlier_run()
    {
        using TwoMonths two = new();
        Results alone = May.RunIn(two.Before);
        Results later = two.Again(November);
        Assert.DoesNotContain(HomeStyles.Candidates(QmlGeometry.Point, [], alone, null), s => s.Name == "Sedan förra gången");
        QmlStyle style = HomeStyles.Candidates(QmlGeometry.Point, [], later, null).Single(s => s.Name == "Sedan förra gången").Style;
        Assert.Equal("change", style.ClassifiedBy);
        Assert.Equal(["new", "stayed"], style.Classes.Select(c => c.Value));
        Assert.True(style.Classes[0].Symbol.SizeMm > style.Classes[1].Symbol.SizeMm);
    }

    [Fact]
    public void A_planner_s_own_note_is_the_cause_of_what_it_takes_away()
    {
        using TwoMonths two = new();
        two.Compare(May, November with { FollowUp = [("h01", "declined"), ("h02", "interested")] });
        Assert.Equal([("h01", "followup")], Attributed(two).Homes.Select(h => (h.Id, h.Causes.Term.Key)));
        Assert.Equal(["Före;;;8;", "Uppföljningen;0;1;-1;", "Nu;;;7;"], two.Rows("changes.csv"));
    }

    [Fact]
    public void Of_homes_whose_addresses_were_exchanged_the_empty_one_is_new_and_the_inhabited_one_is_in_no_file()
    {
        // Two persons at number 6. The numbers of h04 and h05 were exchanged in the register: they live in h04 now, and h05 is empty.
        Month before = May with { Houses = Month.Row(8), Lives = ["h00", "h05"] }, after = before with { AsOf = "2026-11-10", Swapped = ("h04", "h05") };
        using TwoMonths two = new();
        two.Compare(before, after);
        Assert.Equal([("h05", true), ("h04", false)], Attributed(two).Homes.Select(h => (h.Id, h.Came)));
        Assert.All(Attributed(two).Homes, h => Assert.True(h.Causes.IsRegisters));
        Assert.Equal("register-corrected", (string?)Candidates(two).Single(c => (string)c["change"]! == "new")["cause"]);

        // Somebody lives in h04 now: it is in no file.
        Assert.Empty(two.Rows("gone.csv"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_combination_of_four_changes_closes_to_zero_and_has_the_causes_that_five_runs_by_hand_give(int seed)
    {
        (Month before, Month after) = Random(seed);
        using TwoMonths two = new();
        HashSet<string> then = Listed(before.RunIn(two.Before));
        HashSet<string>[] byHand = [.. Enumerable.Range(0, 16).Select(m => Listed(Pipeline.Analyse(Mixed(before, after, m).Write(two.Folder("hand")), new Run())))];
        for (int mask = 0; mask < 16; mask++)
        {
            Results results = two.Again(Mixed(before, after, mask));
            Changes changes = results.Changes!;
            Assert.Equal(changes.Now, changes.Previous.Homes.Count + changes.Rows.Sum(r => r.Net));

            // By hand: the registrations first, then registers, timetable and rules, each as a run of its own; the last run that moves a home is its cause.
            HashSet<string>[] chain = [then, .. Enumerable.Range(1, 4).Select(n => byHand[mask & ((1 << n) - 1)])];
            string[] names = ["registrations", "registers", "timetable", "rules"];
            SortedDictionary<string, string> expected = new(StringComparer.Ordinal);
            foreach (string id in then.Union(chain[4]).Where(id => then.Contains(id) != chain[4].Contains(id)))
            {
                int last = Enumerable.Range(1, 4).Last(n => chain[n - 1].Contains(id) != chain[n].Contains(id) && chain[n].Contains(id) == chain[4].Contains(id));
                expected[id] = names[last - 1];
            }

            Ledger ledger = Attributed(two);
            Assert.Equal(expected, ledger.Homes.ToDictionary(h => h.Id, h => h.Causes.IsRegisters || h.Causes.IsLinkage ? "registers" : h.Causes.Term.Key, StringComparer.Ordinal).OrderBy(h => h.Key, StringComparer.Ordinal));
            if (mask is 1 or 2 or 4 or 8)
            {
                Assert.All(ledger.Homes, h => Assert.Empty(h.Also));
                Assert.NotEmpty(ledger.Homes);
            }
        }
    }

    [Fact]
    public void What_came_one_way_leaves_the_other_way_round()
    {
        (Month before, Month after) = Random(3);
        foreach (int mask in (int[])[1, 2, 4, 8])
        {
            Month there = Mixed(before, after, mask), back = Mixed(before, after, 0) with { AsOf = there.AsOf, Extracted = there.Extracted };
            Ledger forth = Compare(back, there), home = Compare(there, back);
            Assert.Equal((forth.Homes.Count(h => h.Came), forth.Homes.Count(h => !h.Came)), (home.Homes.Count(h => !h.Came), home.Homes.Count(h => h.Came)));
            Assert.Equal(forth.Homes.Select(h => h.Id).Order(StringComparer.Ordinal), home.Homes.Select(h => h.Id).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Sixty houses on six kilometres, and changes of each kind that touch about a tenth of them.</summary>
    internal static (Month Before, Month After) Random(int seed)
    {
        Random random = new(seed);
        IReadOnlyList<(string Id, double X, double Width, string Purpose)> houses = [.. Month.Row(60).Select(h => h with { Width = random.Next(4, 28) })];
        string[] lives = [.. houses.Where(_ => random.Next(3) == 0).Select(h => h.Id)];
        Month before = new()
        {
            Houses = houses,
            Lives = lives,
            Stops = [(random.Next(1500), 4), (random.Next(1500, 3500), 4), (random.Next(3500, 6000), 4)],
            Candidates = """ "footprintM2": { "min": 55, "max": 250 }, "stopWithinM": 900, "settlements": null """,
        };
        Month after = before with
        {
            AsOf = "2026-11-10",
            Extracted = "2026-11-02",
            Lives = [.. houses.Select(h => h.Id).Where(id => lives.Contains(id) != (random.Next(8) == 0))],
            Houses = [.. houses.Where(_ => random.Next(12) > 0).Select(h => random.Next(8) == 0 ? h with { Width = random.Next(4, 28) } : h), .. Enumerable.Range(60, 4).Select(i => Month.House($"h{i}", i * 100))],
            Stops = [.. before.Stops.Skip(1)],
            Candidates = """ "footprintM2": { "min": 70, "max": 250 }, "stopWithinM": 700, "settlements": null """,
        };
        return (before, after);
    }

    /// <summary>The one month with some groups of the other: 1 registrations, 2 registers, 4 timetable, 8 rules.</summary>
    internal static Month Mixed(Month before, Month after, int mask) => before with
    {
        AsOf = after.AsOf,
        Extracted = (mask & 1) != 0 ? after.Extracted : before.Extracted,
        Lives = (mask & 1) != 0 ? after.Lives : before.Lives,
        Houses = (mask & 2) != 0 ? after.Houses : before.Houses,
        Stops = (mask & 4) != 0 ? after.Stops : before.Stops,
        Candidates = (mask & 8) != 0 ? after.Candidates : before.Candidates,
    };

    internal static IEnumerable<JsonObject> Candidates(TwoMonths two) =>
        JsonNode.Parse(two.Text("candidates.geojson"))!["features"]!.AsArray().Select(f => f!["properties"]!.AsObject());

    internal static HashSet<string> Listed(Results results) => [.. results.Flags.Candidates.Select(c => results.Registers.Buildings[c].Id)];

    internal static Ledger Compare(Month before, Month after)
    {
        using TwoMonths two = new();
        two.Compare(before, after);
        return Attributed(two);
    }

    /// <summary>The whole ledger of the later run, of which the results tell a part.</summary>
    internal static Ledger Attributed(TwoMonths two)
    {
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(two.After, "inventory.json"));
        Run run = new();
        using Delivery delivery = Pipeline.Deliver(loaded, run);
        Question question = Pipeline.Prepare(delivery, loaded.Config, run);
        Answers answers = Pipeline.Flag(Pipeline.Link(question, delivery.Registrations, delivery.Withheld, loaded.Config, run), loaded.Config, run);
        return Differing.Attribute(PreviousResults.Read(loaded.PreviousFolder!, "previous"), loaded, delivery, answers, run);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Plan;
using HousingInventory.Plan.Placement;
using HousingInventory.Sample;
using HousingInventory.Tests.Formats;

namespace HousingInventory.Tests.Plan.Whole;

/// <summary>Criteria 18, 28, 30 to 34, 37 and 38: the files of a plan, who may read them, and how they go.</summary>
public sealed partial class PlanFilesTests
{
    private static readonly string[] WithHouseholds = ["plan.html", "plan.xlsx", "proposals.csv", "introductions.csv", "support_due.csv", "to_delete.csv"];

    [Fact]
    public void Criterion_28_Household_numbers_stand_in_the_named_files_alone()
    {
        using PlanTown town = Busy();
        Run run = new();
        town.Run(run: run);
        foreach (string file in Directory.GetFiles(town.File("plan"), "*", SearchOption.AllDirectories))
        {
            string bytes = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            bool holds = bytes.Contains("QQ7", StringComparison.Ordinal);
            Assert.True(!holds || WithHouseholds.Contains(Path.GetFileName(file)), $"{Path.GetFileName(file)} holds a household number.");
        }

        Assert.Contains("QQ7001", town.Result("plan.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Notices.Samples, n => n.Text(Language.Sv).Contains("QQ7", StringComparison.Ordinal) || n.Feature is not null);
    }

    [Fact]
    public void Criterion_18_The_order_of_rows_changes_no_table_of_the_plan()
    {
        using PlanTown one = Busy();
        one.Run();
        using PlanTown other = Busy();
        other.Load();
        foreach (string table in (string[])["addresses", "households", "homes", "vacancies", "premises", "owners", "landlords", "candidates", "support"])
        {
            string[] lines = File.ReadAllText(other.File(table + ".csv")).TrimEnd('\n').Split('\n');
            File.WriteAllText(other.File(table + ".csv"), string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n");
        }

        other.Run();

        // Notices and what is to be deleted name rows; notices stand in the page and the workbook too.
        IEnumerable<string> names = Directory.GetFiles(one.File("plan"), "*.csv").Select(f => Path.GetFileName(f));
        string[] tables = [.. names.Where(f => f is not ("notices.csv" or "to_delete.csv")), "supply.html", "plan.gpkg"];
        Assert.True(tables.Length > 10);
        Assert.All(tables, f => Assert.True(
            File.ReadAllBytes(Path.Combine(one.File("plan"), f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other.File("plan"), f))), f));
    }

    [Fact]
    [Trait("Takes", "long")]
    public void Criterion_30_The_committees_page_has_no_count_from_one_to_four_and_no_village()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            using PlanTown town = new()
            {
                Plan = """ "agreements": [ { "id": "avtal", "landlord": "bolag", "share": 0.5, "from": "2025-01-01" } ] """
                    + (seed % 3 == 0 ? $$""", "need": { "years": [ { "year": 2026, "persons": {{random.Next(1, 60)}}, "decidedOn": "2025-11-14" } ] } """ : ""),
            };
            town.Members += seed % 2 == 0 ? """ "language": "en", """ : "";
            town.With("addresses", "address_id;adress;kommundel;e;n\n" + string.Concat(Enumerable.Range(1, 9).Select(i =>
                FormattableString.Invariant($"a{i};Exempelgatan {i};Exempelby{i % 3};{700_000 + (100 * i)};7200000\n"))), more: """, "crs": "EPSG:3006" """);
            town.Households([.. Enumerable.Range(1, random.Next(0, 30)).Select(i =>
                $"QQ{i};{random.Next(1, 6)};{new DateOnly(2026, 3, 1).AddDays(random.Next(400)):yyyy-MM-dd}")]);
            string[] channels = ["company", "house", "private", "premises"];
            town.Homes([.. Enumerable.Range(1, random.Next(0, 30)).Select(i =>
                $"H{i};Exempelgatan {random.Next(1, 10)};{random.Next(1, 5)};;{new DateOnly(2026, 2, 1).AddDays(random.Next(300)):yyyy-MM-dd};;;"
                + $"{(random.Next(3) == 0 ? "occupied" : "")};{channels[random.Next(4)]}")]);
            town.With("vacancies", "home;free_from;landlord\n" + string.Concat(Enumerable.Range(1, random.Next(0, 12)).Select(i => $"V{i};2026-01-{i + 10};bolag\n")));
            IEnumerable<string> premises = Enumerable.Range(1, random.Next(0, 8)).Select(i =>
                $"L{i};{random.Next(20, 300)};Exempelgatan {i};2026-04-01;3;{(random.Next(2) == 0 ? "ja" : "")};ja;ja;ja\n");
            town.With("premises", "premises;area_m2;address;vacant_from;months;plan;daylight;two_ways_out;contamination_ok\n" + string.Concat(premises));
            town.Run();
            string page = town.Result("supply.html");
            Assert.DoesNotMatch(SmallCell(), page);
            Assert.DoesNotMatch(SmallCount(), page);
            Assert.DoesNotContain("Exempel", page, StringComparison.Ordinal);
            Assert.DoesNotContain("QQ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Criterion_31_A_plan_works_where_the_population_register_is_not_on_the_disk_and_a_run_where_the_households_are_not()
    {
        using PlanTown plan = new PlanTown().Households("1;2;2026-05-01").Homes("H;Exempelgatan 1;2;;2026-03-01").Named("residents", "gone.csv").Named("withheld", "gone-too.csv").Named("dwellings", "gone-three.csv");
        Assert.Equal("1:H", plan.Told());
        plan.Run();
        JsonNode manifest = JsonNode.Parse(plan.Result("manifest.json"))!;
        Assert.Equal("residents withheld dwellings", string.Join(' ', manifest["notOpened"]!.AsArray().Select(t => (string)t!)));
        Assert.DoesNotContain(manifest["inputs"]!.AsArray(), i => (string)i!["type"]! is "residents" or "withheld");

        using Support.Workshop run = new Support.Workshop().Named("households", "gone.csv").Named("support", "gone-too.csv");
        Assert.Equal("households support", string.Join(' ', run.RunInto("out")["notOpened"]!.AsArray().Select(t => (string)t!)));
    }

    [Fact]
    public void Law_7_The_folders_of_a_plan_and_a_run_are_never_the_same()
    {
        using PlanTown plan = Busy();
        plan.Run();
        using Support.Workshop run = new();
        Assert.Contains("holds the results of plan", Assert.Throws<InputException>(() => Pipeline.Run(run.Load(), plan.File("plan"), new Run())).Message, StringComparison.Ordinal);
        run.RunInto("out");
        Assert.Contains("holds the results of run", Assert.Throws<InputException>(() => Planning.Run(plan.Load(), run.File("out"), new Run())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    public void Criterion_32_The_same_plan_has_the_same_bytes_in_any_folder_and_culture(string culture)
    {
        using PlanTown one = Busy();
        one.Run();
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            using PlanTown other = Busy();
            other.Run("veckans plan");
            foreach (string file in Directory.GetFiles(one.File("plan")).Where(f => Path.GetFileName(f) != "timings.json"))
            {
                Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other.File("veckans plan"), Path.GetFileName(file)))), Path.GetFileName(file));
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void Criterion_33_A_plan_that_was_cut_off_is_the_old_one_or_the_new_one()
    {
        using PlanTown town = Busy();
        town.Run();
        string folder = town.File("plan");
        Dictionary<string, byte[]> old = Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f)!, File.ReadAllBytes);

        // Written and not yet moved: the old plan stands, and the next run clears away.
        Directory.CreateDirectory(Path.Combine(folder, ".pending-run"));
        File.WriteAllText(Path.Combine(folder, ".pending-run", "proposals.csv"), "half");
        HousingInventory.Export.ResultsFolder.Open(folder).Dispose();
        Assert.All(old, f => Assert.Equal(f.Value, File.ReadAllBytes(Path.Combine(folder, f.Key))));

        // Cut off while it moved in: the move is completed.
        Directory.CreateDirectory(Path.Combine(folder, ".pending-run"));
        Directory.CreateDirectory(Path.Combine(folder, ".previous-run"));
        foreach ((string name, byte[] bytes) in old)
        {
            File.WriteAllBytes(Path.Combine(folder, ".pending-run", name), name == "balance.csv" ? [1, 2, 3] : bytes);
        }

        File.Move(Path.Combine(folder, "manifest.json"), Path.Combine(folder, ".previous-run", "manifest.json"));
        HousingInventory.Export.ResultsFolder.Open(folder).Dispose();
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(folder, "balance.csv")));
        Assert.Equal(old.Keys.Order(), Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order());
    }

    [Fact]
    public void Criterion_34_Purge_of_tables_keeps_bytes_drops_rows_and_leaves_the_sources()
    {
        string households = "\uFEFFcase;size;latest_on;status;closed_on;note\r\n1;2;2026-05-01;;;\"a;\r\nb\"\r\n\r\n2;3;2026-05-01;avslutad;2026-01-01;x\r\n3;1;2026-05-01;;;y";
        using PlanTown town = new PlanTown().With("households", households).With("support", "case;step\n2;keys\n1;keys\n").With("decisions", "decision;case;home\nlock;2;H\nhold;;H\n");
        town.Load();
        IReadOnlyList<string> lines = Purging.Tables(town.File("inventory.json"), new(2026, 4, 1), town.File("clean"), false, new Run());
        Assert.Equal("\uFEFFcase;size;latest_on;status;closed_on;note\r\n1;2;2026-05-01;;;\"a;\r\nb\"\r\n\r\n3;1;2026-05-01;;;y", File.ReadAllText(Path.Combine(town.File("clean"), "households.csv"), new UTF8Encoding(false, true)) is var text && text.StartsWith('\uFEFF') ? text : "\uFEFF" + text);
        Assert.Equal("case;step\n1;keys\n", File.ReadAllText(Path.Combine(town.File("clean"), "support.csv")));
        Assert.Equal("decision;case;home\nhold;;H\n", File.ReadAllText(Path.Combine(town.File("clean"), "decisions.csv")));
        Assert.Equal(3, lines.Count);
        Assert.Equal(Encoding.UTF8.GetBytes(households), File.ReadAllBytes(town.File("households.csv")));

        // The day before, nothing is past its day.
        Purging.Tables(town.File("inventory.json"), new(2026, 3, 31), town.File("clean"), false, new Run());
        Assert.Equal(Encoding.UTF8.GetBytes(households), File.ReadAllBytes(Path.Combine(town.File("clean"), "households.csv")));
        Assert.Throws<InputException>(() => Purging.Tables(town.File("inventory.json"), new(2026, 4, 1), town.Folder, false, new Run()));
    }

    [Fact]
    public void Criterion_34_Purge_of_results_removes_what_the_manifest_names_and_nothing_else()
    {
        using PlanTown town = Busy();
        town.Run();
        string folder = town.File("plan");
        File.WriteAllText(Path.Combine(folder, "own.txt"), "stays");
        Assert.Contains("stays", Purging.Folders([folder], new(2027, 5, 31), true, null)[0], StringComparison.Ordinal);
        Assert.Contains("--delete", Purging.Folders([folder], new(2027, 6, 1), false, null)[0], StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "plan.html")));
        Assert.Contains("files deleted", Purging.Folders([folder], new(2027, 6, 1), true, null)[0], StringComparison.Ordinal);
        Assert.Equal(["own.txt"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.Throws<InputException>(() => Purging.Folders([folder], new(2027, 6, 1), true, null));
    }

    [Fact]
    public void Purge_of_results_whose_manifest_somebody_edited_takes_no_file_of_theirs()
    {
        using PlanTown town = Busy();
        town.Run();
        string folder = town.File("plan"), manifest = Path.Combine(folder, "manifest.json"), elsewhere = town.File("elsewhere.csv");
        File.WriteAllText(Path.Combine(folder, "own.txt"), "stays");
        File.WriteAllText(elsewhere, "stays");
        File.Delete(Path.Combine(folder, "balance.csv"));
        File.CreateSymbolicLink(Path.Combine(folder, "balance.csv"), elsewhere);
        JsonNode said = JsonNode.Parse(File.ReadAllText(manifest))!;
        foreach (string name in (string[])["own.txt", "../elsewhere.csv", elsewhere])
        {
            said["outputs"]!.AsArray().Add((JsonNode)new JsonObject { ["path"] = name, ["sha256"] = null, ["rows"] = 1 });
        }

        File.WriteAllText(manifest, said.ToJsonString());
        Purging.Folders([folder], new(2027, 6, 1), true, null);
        Assert.Equal(["balance.csv", "own.txt"], Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal("stays", File.ReadAllText(elsewhere));

        // A pipe or a file without end is no manifest, and nobody waits for it.
        File.Delete(Path.Combine(folder, "balance.csv"));
        File.CreateSymbolicLink(manifest, "/dev/zero");
        Assert.Throws<InputException>(() => Purging.Folders([folder], new(2027, 6, 1), true, null));
    }

    [Fact]
    public void Criterion_37_A_withdrawn_household_frees_its_home_and_is_told_as_a_change()
    {
        using PlanTown first = new PlanTown().Households("1;2;2026-05-01", "2;2;2026-05-02").Homes("H;Exempelgatan 1;2;;2026-03-01");
        first.Run();
        Assert.Contains("1", first.Analyse().Placement.Proposals.Single(p => p.Site is not null).Household.Case, StringComparison.Ordinal);
        using PlanTown second = new PlanTown { Plan = $"\"previous\": {System.Text.Json.JsonSerializer.Serialize(first.File("plan"))}" }
            .Households("1;2;2026-05-01;withdrawn", "2;2;2026-05-02").Homes("H;Exempelgatan 1;2;;2026-03-01", "I;Exempelgatan 2;1;;2026-03-01");
        PlanResults results = second.Analyse();
        Assert.Equal("2:H", string.Join(' ', results.Placement.Proposals.Select(p => $"{p.Household.Case}:{p.Site?.Id}")));
        Assert.Equal(["1"], results.Changes!.Gone);
        Assert.Equal(["2"], results.Changes.New);
        Assert.Equal(["I"], results.Changes.NewHomes);
    }

    [Fact]
    public void Who_is_settled_to_what_was_proposed_has_followed_the_plan()
    {
        using PlanTown first = new PlanTown().Households("1;2;2026-05-01", "2;2;2026-05-02").Homes("H;Exempelgatan 1;2;;2026-03-01", "I;Exempelgatan 2;2;;2026-03-01");
        first.Run();
        using PlanTown second = new PlanTown { Plan = $"\"previous\": {System.Text.Json.JsonSerializer.Serialize(first.File("plan"))}" }
            .Households("1;2;2026-05-01", "2;2;2026-05-02").Homes("H;Exempelgatan 1;2;;2026-03-01", "I;Exempelgatan 2;2;;2026-03-01")
            .With("decisions", "decision;case;home\nlock;1;I\nlock;2;H\n");
        Assert.Equal((0, 2), second.Analyse().Changes!.Followed);
    }

    [Fact]
    public void Criterion_38_Homes_of_a_building_get_the_access_of_the_building()
    {
        using TemporaryFolder folder = new();
        PlanSample.Write(folder.Path, new SampleOptions { Homes = 300, Seed = 7, ResidentsFormat = ResidentsFormat.Csv });
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(folder.Path, "inventory.json"));
        Results run = Pipeline.Analyse(loaded, new Run());
        int compared = 0;
        int[] some = [.. Enumerable.Range(0, run.Flags.Candidates.Count).Take(25)];
        StringBuilder homes = new("home;free_from;rooms;building_id\n");
        foreach (int i in some)
        {
            homes.Append(CultureInfo.InvariantCulture, $"B{i};2026-11-01;2;{run.Registers.Buildings[run.Scores.Homes[i]].Id}\n");
        }

        File.WriteAllText(Path.Combine(folder.Path, "homes.csv"), homes.ToString());
        PlanResults plan = PlanTown.Sound(Planning.Analyse(loaded, new Run()));
        foreach (int i in some)
        {
            Site site = plan.Sites.Single(s => s.Id == $"B{i}");
            Assert.Equal((int)(run.Scores.Score[i] * 10), site.AccessTenths);
            Assert.Equal(run.Flags.Locality[run.Scores.Homes[i]], site.Village);
            foreach ((HousingInventory.Score.Criterion criterion, HousingInventory.Score.CriterionResult result) in run.Scores.Criteria.Where(c => !c.Result.WithoutData))
            {
                double? value = double.IsNaN(result.Values[i]) ? null : result.Values[i];
                Assert.Equal((value, result.PointsTenths[i]), (site.Measures[criterion.Name].Value, site.Measures[criterion.Name].PointsTenths));
                compared++;
            }
        }

        Assert.True(compared >= 25, $"{compared} of {some.Length} homes");
    }

    [Fact]
    public void A_household_that_keeps_its_home_keeps_it_from_others()
    {
        using PlanTown town = new PlanTown().Households("1;2;2026-05-01;;;;;H;nej", "2;2;2026-04-01", "3;2;2026-04-01;;;;;I;ja").Homes("H;Exempelgatan 1;2;;2026-03-01", "I;Exempelgatan 2;2;;2026-03-01");
        Assert.Equal("2:I 3:- 1:H", town.Told());
    }

    [Fact]
    public void A_home_comes_back_when_the_right_to_it_ends()
    {
        using PlanTown town = new PlanTown { Plan = """ "rightMonths": 12 """ }.Homes("H;Exempelgatan 1;2;;2025-05-01").With(
            "households", "case;size;latest_on;status;home;moved_in_on;received_on\n1;2;2025-05-01;placed;H;2025-05-01;2025-06-15\n");
        PlanResults results = town.Analyse();
        Assert.Equal(new DateOnly(2026, 6, 1), results.Balance.Cells.Single(c => c.Part == HousingInventory.Plan.Balance.BalancePart.ComingBack).Month);
        Assert.Contains(results.Support.Tasks, t => t.Step == "contract_end" && t.DueOn == new DateOnly(2026, 6, 15).AddDays(-90));
    }

    [Fact]
    public void The_account_of_an_agreement_stands_in_its_files()
    {
        using PlanTown town = new PlanTown { Plan = """ "agreements": [ { "id": "avtal", "landlord": "bolag", "share": 0.5, "from": "2026-01-01" } ] """ }.Households("1;2;2026-05-01")
            .With("vacancies", "home;free_from;landlord;rooms;used_for;delivered_on\nA;2026-01-05;bolag;2;;\nB;2026-01-06;bolag;2;avtal;2026-02-01\nC;2026-02-03;bolag;1;;\nD;2026-02-04;bolag;3;;\n");
        town.Run();
        Assert.Equal(
            "avtal;2026-01;2;2;1,00;1;1;0;0;-1|avtal;2026-02;2;4;2,00;2;1;1;1;-1|avtal;2026-03;0;4;2,00;2;0;0;1;-1",
            string.Join('|', town.Result("agreement.csv").TrimEnd().Split("\r\n").Skip(1)));
        Assert.Equal(
            "avtal;1;2026-01-06;2;2026-02-01;B;26;levererad|avtal;2;2026-02-04;4;;;25;öppen", string.Join('|', town.Result("agreement_dues.csv").TrimEnd().Split("\r\n").Skip(1)));
        Assert.Contains("4 lediga lägenheter har räknats, 2 bostäder är förfallna och 1 levererade; det fattas 1", town.Result("plan.html"), StringComparison.Ordinal);
        Assert.Contains("25,0 % av de lediga har levererats, i snitt 26 dagar efter förfallodagen.", town.Result("plan.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_tells_of_a_household_a_home_and_a_pair()
    {
        using PlanTown town = new PlanTown().Households("1;2;2026-05-01", "2;4;2026-05-02").Homes("H;Exempelgatan 1;2;;2026-03-01", "I;Exempelgatan 2;3;;2026-03-01", "J;Exempelgatan 3;2;;2026-03-01");
        PlanResults results = town.Analyse();
        Assert.Contains("Hushåll 1 (2 personer, senast 1 maj) föreslås Exempelgatan 1", WhyPlan.Answer(results, "1", null), StringComparison.Ordinal);
        Assert.Contains("J, Exempelgatan 3", WhyPlan.Answer(results, "1", null), StringComparison.Ordinal);
        Assert.Contains("går inte, för liten", WhyPlan.Answer(results, "2", "J"), StringComparison.Ordinal);
        Assert.Contains("går; bytet kostar", WhyPlan.Answer(results, "1", "exempelgatan 3"), StringComparison.Ordinal);
        Assert.Contains("Hushåll 2 i Exempelgatan 1", WhyPlan.Answer(results, "H", null), StringComparison.Ordinal);
        Assert.Throws<InputException>(() => WhyPlan.Answer(results, "Q", null));
    }

    [Fact]
    public void Why_not_a_home_that_is_locked_names_the_lock_and_what_it_costs()
    {
        using PlanTown town = new PlanTown().Households("1;2;2026-05-01", "2;2;2026-05-02").Homes("H;Exempelgatan 1;2;;2026-03-01").With("decisions", "decision;case;home\nlock;2;H\n");
        string why = WhyPlan.Answer(town.Analyse(), "1", "H");
        Assert.Contains("låst till hushåll 2", why, StringComparison.Ordinal);
        Assert.Contains("Låset kostar ingenting", why, StringComparison.Ordinal);
    }

    /// <summary>A town in which every part of the plan has something to say.</summary>
    private static PlanTown Busy() => new PlanTown
    {
        Plan = """ "caps": { "default": 5 }, "agreements": [ { "id": "avtal", "landlord": "bolag", "share": 0.5, "from": "2025-06-01", "until": "2026-06-01" } ], "need": { "years": [ { "year": 2026, "persons": 60, "decidedOn": "2025-11-14" } ] } """,
    }
        .Households(
            "QQ7001;2;2026-03-10;assigned;step-free near-moon", "QQ7002;4;2026-04-10", "QQ7003;1;2026-05-01;placed;;H3;2026-02-25", "QQ7004;3;2026-04-01;;;;;H4;nej", "QQ7005;8;2026-04-20",
            "QQ7006;2;2023-01-01", "QQ7007;2;2026-02-01;withdrawn", "QQ7008;1;2026-02-20;;;;;QX")
        .Homes(
            "H1;Exempelgatan 1;2;;2026-03-01;5000;ja", "H2;Exempelgatan 2;4;;2026-03-20;7000", "H3;Exempelgatan 3;1;;2026-01-01;4000;;occupied", "H4;Exempelgatan 4;2;;2026-01-01", "H5;Ingenstans 1;2;;2026-03-01",
            "H6;Exempelgatan 6;;;2026-03-01")
        .With("vacancies", "home;free_from;landlord;rooms;used_for;delivered_on\nA;2026-01-05;bolag;2;;\nB;2026-01-06;bolag;2;avtal;2026-02-01\nC;2026-02-03;bolag;1;;\nD;2026-02-04;bolag;3;;\n")
        .With("premises", "premises;area_m2;address;vacant_from;months;plan;daylight;two_ways_out;contamination_ok;water_drain;heating\nL1;200;Exempelgatan 7;2026-04-01;3;ja;ja;ja;ja;ja;ja\n")
        .With("owners", "property;landlord;kind\nEXEMPELBY 1:1;p-1;privatperson\n").With("landlords", "landlord;kind;state;next_step;next_on\nbolag;bolag;agreement;call;2026-02-20\n")
        .With("candidates", "ref;property;locality;score\nABCDEF;EXEMPELBY 1:1;Byn;50\n").With("decisions", "decision;case;home\nlock;QQ7002;H2\n")
        .With("support", "case;step;done_on;outcome\nQQ7003;furnish;2026-02-20;ok\nQQ7003;safe_home;2026-02-28;problem\n");

    // A cell that is a number from 1 to 4, with or without a sign.
    [GeneratedRegex("<t[dh][^>]*>[−-]?[1-4]</t[dh]>", RegexOptions.CultureInvariant)]
    private static partial Regex SmallCell();

    // The same in a sentence: so many households, homes, premises.
    [GeneratedRegex(@"(?<![\d,.–-])[1-4] (hushåll|bostäder|bostad|lokaler|brev|kontakter|households?|homes?|premises|letters?)\b")]
    private static partial Regex SmallCount();
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Verbs;

/// <summary>
/// A patient reader, who has this month's and last month's results, the map of all buildings, the registers of addresses, properties and dwellings, and may ask explain for
/// everything, tries to tell withheld homes from inhabited ones. A rule may be right as often as a blind guess among the homes that look inhabited, and five points more.
/// </summary>
[Trait("Takes", "long")]
public sealed class ReadersAttackTests
{
    private const int Plots = 1200;
    private const int Blocks = 60;
    private const double MostAbove = 0.05;

    private readonly Random _random = new(20261128);

    [Fact]
    public void No_rule_of_guessing_tells_two_hundred_withheld_homes_from_inhabited_ones()
    {
        using Workshop lastMonth = new();
        using Workshop thisMonth = new();
        Town town = new(_random);
        JsonNode before = town.Write(lastMonth, town.Last);
        JsonNode now = town.Write(thisMonth, town.This);
        Assert.Equal(200, town.This.Withheld.Count);
        ILookup<string, string> withheld = town.This.Withheld.ToLookup(w => w.House, w => w.Key);
        ILookup<string, string> inhabited = town.This.Residents.Select(r => (r.House, r.Key)).Concat(town.This.Withheld).ToLookup(r => r.House, r => r.Key);

        Reading last = Reading.Of(lastMonth.File("out"));
        Reading read = Reading.Of(thisMonth.File("out"));
        Assert.All(withheld, w => Assert.DoesNotContain(w.Key, read.Shown));
        string[] looksInhabited = [.. town.Houses.Keys.Where(id => !read.Shown.Contains(id))];
        Assert.Equal(inhabited.Select(h => h.Key).Order(StringComparer.Ordinal), looksInhabited.Where(id => !town.IsBlock(id) || inhabited.Contains(id)).Order(StringComparer.Ordinal));

        // Blind guessing among the homes where somebody lives, those in blocks of flats one by one.
        double baseRate = 200.0 / inhabited.Sum(h => h.Count());

        Dictionary<string, Func<string, bool>> rules = new(StringComparer.Ordinal)
        {
            ["missing further house"] = id => town.FurtherOf(id) is { } further && !read.Shown.Contains(further),
            ["further house shown"] = id => town.FurtherOf(id) is { } further && read.Shown.Contains(further),
            ["no further house at all"] = id => town.FurtherOf(id) is null,
            ["missing among the flats"] = id => town.IsBlock(id) && !read.Flats.ContainsKey(id),
            ["flats nearly full"] = id => read.Flats.TryGetValue(id, out (int All, int Least, int Most) flats) && flats.Most <= 1,
            ["flats nearly empty"] = id => read.Flats.TryGetValue(id, out (int All, int Least, int Most) flats) && flats.Most >= flats.All - 1,
            ["interval of flats of one"] = id => read.Flats.TryGetValue(id, out (int All, int Least, int Most) flats) && flats.Most == flats.Least,
            ["flats changed by one since last month"] = id => read.Flats.TryGetValue(id, out (int All, int Least, int Most) flats) && last.Flats.TryGetValue(id, out (int All, int Least, int Most) old) && old.Most - flats.Most == 1,
            ["gone since last month"] = id => last.Shown.Contains(id),
            ["not there last month either"] = id => !last.Shown.Contains(id),
            ["neighbour in a settlement changed"] = id => town.NeighboursOf(id).Any(n => read.LeftOut.GetValueOrDefault(n) != last.LeftOut.GetValueOrDefault(n)),
            ["named by a notice"] = id => read.Texts.Contains(id, StringComparison.Ordinal),
            ["property in no table"] = id => !read.Texts.Contains(town.Houses[id].Property + "\"", StringComparison.Ordinal),
        };
        foreach ((string rule, Func<string, bool> guess) in rules)
        {
            string[] guessed = [.. looksInhabited.Where(guess)];
            int homes = guessed.Sum(id => inhabited[id].Count());
            double right = (double)guessed.Sum(id => withheld[id].Count()) / Math.Max(1, homes);

            // A rule that names a handful may be lucky; its luck is bounded by two deviations of chance.
            double chance = 2 * Math.Sqrt(baseRate * (1 - baseRate) / Math.Max(1, homes));
            Assert.True(right <= baseRate + Math.Max(MostAbove, chance), string.Create(CultureInfo.InvariantCulture, $"'{rule}' is right in {right:0.000} of {homes}, blind guessing in {baseRate:0.000}"));
        }

        // No reason of few rows stands alone, and one hash stands for the extract and the list.
        Assert.All(now["inputs"]!.AsArray().Where(i => (string)i!["type"]! == "residents"), i => Assert.All(i!["rows"]!["leftOut"]!.AsObject(), l => Assert.True((long)l.Value! >= 5 || l.Key == "few")));
        Assert.NotEqual((string)before["inputs"]!.AsArray().Single(i => (string)i!["type"]! == "residents")!["sha256"]!, (string)now["inputs"]!.AsArray().Single(i => (string)i!["type"]! == "residents")!["sha256"]!);

        // Whatever limits of settlements are tried, withheld homes count as inhabited ones, so that the reader learns what he knows: which look inhabited.
        Town.Month open = town.This with { Residents = [.. town.This.Residents, .. town.This.Withheld.Select(w => (w.House, w.Key, 2))], Withheld = [] };
        foreach (int fewest in (int[])[10, 14, 20, 40])
        {
            Assert.Equal(town.LeftOut(open, fewest), town.LeftOut(town.This, fewest));
        }
    }

    [Fact]
    public void Two_runs_that_differ_in_withheld_keys_of_inhabited_homes_give_the_same_files()
    {
        Town town = new(_random, 120, 6, 20);
        (string House, string Key)[] inhabited = [.. town.This.Residents.Where(r => !town.IsBlock(r.House)).Select(r => (r.House, r.Key)).Take(30)];
        using Workshop last = new();
        using Workshop one = new();
        using Workshop two = new();
        town.Write(last, town.Last);
        town.Write(one, town.This, previous: last.File("out"));
        town.Write(two, town.This with { Withheld = [.. town.This.Withheld, .. inhabited] }, previous: last.File("out"));
        string[] said =
        [
            .. new[] { one, two }.Select(w => ComparingRuns.Compare(last.File("out"), w.File("out"), w.File("compare.csv"))
                + TryingScenarios.Run(w.Load(), [], null, w.File("what-if"), new Run()).Replace(w.Folder, "", StringComparison.Ordinal)),
        ];
        Assert.Equal(said[0], said[1]);
        string[] files = [.. Directory.EnumerateFiles(one.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(one.Folder, f))];
        Assert.Superset(
            new HashSet<string>(
            [
                "out/limits.csv", "out/changes.csv", "out/gone.csv", "out/flats.csv", "out/inventory.gpkg", "out/villages/return.csv", "what-if/scenario-homes.csv", "compare.csv",
            ]),
            new HashSet<string>(files.Select(static f => f.Replace('\\', '/'))));
        foreach (string file in files.Where(static f => Path.GetFileName(f) is not ("timings.json" or "manifest.json" or "inventory.json" or "withheld.csv")))
        {
            Assert.True(File.ReadAllBytes(one.File(file)).AsSpan().SequenceEqual(File.ReadAllBytes(two.File(file))), file);
        }

        string[] first = File.ReadAllLines(Path.Combine(one.File("out"), "manifest.json"));
        string[] second = File.ReadAllLines(Path.Combine(two.File("out"), "manifest.json"));
        Assert.Contains("sha256", Assert.Single(first.Zip(second), l => l.First != l.Second).First, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_of_each_withheld_home_what_it_says_of_an_inhabited_one()
    {
        Town town = new(_random);
        using Workshop workshop = new();
        town.Write(workshop, town.This);
        LoadedConfig loaded = workshop.Load();
        string inhabited = Explaining.Explain(loaded, town.This.Residents.Select(r => r.House).First(h => !town.IsBlock(h)), new Run());
        foreach (string id in town.This.Withheld.Select(w => w.House).Where(h => !town.IsBlock(h)).Take(12))
        {
            Assert.Equal(inhabited, Explaining.Explain(loaded, id, new Run()));
        }
    }

    /// <summary>What the reader has of one month.</summary>
    private sealed record Reading(HashSet<string> Shown, Dictionary<string, string> LeftOut, Dictionary<string, (int All, int Least, int Most)> Flats, string Texts)
    {
        public static Reading Of(string folder)
        {
            HashSet<string> shown = new(StringComparer.Ordinal);
            Dictionary<string, string> leftOut = new(StringComparer.Ordinal);
            using (HousingInventory.Formats.IFeatureCursor rows = HousingInventory.Formats.DataFile.Open(Path.Combine(folder, "inventory.gpkg"), new HousingInventory.Formats.ReadOptions("buildings")))
            {
                int id = Column(rows, "building_id"), left = Column(rows, "left_out");
                while (rows.Read())
                {
                    shown.Add(rows.Text(id)!);
                    leftOut[rows.Text(id)!] = rows.Text(left) ?? "";
                }
            }

            Dictionary<string, (int All, int Least, int Most)> flats = new(StringComparer.Ordinal);
            using (HousingInventory.Formats.IFeatureCursor rows = HousingInventory.Formats.DataFile.Open(Path.Combine(folder, "flats.csv"), new HousingInventory.Formats.ReadOptions()))
            {
                while (rows.Read())
                {
                    flats[rows.Text(0)!] = ((int)rows.Number(5)!, (int)rows.Number(6)!, (int)rows.Number(7)!);
                }
            }

            StringBuilder texts = new();
            foreach (string file in Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f) is "notices.csv" or "candidates.geojson" or "report.html" or "worklist.html" or "properties.csv" or "shortlist.csv"))
            {
                texts.Append(File.ReadAllText(file));
            }

            return new Reading(shown, leftOut, flats, texts.ToString());

            static int Column(HousingInventory.Formats.IFeatureCursor rows, string name) => rows.Layer.Columns.ToList().FindIndex(c => c.Name == name);
        }
    }

    /// <summary>
    /// A town of plots, a third of them with a further house, and of blocks of flats. Seven of ten homes are inhabited. Those who are protected are in no extract, and live as
    /// the others do: they move in and out as often, and in the same homes.
    /// </summary>
    private sealed class Town
    {
        private readonly Dictionary<string, string> _further = new(StringComparer.Ordinal);
        private readonly string _buildings, _addresses, _properties, _dwellings;

        public Town(Random random, int plots = Plots, int blocks = Blocks, int toWithhold = 200)
        {
            List<string> buildings = [], properties = [];
            StringBuilder addresses = new("address_id;adress;e;n\n"), dwellings = new("dwelling_id;lagenhetsnummer;address_id;building_id\n");
            List<(string House, string Key)> homes = [];
            for (int i = 0; i < plots + blocks; i++)
            {
                bool block = i >= plots;
                (double x, double y) = (i % 60 * 90, i / 60 * 90);
                string id = $"h{i:0000}", address = $"adr{i:0000}", property = $"EXEMPELBYN 1:{i + 1}";
                Houses.Add(id, (property, x, y));
                buildings.Add(Box(id, x + 10, y + 10, block ? 40 : 12, block ? "Bostad;Flerfamiljshus" : "Bostad;Småhus friliggande"));
                properties.Add(Plot($"p{i:0000}", $"1:{i + 1}", x, y));
                addresses.Append(CultureInfo.InvariantCulture, $"{address};Exempelgatan {i + 1};{700_000 + x + 15};{7_200_000 + y + 15}\n");
                if (block)
                {
                    _blocks.Add(id);
                    for (int d = 0; d < 8; d++)
                    {
                        dwellings.Append(CultureInfo.InvariantCulture, $"d{i:0000}x{d};{1001 + d};{address};{id}\n");
                        homes.Add((id, $"d{i:0000}x{d}"));
                    }
                }
                else
                {
                    homes.Add((id, address));
                }

                if (!block && i % 3 == 0)
                {
                    _further.Add(id, id + "g");
                    buildings.Add(Box(id + "g", x + 50, y + 50, 8, "Bostad;Småhus friliggande"));
                }
            }

            _buildings = Workshop.Collection([.. buildings]);
            _properties = Workshop.Collection([.. properties]);
            _addresses = addresses.ToString();
            _dwellings = dwellings.ToString();

            // Who lives where in each month: one in twenty homes changes hands between them.
            bool[] last = [.. homes.Select(_ => random.NextDouble() < 0.7)];
            bool[] now = [.. last.Select(l => random.NextDouble() < 0.05 ? !l : l)];
            int[] chosen = [.. Enumerable.Range(0, homes.Count).Where(i => now[i])];
            random.Shuffle(chosen);
            HashSet<int> hidden = [.. chosen[..toWithhold]];
            This = Make(now);
            Last = Make(last);

            Month Make(bool[] lived) => new(
                [.. Enumerable.Range(0, homes.Count).Where(i => lived[i] && !hidden.Contains(i)).Select(i => (homes[i].House, homes[i].Key, 1 + (i % 4)))],
                [.. Enumerable.Range(0, homes.Count).Where(i => lived[i] && hidden.Contains(i)).Select(i => homes[i])]);
        }

        private readonly HashSet<string> _blocks = new(StringComparer.Ordinal);

        public sealed record Month(IReadOnlyList<(string House, string Key, int Persons)> Residents, IReadOnlyList<(string House, string Key)> Withheld);

        public Dictionary<string, (string Property, double X, double Y)> Houses { get; } = new(StringComparer.Ordinal);

        public Month Last { get; }

        public Month This { get; }

        public bool IsBlock(string id) => _blocks.Contains(id);

        public string? FurtherOf(string id) => _further.GetValueOrDefault(id);

        public IEnumerable<string> NeighboursOf(string id) => Houses.Where(h => h.Key != id && Math.Abs(h.Value.X - Houses[id].X) + Math.Abs(h.Value.Y - Houses[id].Y) <= 90).Select(h => h.Key);

        public JsonNode Write(Workshop workshop, Month month, int fewest = 20, string? previous = null)
        {
            workshop.Members = "\"asOf\": \"2026-11-10\", \"purpose\": \"Prov\", \"responsible\": \"Ingen\", \"deleteAfter\": \"2027-05-31\", \"criteria\": null, "
                + "\"candidates\": { \"footprintM2\": null, \"settlements\": [ { \"maxGapM\": 95, \"between\": \"residents\", \"minResidents\": " + fewest.ToString(CultureInfo.InvariantCulture) + " } ] }, "
                + "\"outputs\": [ { \"type\": \"geojson\" }, { \"type\": \"geopackage\" }, { \"type\": \"csv\" }, { \"type\": \"report\" }, { \"type\": \"villages\", \"atLeast\": 1 } ], "
                + "\"scenarios\": [ { \"name\": \"glest\", \"override\": { \"candidates\": { \"footprintM2\": { \"min\": 90, \"max\": 300 } } } } ], "
                + (previous is null ? "" : "\"previous\": \"" + previous.Replace('\\', '/') + "\", ");
            StringBuilder residents = new("dwelling_id;address_id;antal\n");
            foreach ((string house, string key, int persons) in month.Residents)
            {
                residents.Append(CultureInfo.InvariantCulture, $"{(key[0] == 'd' ? key : "")};{(key[0] == 'd' ? "" : key)};{persons}\n");
            }

            // The list holds keys as an officer has them: of dwellings and addresses where there are such, a house or a property for every third.
            IEnumerable<string> keys = month.Withheld.Select((w, i) => w.Key[0] == 'd' || i % 3 == 0 ? w.Key : i % 3 == 1 ? w.House : Houses[w.House].Property);
            workshop.With("buildings", "houses.geojson", _buildings).With("properties", "properties.geojson", _properties)
                .With("addresses", "addresses.csv", _addresses, """, "crs": "EPSG:3006" """).With("dwellings", "dwellings.csv", _dwellings)
                .With("residents", "residents.csv", residents.ToString()).With("withheld", "withheld.csv", "key\n" + string.Concat(keys.Select(k => k + "\n")));
            return workshop.RunInto("out");
        }

        public SortedDictionary<string, string> LeftOut(Month month, int fewest)
        {
            using Workshop workshop = new();
            Write(workshop, month, fewest);
            return new SortedDictionary<string, string>(Reading.Of(workshop.File("out")).LeftOut, StringComparer.Ordinal);
        }

        private static string Box(string id, double x, double y, double width, string purpose) =>
            Workshop.Feature($"\"objektidentitet\": \"{id}\", \"objekttypnr\": 2061, \"andamal1\": \"{purpose}\"", Ring(x, y, width, 10));

        private static string Plot(string key, string label, double x, double y)
        {
            string[] parts = label.Split(':');
            return Workshop.Feature(
                $"\"objektidentitet\": \"area-{key}\", \"registerenhetsreferens\": \"{key}\", \"objekttyp\": \"fastighetsområde\", \"kommunkod\": \"2482\", \"trakt\": \"EXEMPELBYN\", \"block\": \"{parts[0]}\", \"enhet\": {parts[1]}",
                Ring(x, y, 88, 88));
        }

        private static string Ring(double x, double y, double width, double depth) => Workshop.Ring(x, y, width, depth);
    }
}

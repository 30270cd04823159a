using System.Globalization;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Tests.Difference;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Verbs;

/// <summary>Two results folders, and two homes, side by side.</summary>
public sealed class CompareTests
{
    // The stop at 0 m is left by 16 buses, that at 3 000 m by 4; departures are counted within 2 000 m.
    private static readonly Month May = new() { Houses = Month.Row(6), Lives = ["h05"], Stops = [(0, 16), (3000, 4)], Candidates = """ "footprintM2": null, "stopWithinM": null, "settlements": null """ };

    [Fact]
    public void Places_are_parted_into_those_who_left_those_who_came_and_other_scores()
    {
        // b was 2nd of a b c d. a left, x came first, and c passed b: 2 -> 1 among those who stayed, -> 2 by the new scores, -> 3.
        IReadOnlyDictionary<string, RankMove> moves = RankMoves.Of(["a", "b", "c", "d"], ["x", "c", "b", "d"]);
        Assert.Equal(new RankMove(-1, 1, 1), moves["b"]);
        Assert.Equal(new RankMove(-1, -1, 1), moves["c"]);
        Assert.Equal(new RankMove(-1, 0, 1), moves["d"]);
        Assert.Equal(["b", "c", "d"], moves.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Moves_close_exactly_on_any_two_lists(int seed)
    {
        Random random = new(seed);
        string[] all = [.. Enumerable.Range(0, 200).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        string[] before = [.. all.Where(_ => random.Next(3) > 0)], now = [.. all.Where(_ => random.Next(3) > 0)];
        random.Shuffle(before);
        random.Shuffle(now);
        foreach ((string id, RankMove move) in RankMoves.Of(before, now))
        {
            Assert.Equal(Array.IndexOf(now, id) - Array.IndexOf(before, id), move.Places);
        }
    }

    [Fact]
    public void Two_folders_are_compared_by_locality_and_a_row_a_home()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        (May with { AsOf = "2026-11-10", Lives = ["h00"] }).RunIn(two.After);
        string file = two.Folder("compared.csv");
        string text = ComparingRuns.Compare(Path.Combine(two.Before, "out"), Path.Combine(two.After, "out"), file);
        Assert.Equal("2026-05-10 till 2026-11-10: 5 kandidater blev 5\nNya 1, borta 1, kvar 4; av dem upp 4, ned 0\n\nOrt eller by    före     nya   borta      nu     upp     ned\nExempelby          5       1       1       5       4       0\n", text);
        string[] rows = File.ReadAllLines(file);
        Assert.Equal(1 + 6, rows.Length);
        Assert.Contains($"{Ref.Of("h01")};flyttad;Exempelby;2;1;100,0;100,0;-1;0;0", rows);
        Assert.Contains(rows, r => r.StartsWith($"{Ref.Of("h00")};borta;Exempelby;1;;100,0;;", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith($"{Ref.Of("h05")};ny;Exempelby;;5;;100,0;", StringComparison.Ordinal));
        Assert.Contains("name the earlier one first", Assert.Throws<InputException>(() => ComparingRuns.Compare(Path.Combine(two.After, "out"), Path.Combine(two.Before, "out"), null)).Message, StringComparison.Ordinal);
        Assert.Contains("lies among the results", Assert.Throws<InputException>(() => ComparingRuns.Compare(Path.Combine(two.Before, "out"), Path.Combine(two.After, "out"), Path.Combine(two.After, "out", "c.csv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_municipalities_are_not_compared_and_ids_that_are_all_new_are_told()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        (May with { AsOf = "2026-11-10" }).RunIn(two.After);
        string before = Path.Combine(two.Before, "out"), after = Path.Combine(two.After, "out");
        Assert.DoesNotContain("Obs:", ComparingRuns.Compare(before, after, null), StringComparison.Ordinal);
        string manifest = File.ReadAllText(Path.Combine(after, "manifest.json"));
        File.WriteAllText(Path.Combine(after, "manifest.json"), manifest.Replace("\"2482\"", "\"2480\"", StringComparison.Ordinal));
        string said = Assert.Throws<InputException>(() => ComparingRuns.Compare(before, after, null)).Message;
        Assert.EndsWith("is of the municipality 2482, and " + after + " of 2480: name two runs of the same one.", said, StringComparison.Ordinal);

        // Of five candidates two are on the later list: under half.
        using TwoMonths other = new();
        (May with { AsOf = "2026-11-10", Houses = [.. Month.Row(9).Skip(3)], Lives = ["h05"] }).RunIn(other.After);
        Assert.Contains(
            "Obs: av de 5 husen på den tidigare listan står 2 på den senare.\nÄr byggnadernas id numrerade om säger siffrorna inget; run --previous ser om de är det.\n",
            ComparingRuns.Compare(before, Path.Combine(other.After, "out"), null), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_what_moved_a_home_since_last_time()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        LoadedConfig loaded = (May with { AsOf = "2026-11-10", Lives = ["h00"], Stops = [(0, 8), (3000, 4)] }).Write(two.After, Path.Combine(two.Before, "out"));

        // 16 departures gave 100 points, 8 give 50.
        Assert.Contains("Plats 2 den 2026-05-10, 1 nu: −1 för att hus föll bort, 0 för andra poäng, 0 för att hus kom till. Poängen ändrades mest av", Explaining.Explain(loaded, "h01", new Run()), StringComparison.Ordinal);
        Assert.Contains(": −50,0.\n", Explaining.Explain(loaded, "h01", new Run()), StringComparison.Ordinal);
        Assert.Contains("Ny sedan 2026-05-10.\n", Explaining.Explain(loaded, "h05", new Run()), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_candidates_are_held_against_each_other_with_the_weight_that_turns_them()
    {
        // h00 has 16 departures within 1 000 m: 100 points. h14, at 1 400 m, has none, and 4 of 4 within 2 000 m of the stop at 3 000 m beside the 16: 20 of 40.
        Month month = May with { Houses = [Month.House("h00", 0), Month.House("h14", 1400)], Lives = [] };
        using TwoMonths two = new();
        month.Write(two.Before);
        string path = Path.Combine(two.Before, "inventory.json");
        string text = File.ReadAllText(path);
        int from = text.IndexOf("\"criteria\":", StringComparison.Ordinal), to = text.IndexOf("\"robustness\"", StringComparison.Ordinal);
        File.WriteAllText(path, text[..from] + """
            "criteria": [ { "type": "departures", "name": "near", "weight": 3, "withinM": 1000, "fullAt": 16 }, { "type": "departures", "name": "wide", "weight": 1, "withinM": 2000, "fullAt": 20 } ],
            """ + text[to..]);
        LoadedConfig loaded = ConfigReader.Load(path);
        string told = Explaining.Compare(loaded, "h00", "h14", new Run());

        // near: 3 of 4 of 100 against 0; wide: 1 of 4 of 80 against 100. It turns where 20 w > 300, w > 15.
        Assert.Contains("75,0       0,0       +75,0\n", told, StringComparison.Ordinal);
        Assert.Contains("20,0      25,0        −5,0\n", told, StringComparison.Ordinal);
        Assert.Contains("95,0      25,0       +70,0\n", told, StringComparison.Ordinal);
        Assert.Contains("Ordningen vänder om Avgångar per skolvardag (near) väger 0,1 i stället för 3.\n", told, StringComparison.Ordinal);
        Assert.Equal(told[told.IndexOf("Ger av", StringComparison.Ordinal)..], Explaining.Compare(loaded, "h14", "h00", new Run())[told.IndexOf("Ger av", StringComparison.Ordinal)..]);

        // With room for one the weight that turns them is also the one that takes the first off the list, and brings the second in.
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"robustness\": null", "\"robustness\": {}, \"shortlist\": { \"top\": 1 }", StringComparison.Ordinal));
        loaded = ConfigReader.Load(path);
        Assert.Contains(" Faller ur de 1 om Avgångar per skolvardag (near) väger 0,1 i stället för 3.\n", Explaining.Explain(loaded, "h00", new Run()), StringComparison.Ordinal);
        Assert.Contains(" Kommer med bland de 1 om Avgångar per skolvardag (near) väger 0,1 i stället för 3.\n", Explaining.Explain(loaded, "h14", new Run()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_registered_house_explain_says_no_more_beside_another_than_alone()
    {
        using TwoMonths two = new();
        LoadedConfig loaded = May.Write(two.Before);
        string told = Explaining.Compare(loaded, "h05", "h01", new Run());
        Assert.StartsWith("Någon är folkbokförd i byggnaden.\n\n", told, StringComparison.Ordinal);
        Assert.EndsWith("Bara två olika kandidater kan ställas mot varandra.\n", told, StringComparison.Ordinal);
        Assert.Contains("nothing in the registers is called 'h99'", Assert.Throws<InputException>(() => Explaining.Compare(loaded, "h99", "h01", new Run())).Message, StringComparison.Ordinal);
    }
}

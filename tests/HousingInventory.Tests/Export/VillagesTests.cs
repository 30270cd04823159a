using System.Text.RegularExpressions;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Tests.Difference;

namespace HousingInventory.Tests.Export;

/// <summary>The pages for people who walk through a village: dots and references, and nothing that says whose house it is or why it is asked about.</summary>
public sealed partial class VillagesTests
{
    private static readonly Month Town = new()
    {
        Houses = Month.Row(12),
        Lives = ["h00", "h03"],
        Candidates = """ "footprintM2": null, "stopWithinM": null, "settlements": null """,
    };

    [Fact]
    public void A_page_has_a_dot_and_a_row_for_each_candidate_and_none_for_a_withheld_home()
    {
        using TwoMonths two = new();
        Results results = Run(two, Town with { Withheld = ["Exempelgatan 2"] }, "{ \"type\": \"villages\" }");
        string page = two.Text("villages/01-exempelby.html");
        string[] refs = [.. results.Flags.Candidates.Select(c => Ref.Of(results.Registers.Buildings[c].Id)).Order(StringComparer.Ordinal)];
        Assert.Equal(9, refs.Length);
        Assert.Equal(refs.Length, page.Split("<circle ").Length - 1);
        Assert.Equal(refs, Rows().Matches(page).Select(m => m.Groups[1].Value));
        Assert.DoesNotContain(Ref.Of("h01"), page, StringComparison.Ordinal);
        Assert.Contains("2027-05-31", page, StringComparison.Ordinal);
        Assert.Contains("Arbetsmaterial", page, StringComparison.Ordinal);
        Assert.Contains("100–149 m²", page, StringComparison.Ordinal);
        string[] rows = two.Rows("villages/return.csv");
        Assert.Equal(refs.Select(r => r + ";;"), rows);
    }

    [Fact]
    public void No_address_designation_id_score_or_status_stands_in_any_byte()
    {
        using TwoMonths two = new();
        Results results = Run(two, Town, "{ \"type\": \"villages\", \"atLeast\": 1 }");
        string all = Drawn().Replace(string.Concat(Directory.EnumerateFiles(Path.Combine(two.After, "out", "villages")).Select(File.ReadAllText)), "");
        Assert.All(results.Registers.Buildings, b => Assert.DoesNotContain(b.Id, all, StringComparison.Ordinal));
        Assert.All(results.Registers.Addresses, a => Assert.DoesNotContain(a.Text, all, StringComparison.Ordinal));
        Assert.All(results.Registers.Properties, p => Assert.DoesNotContain(p.Designation, all, StringComparison.Ordinal));
        IEnumerable<Term> said = [.. Term.All<Status>(), .. Term.All<Doubt>(), .. Term.All<Confidence>().Where(c => c.Sv != "Svag")];
        Assert.All(said, t => Assert.DoesNotContain(t.Sv, all, StringComparison.OrdinalIgnoreCase));
        foreach (string word in (string[])["folkbokför", "skriven", "ägare", "lägespoäng", "tom ", "registered"])
        {
            Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Places_with_few_candidates_stand_together_on_the_last_page()
    {
        using TwoMonths two = new();
        Run(two, Town, "{ \"type\": \"villages\", \"atLeast\": 11 }");
        Assert.Equal(["01-ovriga.html", "return.csv"], Directory.EnumerateFiles(Path.Combine(two.After, "out", "villages")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Contains("Hus att se över: Övriga", two.Text("villages/01-ovriga.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_back_is_evidence_of_its_day_and_unknown_references_and_answers_are_told_by_their_row()
    {
        using TwoMonths two = new();
        Run(two, Town, "{ \"type\": \"villages\" }");
        string[] lines = File.ReadAllLines(Path.Combine(two.After, "out", "villages", "return.csv"));
        string Answered(string id, string rest) => lines.Single(l => l.StartsWith(Ref.Of(id), StringComparison.Ordinal)).Replace(";;", $";{rest}", StringComparison.Ordinal);
        string[] back = [lines[0], Answered("h01", "används;2026-06-01"), Answered("h02", "Sommar;"), Answered("h04", "ser oanvänt ut;2026-06-02"), Answered("h05", "vet ej;"), Answered("h06", "kanske;"), "ZZZZZZ;borta;", Answered("h07", ";")];
        File.WriteAllLines(two.Folder("return.csv"), back);
        LoadedConfig loaded = With(two, Town, "{ \"type\": \"villages\" }", """, { "type": "evidence", "kind": "review", "basis": "byvandring", "path": "../return.csv" }""");
        Run run = new();
        Results results = Pipeline.Analyse(loaded, run);
        Assert.Equal([("normal", "2026-06-01"), ("season", ""), ("none", "2026-06-02"), ("unknown", ""), ("unknown", ""), ("gone", "")], results.Papers.Evidence.Select(e => (e.Class, e.Dated is { } day ? HousingInventory.Export.Html.HtmlWords.Day(day) : "")));
        Assert.Equal([6L], run.Notices.Samples.OfType<HousingInventory.Import.UnknownAnswer>().Select(n => n.Row!.Value - 0));
        Assert.Equal([7L], run.Notices.Samples.OfType<HousingInventory.Flag.UnknownReview>().Select(n => n.Row!.Value - 0));
        int Index(string id) => results.Registers.Buildings.Single(b => b.Id == id).Index;
        Assert.Equal(HolidayHint.OwnerSaid, results.Flags.HolidayHomeHint[Index("h02")]);
    }

    [Fact]
    public void The_next_run_replaces_the_pages_and_a_run_without_them_takes_them_away()
    {
        using TwoMonths two = new();
        Run(two, Town, "{ \"type\": \"villages\" }");
        Run(two, Town with { Houses = Month.Row(4) }, "{ \"type\": \"villages\" }");
        Assert.Equal(["01-ovriga.html", "return.csv"], Directory.EnumerateFiles(Path.Combine(two.After, "out", "villages")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Run(two, Town, "{ \"type\": \"csv\" }");
        Assert.False(Directory.Exists(Path.Combine(two.After, "out", "villages")));
    }

    [Fact]
    public void A_return_that_somebody_has_filled_in_there_is_never_written_over()
    {
        using TwoMonths two = new();
        Run(two, Town, "{ \"type\": \"villages\" }");
        string file = Path.Combine(two.After, "out", "villages", "return.csv");
        File.AppendAllText(file, "mine");
        Assert.Contains("was changed since the tool wrote it", Assert.Throws<InputException>(() => Run(two, Town with { Houses = Month.Row(5) }, "{ \"type\": \"villages\" }")).Message, StringComparison.Ordinal);
        Assert.EndsWith("mine", File.ReadAllText(file), StringComparison.Ordinal);
        LoadedConfig loaded = With(two, Town, "{ \"type\": \"villages\" }", """, { "type": "evidence", "kind": "review", "basis": "byvandring", "path": "out/villages/return.csv" }""");
        Assert.Contains("would be replaced", Assert.Throws<InputException>(() => Pipeline.Run(loaded, Path.Combine(two.After, "out"), new Run())).Message, StringComparison.Ordinal);
    }

    private static Results Run(TwoMonths two, Month month, string output) => Pipeline.Run(With(two, month, output), Path.Combine(two.After, "out"), new Run());

    private static LoadedConfig With(TwoMonths two, Month month, string output, string source = "")
    {
        month.Write(two.After);
        string path = Path.Combine(two.After, "inventory.json");
        string text = File.ReadAllText(path);
        int from = text.IndexOf("\"outputs\":", StringComparison.Ordinal), to = text.IndexOf("\"sources\":", StringComparison.Ordinal);
        text = text[..from] + $"\"outputs\": [ {output} ], " + text[to..];
        int end = text.LastIndexOf(']');
        File.WriteAllText(path, text[..end] + source + text[end..]);
        return ConfigReader.Load(path);
    }

    // Steps of a drawing look like the short ids of this town: "h112".
    [GeneratedRegex(" d=\"[^\"]*\"")]
    private static partial Regex Drawn();

    [GeneratedRegex("<th scope=\"row\">([A-Z0-9]{6})</th>")]
    private static partial Regex Rows();
}

using System.Text;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;
using HousingInventory.Model;

namespace HousingInventory.Tests.Export;

public sealed class WorkListTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void Every_candidate_has_its_place_its_points_and_what_there_is_to_tell()
    {
        JsonNode data = Data(Page(c => c));
        int candidates = sample.Results.Flags.Candidates.Count;
        Assert.True(candidates > 3);
        Assert.Equal(candidates, data["refs"]!.AsArray().Select(r => r!.GetValue<string>()).Distinct().Count());
        foreach (string member in (string[])["x", "y", "outline"])
        {
            Assert.Equal((member, candidates), (member, data["map"]![member]!.AsArray().Count));
        }

        Assert.Equal(sample.Results.Scores.Criteria.Select(c => c.Criterion.Name), data["criteria"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));
        Assert.All(data["criteria"]!.AsArray(), c => Assert.Equal(candidates, c!["points"]!.AsArray().Count));
        Assert.All(data["criteria"]!.AsArray().Where(c => c!["told"] is not null), c => Assert.Equal(candidates, c!["told"]!.AsArray().Count));
        Assert.All(data["columns"]!.AsArray(), c => Assert.Contains(c!["values"]!.AsArray().Count, (int[])[0, candidates]));
        Assert.All(data["map"]!["outline"]!.AsArray(), o => Assert.Matches(@"^(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)+z)+$", o!.GetValue<string>()));
    }

    [Fact]
    public void The_lines_to_paste_are_the_criteria_of_the_configuration_with_a_place_for_the_weight()
    {
        JsonArray criteria = Data(Page(c => c))["criteria"]!.AsArray();
        JsonArray written = JsonNode.Parse(sample.Results.Frame.Configuration)!["criteria"]!.AsArray();
        foreach (JsonNode? criterion in criteria)
        {
            string line = criterion!["config"]!.GetValue<string>();
            Assert.Equal(2, line.Split("\"weight\":@").Length);
            JsonNode read = JsonNode.Parse(line.Replace("\"weight\":@", "\"weight\":" + criterion["weight"]!.GetValue<string>(), StringComparison.Ordinal))!;
            JsonNode own = written.Single(w => w!["name"]!.GetValue<string>() == read["name"]!.GetValue<string>())!;
            Assert.All(own.AsObject().Where(m => m.Value is not null && m.Key != "weight"), m => Assert.Equal(m.Value!.ToJsonString(), read[m.Key]!.ToJsonString()));
            Assert.Equal(own["weight"]!.GetValue<double>(), read["weight"]!.GetValue<double>());
        }
    }

    [Fact]
    public void Buildings_with_somebody_registered_are_not_on_the_page()
    {
        string page = Page(c => c);
        foreach (Building building in sample.Results.Registers.Buildings.Where(b => sample.Results.Flags.Status[b.Index] == Status.Registered))
        {
            Assert.DoesNotContain(Ref.Of(building.Id), page, StringComparison.Ordinal);
            Assert.DoesNotContain(building.Id, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Language.Sv, "Arbetsmaterial", "lang=\"sv\"")]
    [InlineData(Language.En, "Working material", "lang=\"en\"")]
    public void The_page_is_marked_as_working_material_and_asks_the_network_for_nothing(Language language, string mark, string lang)
    {
        string page = Page(c => c with { Language = language });
        Assert.Contains(mark, page, StringComparison.Ordinal);
        Assert.Contains(lang, page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_title_stays_text_and_the_bytes_are_the_same_twice()
    {
        const string Hostile = "</title><script>x</script></style>\"}</";
        string page = Page(c => c with { Title = Hostile, Purpose = Hostile });
        Assert.Equal(1, Occurrences(page, "<script>"));
        Assert.Equal(2, Occurrences(page, "</script>"));
        Assert.Equal(1, Occurrences(page, "</style>"));
        Assert.Equal(page, Page(c => c with { Title = Hostile, Purpose = Hostile }));
    }

    [Fact]
    public void Data_with_a_sign_of_HTML_is_refused()
    {
        HtmlWriter html = new();
        Assert.Contains(">[1]</script>", html.Data("d", "[1]"u8.ToArray()).ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => html.Data("d", "[\"</script>\"]"u8.ToArray()));
    }

    [Theory]
    [InlineData(Language.Sv)]
    [InlineData(Language.En)]
    public void Every_sentence_that_the_scripts_say_is_there_and_none_is_left_over(Language language)
    {
        HashSet<string> said = [.. WorkListWords.Of(new HtmlWords(language)).Keys];
        string scripts = string.Concat(((string[])["data", "rank", "table", "map", "card", "paper", "page"]).Select(p => HtmlPage.Part($"worklist-{p}.js")));
        HashSet<string> used = [.. System.Text.RegularExpressions.Regex.Matches(scripts, @"\bwords\.([A-Za-z]+)").Select(m => m.Groups[1].Value)];
        Assert.Equal(used.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    private string Page(Func<InventoryConfig, InventoryConfig> change) => Encoding.UTF8.GetString(new WorkList(sample.Table(change)).ToBytes());

    private static JsonNode Data(string page)
    {
        const string Start = "<script type=\"application/json\" id=\"data\">";
        int from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return JsonNode.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)])!;
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}

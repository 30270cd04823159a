using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>The pages of the sample, opened in Chromium.</summary>
[Trait("Needs", "Chromium")]
public sealed partial class SampleInChromiumTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Theory]
    [InlineData("report.html", 1280)]
    [InlineData("report.html", 500)]
    [InlineData("worklist.html", 1280)]
    [InlineData("worklist.html", 500)]
    public void Axe_finds_nothing_that_shuts_anybody_out(string page, int width) => Assert.Empty(Browser.Violations(run[page], width));

    [Theory]
    [InlineData("report.html")]
    [InlineData("worklist.html")]
    public void No_page_asks_the_network_for_anything(string page)
    {
        string html = File.ReadAllText(run[page]);
        Assert.Contains("default-src &#39;none&#39;", html.Replace("'", "&#39;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(Loaded().Matches(html).Select(m => m.Value));
        // What the browser itself counts as loaded: nothing.
        Assert.Equal("0", Browser.Ask(run[page], "return performance.getEntriesByType('resource').length").ToJsonString());
    }

    [Fact]
    public void Search_narrows_table_map_and_cards_together()
    {
        JsonNode answer = Browser.Ask(run["worklist.html"], """
            const shown=s=>[...document.querySelectorAll(s)].filter(e=>!e.hidden&&!e.hasAttribute('hidden')).map(e=>e.dataset.i).sort();
            const count=()=>({rows:shown('#rows tr'),dots:shown('#map [data-i]'),cards:shown('article')});
            const before=count(),q=document.getElementById('q');
            q.value=document.querySelector('#rows tr').cells[1].textContent;q.dispatchEvent(new Event('input',{bubbles:true}));
            const one=count();document.getElementById('clear').click();
            return{before,one,after:count()}
            """);
        long homes = run.Rows("candidates.geojson");
        foreach (string part in (string[])["rows", "dots", "cards"])
        {
            Assert.Equal(homes, answer["before"]![part]!.AsArray().Count);
            Assert.Equal("[\"0\"]", answer["one"]![part]!.ToJsonString());
            Assert.Equal(answer["before"]![part]!.ToJsonString(), answer["after"]![part]!.ToJsonString());
        }
    }

    [Fact]
    public void Print_gives_a_page_or_more_for_every_home()
    {
        int pages = Browser.PrintedPages(run["worklist.html"]);
        Assert.InRange(pages, run.Rows("shortlist.csv"), 3 * run.Rows("shortlist.csv"));
        Assert.InRange(Browser.PrintedPages(run["report.html"]), 1, 20);
    }

    [Fact]
    public void The_report_names_no_home_and_the_work_list_says_that_it_is_working_material()
    {
        JsonArray homes = JsonNode.Parse(File.ReadAllText(run["candidates.geojson"]))!["features"]!.AsArray();
        string report = File.ReadAllText(run["report.html"]);
        string worklist = File.ReadAllText(run["worklist.html"]);
        foreach (JsonNode home in homes.Select(h => h!["properties"]!))
        {
            foreach (string column in (string[])["building_id", "ref", "address", "property"])
            {
                if (home[column]?.GetValue<string>() is { Length: > 0 } value)
                {
                    Assert.DoesNotContain(value, report, StringComparison.OrdinalIgnoreCase);
                }
            }

            Assert.Contains(home["ref"]!.GetValue<string>(), worklist, StringComparison.Ordinal);
        }

        Assert.Contains("EXEMPELDATA", report, StringComparison.Ordinal);
        Assert.Contains("rbetsmaterial", worklist, StringComparison.Ordinal);
    }

    /// <summary>Attributes and rules by which a page loads something: all but places in the page itself, and data that it carries.</summary>
    [GeneratedRegex("""<(?:script|link|img|iframe|object|embed|source|audio|video|image|use)\b[^>]*\b(?:src|href|srcset|data)\s*=\s*"(?!#|data:)[^"]*"|@import|url\((?!#|'?data:)[^)]*\)""", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();
}

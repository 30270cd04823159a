using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>Both pages of the sample, opened in Chromium: they shut nobody out, ask for nothing, and say no more than they may.</summary>
[Trait("Needs", "Chromium")]
public sealed partial class SampleInChromiumTests(PagesRun pages) : IClassFixture<PagesRun>
{
    [Theory]
    [InlineData("sv", "report.html", 1280)]
    [InlineData("sv", "report.html", 390)]
    [InlineData("en", "report.html", 1280)]
    [InlineData("en", "report.html", 390)]
    [InlineData("sv", "worklist.html", 1280)]
    [InlineData("sv", "worklist.html", 390)]
    [InlineData("en", "worklist.html", 1280)]
    [InlineData("en", "worklist.html", 390)]
    public void Axe_finds_nothing_that_shuts_anybody_out(string language, string page, int width)
    {
        // With a sheet and the weights open and a home picked on the map, so that all there is gets looked at.
        const string Open = "const c=document.querySelector('#rows a'),g=document.querySelector('#rows [data-go]');if(c){document.getElementById('weights').open=true;c.click();g.click()}";
        using BrowserPage open = new(pages[language, page], width);
        open.Ask(Open + ";1");
        Assert.Empty(open.Violations());
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("worklist.html")]
    public void No_page_asks_the_network_for_anything_and_no_script_fails(string page)
    {
        string html = File.ReadAllText(pages["sv", page]);
        Assert.Contains("default-src &#39;none&#39;", html.Replace("'", "&#39;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(Loaded().Matches(html).Select(m => m.Value));
        const string PressAll = "document.querySelectorAll('button').forEach(b=>{if(b.id!=='print'&&!/Skriv|Print/.test(b.textContent)&&b.offsetParent)b.click()});";
        using BrowserPage open = new(pages["sv", page]);
        open.Ask(PressAll + "1");
        Assert.Equal(new Uri(pages["sv", page]).AbsoluteUri, Assert.Single(open.Requests));
        Assert.Equal("[]", Browser.Ask(pages["sv", page], PressAll + "return faults").ToJsonString());
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void The_report_names_no_home_and_the_work_list_says_that_it_is_working_material(string language)
    {
        JsonArray homes = JsonNode.Parse(File.ReadAllText(pages[language, "candidates.geojson"]))!["features"]!.AsArray();
        string report = File.ReadAllText(pages[language, "report.html"]);
        string worklist = File.ReadAllText(pages[language, "worklist.html"]);
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
        Assert.Contains(language == "sv" ? "Arbetsmaterial" : "Working material", worklist, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_prints_on_numbered_pages_with_every_section()
    {
        IReadOnlyList<string> sheets = Browser.Printed(pages["sv", "report.html"]);
        Assert.InRange(sheets.Count, 3, 10);
        Assert.All(sheets.Select((s, i) => (Text: Blank().Replace(s, ""), Number: $"{i + 1}/{sheets.Count}")), s => Assert.EndsWith(s.Number, s.Text, StringComparison.Ordinal));
        string all = string.Join(' ', sheets);
        foreach (string section in (string[])["Resultatet i korthet", "Från alla byggnader till listan", "Ort för ort", "Så kopplades", "Närhet till kollektivtrafik", "Så har vi räknat", "Underlag och datum", "Trafikdagar som mätts", "Ändamål och gallring", "Anmärkningar"])
        {
            Assert.Contains(section, all, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("report.html", 1200, 3800)]
    [InlineData("worklist.html", 1400, 1000)]
    public void Pictures_are_kept_and_the_map_is_to_be_seen_in_them(string page, int width, int height)
    {
        foreach (string language in (string[])["sv", "en"])
        {
            IReadOnlyDictionary<int, int> colours = Png.Colours(Browser.Picture(pages[language, page], $"{Path.GetFileNameWithoutExtension(page)}-{language}.png", width, height));
            // Land and bus lines, as all maps paint them.
            Assert.InRange(colours.GetValueOrDefault(0xf7f6f2), width * 100, width * height);
            Assert.InRange(colours.GetValueOrDefault(0x7a6990), 200, width * height);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    /// <summary>Attributes and rules by which a page loads something: all but places in the page itself, and data that it carries.</summary>
    [GeneratedRegex("""<(?:script|link|img|iframe|object|embed|source|audio|video|image|use)\b[^>]*\b(?:src|href|srcset|data)\s*=\s*"(?!#|data:)[^"]*"|@import|url\((?!#|'?data:)[^)]*\)""", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();
}

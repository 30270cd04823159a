using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests.Plan;

/// <summary>The files of the sample year as people open them: pages in Chromium, the workbook in LibreOffice, the layers in QGIS.</summary>
public sealed class PlanInProgramsTests(PlanInProgramsTests.Plans plans) : IClassFixture<PlanInProgramsTests.Plans>
{
    [Theory]
    [InlineData("sv", "plan.html", 1280)]
    [InlineData("sv", "plan.html", 390)]
    [InlineData("en", "plan.html", 390)]
    [InlineData("sv", "supply.html", 1280)]
    [InlineData("sv", "supply.html", 390)]
    [InlineData("en", "supply.html", 390)]
    [Trait("Needs", "Chromium")]
    public void Axe_finds_nothing_that_shuts_anybody_out_and_no_page_is_wider_than_its_window(string language, string page, int width)
    {
        using BrowserPage open = new(plans[language, page], width);
        Assert.Empty(open.Violations());
        Assert.InRange(open.Ask("document.documentElement.scrollWidth").GetValue<int>(), 1, width);
        Assert.Equal(new Uri(plans[language, page]).AbsoluteUri, Assert.Single(open.Requests));
    }

    [Theory]
    [InlineData("plan.html", 1280, 4000)]
    [InlineData("supply.html", 1280, 1600)]
    [Trait("Needs", "Chromium")]
    public void Pictures_are_kept_and_there_is_something_in_them(string page, int width, int height)
    {
        IReadOnlyDictionary<int, int> colours = Png.Colours(Browser.Picture(plans["sv", page], $"{Path.GetFileNameWithoutExtension(page)}-sv.png", width, height));
        Assert.True(colours.Count > 20, $"{colours.Count} colours");
        Browser.Picture(plans["sv", page], $"{Path.GetFileNameWithoutExtension(page)}-sv-390.png", 390, height);
    }

    [Fact]
    [Trait("Needs", "Chromium")]
    public void The_weekly_plan_prints_every_part_on_pages_of_its_own()
    {
        IReadOnlyList<string> sheets = Browser.Printed(plans["sv", "plan.html"]);
        string[] parts = ["1. Läget", "2. Att avgöra nu", "3. Förslag", "4. Utan bostad", "5. Bostäder", "6. Överenskommelser", "7. Bild", "8. Stöd", "9. Presentera", "10. Anmärkningar"];
        Assert.All(parts, part => Assert.Contains(sheets, s => s.Contains(part, StringComparison.Ordinal)));
        Assert.InRange(sheets.Count, 5, 30);
    }

    [Fact]
    [Trait("Needs", "LibreOffice")]
    public void The_workbook_begins_with_where_we_are_and_its_numbers_are_numbers()
    {
        Sheet first = Sheet.OpenWorkbook(plans["sv", "plan.xlsx"]);
        Assert.Equal(["Vad", "Antal"], first.Rows[0].Select(c => c.Text));
        Assert.Equal("float", first.Cell(1, "Antal").Type);
        Sheet proposals = Sheet.OpenSwedishCsv(plans["sv", "proposals.csv"]);
        int waiting = Enumerable.Range(1, proposals.Rows.Count - 1).Count(r => proposals.Cell(r, "Läge i planen").Text != "behåller sin bostad");
        Assert.Equal(waiting, first.Cell(1, "Antal").Number);
        Assert.Equal("date", proposals.Cell(1, "Senast den").Type);
    }

    [Fact]
    [Trait("Needs", "Qgis")]
    public void The_layers_are_valid_and_the_project_inside_opens_with_both()
    {
        string file = plans["sv", "plan.gpkg"];
        foreach (JsonNode? layer in Qgis.Run("check_qgis.py", $"{file}|layername=homes", $"{file}|layername=premises").AsArray())
        {
            Assert.True(layer!["valid"]!.GetValue<bool>());
            Assert.Equal(("EPSG:3006", true, 0), (layer["crs"]!.GetValue<string>(), layer["hasSpatialIndex"]!.GetValue<bool>(), layer["brokenGeometries"]!.GetValue<int>()));
            Assert.InRange(layer["features"]!.GetValue<int>(), 3, 1_000);
        }

        using TemporaryFolder folder = new();
        JsonNode project = Qgis.Run("qgis_project.py", file, "veckoplan", folder.Path);
        Assert.True(project["opened"]!.GetValue<bool>(), project["error"]!.GetValue<string>());
        JsonObject layers = project["layers"]!.AsObject();
        Assert.Equal(["weekly_plan_homes", "weekly_plan_premises"], layers.Select(l => l.Key).Order(StringComparer.Ordinal));
        Assert.All(layers, l => Assert.True(l.Value!["valid"]!.GetValue<bool>(), l.Key));
    }

    /// <summary>The sample year planned once in each language.</summary>
    public sealed class Plans : IDisposable
    {
        private readonly Dictionary<string, PlanYearCopy> _years = [];

        public string this[string language, string file]
        {
            get
            {
                lock (_years)
                {
                    if (!_years.TryGetValue(language, out PlanYearCopy? year))
                    {
                        _years.Add(language, year = new PlanYearCopy().Edit(c => c["language"] = language));
                        year.Plan().Succeeded();
                    }

                    return Path.Combine(year.Out, file);
                }
            }
        }

        public void Dispose()
        {
            foreach (PlanYearCopy year in _years.Values)
            {
                year.Dispose();
            }
        }
    }
}

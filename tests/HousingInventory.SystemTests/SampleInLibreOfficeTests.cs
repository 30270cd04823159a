using System.Globalization;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The lists of the sample, opened in LibreOffice as planners open them.</summary>
[Trait("Needs", "LibreOffice")]
public sealed class SampleInLibreOfficeTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void The_Swedish_shortlist_has_its_columns_apart_its_letters_whole_and_its_numbers_as_numbers()
    {
        Sheet sheet = Sheet.OpenSwedishCsv(run["shortlist.csv"]);
        Assert.Equal(run.Rows("shortlist.csv"), sheet.Rows.Count - 1);
        Assert.Equal(["Plats", "Referens", "Ort eller by", "Adress", "Fastighetsbeteckning"], sheet.Rows[0].Take(5).Select(c => c.Text));
        Assert.Equal("Byggnads-id", sheet.Rows[0][^1].Text);
        JsonArray features = JsonNode.Parse(File.ReadAllText(run["candidates.geojson"]))!["features"]!.AsArray();
        for (int row = 1; row < sheet.Rows.Count; row++)
        {
            JsonNode home = features[row - 1]!["properties"]!;
            Assert.Equal((row, "float"), (sheet.Cell(row, "Plats").Number, sheet.Cell(row, "Plats").Type));
            Assert.Equal(home["ref"]!.GetValue<string>(), sheet.Cell(row, "Referens").Text);
            Assert.Equal("string", sheet.Cell(row, "Referens").Type);
            Assert.Equal(home["locality"]!.GetValue<string>(), sheet.Cell(row, "Ort eller by").Text);
            Assert.Equal(home["address"]?.GetValue<string>() ?? "", sheet.Cell(row, "Adress").Text);
            Assert.Equal(home["footprint_m2"]!.GetValue<double>(), sheet.Cell(row, "Byggnadsyta (m²)").Number);
            Assert.Equal(home["score"]!.GetValue<double>(), sheet.Cell(row, "Lägespoäng (0–100)").Number);
            Assert.Equal("float", sheet.Cell(row, "Nord (m)").Type);
            Assert.Equal("string", sheet.Cell(row, "Position (latitud, longitud)").Type);
            Assert.Equal(home["building_id"]!.GetValue<string>(), sheet.Cell(row, "Byggnads-id").Text);
        }

        Assert.Contains(sheet.Rows.Skip(1).SelectMany(r => r), c => c.Text.Contains('å', StringComparison.Ordinal));
        Assert.Contains("Ingen träff i folkbokföringen", sheet.Rows[1].Select(c => c.Text));
    }

    [Fact]
    public void A_decimal_comma_is_read_as_one()
    {
        using SampleCopy town = SampleCopy.WithResults();
        double score = BrokenScore(town);
        Sheet sheet = Sheet.OpenSwedishCsv(Path.Combine(town.Out, "shortlist.csv"));
        Assert.Equal(("float", score), (sheet.Cell(1, "Lägespoäng (0–100)").Type, sheet.Cell(1, "Lägespoäng (0–100)").Number));
        Assert.Contains(
            $";{score.ToString(CultureInfo.InvariantCulture).Replace('.', ',')};", File.ReadAllText(Path.Combine(town.Out, "shortlist.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_says_what_the_table_says_with_numbers_as_numbers_and_dates_as_dates()
    {
        using SampleCopy town = new();
        File.AppendAllText(town["followup.csv"], "NH8YFJ;;contacted;2026-10-01;;;Ägaren återkommer\n");
        town.Run().Succeeded();
        Sheet workbook = Sheet.OpenWorkbook(Path.Combine(town.Out, "shortlist.xlsx"), sheet: 1, above: 2);
        Sheet table = Sheet.OpenSwedishCsv(Path.Combine(town.Out, "shortlist.csv"));
        Assert.Equal(table.Rows.Count, workbook.Rows.Count);
        Assert.Equal(table.Rows[0].Select(c => c.Text), workbook.Rows[0].Select(c => c.Text));
        for (int row = 1; row < table.Rows.Count; row++)
        {
            foreach (string number in (string[])["Plats", "Lägespoäng (0–100)", "Byggnadsyta (m²)", "Nord (m)", "Öst (m)"])
            {
                Assert.Equal("float", workbook.Cell(row, number).Type);
                Assert.Equal(table.Cell(row, number).Number, workbook.Cell(row, number).Number);
            }

            foreach (string text in (string[])["Referens", "Ort eller by", "Adress", "Byggnads-id", "Position (latitud, longitud)"])
            {
                Assert.Equal(("string", table.Cell(row, text).Text), (workbook.Cell(row, text).Type, workbook.Cell(row, text).Text));
            }
        }

        int contacted = Enumerable.Range(1, table.Rows.Count - 1).Single(r => table.Cell(r, "Referens").Text == "NH8YFJ");
        Assert.Equal("date", workbook.Cell(contacted, "Kontaktad den").Type);
        Assert.Equal("date", table.Cell(contacted, "Kontaktad den").Type);
        Assert.Equal("Ägaren återkommer", workbook.Cell(contacted, "Anteckning").Text);
        Assert.Equal("Ägaren återkommer", table.Cell(contacted, "Anteckning").Text);
    }

    [Fact]
    public void The_planners_sheet_has_twelve_columns_under_title_day_purpose_and_end_and_fits_a_page_in_width()
    {
        Sheet whole = Sheet.OpenWorkbook(run["shortlist.xlsx"]);
        Assert.Equal("EXEMPELDATA Skellefteå, november 2026", Assert.Single(whole.Rows[0]).Text);
        string about = Assert.Single(whole.Rows[1]).Text;
        Assert.All((string[])["ARBETSMATERIAL", "läget den 2026-11-10", "gallras efter 2027-05-31", "ändamål: "], words => Assert.Contains(words, about, StringComparison.Ordinal));
        Sheet sheet = Sheet.OpenWorkbook(run["shortlist.xlsx"], above: 2);
        Assert.Equal(
            ["Plats", "Referens", "Adress", "Fastighetsbeteckning", "Ort eller by", "Lägespoäng (0–100)", "Hållplats", "Uppföljning", "Kontaktad den", "Besiktigad den", "Skick", "Anteckning"],
            sheet.Rows[0].Select(c => c.Text));
        Assert.Equal(run.Rows("shortlist.csv"), sheet.Rows.Count - 1);
        Assert.Matches(@"^.+, \d{3} \d\d \w+", sheet.Cell(1, "Adress").Text);
        Assert.Matches(@"^.+, \d+ m$", sheet.Cell(1, "Hållplats").Text);

        // On paper no column runs over to a page beside, and each page says what it is.
        using TemporaryFolder folder = new();
        Tool.Output("soffice", "--headless", "-env:UserInstallation=" + new Uri(folder.File("profile")).AbsoluteUri, "--convert-to", "pdf", "--outdir", folder.Path, run["shortlist.xlsx"]);
        string[] pages = Tool.Output("pdftotext", "-layout", folder.File("shortlist.pdf"), "-").Split('\f')[..^1];
        Assert.Contains("Anteckning", pages[0], StringComparison.Ordinal);
        Assert.All(pages, p => Assert.Contains("gallras efter 2027-05-31", p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_saved_copy_of_the_planners_sheet_works_as_a_follow_up()
    {
        using SampleCopy town = SampleCopy.WithResults("skelleftea-mini");
        string[] refs = FollowUpRoundTripTests.Refs(town);
        Dictionary<(string Ref, string Column), string> written = new()
        {
            [(refs[0], "Uppföljning")] = "Kontaktad",
            [(refs[0], "Kontaktad den")] = "2026-11-12",
            [(refs[0], "Anteckning")] = "Brev å ä ö",
            [(refs[1], "Uppföljning")] = "Ägaren tackar nej",
        };
        SavedCopy(town, written);
        town.Use("followup", "sparad.xlsx");
        town.Run().Succeeded();
        FollowUpRoundTripTests.HoldsTheFollowUp(town, refs);
        string notices = File.ReadAllText(Path.Combine(town.Out, "notices.csv"));
        Assert.DoesNotContain("followup", notices, StringComparison.Ordinal);
        HousingInventoryCommand.Run("check", town.Config, "--results", town.Out, "--quiet").Succeeded();
    }

    /// <summary>What a planner does: opens the list, writes in cells, and saves a copy beside the configuration. LibreOffice does the saving.</summary>
    private static void SavedCopy(SampleCopy town, Dictionary<(string Ref, string Column), string> written)
    {
        using TemporaryFolder folder = new();
        string profile = "-env:UserInstallation=" + new Uri(folder.File("profile")).AbsoluteUri;
        Tool.Output("soffice", "--headless", profile, "--convert-to", "fods", "--outdir", folder.Path, Path.Combine(town.Out, "shortlist.xlsx"));
        System.Xml.Linq.XDocument book = System.Xml.Linq.XDocument.Load(folder.File("shortlist.fods"));
        System.Xml.Linq.XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        List<System.Xml.Linq.XElement> rows = [.. book.Descendants(table + "table").First().Descendants(table + "table-row")];
        string Words(System.Xml.Linq.XElement cell) => string.Concat(cell.Elements(text + "p").Select(p => p.Value));
        string[] headings = [.. Cells(rows[2]).Select(Words)];
        foreach (((string reference, string column), string said) in written)
        {
            List<System.Xml.Linq.XElement> cells = Cells(rows.First(r => Cells(r).ElementAtOrDefault(1) is { } c && Words(c) == reference));
            cells[Array.IndexOf(headings, column)].ReplaceWith(new System.Xml.Linq.XElement(
                table + "table-cell", new System.Xml.Linq.XAttribute(office + "value-type", "string"), new System.Xml.Linq.XElement(text + "p", said)));
        }

        book.Save(folder.File("sparad.fods"));
        Tool.Output("soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", town.Folder, folder.File("sparad.fods"));

        // Cells that repeat are taken apart, so that each can be written in.
        List<System.Xml.Linq.XElement> Cells(System.Xml.Linq.XElement row)
        {
            foreach (System.Xml.Linq.XElement cell in row.Elements(table + "table-cell").ToList())
            {
                int repeats = Math.Min(20, (int?)cell.Attribute(table + "number-columns-repeated") ?? 1);
                cell.Attribute(table + "number-columns-repeated")?.Remove();
                for (int n = 1; n < repeats; n++)
                {
                    cell.AddAfterSelf(new System.Xml.Linq.XElement(cell));
                }
            }

            return [.. row.Elements(table + "table-cell")];
        }
    }

    [Fact]
    public void The_English_shortlist_opens_with_commas_and_points()
    {
        using SampleCopy town = new();
        town.Edit(config => config["language"] = "en");
        town.Run().Succeeded();
        Sheet sheet = Sheet.OpenEnglishCsv(Path.Combine(town.Out, "shortlist.csv"));
        Assert.Equal(BrokenScore(town), sheet.Cell(1, "Access score (0–100)").Number);
        Assert.StartsWith("Exempel", sheet.Cell(1, "Address").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_planners_write_stays_text_that_nothing_runs_and_numbers_stay_numbers()
    {
        // In a note the signs that begin a formula are words; a number that planners typed is one too, below nought or with a country's prefix.
        string[] notes = ["=1+1", "+46 70-174 06 05", "-5 grader inne", "@ägaren", "070-174 06 05", "2026-11-03", "1,5"];
        using SampleCopy town = SampleCopy.WithResults("skelleftea-mini");
        string[] refs = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(town.Out, "candidates.geojson")))!["features"]!.AsArray().Take(notes.Length).Select(f => f!["properties"]!["ref"]!.GetValue<string>())];
        File.AppendAllLines(town["followup.csv"], refs.Zip(notes, (r, n) => $"{r};;contacted;2026-10-01;;;{n}"));
        town.Run().Succeeded();
        Sheet workbook = Sheet.OpenWorkbook(Path.Combine(town.Out, "shortlist.xlsx"), sheet: 1, above: 2);
        Sheet table = Sheet.OpenSwedishCsv(Path.Combine(town.Out, "shortlist.csv"));
        for (int i = 0; i < notes.Length; i++)
        {
            int row = Enumerable.Range(1, refs.Length).Single(r => workbook.Cell(r, "Referens").Text == refs[i]);
            Assert.Equal(("string", notes[i]), (workbook.Cell(row, "Anteckning").Type, workbook.Cell(row, "Anteckning").Text));
            if (notes[i][0] is '=' or '+' or '-' or '@')
            {
                Assert.Equal(("string", "'" + notes[i]), (table.Cell(row, "Anteckning").Type, table.Cell(row, "Anteckning").Text));
            }
        }
    }

    [Fact]
    public void The_workbook_filters_every_column_and_offers_the_states()
    {
        using TemporaryFolder folder = new();
        Tool.Output(
            "soffice", "--headless", "-env:UserInstallation=" + new Uri(folder.File("profile")).AbsoluteUri, "--convert-to", "fods", "--outdir", folder.Path, run["shortlist.xlsx"]);
        string sheet = File.ReadAllText(folder.File("shortlist.fods"));

        // As LibreOffice understood it: a range with buttons, and a list of what a cell may hold. Without a window it keeps no word of the heading that stays
        // in view; the tests of the writer hold that.
        Assert.Contains("table:display-filter-buttons=\"true\"", sheet, StringComparison.Ordinal);
        Assert.Contains("&quot;Ej påbörjad&quot;;&quot;Kontaktad&quot;;&quot;Ägaren intresserad&quot;", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_the_municipal_map_stands_in_both_lists()
    {
        using SampleCopy town = new("skelleftea-mini");
        town.Edit(config => config["shortlist"] = new JsonObject { ["top"] = 3, ["mapLink"] = "https://karta.exempel.se/?x={east}&y={north}&p={lat},{lon}" });
        town.Run().Succeeded();
        Sheet workbook = Sheet.OpenWorkbook(Path.Combine(town.Out, "shortlist.xlsx"), sheet: 1, above: 2);
        Sheet table = Sheet.OpenSwedishCsv(Path.Combine(town.Out, "shortlist.csv"));
        Assert.Equal(4, workbook.Rows.Count);
        for (int row = 1; row <= 3; row++)
        {
            string position = table.Cell(row, "Position (latitud, longitud)").Text.Replace(", ", ",", StringComparison.Ordinal);
            string link = string.Create(
                CultureInfo.InvariantCulture, $"https://karta.exempel.se/?x={table.Cell(row, "Öst (m)").Number}&y={table.Cell(row, "Nord (m)").Number}&p={position}");
            Assert.Equal((link, link), (table.Cell(row, "Karta").Text, workbook.Cell(row, "Karta").Text));
        }
    }

    [Fact]
    public void The_other_lists_open_with_their_columns_apart()
    {
        foreach (string list in (string[])["notices.csv", "properties.csv"])
        {
            Sheet sheet = Sheet.OpenSwedishCsv(run[list]);
            Assert.Equal((list, run.Rows(list)), (list, sheet.Rows.Count - 1));
            int columns = File.ReadLines(run[list]).First().Split(';').Length;
            Assert.Equal((list, columns), (list, sheet.Rows[0].Count));
            Assert.All(sheet.Rows.Skip(1), row => Assert.InRange(row.Count, 1, columns));
        }
    }

    /// <summary>The score of the first home of the small town, as the map layer has it. It is no whole number, which would prove nothing.</summary>
    private static double BrokenScore(SampleCopy town)
    {
        JsonNode first = JsonNode.Parse(File.ReadAllText(Path.Combine(town.Out, "candidates.geojson")))!["features"]![0]!;
        double score = first["properties"]!["score"]!.GetValue<double>();
        Assert.NotEqual(Math.Floor(score), score);
        return score;
    }
}

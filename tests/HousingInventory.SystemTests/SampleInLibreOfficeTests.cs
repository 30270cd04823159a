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
        using SampleCopy town = new();
        town.Run().Succeeded();
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
        Sheet workbook = Sheet.OpenWorkbook(Path.Combine(town.Out, "shortlist.xlsx"));
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

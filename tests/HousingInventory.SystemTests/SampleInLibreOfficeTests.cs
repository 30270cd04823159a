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
        // In the small town to reckon with, every candidate scores 96.9: a whole number would prove nothing.
        using SampleCopy town = new();
        town.Run().Succeeded();
        Sheet sheet = Sheet.OpenSwedishCsv(Path.Combine(town.Out, "shortlist.csv"));
        SheetCell score = sheet.Cell(1, "Lägespoäng (0–100)");
        Assert.Equal(("float", 96.9), (score.Type, score.Number));
        Assert.Contains(";96,9;", File.ReadAllText(Path.Combine(town.Out, "shortlist.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_English_shortlist_opens_with_commas_and_points()
    {
        using SampleCopy town = new();
        town.Edit(config => config["language"] = "en");
        town.Run().Succeeded();
        Sheet sheet = Sheet.OpenEnglishCsv(Path.Combine(town.Out, "shortlist.csv"));
        Assert.Equal(96.9, sheet.Cell(1, "Access score (0–100)").Number);
        Assert.Contains("Exempelstorgatan 3", sheet.Rows[1].Select(c => c.Text));
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
}

using System.Globalization;
using System.Text.Json.Nodes;
using HousingInventory.Formats;
using Microsoft.Data.Sqlite;

namespace HousingInventory.SystemTests;

/// <summary>A follow-up made by <c>init</c>, written in as people do, and read by the next run, in each of its formats.</summary>
public sealed class FollowUpRoundTripTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("gpkg")]
    public void What_is_written_is_in_shortlist_layers_and_work_list_and_those_who_declined_are_out(string format)
    {
        using SampleCopy town = With(format);
        town.Run().Succeeded();
        string[] refs = Refs(town);
        Write(
            town["followup." + format],
            [refs[0], "contacted", "2026-11-12", "Brev å ä ö"], [refs[1], "declined", null, null], ["ZZZZZZ", "contacted", null, null], [refs[2], "sålt", null, null],
            [refs[3], "interested", "i går", null]);
        byte[] written = File.ReadAllBytes(town["followup." + format]);
        town.Run().Succeeded();
        HoldsTheFollowUp(town, refs);

        // The row of a home that is not there, the unknown state and the unclear date are named by their rows, and by nothing else of them.
        string[] notices = [.. File.ReadAllLines(Path.Combine(town.Out, "notices.csv")).Where(l => l.Contains(";followup;", StringComparison.Ordinal)).Select(l => l.Split(';')).Select(c => $"{c[0]} {c[4]}")];
        // In a table the headings are row 1, as a spreadsheet shows them.
        int headings = format == "gpkg" ? 0 : 1;
        Assert.Equal([$"follow_up_date_unclear {5 + headings}", $"unknown_follow_up {3 + headings}", $"unknown_state {4 + headings}"], notices.Order(StringComparer.Ordinal));
        Assert.Equal(written, File.ReadAllBytes(town["followup." + format]));
        JsonNode rows = town.Manifest()["inputs"]!.AsArray().Single(i => i!["type"]!.GetValue<string>() == "followup")!["rows"]!;
        Assert.Equal((5, 4, 1), (rows["read"]!.GetValue<int>(), rows["used"]!.GetValue<int>(), rows["leftOut"]!["unknown-state"]!.GetValue<int>()));
        HousingInventoryCommand.Run("check", town.Config, "--results", town.Out, "--quiet").Succeeded();
    }

    [Fact]
    public void The_same_runs_give_the_same_bytes_when_town_and_results_move_together()
    {
        using SampleCopy here = With("gpkg"), there = With("gpkg");
        here.Run().Succeeded();
        there.Run().Succeeded();
        Assert.NotEqual(here.Folder, there.Folder);
        Assert.Equal(ResultFolder.Hashes(here.Out), ResultFolder.Hashes(there.Out));
    }

    /// <summary>The sample with a follow-up of this format, made by the command.</summary>
    internal static SampleCopy With(string format)
    {
        SampleCopy town = new("skelleftea-mini");
        File.Delete(town["followup.csv"]);
        HousingInventoryCommand.Run("init", town.Folder, "--followup", format).Succeeded();
        town.Use("followup", "followup." + format);
        return town;
    }

    /// <summary>The refs of the candidates, best first.</summary>
    internal static string[] Refs(SampleCopy town) =>
        [.. Database.Rows(Path.Combine(town.Out, "inventory.gpkg"), "SELECT ref FROM candidates ORDER BY rank").Select(r => r[0])];

    /// <summary>Holds that the first home is contacted with its note everywhere, and that the second left and is counted.</summary>
    internal static void HoldsTheFollowUp(SampleCopy town, string[] refs)
    {
        string package = Path.Combine(town.Out, "inventory.gpkg");
        string[] left = Refs(town);
        Assert.Contains(refs[0], left);
        Assert.DoesNotContain(refs[1], left);
        Assert.Equal(refs.Length - 1, left.Length);
        Assert.Equal(["contacted", "2026-11-12", "Brev å ä ö"], Database.Rows(package, $"SELECT state, contacted_on, note FROM candidate_points WHERE ref = '{refs[0]}'").Single());
        Assert.Equal("declined", Database.Rows(package, $"SELECT state FROM followup WHERE ref = '{refs[1]}'").Single()[0]);
        Assert.Equal("followup", Database.Rows(package, $"SELECT left_out FROM buildings WHERE ref = '{refs[1]}'").Single()[0]);
        string row = File.ReadAllLines(Path.Combine(town.Out, "shortlist.csv")).Single(l => l.Contains(refs[0], StringComparison.Ordinal));
        Assert.Contains("Kontaktad", row, StringComparison.Ordinal);
        Assert.Contains("Brev å ä ö", row, StringComparison.Ordinal);
        Assert.Contains("Brev å ä ö", File.ReadAllText(Path.Combine(town.Out, "worklist.html")), StringComparison.Ordinal);
        JsonNode step = town.Manifest()["funnel"]!.AsArray().Single(f => f!["test"]!.GetValue<string>() == "followup")!;
        Assert.Equal((1, left.Length), (step["removed"]!.GetValue<int>(), step["left"]!.GetValue<int>()));
    }

    /// <summary>Writes rows of ref, state, day of contact and note into the file that init made, as its own program would.</summary>
    private static void Write(string path, params string?[][] rows)
    {
        switch (Path.GetExtension(path))
        {
            case ".csv":
                File.AppendAllLines(path, rows.Select(r => $"{r[0]};{r[1]};{r[2]};;;{r[3]}"));
                break;
            case ".gpkg":
                using (SqliteConnection connection = Database.Open(path))
                {
                    foreach (string?[] row in rows)
                    {
                        string[] values = [.. row.Select(v => v is null ? "NULL" : $"'{v}'")];
                        Database.Execute(connection, $"INSERT INTO followup (ref, state, contacted_on, note) VALUES ({string.Join(',', values)})");
                    }
                }

                break;
            default:
                WriteWorkbook(path, rows);
                break;
        }
    }

    /// <summary>The headings are those that init wrote; states are the Swedish words of its list, days are days.</summary>
    private static void WriteWorkbook(string path, string?[][] rows)
    {
        IReadOnlyList<LayerInfo> sheets = DataFile.Layers(path, ReadOptions.Recognise);
        string[] headings = [.. sheets[0].Columns.Select(c => c.Name)];
        Assert.Equal(["Referens", "Uppföljning", "Kontaktad den", "Besiktigad den", "Skick", "Anteckning"], headings);
        using FileStream stream = File.Create(path);
        using XlsxTableWriter book = new(stream, "Uppföljning", new DateOnly(2026, 11, 12));
        book.BeginSheet("Uppföljning", [.. headings.Select(h => new XlsxColumn(h))]);
        foreach (string?[] row in rows)
        {
            book.Text(row[0]);
            book.Text(row[1] switch { "contacted" => "Kontaktad", "declined" => "Ägaren tackar nej", "interested" => "Ägaren intresserad", var other => other });
            if (DateOnly.TryParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                book.Date(day);
            }
            else
            {
                book.Text(row[2]);
            }

            book.Date(null);
            book.Text(null);
            book.Text(row[3]);
            book.EndRow();
        }
    }
}

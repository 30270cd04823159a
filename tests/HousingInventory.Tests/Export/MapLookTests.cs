using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Export.Qgis;

namespace HousingInventory.Tests.Export;

/// <summary>One palette for report, work list and QGIS.</summary>
public sealed class MapLookTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void Every_score_has_one_class_and_dark_is_best_in_grey_too()
    {
        Assert.Equal([80, 60, 40, 20, 0], MapLook.Scores.Select(c => c.From));
        Assert.Equal([0, 0, 1, 1, 2, 3, 4, 4], ((decimal[])[100, 80, 79.9m, 60, 59.9m, 20, 19.9m, 0]).Select(MapLook.ClassOf));
        Assert.Equal(["80–100", "60–79,9", "40–59,9", "20–39,9", "0–19,9"], MapLook.Scores.Select(c => c.Label(Language.Sv)));
        double[] grey = [.. MapLook.Scores.Select(c => Grey(c.Colour))];

        // Each class is lighter than the better one by a tenth of the way from black to white, so that a grey copy tells them apart.
        Assert.All(grey.Zip(grey.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 25, 255));
    }

    [Fact]
    public void Pages_and_QGIS_draw_scores_stops_and_lines_in_the_same_colours()
    {
        string report = Encoding.UTF8.GetString(new CommitteeReport(sample.Results, new Run().Notices).ToBytes());
        string list = Encoding.UTF8.GetString(new WorkList(sample.Table(c => c)).ToBytes());
        string qgis = string.Concat(((string[])["candidates", "candidate_points", "stops", "bus_lines"]).SelectMany(l => LayerStyles.Of(l, [], sample.Results, null)).Select(s => s.Style.ToXml()));
        foreach (string colour in MapLook.Scores.Select(c => c.Colour).Append(MapLook.StopThatCounts.Colour).Append(MapLook.BusLine))
        {
            Assert.Contains(colour, report, StringComparison.Ordinal);
            Assert.Contains(colour, list, StringComparison.Ordinal);
            byte[] parts = Convert.FromHexString(colour.AsSpan(1));
            Assert.Contains(FormattableString.Invariant($"\"{parts[0]},{parts[1]},{parts[2]},255\""), qgis, StringComparison.Ordinal);
        }
    }

    private static double Grey(string colour)
    {
        byte[] parts = Convert.FromHexString(colour.AsSpan(1));
        return (0.299 * parts[0]) + (0.587 * parts[1]) + (0.114 * parts[2]);
    }
}

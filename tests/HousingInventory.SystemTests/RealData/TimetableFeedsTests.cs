namespace HousingInventory.SystemTests.RealData;

/// <summary>Every GTFS feed that is at hand, bad ones included, gives a result or one clear line.</summary>
[Trait("Needs", "RealData")]
public sealed class TimetableFeedsTests
{
    [Fact]
    public void Every_feed_gives_a_result_or_one_line_that_names_it()
    {
        string[] feeds = [.. Directory.EnumerateDirectories(RepositoryRoot.RealData(), "gtfs-*")
            .SelectMany(d => Directory.EnumerateFiles(d, "*.zip", SearchOption.AllDirectories))
            .Append(RepositoryRoot.RealData("helsinki-e2e", "hsl-gtfs-2022-02-22.zip"))
            .Order(StringComparer.Ordinal)];
        Assert.True(feeds.Length > 20, $"{feeds.Length} feeds");
        using SampleCopy town = new();
        town.Without("dwellings", "holiday-areas", "followup");
        List<string> wrong = [];
        Dictionary<string, int> exits = [];
        foreach (string feed in feeds)
        {
            town.Use("timetable", feed);
            // A day inside most feeds: their own first one. Feeds of one day only, and broken ones, are refused for the day or for what is broken.
            town.Edit(config => config["asOf"] = FirstDay(feed));
            ToolResult result = town.Run();
            exits[Path.GetFileName(feed)] = result.ExitCode;
            string line = result.Errors.TrimEnd('\n');
            bool isClear = result.ExitCode is 0 or 1
                || (result.ExitCode == 2 && line.Contains(Path.GetFileName(feed), StringComparison.Ordinal) && !line.Contains('\n', StringComparison.Ordinal)
                    && !line.Contains("Exception", StringComparison.Ordinal));
            if (!isClear)
            {
                wrong.Add($"{Path.GetFileName(feed)}: {result.ExitCode}: {result.Errors}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        string[] complete =
            ["cairns_gtfs.zip", "faroe-ssl.zip", "gtfs_kuopio_finland.zip", "gtfs1.zip", "sj-gtfs-regional-2022-12.zip", "hsl-gtfs-2022-02-22.zip", "good_feed.zip", "sample-feed-bom.zip"];
        Assert.All(complete, feed => Assert.Equal((feed, 0), (feed, exits[feed])));
        string[] unusable = ["xtrafik-2025-06-01-no-stop-times.zip", "missing_stop_times.zip", "missing_trips.zip", "missing_routes.zip"];
        Assert.All(unusable, feed => Assert.Equal((feed, 2), (feed, exits[feed])));
    }

    /// <summary>The first day that calendar.txt or calendar_dates.txt names, plainly searched; a day of 2020 if there is none.</summary>
    private static string FirstDay(string feed)
    {
        List<string> days = [];
        try
        {
            using System.IO.Compression.ZipArchive archive = System.IO.Compression.ZipFile.OpenRead(feed);
            foreach (System.IO.Compression.ZipArchiveEntry entry in archive.Entries.Where(e => e.Name is "calendar.txt" or "calendar_dates.txt"))
            {
                using StreamReader reader = new(entry.Open());
                days.AddRange(reader.ReadToEnd().Split([',', '\n', '\r', '"'], StringSplitOptions.TrimEntries)
                    .Where(c => c.Length == 8 && c.All(char.IsAsciiDigit) && (c.StartsWith("20", StringComparison.Ordinal))));
            }
        }
        catch (InvalidDataException)
        {
            // Not even a zip: the command has to say so.
        }

        string first = days.Order(StringComparer.Ordinal).FirstOrDefault("20200101");
        return $"{first[..4]}-{first[4..6]}-{first[6..]}";
    }
}

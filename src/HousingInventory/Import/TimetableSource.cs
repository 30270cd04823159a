using HousingInventory.Formats.Gtfs;

namespace HousingInventory.Import;

/// <summary>A GTFS timetable. Rows are those of stop_times.</summary>
public sealed record TimetableSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("gtfs", Carrier.Timetable),
        ],
        []);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        GtfsFeed feed = file.Guard(() => GtfsReader.Read(file.FullPath));
        file.Info.Layout = "gtfs";
        file.Info.Crs = "EPSG:4326";
        GtfsTableReport? calls = feed.FindTable("stop_times.txt");
        file.Info.Read = calls?.RowsRead ?? 0;
        file.Info.Used = calls?.RowsUsed ?? 0;
        foreach (GtfsFaultCount fault in (calls?.Faults ?? []).Where(f => f.LeavesRowOut))
        {
            file.Info.Leave(fault.What, fault.Count);
        }

        foreach (GtfsTableReport table in feed.Tables)
        {
            foreach (GtfsFaultCount fault in table.Faults)
            {
                into.Notices.Add(
                    new TimetableFault(
                        table.File, TimetableFaultWords.Find(fault.What) ?? fault.What, fault.What, fault.Count,
                        fault.LeavesRowOut ? "raden utelämnas" : "raden används ändå", fault.LeavesRowOut ? "left out" : "used all the same")
                    {
                        Source = file.Info.Id,
                        Row = fault.SampleRows.Count > 0 ? fault.SampleRows[0] : null,
                    },
                    fault.Count);
            }
        }

        if (feed.FlexRows > 0)
        {
            file.Notice(new FlexNotSupported(feed.FlexRows));
        }

        if (feed.MayBeCut)
        {
            file.Notice(new SourceMayBeCut());
        }

        foreach (string table in feed.TablesOfNoUse)
        {
            file.Notice(new TimetableTableOfNoUse(table));
        }

        FeedClock clock = FeedClock.Of(feed);
        if (clock.IsUnknown)
        {
            file.Notice(new TimetableZoneUnknown(clock.Name));
        }
        else if (!clock.IsSwedish)
        {
            file.Notice(new TimetableZoneShifted(clock.Name));
        }

        into.Feeds.Add((file.Info.Id, feed));
    }
}

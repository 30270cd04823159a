using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Difference;

/// <summary>Tells of sources that are much shorter than they were in an earlier run. A cut file looks like that, and so does an order of fewer columns or places.</summary>
internal static class Shrinking
{
    /// <summary>One row in so many may be gone.</summary>
    private const long OneIn = 20;

    /// <summary>Compares the rows read of each type of source, all sources of it together: a delivery may be split otherwise than it was.</summary>
    public static void Tell(PreviousRun previous, Books books, Run run)
    {
        foreach (IGrouping<string, InputFile> type in books.Files.Where(static f => f.Type != "withheld").GroupBy(static f => f.Type))
        {
            (long before, long now) = (previous.Inputs.Where(i => i.Type == type.Key).Sum(static i => i.Read), type.Sum(static f => f.Read));
            if ((before - now) * OneIn > before)
            {
                run.Notice(new SourceShrank(now, before) { Source = type.First().Id });
            }
        }

        // A type of source that is not read any more has lost every row.
        HashSet<string> types = [.. books.Files.Select(static f => f.Type)];
        foreach (IGrouping<string, PreviousInput> gone in previous.Inputs.Where(i => !types.Contains(i.Type)).GroupBy(static i => i.Type))
        {
            if (gone.Key == "withheld")
            {
                run.ForOfficer.Add(new WithheldListGone());
            }
            else if (gone.Sum(static i => i.Read) is > 0 and long before)
            {
                run.Notice(new SourceShrank(0, before) { Source = gone.First().Id });
            }
        }
    }
}

using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Prepare;

/// <summary>The day the answer is for, and whether the registers are of one time.</summary>
public static class Dating
{
    private const int DaysApart = 90;

    /// <summary>The day that the user says, else that of the newest source.</summary>
    /// <exception cref="InputException">Nothing says of what day it is.</exception>
    public static DateOnly AsOf(DateOnly? said, Books books, Run run)
    {
        DateOnly asOf = said ?? books.Files.Max(f => f.Extracted)
            ?? throw new InputException("asOf is missing, and no source says of what day it is: state \"asOf\" or the \"extracted\" of a source.");
        DateOnly? residents = books.Files.Where(f => f.Type == "residents").Max(f => f.Extracted);
        foreach (InputFile file in books.Files.Where(f => f.Type is "buildings" or "addresses" or "properties" or "dwellings" or "residents"))
        {
            if (file.Extracted is not { } day)
            {
                run.Notice(new DateUnknown { Source = file.Id });
            }
            else if (Math.Abs(day.DayNumber - (residents ?? asOf).DayNumber) > DaysApart)
            {
                run.Notice(new DatesApart(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { Source = file.Id });
            }
        }

        return asOf;
    }
}

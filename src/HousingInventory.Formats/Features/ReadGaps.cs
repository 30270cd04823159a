namespace HousingInventory.Formats;

/// <summary>What a pass over a layer could not give, beside records that are faults; final behind the last record.</summary>
/// <param name="CellsWithoutValue">Cells with an error (#N/A), or with a formula whose value was never saved.</param>
/// <param name="UnreadSheets">Other sheets of the workbook that hold rows and were not read.</param>
/// <param name="UnreadRows">How many rows these have.</param>
/// <param name="StatedRecords">How many records there are in all, as the file says; null when it does not.</param>
/// <param name="GoesOn">Whether the file itself says that it is a part, and that there is more where it came from.</param>
public sealed record ReadGaps(long CellsWithoutValue = 0, int UnreadSheets = 0, long UnreadRows = 0, long? StatedRecords = null, bool GoesOn = false)
{
    /// <summary>Nothing.</summary>
    public static ReadGaps None { get; } = new();
}

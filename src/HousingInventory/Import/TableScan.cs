using HousingInventory.Formats;

namespace HousingInventory.Import;

/// <summary>The common pass over a table: counts rows, leaves out broken ones with a notice, and counts what the caller uses.</summary>
internal static class TableScan
{
    /// <summary>
    /// Calls <paramref name="use"/> for each readable record; it returns null when it used the record, else the reason and the notice for leaving it out.
    /// </summary>
    public static void Rows(SourceFile file, IFeatureCursor cursor, Func<(string Reason, Diagnostics.Notice Notice)?> use)
    {
        Func<bool> next = cursor.Read;
        while (file.Guard(next))
        {
            file.Info.Read++;
            if (cursor.Fault is { } fault)
            {
                file.LeaveOut("broken", new BrokenRecord(fault), cursor.Row);
            }
            else if (use() is { } left)
            {
                file.LeaveOut(left.Reason, left.Notice, cursor.Row);
            }
            else
            {
                file.Info.Used++;
            }
        }
    }

    /// <summary>The number in a column that may be missing.</summary>
    public static double? NumberAt(this IFeatureCursor cursor, int column) => column < 0 ? null : cursor.Number(column);

    /// <summary>The text of a column that may be missing (-1).</summary>
    public static string? TextAt(this IFeatureCursor cursor, int column) => column < 0 ? null : cursor.Text(column);
}

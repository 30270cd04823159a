namespace HousingInventory.Formats;

/// <summary>
/// Writes a table cell by cell, whatever the format: cells from left to right, then <see cref="EndRow"/>. Null gives an empty cell. Implemented for CSV and
/// XLSX, so that a table is described once.
/// </summary>
public interface ITableWriter : IDisposable
{
    /// <summary>Text, which no program that opens the table will run as a formula.</summary>
    void Text(string? value);

    /// <summary>A number rounded to this many decimals (0 to 8); not-a-number and infinity give an empty cell.</summary>
    void Number(double? value, int decimals);

    /// <summary>A whole number.</summary>
    void Integer(long? value);

    /// <summary>A day.</summary>
    void Date(DateOnly? value);

    /// <summary>A truth value.</summary>
    void Boolean(bool? value);

    /// <summary>Ends the row; cells that were not written are empty.</summary>
    void EndRow();
}

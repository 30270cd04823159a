namespace HousingInventory.Formats;

/// <summary>
/// Reads the sheets of an Excel workbook (.xlsx, .xlsm) as tables: the header is the first row with two values or more (a title above it is passed over), else
/// the first with one. Dates are recognised by their number format. Rows without any value are passed over; <see cref="IFeatureCursor.Row"/> is the distance
/// from the header row in the sheet. Formulas give the value that was saved, errors such as #N/A give none.
/// </summary>
public static class XlsxTable
{
    /// <summary>The sheets that are not hidden, in the order of their tabs; a sheet without rows has no columns.</summary>
    /// <exception cref="DataFormatException">The file is not a workbook, is damaged, or is protected by a password.</exception>
    public static IReadOnlyList<LayerInfo> Layers(string path, ReadOptions options) => Layers(ReadableFile.Open(path), options);

    /// <summary>As <see cref="Layers(string, ReadOptions)"/>, for a stream that can seek; it is closed.</summary>
    public static IReadOnlyList<LayerInfo> Layers(Stream stream, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using XlsxWorkbook workbook = new(stream);
        List<LayerInfo> layers = [];
        foreach (XlsxSheet sheet in workbook.Sheets)
        {
            if (!sheet.Hidden)
            {
                layers.Add(XlsxCursor.ReadHeader(workbook, sheet).Layer);
            }
        }

        return layers;
    }

    /// <summary>The names of all sheets, hidden ones among them.</summary>
    /// <param name="stream">A workbook that can seek; it is closed.</param>
    public static IReadOnlyList<string> SheetNames(Stream stream)
    {
        using XlsxWorkbook workbook = new(stream);
        return [.. workbook.Sheets.Select(static s => s.Name)];
    }

    /// <summary>
    /// Opens the sheet that the options name, else the first that is not hidden; with <see cref="ReadOptions.WithSheetsAlike"/> the other visible sheets that have its
    /// headings are read behind it, and the rows of the others are counted in <see cref="ReadGaps"/>.
    /// </summary>
    /// <exception cref="DataFormatException">
    /// The file is not a workbook, is damaged, or is protected by a password; it has no such sheet, or the sheet has no rows. Damage further on is met while reading.
    /// </exception>
    public static IFeatureCursor Open(string path, ReadOptions options) => Open(ReadableFile.Open(path), options);

    /// <summary>As <see cref="Open(string, ReadOptions)"/>, for a stream that can seek, closed with the cursor.</summary>
    public static IFeatureCursor Open(Stream stream, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        XlsxWorkbook workbook = new(stream);
        try
        {
            XlsxSheet sheet = Choose(workbook, options.Layer);
            return new XlsxCursor(workbook, sheet, options.WithSheetsAlike ? [.. workbook.Sheets.Where(s => !s.Hidden && s != sheet)] : []);
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    private static XlsxSheet Choose(XlsxWorkbook workbook, string? name)
    {
        if (name is null)
        {
            return workbook.Sheets.OrderBy(s => s.Hidden).FirstOrDefault() ?? throw new DataFormatException("The workbook has no sheet with cells; name another file.");
        }

        return workbook.Sheets.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataFormatException($"The workbook has no sheet '{name}'; it has {string.Join(", ", workbook.Sheets.Select(s => $"'{s.Name}'"))}.");
    }
}

namespace HousingInventory.Formats;

/// <summary>
/// Reads delimited text with a header row. Separator (<c>; TAB | ,</c> or a line <c>sep=</c>) and encoding (byte order mark, UTF-8, else Windows-1252) are
/// recognised; line ends may be CR, LF or both. A quoted field may hold line breaks, but a quotation mark that is never closed costs one line only.
/// Records without any value are passed over; they count in <see cref="IFeatureCursor.Row"/>, empty lines do not.
/// </summary>
public static class CsvTable
{
    /// <summary>The table of the file, as a list of one.</summary>
    /// <exception cref="DataFormatException">The file is empty, is not text, or its header is damaged.</exception>
    public static IReadOnlyList<LayerInfo> Layers(string path, ReadOptions options)
    {
        using IFeatureCursor cursor = Open(path, options);
        return [cursor.Layer];
    }

    /// <summary>Opens the file before its first record. It is only read, and others may have it open.</summary>
    /// <exception cref="DataFormatException">The file is empty, is not text, or its header is damaged.</exception>
    public static IFeatureCursor Open(string path, ReadOptions options) =>
        Open(ReadableFile.Open(path), Path.GetFileNameWithoutExtension(path), options);

    /// <summary>As <see cref="Open(string, ReadOptions)"/>, for a stream that can seek, read from its start and closed with the cursor.</summary>
    /// <param name="name">The name of the table.</param>
    public static IFeatureCursor Open(Stream stream, string name, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return new CsvCursor(stream, name, options);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}

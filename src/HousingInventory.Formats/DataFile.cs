namespace HousingInventory.Formats;

/// <summary>A format, as the bytes tell it.</summary>
public enum DataFormat
{
    GeoPackage,
    GeoJson,
    Csv,
    Xlsx,
    OsmPbf,
    Xml,
    Zip,
    Other,
}

/// <summary>Opens a file by what its bytes say it is.</summary>
public static class DataFile
{
    /// <summary>The format of a file.</summary>
    /// <exception cref="DataFormatException">It is missing, empty or a folder.</exception>
    public static DataFormat Recognise(string path)
    {
        Span<byte> head = stackalloc byte[512];
        using FileStream stream = SourceFile.Open(path);
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        ReadOnlySpan<byte> text = head.TrimStart("\uFEFF \t\r\n"u8);
        return head switch
        {
            _ when head.StartsWith("SQLite format 3\0"u8) => DataFormat.GeoPackage,
            _ when head.IndexOf("OSMHeader"u8) is > 0 and < 20 => DataFormat.OsmPbf,
            _ when head.StartsWith("PK\x03\x04"u8) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? DataFormat.Xlsx : DataFormat.Zip,
            _ when text.StartsWith("{"u8) || text.StartsWith("["u8) => DataFormat.GeoJson,
            _ when text.StartsWith("<"u8) => DataFormat.Xml,
            _ => DataFormat.Csv,
        };
    }

    /// <summary>The layers or tables of a file.</summary>
    public static IReadOnlyList<LayerInfo> Layers(string path, ReadOptions options) => Recognise(path) switch
    {
        DataFormat.GeoPackage => GeoPackageReader.Layers(path),
        DataFormat.GeoJson => GeoJsonReader.Layers(path),
        DataFormat.Xlsx => XlsxTable.Layers(path, options),
        DataFormat.Csv => CsvTable.Layers(path, options),
        _ => throw Unfit(),
    };

    /// <summary>Opens a layer.</summary>
    public static IFeatureCursor Open(string path, ReadOptions options) => Recognise(path) switch
    {
        DataFormat.GeoPackage => GeoPackageReader.Open(path, options),
        DataFormat.GeoJson => GeoJsonReader.Open(path, options),
        DataFormat.Xlsx => XlsxTable.Open(path, options),
        DataFormat.Csv => CsvTable.Open(path, options),
        _ => throw Unfit(),
    };

    private static DataFormatException Unfit() => new("The file is none of the formats that hold layers or tables; see 'housing-inventory inspect'.");
}

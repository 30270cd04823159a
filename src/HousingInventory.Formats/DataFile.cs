namespace HousingInventory.Formats;

/// <summary>Any file of features or rows, whatever its format and whether it lies in a zip as delivered.</summary>
public static class DataFile
{
    /// <summary>The format by the bytes, not by the name. For a zip with one recognised file in it, the format of that file.</summary>
    /// <exception cref="DataFormatException">Missing, a folder, empty, or a damaged zip.</exception>
    public static DataFormat Recognise(string path) => DeliveredFile.Recognise(path);

    /// <summary>Name without prefix of the root element; null when the file is not XML.</summary>
    /// <exception cref="DataFormatException">Missing, a folder, or empty.</exception>
    public static string? XmlRootName(string path)
    {
        using FileStream stream = ReadableFile.Open(path);
        return FormatSniffer.XmlRoot(FileHead.Read(stream));
    }

    /// <summary>The layers, tables or sheets of a file.</summary>
    /// <exception cref="DataFormatException">The file cannot be read, or is of a format without tables.</exception>
    public static IReadOnlyList<LayerInfo> Layers(string path, ReadOptions? options = null)
    {
        using DeliveredFile file = OpenTable(path, options?.NothingOnDisk ?? false);
        return Layers(file, options ?? ReadOptions.Recognise);
    }

    /// <summary>A pass over the layer that the options name, or over the only one.</summary>
    /// <exception cref="DataFormatException">As <see cref="Layers(string, ReadOptions?)"/>; or the layer is missing, or not named among several.</exception>
    public static IFeatureCursor Open(string path, ReadOptions options) => Open(path, options, static _ => null);

    /// <summary>
    /// As <see cref="Open(string, ReadOptions)"/>, but of several layers none of which is named the caller chooses one: it gets them all and gives the name, or null
    /// to refuse. A zip is unpacked once.
    /// </summary>
    public static IFeatureCursor Open(string path, ReadOptions options, Func<IReadOnlyList<LayerInfo>, string?> choose)
    {
        DeliveredFile file = OpenTable(path, options.NothingOnDisk);
        try
        {
            if (options.Layer is null && file.Format is DataFormat.GeoPackage or DataFormat.Xlsx)
            {
                options = options with { Layer = choose(Layers(file, options)), WithSheetsAlike = true };
            }

            IFeatureCursor cursor = Open(file, options);
            return file.Path == path ? cursor : new DeliveredCursor(file, cursor);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What is no table is refused before it is unpacked.</summary>
    private static DeliveredFile OpenTable(string path, bool nothingOnDisk)
    {
        DataFormat format = Recognise(path);
        return format is DataFormat.GeoPackage or DataFormat.GeoJson or DataFormat.Shapefile or DataFormat.Dbf or DataFormat.Csv or DataFormat.Xlsx or DataFormat.Zip
            ? DeliveredFile.Open(path, nothingOnDisk)
            : throw Refusal(format);
    }

    private static IReadOnlyList<LayerInfo> Layers(DeliveredFile file, ReadOptions options) => file.Format switch
    {
        DataFormat.GeoPackage => GeoPackageReader.Layers(file.Path),
        DataFormat.GeoJson => GeoJsonReader.Layers(file.Path),
        DataFormat.Shapefile or DataFormat.Dbf => ShapefileReader.Layers(file.Path, options),
        DataFormat.Csv => CsvLayers(file, options),
        DataFormat.Xlsx => file.Contents is { } contents ? XlsxTable.Layers(new MemoryStream(contents, writable: false), options) : XlsxTable.Layers(file.Path, options),
        _ => throw Refusal(file.Format),
    };

    private static IFeatureCursor Open(DeliveredFile file, ReadOptions options) => file.Format switch
    {
        DataFormat.GeoPackage => GeoPackageReader.Open(file.Path, options),
        DataFormat.GeoJson => GeoJsonReader.Open(file.Path, options),
        DataFormat.Shapefile or DataFormat.Dbf => ShapefileReader.Open(file.Path, options),
        DataFormat.Csv => OpenCsv(file, options),
        DataFormat.Xlsx => file.Contents is { } contents ? XlsxTable.Open(new MemoryStream(contents, writable: false), options) : XlsxTable.Open(file.Path, options),
        _ => throw Refusal(file.Format),
    };

    private static IFeatureCursor OpenCsv(DeliveredFile file, ReadOptions options) => file.Contents is { } contents
        ? CsvTable.Open(new MemoryStream(contents, writable: false), Path.GetFileNameWithoutExtension(file.Path), options)
        : CsvTable.Open(file.Path, options);

    private static IReadOnlyList<LayerInfo> CsvLayers(DeliveredFile file, ReadOptions options)
    {
        using IFeatureCursor cursor = OpenCsv(file, options);
        return [cursor.Layer];
    }

    private static DataFormatException Refusal(DataFormat format) => new(format switch
    {
        DataFormat.OsmPbf => "The file is OpenStreetMap data, which is no table; convert it to GeoPackage.",
        DataFormat.OsmXml => "The file is OpenStreetMap data as XML, which is not read; convert it to PBF, for example with 'osmium cat in.osm -o out.osm.pbf'.",
        DataFormat.Gtfs => "The file is a timetable (GTFS), which is no table; name it where a timetable is wanted.",
        DataFormat.Population => "The file is a population extract in the register's own layout, which is no table; name it where a population extract is wanted.",
        DataFormat.BuildingXml => "The file is Lantmäteriet's XML of buildings, which is no table; name it where buildings are wanted, or export it as GeoPackage.",
        DataFormat.Gzip => "The file is compressed with gzip; pack it as a zip archive instead, or convert it to PBF if it is OpenStreetMap XML.",
        DataFormat.Xml => "The file is XML of an unknown kind; export it as GeoPackage or CSV.",
        DataFormat.Json => "The file is JSON but no GeoJSON; export it as GeoJSON or CSV. If it is a web service's answer about single persons, order a file delivery of the whole municipality from Skatteverket instead.",
        _ => "The file is none of the formats that are read here; export it as GeoPackage, GeoJSON, Shapefile, CSV or XLSX.",
    });
}

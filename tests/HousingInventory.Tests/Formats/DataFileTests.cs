using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed class DataFileTests : IDisposable
{
    private const string GeoJson = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"å"},"geometry":null}]}""";

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(GeoJson, DataFormat.GeoJson)]
    [InlineData("\uFEFF  {\"a\":[],\"features\":[]}", DataFormat.GeoJson)]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,2]}", DataFormat.GeoJson)]
    [InlineData("{\"a\":1}", DataFormat.Json)]
    [InlineData("[1,2]", DataFormat.Csv)]
    [InlineData("[{\"a\":1}]", DataFormat.Json)]
    [InlineData("id;namn\r\n1;Å\r\n", DataFormat.Csv)]
    [InlineData("a,b\n\"{\",2\n", DataFormat.Csv)]
    [InlineData("<?xml version=\"1.0\"?><!-- <a> --><osm version=\"0.6\">", DataFormat.OsmXml)]
    [InlineData("<!DOCTYPE x><ns:Fastighet xmlns:ns=\"x\"/>", DataFormat.Xml)]
    [InlineData("#INFO_START\r\n#DATA_START\r\n#POST_START\r\n", DataFormat.Population)]
    [InlineData("<x:Folkbokforingsposter xmlns:x=\"y\"><Folkbokforingspost>", DataFormat.Population)]
    [InlineData("%PDF-1.7\n", DataFormat.Other)]
    [InlineData("\u0001\u0002\u0003", DataFormat.Other)]
    public void Text_formats_are_told_by_their_beginning(string content, DataFormat format)
    {
        foreach (string name in new[] { "a.dat", "a.csv", "a.gpkg" })
        {
            File.WriteAllText(folder.File(name), content, new UTF8Encoding(false));
            Assert.Equal(format, DataFile.Recognise(folder.File(name)));
        }
    }

    [Theory]
    [InlineData("<osm>", "osm")]
    [InlineData("<?xml version=\"1.0\"?>\r\n<!-- <no> -->\n<wfs:FeatureCollection xmlns:wfs=\"x\">", "FeatureCollection")]
    [InlineData("<a/>", "a")]
    [InlineData("a;b", null)]
    [InlineData("<?xml version=\"1.0\"?>", null)]
    [InlineData("<", null)]
    public void The_root_of_XML_is_named_without_prefix(string content, string? root)
    {
        foreach (Encoding encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.Latin1 })
        {
            File.WriteAllText(folder.File("a.xml"), content, encoding);
            Assert.Equal(root, DataFile.XmlRootName(folder.File("a.xml")));
        }
    }

    [Fact]
    public void Text_in_every_encoding_is_text()
    {
        foreach (Encoding encoding in new[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(false, false) })
        {
            File.WriteAllText(folder.File("a.csv"), "id;namn\r\n1;Åsele\r\n", encoding);
            Assert.Equal(DataFormat.Csv, DataFile.Recognise(folder.File("a.csv")));
        }
    }

    [Theory]
    [Trait("Needs", "RealData")]
    [InlineData("helsinki-e2e/helsinki-city-districts-2021.gpkg", DataFormat.GeoPackage)]
    [InlineData("gis-formats/gpkg/gdal-poly.gpkg.zip", DataFormat.GeoPackage)]
    [InlineData("bad-inputs/goat-invalid_wrong_file_extension.gpkg", DataFormat.Csv)]
    [InlineData("helsinki-e2e/addresses.txt", DataFormat.Csv)]
    [InlineData("helsinki-e2e/helsinki-centre.osm.pbf", DataFormat.OsmPbf)]
    [InlineData("osm/encodings/SimpleFileBlock1-none.osm.pbf", DataFormat.OsmPbf)]
    [InlineData("osm/overpass-answer.osm", DataFormat.OsmXml)]
    [InlineData("bad-inputs/osm/empty.osm", DataFormat.OsmXml)]
    [InlineData("osm/krautsand-rural.osm.gz", DataFormat.Gzip)]
    [InlineData("helsinki-e2e/hsl-gtfs-2022-02-22.zip", DataFormat.Gtfs)]
    [InlineData("gtfs-faroe-2026/faroe-ssl.zip", DataFormat.Gtfs)]
    [InlineData("gis-formats/shp/finland-lakes.zip", DataFormat.Shapefile)]
    [InlineData("gis-formats/shp/sweden-ak_riks-sweref99tm.zip", DataFormat.Shapefile)]
    [InlineData("gis-formats/geojson-gdal.zip", DataFormat.Zip)]
    [InlineData("buildings/lantmateriet-byggnad-sample.geojson", DataFormat.GeoJson)]
    [InlineData("test-persons/navet-personpost-sample.xml", DataFormat.Population)]
    public void Real_files_are_recognised(string file, DataFormat format)
    {
        Assert.Equal(format, DataFile.Recognise(RepositoryRoot.RealData(file.Split('/'))));
    }

    [Fact]
    public void A_zip_with_one_data_file_is_read_as_that_file_and_leaves_nothing_behind()
    {
        GeoPackageWriterTests.WriteTown(folder.File("town.gpkg"), DateTime.UnixEpoch);
        string path = Zip(("byggnad_kn2482/byggnad_kn2482.gpkg", File.ReadAllBytes(folder.File("town.gpkg"))), ("byggnad_kn2482/", []), ("Läs mig.txt", "Hej"u8.ToArray()),
            ("metadata.xml", "<MD_Metadata/>"u8.ToArray()), ("__MACOSX/._byggnad_kn2482.gpkg", "SQLite format 3\0"u8.ToArray()), ("bild.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 1]));
        string unpacked;
        using (DeliveredFile file = DeliveredFile.Open(path))
        {
            unpacked = file.Path;
            Assert.Equal(DataFormat.GeoPackage, file.Format);
            Assert.True(File.Exists(unpacked));
        }

        ReadTable homes = DataFile.Open(path, ReadOptions.Recognise, layers => layers[0].Name).ReadAll();

        Assert.False(Directory.Exists(Path.GetDirectoryName(unpacked)));
        Assert.Equal("byggnad_kn2482.gpkg", Path.GetFileName(unpacked));
        Assert.Equal("homes", homes.Layer.Name);
        Assert.Equal(4, homes.Rows.Count);
        Assert.Equal(2, DataFile.Layers(path).Count);
        Assert.Contains("2 layers", Assert.Throws<DataFormatException>(() => DataFile.Open(path, ReadOptions.Recognise)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_a_zip_keeps_its_name()
    {
        string path = Zip(("ut/följer.csv", "ref;state\r\nABC234;contacted\r\n"u8.ToArray()), ("info.txt", "x"u8.ToArray()));

        ReadTable table = DataFile.Open(path, ReadOptions.Recognise).ReadAll();

        Assert.Equal("följer", table.Layer.Name);
        Assert.Equal(["contacted"], table.Column("state"));
    }

    [Fact]
    public void Several_files_are_listed_and_none_is_said()
    {
        string several = Zip(("a.geojson", Encoding.UTF8.GetBytes(GeoJson)), ("b/b.geojson", Encoding.UTF8.GetBytes(GeoJson)), ("c.csv", "a;b\n"u8.ToArray()));
        Assert.Equal(DataFormat.Zip, DataFile.Recognise(several));
        string message = Assert.Throws<DataFormatException>(() => DataFile.Layers(several)).Message;
        Assert.Contains("2 files (a.geojson, b/b.geojson)", message, StringComparison.Ordinal);

        string none = Zip(("a.png", [0x89, 0x50, 0, 1]), ("inner.zip", File.ReadAllBytes(several)));
        Assert.Contains("no file that is recognised", Assert.Throws<DataFormatException>(() => DataFile.Layers(none)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../evil.geojson", "evil.geojson")]
    [InlineData("/etc/evil.geojson", "evil.geojson")]
    [InlineData("..\\..\\evil.geojson", "evil.geojson")]
    [InlineData("C:evil.geojson", "evil.geojson")]
    [InlineData("a/ . ", "data")]
    public void Names_in_a_zip_lead_nowhere(string name, string plain)
    {
        string path = Zip((name, Encoding.UTF8.GetBytes(GeoJson)));

        using DeliveredFile file = DeliveredFile.Open(path);

        Assert.Equal(plain, Path.GetFileName(file.Path));
        Assert.StartsWith(Path.GetFullPath(Path.GetTempPath()), Path.GetFullPath(file.Path), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Path.GetTempPath(), "evil.geojson")));
    }

    [Fact]
    public void A_shapefile_in_a_zip_is_unpacked_with_its_side_files()
    {
        byte[] shp = new byte[100];
        shp[2] = 0x27;
        shp[3] = 0x0A;
        string path = Zip(("BY_2482.SHP", shp), ("by_2482.shx", shp), ("BY_2482.dbf", [3, 126, 11, 2, .. new byte[100]]), ("BY_2482.prj", "PROJCS"u8.ToArray()), ("BY_2482.sbn", [1, 2]));

        using DeliveredFile file = DeliveredFile.Open(path);

        Assert.Equal(DataFormat.Shapefile, file.Format);
        Assert.Equal("BY_2482.SHP", Path.GetFileName(file.Path));
        Assert.Equal(4, Directory.GetFiles(Path.GetDirectoryName(file.Path)!).Length);
    }

    [Theory]
    [Trait("Needs", "RealData")]
    [InlineData("sweden-ak_riks-sweref99tm.zip", "ak_riks", 295, 3006)]
    [InlineData("finland-lakes.zip", "lakes", 56, 3067)]
    public void A_real_shapefile_is_read_out_of_its_zip(string file, string layer, int rows, int epsg)
    {
        ReadTable table = DataFile.Open(RepositoryRoot.RealData("gis-formats", "shp", file), ReadOptions.Recognise).ReadAll();

        Assert.Equal((layer, rows, epsg), (table.Layer.Name, table.Rows.Count, table.Layer.Crs?.Epsg));
        Assert.All(table.Rows, r => Assert.NotNull(r.Geometry));
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "none of the formats")]
    [InlineData("{\"a\":1}", "no GeoJSON")]
    [InlineData("<osm></osm>", "OpenStreetMap")]
    [InlineData("<a></a>", "XML of an unknown kind")]
    [InlineData("#INFO_START\r\n#POST_START\r\n", "population extract")]
    public void What_is_no_table_is_refused_in_a_sentence(string content, string says)
    {
        File.WriteAllText(folder.File("a.dat"), content);
        Assert.Contains(says, Assert.Throws<DataFormatException>(() => DataFile.Open(folder.File("a.dat"), ReadOptions.Recognise)).Message, StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => DataFile.Layers(Zip(("a.dat", Encoding.UTF8.GetBytes(content)))));
    }

    [Fact]
    public void Missing_empty_and_folder_are_three_sentences()
    {
        File.WriteAllBytes(folder.File("empty"), []);

        Assert.Contains("does not exist", Assert.Throws<DataFormatException>(() => DataFile.Recognise(folder.File("missing"))).Message, StringComparison.Ordinal);
        Assert.Contains("is empty", Assert.Throws<DataFormatException>(() => DataFile.Recognise(folder.File("empty"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<DataFormatException>(() => DataFile.Recognise(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_zips_give_rows_or_a_sentence()
    {
        string path = Zip(("a.geojson", Encoding.UTF8.GetBytes(GeoJson)));
        byte[] whole = File.ReadAllBytes(path);
        Random random = new(3);
        int refused = 0;
        for (int i = 0; i < 1000; i++)
        {
            byte[] changed = i < whole.Length ? whole[..Math.Max(1, i)] : [.. whole];
            for (int k = i < whole.Length ? 0 : random.Next(1, 4); k > 0; k--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, changed);
            try
            {
                DataFile.Open(path, ReadOptions.Recognise).ReadAll();
            }
            catch (DataFormatException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 300, 999);
    }

    public void Dispose()
    {
        folder.Dispose();
    }

    private string Zip(params (string Name, byte[] Content)[] files)
    {
        string path = folder.File("delivered.zip");
        using FileStream stream = File.Create(path);
        using ZipArchive archive = new(stream, ZipArchiveMode.Create);
        foreach ((string name, byte[] content) in files)
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }

        return path;
    }
}

using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.PopulationFixtures;

namespace HousingInventory.Tests.Formats;

public sealed class PopulationFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("population").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_layout_is_recognised_from_the_first_bytes_in_any_encoding()
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Latin1])
        {
            Assert.Equal("navet-xml", Recognise(encoding, Delivery(Post)));
            Assert.Equal("navet-terms", Recognise(encoding, Terms));
        }

        Assert.Equal("navet-xml", Recognise(Encoding.Unicode, Delivery(Post)));
        Assert.Equal("navet-xml", Recognise(Encoding.BigEndianUnicode, Delivery(Post)));
        Assert.Equal("spar-xml", Recognise(Encoding.UTF8, "<a:x xmlns:a=\"http://statenspersonadressregister.se/schema/person\"/>"));
        Assert.Null(Recognise(Encoding.UTF8, "<osm/>"));
        Assert.Null(Recognise(Encoding.UTF8, "personnr;adress\n1;2\n"));
        Assert.Null(Recognise(Encoding.UTF8, ""));
    }

    [Fact]
    public void XML_in_UTF_16_is_read()
    {
        string path = Write("navet.xml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + Delivery(Post))]);
        using IPopulationCursor cursor = PopulationFile.Open(path);
        Assert.Equal("TESTVÄGEN 1", Single(cursor).Address);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void XML_in_a_declared_code_page_is_read(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = Write("navet.xml", Encoding.GetEncoding(encoding).GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>" + Delivery(Post)));
        using IPopulationCursor cursor = PopulationFile.Open(path);
        Assert.Equal("TESTVÄGEN 1", Single(cursor).Address);
    }

    [Fact]
    public void A_zip_with_one_delivery_is_read_as_delivered()
    {
        string path = Zip(("INFO.NAV", "#MEDIELEV_START\n"), ("las.txt", "hej"), ("NAVET.TXT", Terms));
        using IPopulationCursor cursor = PopulationFile.Open(path);
        Assert.Equal("navet-terms", cursor.Layout);
        Assert.Equal("TESTBYN 1:2", Single(cursor).Property);
        Assert.False(cursor.Read());
    }

    [Fact]
    public void A_zip_with_two_deliveries_or_none_is_refused()
    {
        Assert.Contains("several", Refusal(Zip(("a.xml", Delivery(Post)), ("b.xml", Delivery(Post)))), StringComparison.Ordinal);
        Assert.Contains("no Navet", Refusal(Zip(("a.txt", "hej"))), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(Write("broken.zip", File.ReadAllBytes(Zip(("a.xml", Delivery(Post))))[..60])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "PopulationItems": [] }""", "JSON")]
    [InlineData("\uFEFF\n[]", "JSON")]
    [InlineData("", "empty")]
    [InlineData("<osm/>", "neither")]
    public void What_is_no_delivery_is_refused_in_a_sentence(string text, string expected)
        => Assert.Contains(expected, Refusal(Write("x", Encoding.UTF8.GetBytes(text))), StringComparison.Ordinal);

    [Fact]
    public void The_file_is_free_again_after_a_refusal_and_after_reading()
    {
        string refused = Write("x", "{}"u8.ToArray());
        Refusal(refused);
        File.Delete(refused);
        string zip = Zip(("a.xml", Delivery(Post)));
        PopulationFile.Open(zip).Dispose();
        using FileStream exclusive = new(zip, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void The_answer_about_one_person_in_JSON_is_refused()
        => Assert.Contains("order a file delivery", Refusal(RepositoryRoot.RealData("test-persons", "navet-person.json")), StringComparison.Ordinal);

    [Fact]
    [Trait("Needs", "RealData")]
    public void Entities_that_grow_without_end_are_refused()
    {
        using NavetXmlReader navet = new(File.OpenRead(RepositoryRoot.RealData("bad-inputs", "osm", "billionlaugh.osm")));
        Assert.Contains("document type", Assert.Throws<DataFormatException>(() => navet.Read()).Message, StringComparison.Ordinal);
        using SparReader spar = new(File.OpenRead(RepositoryRoot.RealData("bad-inputs", "osm", "billionlaugh.osm")));
        Assert.Contains("document type", Assert.Throws<DataFormatException>(() => spar.Read()).Message, StringComparison.Ordinal);
    }

    private static string? Recognise(Encoding encoding, string text) => PopulationFile.Recognise((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

    private static string Refusal(string path) => Assert.Throws<DataFormatException>(() => PopulationFile.Open(path)).Message;

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Zip(params (string Name, string Text)[] files)
    {
        string path = Path.Combine(_folder, "delivery.zip");
        File.Delete(path);
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, string text) in files)
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }
}

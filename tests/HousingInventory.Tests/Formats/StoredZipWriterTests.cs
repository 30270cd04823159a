using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed class StoredZipWriterTests
{
    [Fact]
    public void Crc32_has_the_check_value_of_its_definition()
    {
        // "123456789" is the standard's own check: CBF43926.
        Assert.Equal(0xCBF43926u, StoredZipWriter.Crc32("123456789"u8));
        Assert.Equal(0u, StoredZipWriter.Crc32([]));
    }

    [Fact]
    public void The_zip_of_the_framework_reads_it()
    {
        using MemoryStream stream = new();
        using (StoredZipWriter writer = new(stream))
        {
            writer.Add("empty", "");
            writer.Add("mapp/Åsele.txt", "Hej å");
        }

        using ZipArchive zip = new(stream, ZipArchiveMode.Read);
        Assert.Equal(["empty", "mapp/Åsele.txt"], zip.Entries.Select(e => e.FullName));
        using StreamReader reader = new(zip.Entries[1].Open(), Encoding.UTF8);
        Assert.Equal("Hej å", reader.ReadToEnd());
        Assert.Equal(new DateTime(1980, 1, 1), zip.Entries[0].LastWriteTime.DateTime);
    }
}

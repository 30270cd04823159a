using System.IO.Compression;
using System.Text;
using HousingInventory.Formats.Archives;

namespace HousingInventory.Tests.Formats;

public sealed class DeterministicZipTests
{
    private static readonly (string Name, byte[] Content)[] Files =
        [("stops.txt", Encoding.UTF8.GetBytes("stop_id\nS1\n")), ("mapp/å.txt", []), ("long.txt", Encoding.ASCII.GetBytes(new string('x', 100_000)))];

    [Fact]
    public void What_was_written_is_read_back_by_the_framework()
    {
        using ZipArchive zip = new(new MemoryStream(Zip(Files)), ZipArchiveMode.Read);

        Assert.Equal(Files.Select(f => f.Name), zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        Assert.All(zip.Entries, e => Assert.Equal(0, e.ExternalAttributes));
        foreach ((ZipArchiveEntry entry, byte[] content) in zip.Entries.Zip(Files.Select(f => f.Content)))
        {
            using MemoryStream bytes = new();
            using Stream stream = entry.Open();
            stream.CopyTo(bytes);
            Assert.Equal(content, bytes.ToArray());
            Assert.Equal(entry.Crc32, Crc32.Of(content));
        }
    }

    [Fact]
    public void Equal_files_give_equal_bytes_and_an_empty_archive_is_one()
    {
        Assert.Equal(Zip(Files), Zip(Files));
        using ZipArchive zip = new(new MemoryStream(Zip([])), ZipArchiveMode.Read);
        Assert.Empty(zip.Entries);
    }

    [Fact]
    public void The_checksum_is_the_one_of_the_standard() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8)); // the check value of CRC-32/ISO-HDLC

    [Fact]
    public void A_name_twice_is_refused() => Assert.Throws<ArgumentException>(() => Zip([("a", []), ("a", [])]));

    [Fact]
    public void Stored_contents_stand_in_the_archive_as_they_are()
    {
        using MemoryStream bytes = new();
        DeterministicZip.Write(bytes, Files, store: true);
        Assert.True(bytes.ToArray().AsSpan().IndexOf(Files[2].Content) > 0);
        using ZipArchive zip = new(bytes, ZipArchiveMode.Read);
        Assert.All(zip.Entries, e => Assert.Equal(e.Length, e.CompressedLength));
        using StreamReader reader = new(zip.Entries[0].Open());
        Assert.Equal("stop_id\nS1\n", reader.ReadToEnd());
    }

    private static byte[] Zip((string, byte[])[] files)
    {
        using MemoryStream bytes = new();
        DeterministicZip.Write(bytes, files);
        return bytes.ToArray();
    }
}

using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.PopulationFixtures;

namespace HousingInventory.Tests.Formats;

/// <summary>Whatever the bytes are, a reader ends with records, faults or a <see cref="DataFormatException"/>, and never quotes them.</summary>
public class RegisterFuzzTests
{
    private const int Rounds = 3000;

    [Fact]
    public void Damaged_Navet_XML_is_read_or_refused() => Fuzz("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Delivery(Post, Post, Post), stream => new NavetXmlReader(stream));

    [Fact]
    public void Damaged_term_coded_files_are_read_or_refused() => Fuzz(Terms + Terms, stream => new NavetTermCodedReader(stream));

    [Fact]
    public void Damaged_SPAR_XML_is_read_or_refused()
        => Fuzz(Delivery(Post, Post).Replace("Folkbokforingspost>", "AviseringPost>", StringComparison.Ordinal), stream => new SparReader(stream));

    [Fact]
    public void Any_bytes_may_be_asked_for_their_layout()
    {
        Random random = new(20261110);
        byte[] bytes = new byte[64];
        for (int i = 0; i < Rounds; i++)
        {
            random.NextBytes(bytes);
            Assert.Null(PopulationFile.Recognise(bytes));
        }
    }

    [Fact]
    public void Damaged_zip_archives_are_read_or_refused()
    {
        string folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        try
        {
            string path = Path.Combine(folder, "delivery.zip");
            using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
            {
                using Stream entry = archive.CreateEntry("byggnad_1.xml").Open();
                entry.Write(Encoding.UTF8.GetBytes(Delivery(Post, Post) + "<!--<Byggnad/>-->"));
            }

            byte[] original = File.ReadAllBytes(path);
            Random random = new(20261110);
            int refused = 0;
            for (int round = 0; round < 1000; round++)
            {
                File.WriteAllBytes(path, Damage(original, random));
                refused += IsRefused(() => PopulationFile.Open(path), static cursor => cursor.Read()) ? 1 : 0;
                IsRefused(() => BuildingXmlReader.Open(path), static reader => reader.Read());
            }

            Assert.InRange(refused, 100, 1000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Deep_nesting_costs_no_stack()
    {
        string deep = string.Concat(Enumerable.Repeat("<Personpost>", 200_000)) + string.Concat(Enumerable.Repeat("</Personpost>", 200_000));
        using NavetXmlReader cursor = Navet(Delivery("<Folkbokforingspost>" + deep + "</Folkbokforingspost>"));
        Assert.True(cursor.Read());
        Assert.Null(cursor.Current.Property);
    }

    private static void Fuzz(string text, Func<Stream, IPopulationCursor> open)
    {
        byte[] original = Encoding.UTF8.GetBytes(text);
        Random random = new(20261110);
        int refused = 0;
        int read = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Damage(original, random);
            try
            {
                using IPopulationCursor cursor = open(new MemoryStream(bytes));
                while (cursor.Read())
                {
                    read++;
                    Assert.True(cursor.Row > 0);
                    Assert.DoesNotContain("TEST", cursor.Fault ?? "", StringComparison.Ordinal);
                    Assert.True(cursor.Current.PersonNumber.Length <= 32);
                }
            }
            catch (DataFormatException e)
            {
                refused++;
                Assert.Null(e.InnerException);
                Assert.DoesNotContain("TEST", e.Message, StringComparison.Ordinal);
            }
        }

        // Both ways out were taken, so the damage was neither too little nor too much.
        Assert.InRange(refused, 100, Rounds);
        Assert.InRange(read, 100, int.MaxValue);
    }

    private static bool IsRefused<T>(Func<T> open, Func<T, bool> read)
        where T : IDisposable
    {
        try
        {
            using T reader = open();
            while (read(reader))
            {
            }

            return false;
        }
        catch (DataFormatException)
        {
            return true;
        }
    }

    /// <summary>A copy that is cut off, has bytes replaced, or both.</summary>
    internal static byte[] Damage(byte[] original, Random random)
    {
        byte[] bytes = original.AsSpan(0, random.Next(4) == 0 ? random.Next(original.Length) : original.Length).ToArray();
        int flips = random.Next(4);
        for (int i = 0; i < flips && bytes.Length > 0; i++)
        {
            bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"<>&\"#/ \0"[random.Next(8)];
        }

        return bytes;
    }
}

using System.IO.Compression;
using System.Text;

namespace HousingInventory.SystemTests.Faults;

/// <summary>Damages a file as transfers, disks, editors and malice do; the same number gives the same damage.</summary>
internal static class Damage
{
    /// <summary>Texts that have broken readers: numbers beyond every range, half a character, formulas, markup, and signs that turn a line round.</summary>
    private static readonly string[] Poison =
    [
        "1e22", "-1", "99999999999999999999", "NaN", "0", "", "\"", "\"\"\"", "\\ud800", "\uFEFF", "\u202E", "=1+1", "<script>", "&#x0;", "\0", "\r", "null", "{", "[", "]]>", "1900-02-30", "24:00:00", "25:61:99",
        "EPSG:9999", "ÅÄÖ", "191212121212", "';--", "%s", "../../x", "C:\\x",
    ];

    /// <summary>One damaged copy.</summary>
    public static byte[] Of(Seed seed, int number)
    {
        Random random = new(unchecked((seed.ToString().Length * 7919) + number));
        bool isZip = seed.Bytes.AsSpan().StartsWith("PK"u8);

        // Damage to a zip as a whole hardly ever gets past its checksum: mostly what is inside is damaged, and zipped anew.
        return isZip && random.Next(4) > 0 ? Inside(seed.Bytes, random) : Bytes(seed.Bytes, random);
    }

    private static byte[] Bytes(byte[] original, Random random) => random.Next(3) switch
    {
        0 when original.Length > 0 => Text(original, random),
        1 when original.Length > 8 => Numbers(original, random),
        _ => Mutate.Bytes(original, random),
    };

    /// <summary>A poisonous text in place of, or beside, what stands there.</summary>
    private static byte[] Text(byte[] original, Random random)
    {
        byte[] poison = Encoding.UTF8.GetBytes(Poison[random.Next(Poison.Length)]);
        if (random.Next(20) == 0)
        {
            poison = [.. Enumerable.Repeat(poison, random.Next(1, 2000)).SelectMany(p => p)];
        }

        int at = random.Next(original.Length), length = random.Next(Math.Min(24, original.Length - at));
        return [.. original[..at], .. poison, .. original[(at + length)..]];
    }

    /// <summary>A length, count or offset that lies.</summary>
    private static byte[] Numbers(byte[] original, Random random)
    {
        byte[] bytes = [.. original];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(bytes.Length - 4);
            uint value = random.Next(5) switch { 0 => 0, 1 => uint.MaxValue, 2 => int.MaxValue, 3 => 1u << random.Next(32), _ => (uint)random.Next() };
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), random.Next(2) == 0 ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value));
        }

        return bytes;
    }

    private static byte[] Inside(byte[] zip, Random random)
    {
        using ZipArchive archive = new(new MemoryStream(zip));
        List<(string Name, byte[] Content)> files = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using MemoryStream content = new();
            using Stream packed = entry.Open();
            packed.CopyTo(content);
            files.Add((entry.FullName, content.ToArray()));
        }

        int one = random.Next(files.Count);
        files[one] = (files[one].Name, Bytes(files[one].Content, random));
        if (random.Next(10) == 0)
        {
            files.RemoveAt(random.Next(files.Count));
        }

        return Seed.Zip([.. files]);
    }
}

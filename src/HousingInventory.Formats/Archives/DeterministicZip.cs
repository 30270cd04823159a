using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HousingInventory.Formats.Archives;

/// <summary>
/// Writes zip archives whose bytes depend on nothing but names, contents and their order: every entry is dated 1 January 1980, and neither the operating system
/// nor file permissions are recorded, as <see cref="ZipArchive"/> would do.
/// </summary>
public static class DeterministicZip
{
    private const uint LocalHeader = 0x04034B50;
    private const uint CentralHeader = 0x02014B50;
    private const uint EndOfCentralDirectory = 0x06054B50;
    private const ushort VersionNeeded = 20;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    /// <summary>1980-01-01, the first day that a zip can hold: year 0, month 1, day 1.</summary>
    private const ushort Date = (1 << 5) | 1;

    /// <summary>Writes an archive.</summary>
    /// <param name="target">Where to; written forward only, not closed.</param>
    /// <param name="files">Names with "/" between folders, each once, and contents, in the order that the archive shall have.</param>
    /// <param name="store">
    /// Leaves the contents as they are. Only so the bytes are the same everywhere: what deflate makes of them may change with the version of .NET and the
    /// processor.
    /// </param>
    /// <exception cref="ArgumentException">A name stands there twice, or the archive would pass the 4 GB or 65 535 files that a plain zip can hold.</exception>
    public static void Write(Stream target, IEnumerable<(string Name, byte[] Content)> files, bool store = false)
    {
        using MemoryStream directory = new();
        HashSet<string> names = new(StringComparer.Ordinal);
        long offset = 0;
        foreach ((string name, byte[] content) in files)
        {
            if (!names.Add(name))
            {
                throw new ArgumentException($"The archive already has a file '{name}'.", nameof(files));
            }

            byte[] nameBytes = Encoding.UTF8.GetBytes(name);
            byte[] packed = store ? content : Deflate(content);
            byte[] common = Common(content, packed, nameBytes.Length, store ? Stored : Deflated);
            if (offset > uint.MaxValue || names.Count > ushort.MaxValue)
            {
                throw new ArgumentException("The archive is too large for a zip without extensions.", nameof(files));
            }

            WriteNumber(target, LocalHeader, 4);
            target.Write(common);
            target.Write(nameBytes);
            target.Write(packed);

            WriteNumber(directory, CentralHeader, 4);
            WriteNumber(directory, VersionNeeded, 2);
            directory.Write(common);

            // Length of the comment, disk, internal attributes, external attributes.
            WriteNumber(directory, 0, 10);
            WriteNumber(directory, offset, 4);
            directory.Write(nameBytes);
            offset += 4 + common.Length + nameBytes.Length + packed.Length;
        }

        directory.WriteTo(target);
        WriteNumber(target, EndOfCentralDirectory, 4);
        WriteNumber(target, 0, 4);
        WriteNumber(target, names.Count, 2);
        WriteNumber(target, names.Count, 2);
        WriteNumber(target, directory.Length, 4);
        WriteNumber(target, offset, 4);
        WriteNumber(target, 0, 2);
    }

    /// <summary>The part that the local and the central header of a file share, from the version needed to the length of the extra field.</summary>
    private static byte[] Common(byte[] content, byte[] packed, int nameLength, ushort method)
    {
        using MemoryStream common = new();
        WriteNumber(common, VersionNeeded, 2);
        WriteNumber(common, NamesAreUtf8, 2);
        WriteNumber(common, method, 2);
        WriteNumber(common, 0, 2);
        WriteNumber(common, Date, 2);
        WriteNumber(common, Crc32.Of(content), 4);
        WriteNumber(common, packed.Length, 4);
        WriteNumber(common, content.Length, 4);
        WriteNumber(common, nameLength, 2);
        WriteNumber(common, 0, 2);
        return common.ToArray();
    }

    private static byte[] Deflate(byte[] content)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static void WriteNumber(Stream target, long number, int bytes)
    {
        Span<byte> buffer = stackalloc byte[16];
        buffer.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(buffer, number);
        target.Write(buffer[..bytes]);
    }
}

using System.Buffers.Binary;
using System.Text;
using HousingInventory.Formats.OsmPbf;

namespace HousingInventory.Tests.Formats;

/// <summary>Builds PBF files that the writer would not write.</summary>
internal static class PbfBytes
{
    /// <summary>The data blobs of several files behind the header of the first.</summary>
    public static byte[] Join(params byte[][] files) => [.. HeaderOf(files[0]), .. files.SelectMany(f => f[HeaderOf(f).Length..])];

    /// <summary>A file of one blob behind a usual header.</summary>
    public static byte[] File(byte[] blob, params string[] features)
    {
        ProtoWriter header = new();
        foreach (string feature in features.Length == 0 ? ["OsmSchema-V0.6", "DenseNodes"] : features)
        {
            header.Field(4, Encoding.UTF8.GetBytes(feature));
        }

        return [.. Framed("OSMHeader", Raw(header.ToArray())), .. Framed("OSMData", blob)];
    }

    /// <summary>A blob that is not compressed.</summary>
    public static byte[] Raw(byte[] content) => Blob(1, content);

    /// <summary>A blob with its content in the given field, as other compressions have it.</summary>
    public static byte[] Blob(int field, byte[] content, ulong? rawSize = null)
    {
        ProtoWriter blob = new();
        if (rawSize is { } size)
        {
            blob.Field(2, size);
        }

        blob.Field(field, content);
        return blob.ToArray();
    }

    /// <summary>A blob with the header that goes before it.</summary>
    public static byte[] Framed(string type, byte[] blob, ulong? length = null)
    {
        ProtoWriter header = new();
        header.Field(1, Encoding.UTF8.GetBytes(type));
        header.Field(3, length ?? (ulong)blob.Length);
        byte[] size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, header.Length);
        return [.. size, .. header.ToArray(), .. blob];
    }

    private static byte[] HeaderOf(byte[] file)
    {
        int headerLength = BinaryPrimitives.ReadInt32BigEndian(file);
        ProtoReader header = new(file.AsSpan(4, headerLength));
        int length = 0;
        while (header.NextField(out int field))
        {
            if (field == 3)
            {
                length = (int)header.FieldVarint();
            }
            else
            {
                header.SkipField();
            }
        }

        return file[..(4 + headerLength + length)];
    }
}

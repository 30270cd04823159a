using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HousingInventory.SystemTests.Faults;

/// <summary>Files that no program writes: made to take memory or time without end, or to look whole where they are not.</summary>
internal static class Crafted
{
    private const string Town = "tiny-town";

    /// <summary>A file of the small sample.</summary>
    public static byte[] OfSample(string name) => File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "data-samples", Town, name));

    /// <summary>Buildings of the sample's place in GeoJSON: a sound one, and one for each list of corners.</summary>
    public static byte[] Outlines(params string[] corners)
    {
        StringBuilder text = new("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3006\"}},\"features\":[");
        int number = 0;
        foreach (string rings in corners.Prepend("[[794072,7190000],[794082,7190000],[794082,7190010],[794072,7190010],[794072,7190000]]"))
        {
            text.Append(number > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$$"""
                {"type":"Feature","properties":{"objektidentitet":"00000000-0000-0000-0000-{{{number++:D12}}}","andamal1":"Bostad;Småhus friliggande"},
                 "geometry":{"type":"Polygon","coordinates":[{{{rings}}}]}}
                """);
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    /// <summary>A ring of 1 m that is drawn between two sides so often that each stroke crosses all that go the other way.</summary>
    public static string Scribble(int strokes)
    {
        StringBuilder text = new("[[794112,7190000]");
        for (int i = 0; i < strokes; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $",[{794112 + (i % 2 * 10)},{7190000 + ((i * 7919) % strokes / (double)strokes * 10):F4}]");
        }

        return text.Append(",[794112,7190000]]").ToString();
    }

    /// <summary>A house with so many courtyards of 1 cm.</summary>
    public static string Courtyards(int count)
    {
        StringBuilder text = new("[[794112,7190000],[794212,7190000],[794212,7190100],[794112,7190100],[794112,7190000]]");
        for (int i = 0; i < count; i++)
        {
            double x = 794113 + (i % 1000 * 0.09), y = 7190001 + (i / 1000 * 0.09);
            text.Append(CultureInfo.InvariantCulture, $",[[{x:F2},{y:F2}],[{x:F2},{y + 0.01:F2}],[{x + 0.01:F2},{y + 0.01:F2}],[{x + 0.01:F2},{y:F2}],[{x:F2},{y:F2}]]");
        }

        return text.ToString();
    }

    /// <summary>A circle of 10 m in so many corners.</summary>
    public static string Circle(int corners)
    {
        StringBuilder text = new("[[794122,7190000]");
        for (int i = 1; i < corners; i++)
        {
            double angle = 2 * Math.PI * i / corners;
            text.Append(CultureInfo.InvariantCulture, $",[{794112 + (10 * Math.Cos(angle)):F6},{7190000 + (10 * Math.Sin(angle)):F6}]");
        }

        return text.Append(",[794122,7190000]]").ToString();
    }

    /// <summary>A line to and fro in so many corners.</summary>
    public static string Long(int corners) => "[" + string.Concat(Enumerable.Repeat("[794112,7190000],[794122,7190000],", corners / 2)) + "[794112,7190000]]";

    /// <summary>A deflated stream that unpacks to so many megabytes of one line again and again.</summary>
    public static byte[] Inflating(int megabytes, string line)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, (1 << 20) / line.Length)));
        using MemoryStream one = new();
        using (DeflateStream deflate = new(one, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            // Flushed, it ends at a whole byte and may be followed by another; its last block, which closing writes, is cut off again.
            deflate.Write(text);
            deflate.Flush();
        }

        byte[] block = one.ToArray()[..^2];
        return [.. Enumerable.Repeat(block, megabytes).SelectMany(b => b), 3, 0];
    }

    /// <summary>A zip that states for each file what it likes.</summary>
    public static byte[] Zip(params (string Name, byte[] Deflated, long States)[] files)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        List<byte[]> directory = [];
        foreach ((string name, byte[] deflated, long states) in files)
        {
            byte[] written = Encoding.UTF8.GetBytes(name);
            uint at = (uint)bytes.Position;
            byte[] head = new byte[26];
            BinaryPrimitives.WriteUInt16LittleEndian(head, 20);
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(2), 0x800);
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(4), 8);
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), 0x21);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(14), (uint)deflated.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(18), (uint)states);
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(22), (ushort)written.Length);
            writer.Write("PK\u0003\u0004"u8);
            writer.Write(head);
            writer.Write(written);
            writer.Write(deflated);
            byte[] tail = new byte[14];
            BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(10), at);
            directory.Add([.. "PK\u0001\u0002"u8, 20, 0, .. head, .. tail, .. written]);
        }

        byte[] end = new byte[18];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(4), (ushort)files.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(6), (ushort)files.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(8), (uint)directory.Sum(d => d.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)bytes.Position);
        directory.ForEach(writer.Write);
        writer.Write("PK\u0005\u0006"u8);
        writer.Write(end);
        return bytes.ToArray();
    }

    /// <summary>A copy of a zip in whose directory every file has another checksum than it has.</summary>
    public static byte[] WrongChecksum(byte[] zip)
    {
        byte[] copy = [.. zip];
        for (int i = 0; i + 20 < copy.Length; i++)
        {
            if (copy.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
            {
                copy[i + 16] ^= 0x5A;
            }
        }

        return copy;
    }

    /// <summary>A zip with one of its texts changed.</summary>
    public static byte[] Changed(byte[] zip, string file, Func<string, string> change)
    {
        using ZipArchive archive = new(new MemoryStream(zip));
        return Seed.Zip([.. archive.Entries.Select(e =>
        {
            using MemoryStream content = new();
            using Stream packed = e.Open();
            packed.CopyTo(content);
            return (e.FullName, e.Name == file ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(content.ToArray()))) : content.ToArray());
        })]);
    }

    /// <summary>A GeoPackage of buildings whose layer is a view that does this.</summary>
    public static byte[] View(string select) => Edited("byggnad_kn2482.gpkg", "byggnad", table => $"""
        alter table "{table}" rename to original;
        create view "{table}" as {select};
        """);

    /// <summary>A sample's GeoPackage after some statements on its table.</summary>
    public static byte[] Edited(string name, string table, Func<string, string> sql)
    {
        using TemporaryFolder folder = new();
        string path = folder.File(name);
        File.WriteAllBytes(path, OfSample(name));
        using (Microsoft.Data.Sqlite.SqliteConnection connection = Database.Open(path))
        {
            // The triggers of the spatial index call functions that plain SQLite lacks.
            foreach (string[] trigger in Database.Rows(path, "select name from sqlite_master where type = 'trigger'"))
            {
                Database.Execute(connection, $"drop trigger \"{trigger[0]}\"");
            }

            Database.Execute(connection, "pragma legacy_alter_table = on; pragma journal_mode = delete");
            Database.Execute(connection, sql(table));
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>A GeoPackage of buildings in which one corner of the first outline stands elsewhere.</summary>
    public static byte[] Corner(double x, double y)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("byggnad.gpkg");
        File.WriteAllBytes(path, OfSample("byggnad_kn2482.gpkg"));
        byte[] geometry = Database.Blobs(path, "select geom from byggnad order by fid limit 1")[0];
        // The last corner is the first again; the one before it moves.
        BinaryPrimitives.WriteDoubleLittleEndian(geometry.AsSpan(geometry.Length - 32), x);
        BinaryPrimitives.WriteDoubleLittleEndian(geometry.AsSpan(geometry.Length - 24), y);
        return Edited("byggnad_kn2482.gpkg", "byggnad", t => $"update \"{t}\" set geom = x'{Convert.ToHexString(geometry)}' where fid = (select min(fid) from \"{t}\")");
    }

    /// <summary>The roads of the sample, and behind them a block of data that says it has a size and unpacks to another.</summary>
    public static byte[] Roads(ulong says, int megabytes, int? frame = null)
    {
        // A zlib stream: two bytes of header, the deflated data, a checksum that nobody gets to.
        byte[] packed = [0x78, 0x9C, .. Inflating(megabytes, "\n\0"), 0, 0, 0, 0];
        byte[] blob = [.. Key(2, 0), .. Varint(says), .. Key(3, 2), .. Varint((ulong)packed.Length), .. packed];
        byte[] header = [.. Key(1, 2), 7, .. "OSMData"u8, .. Key(3, 0), .. Varint((ulong)(uint)(frame ?? blob.Length))];
        byte[] size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, header.Length);
        return [.. OfSample("roads.osm.pbf"), .. size, .. header, .. blob];
    }

    private static byte[] Key(int field, int wire) => [(byte)((field << 3) | wire)];

    private static byte[] Varint(ulong value)
    {
        List<byte> bytes = [];
        for (; value > 0x7F; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)value];
    }
}

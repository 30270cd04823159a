using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>A member of a relation.</summary>
/// <param name="Type">Node, way or relation.</param>
/// <param name="Id">Its OSM id.</param>
/// <param name="Role">"outer", "inner" or another role; "" for none.</param>
public readonly record struct OsmMember(OsmElementType Type, long Id, string Role);

/// <summary>
/// Writes OSM PBF: zlib blocks of 8 000 elements, dense nodes, no authors and no times, so that equal elements give equal bytes. Nodes come first, then ways,
/// then relations, each by rising id above 0; nothing else is accepted. Dispose writes the last block.
/// </summary>
public sealed class OsmPbfWriter : IDisposable
{
    private const int ElementsPerBlock = 8000;

    /// <summary>Ends a block of long ways early: a block may have at most 32 MiB.</summary>
    private const int BytesPerBlock = 8 << 20;

    private readonly Stream _target;
    private readonly bool _compress;
    private readonly List<byte[]> _strings = [];
    private readonly Dictionary<string, int> _stringNumbers = new(StringComparer.Ordinal);
    private ProtoWriter _ids = new();
    private ProtoWriter _latitudes = new();
    private ProtoWriter _longitudes = new();
    private ProtoWriter _tags = new();
    private ProtoWriter _group = new();
    private bool _anyTag;
    private int _inBlock;
    private OsmElementType _type = OsmElementType.Node;
    private long _lastId;
    private (long Id, long Longitude, long Latitude) _before;

    /// <summary>Begins a file.</summary>
    /// <param name="target">Where to; written forward only, not closed.</param>
    /// <param name="compress">False stores the blocks as they are, which any reader takes too: for bytes that shall be the same under every zlib.</param>
    public OsmPbfWriter(Stream target, bool compress = true)
    {
        _target = target;
        _compress = compress;
        ProtoWriter header = new();
        header.Field(4, "OsmSchema-V0.6"u8);
        header.Field(4, "DenseNodes"u8);
        header.Field(5, "Sort.Type_then_ID"u8);
        header.Field(16, "HousingInventory"u8);
        WriteBlob("OSMHeader", header.ToArray());
        StartBlock();
    }

    /// <summary>Adds a node.</summary>
    /// <param name="id">Larger than that of the node before.</param>
    /// <param name="longitude">Degrees east; kept to 1e-7 degrees.</param>
    /// <param name="latitude">Degrees north; kept to 1e-7 degrees.</param>
    /// <param name="tags">Keys and values.</param>
    public void Node(long id, double longitude, double latitude, params ReadOnlySpan<(string Key, string Value)> tags)
    {
        Next(OsmElementType.Node, id);
        long x = (long)Math.Round(longitude * 1e7, MidpointRounding.AwayFromZero);
        long y = (long)Math.Round(latitude * 1e7, MidpointRounding.AwayFromZero);
        _ids.Signed(id - _before.Id);
        _longitudes.Signed(x - _before.Longitude);
        _latitudes.Signed(y - _before.Latitude);
        _before = (id, x, y);
        foreach ((string key, string value) in tags)
        {
            _tags.Varint(Number(key));
            _tags.Varint(Number(value));
            _anyTag = true;
        }

        _tags.Varint(0);
    }

    /// <summary>Adds a way.</summary>
    /// <param name="id">Larger than that of the way before.</param>
    /// <param name="nodes">Node ids in order; the first again at the end closes it.</param>
    /// <param name="tags">Keys and values.</param>
    public void Way(long id, ReadOnlySpan<long> nodes, params ReadOnlySpan<(string Key, string Value)> tags)
    {
        Next(OsmElementType.Way, id);
        ProtoWriter way = Element(id, tags);
        ProtoWriter references = new();
        long last = 0;
        foreach (long node in nodes)
        {
            references.Signed(node - last);
            last = node;
        }

        way.Packed(8, references);
        _group.Field(3, way);
    }

    /// <summary>Adds a relation.</summary>
    /// <param name="id">Larger than that of the relation before.</param>
    /// <param name="members">In order.</param>
    /// <param name="tags">Keys and values.</param>
    public void Relation(long id, ReadOnlySpan<OsmMember> members, params ReadOnlySpan<(string Key, string Value)> tags)
    {
        Next(OsmElementType.Relation, id);
        ProtoWriter relation = Element(id, tags);
        ProtoWriter roles = new();
        ProtoWriter ids = new();
        ProtoWriter types = new();
        long last = 0;
        foreach (OsmMember member in members)
        {
            roles.Varint(Number(member.Role));
            ids.Signed(member.Id - last);
            types.Varint((ulong)member.Type);
            last = member.Id;
        }

        relation.Packed(8, roles);
        relation.Packed(9, ids);
        relation.Packed(10, types);
        _group.Field(4, relation);
    }

    /// <summary>Writes what is not written yet.</summary>
    public void Dispose() => EndBlock();

    private void Next(OsmElementType type, long id)
    {
        if (type < _type || id <= (type == _type ? _lastId : 0))
        {
            throw new ArgumentException("Elements must come as nodes, ways, relations, each by rising id above 0.", nameof(id));
        }

        if (type != _type || _inBlock == ElementsPerBlock || _group.Length > BytesPerBlock)
        {
            EndBlock();
        }

        _type = type;
        _lastId = id;
        _inBlock++;
    }

    private ProtoWriter Element(long id, ReadOnlySpan<(string Key, string Value)> tags)
    {
        ProtoWriter element = new();
        ProtoWriter keys = new();
        ProtoWriter values = new();
        foreach ((string key, string value) in tags)
        {
            keys.Varint(Number(key));
            values.Varint(Number(value));
        }

        element.Field(1, (ulong)id);
        element.Packed(2, keys);
        element.Packed(3, values);
        return element;
    }

    private ulong Number(string text)
    {
        if (!_stringNumbers.TryGetValue(text, out int number))
        {
            number = _strings.Count;
            _strings.Add(Encoding.UTF8.GetBytes(text));
            _stringNumbers.Add(text, number);
        }

        return (ulong)number;
    }

    private void StartBlock()
    {
        _strings.Clear();
        _stringNumbers.Clear();

        // Number 0 ends the tags of a dense node, so it is never a key or value; the empty string stands there by custom and is numbered again if it is one.
        _strings.Add([]);
        (_ids, _latitudes, _longitudes, _tags, _group) = (new(), new(), new(), new(), new());
        _before = default;
        _anyTag = false;
        _inBlock = 0;
    }

    private void EndBlock()
    {
        if (_inBlock == 0)
        {
            return;
        }

        if (_type == OsmElementType.Node)
        {
            ProtoWriter dense = new();
            dense.Packed(1, _ids);
            dense.Packed(8, _latitudes);
            dense.Packed(9, _longitudes);
            if (_anyTag)
            {
                dense.Packed(10, _tags);
            }

            _group.Field(2, dense);
        }

        ProtoWriter table = new();
        foreach (byte[] text in _strings)
        {
            table.Field(1, text);
        }

        ProtoWriter block = new();
        block.Field(1, table);
        block.Field(2, _group);
        WriteBlob("OSMData", block.ToArray());
        StartBlock();
    }

    private void WriteBlob(string type, byte[] content)
    {
        ProtoWriter blob = new();
        if (_compress)
        {
            using MemoryStream packed = new();
            using (ZLibStream zlib = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                zlib.Write(content);
            }

            blob.Field(2, (ulong)content.Length);
            blob.Field(3, packed.ToArray());
        }
        else
        {
            blob.Field(1, content);
        }

        ProtoWriter header = new();
        header.Field(1, Encoding.ASCII.GetBytes(type));
        header.Field(3, (ulong)blob.Length);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        _target.Write(length);
        _target.Write(header.ToArray());
        _target.Write(blob.ToArray());
    }
}

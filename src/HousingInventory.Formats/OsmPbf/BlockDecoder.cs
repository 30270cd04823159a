namespace HousingInventory.Formats.OsmPbf;

/// <summary>Turns one inflated block into an <see cref="OsmBlock"/>. A worker has one and uses it for many blocks; its scratch memory is reused.</summary>
internal sealed class BlockDecoder(SelectedTags selection)
{
    private const int NanodegreesPerUnit = 100;
    private const int MaxLongitudeE7 = 1_800_000_000;
    private const int MaxLatitudeE7 = 900_000_000;

    private readonly NodeScratch _nodes = new();
    private readonly StringTable _strings = new(selection);
    private readonly List<long> _wayIds = [];
    private readonly List<OsmRoles> _wayRoles = [];
    private readonly List<int> _referenceStart = [];
    private readonly List<byte> _references = [];
    private readonly List<KeptElement> _kept = [];
    private readonly List<int> _tags = [];
    private readonly List<MemberWay> _members = [];
    private readonly List<RelationMember> _relationMembers = [];

    private long _granularity;
    private long _longitudeOffset;
    private long _latitudeOffset;
    private int _relationCount;
    private int _highwayWays;

    public OsmBlock Decode(ReadOnlySpan<byte> block)
    {
        Reset();

        // The string table and the scale may stand after the groups that need them.
        ReadHead(block);
        ProtoReader fields = new(block);
        while (fields.NextField(out int field))
        {
            if (field == 2)
            {
                Group(fields.FieldBytes());
            }
            else
            {
                fields.SkipField();
            }
        }

        _referenceStart.Add(_references.Count);
        _nodes.SortById();
        return new OsmBlock
        {
            NodeCount = _nodes.Seen,
            NodesOutsideTheWorld = _nodes.OutsideTheWorld,
            RelationCount = _relationCount,
            HighwayWays = _highwayWays,
            NodeIds = _nodes.Ids.AsSpan(0, _nodes.Count).ToArray(),
            LongitudesE7 = _nodes.LongitudesE7.AsSpan(0, _nodes.Count).ToArray(),
            LatitudesE7 = _nodes.LatitudesE7.AsSpan(0, _nodes.Count).ToArray(),
            WayIds = [.. _wayIds],
            WayRoles = [.. _wayRoles],
            ReferenceStart = [.. _referenceStart],
            References = [.. _references],
            Kept = [.. _kept],
            Tags = [.. _tags],
            Strings = _strings.Used(),
            Members = [.. _members],
            RelationMembers = [.. _relationMembers],
        };
    }

    private void Reset()
    {
        _nodes.Clear();
        _wayIds.Clear();
        _wayRoles.Clear();
        _referenceStart.Clear();
        _references.Clear();
        _kept.Clear();
        _tags.Clear();
        _members.Clear();
        _relationMembers.Clear();
        _relationCount = 0;
        _highwayWays = 0;
    }

    private void ReadHead(ReadOnlySpan<byte> block)
    {
        _granularity = NanodegreesPerUnit;
        _longitudeOffset = 0;
        _latitudeOffset = 0;
        ReadOnlySpan<byte> table = default;
        ProtoReader fields = new(block);
        while (fields.NextField(out int field))
        {
            switch (field)
            {
                case 1:
                    table = fields.FieldBytes();
                    break;
                case 17:
                    _granularity = (int)fields.FieldVarint();
                    break;
                case 19:
                    _latitudeOffset = (long)fields.FieldVarint();
                    break;
                case 20:
                    _longitudeOffset = (long)fields.FieldVarint();
                    break;
                default:
                    fields.SkipField();
                    break;
            }
        }

        _strings.Read(table);
    }

    private void Group(ReadOnlySpan<byte> group)
    {
        ProtoReader fields = new(group);
        while (fields.NextField(out int field))
        {
            switch (field)
            {
                case 1:
                    Node(fields.FieldBytes());
                    break;
                case 2:
                    DenseNodes(fields.FieldBytes());
                    break;
                case 3:
                    Way(fields.FieldBytes());
                    break;
                case 4:
                    Relation(fields.FieldBytes());
                    break;
                default:
                    fields.SkipField();
                    break;
            }
        }
    }

    private void Node(ReadOnlySpan<byte> message)
    {
        ElementMessage node = ElementMessage.Read(message);
        long id = ProtoReader.Unzigzag(node.Id);
        AddNode(id, node.Longitude, node.Latitude);
        if ((RolesOf(node.Keys, node.Values, out _) & OsmRoles.Place) != OsmRoles.None)
        {
            int tagStart = KeepTags(node.Keys, node.Values);
            _kept.Add(new KeptElement(OsmElementType.Node, OsmRoles.Place, false, id, -1, tagStart, _tags.Count, 0, 0));
        }
    }

    private void DenseNodes(ReadOnlySpan<byte> message)
    {
        ElementMessage nodes = ElementMessage.Read(message);
        ProtoReader ids = new(nodes.Ids);
        ProtoReader latitudes = new(nodes.Eight);
        ProtoReader longitudes = new(nodes.Nine);
        ProtoReader tags = new(nodes.Ten);
        bool tagged = tags.HasMore;
        long id = 0;
        long latitude = 0;
        long longitude = 0;
        while (ids.HasMore)
        {
            id += ids.Signed();
            latitude += latitudes.Signed();
            longitude += longitudes.Signed();
            AddNode(id, longitude, latitude);
            if (tagged)
            {
                DenseTags(ref tags, id);
            }
        }

        if (latitudes.HasMore || longitudes.HasMore)
        {
            throw ProtoReader.Damaged();
        }
    }

    /// <summary>Reads the tags of one dense node: key, value, key, value, ..., 0.</summary>
    private void DenseTags(ref ProtoReader tags, long id)
    {
        ulong key = tags.Varint();
        if (key == 0)
        {
            return;
        }

        OsmRoles roles = OsmRoles.None;
        int tagStart = _tags.Count;
        while (key != 0)
        {
            ulong value = tags.Varint();
            roles |= _strings.RolesOf(key, value, out _);
            _tags.Add(_strings.Index(key));
            _tags.Add(_strings.Index(value));
            key = tags.Varint();
        }

        if ((roles & OsmRoles.Place) == OsmRoles.None)
        {
            _tags.RemoveRange(tagStart, _tags.Count - tagStart);
            return;
        }

        NumberTags(tagStart);
        _kept.Add(new KeptElement(OsmElementType.Node, OsmRoles.Place, false, id, -1, tagStart, _tags.Count, 0, 0));
    }

    private void AddNode(long id, long longitude, long latitude)
    {
        if (_granularity != NanodegreesPerUnit || _longitudeOffset != 0 || _latitudeOffset != 0)
        {
            longitude = ToE7(longitude, _longitudeOffset);
            latitude = ToE7(latitude, _latitudeOffset);
        }

        bool inWorld = longitude is >= -MaxLongitudeE7 and <= MaxLongitudeE7 && latitude is >= -MaxLatitudeE7 and <= MaxLatitudeE7;
        _nodes.Add(id, longitude, latitude, inWorld);
    }

    private long ToE7(long value, long offset)
    {
        Int128 nanodegrees = ((Int128)value * _granularity) + offset;
        Int128 half = nanodegrees < 0 ? -(NanodegreesPerUnit / 2) : NanodegreesPerUnit / 2;
        Int128 units = (nanodegrees + half) / NanodegreesPerUnit;
        return units < int.MinValue || units > int.MaxValue ? long.MaxValue : (long)units;
    }

    private void Way(ReadOnlySpan<byte> message)
    {
        ElementMessage way = ElementMessage.Read(message);
        OsmRoles roles = RolesOf(way.Keys, way.Values, out KeyMeaning meaning) & ~OsmRoles.Relation;
        _highwayWays += (meaning & KeyMeaning.Highway) != 0 ? 1 : 0;
        if (roles != OsmRoles.None)
        {
            int tagStart = KeepTags(way.Keys, way.Values);
            _kept.Add(new KeptElement(OsmElementType.Way, roles, false, (long)way.Id, _wayIds.Count, tagStart, _tags.Count, 0, 0));
        }

        _wayIds.Add((long)way.Id);
        _wayRoles.Add(roles);
        _referenceStart.Add(_references.Count);
        _references.AddRange(way.Eight);
    }

    private void Relation(ReadOnlySpan<byte> message)
    {
        _relationCount++;
        ElementMessage relation = ElementMessage.Read(message);
        OsmRoles roles = RolesOf(relation.Keys, relation.Values, out KeyMeaning meaning) & ~OsmRoles.Line;
        if (roles == OsmRoles.None)
        {
            return;
        }

        bool isMultipolygon = (meaning & KeyMeaning.Type) != 0 && IsMultipolygon(relation.Keys, relation.Values);
        int memberStart = _members.Count;
        if (isMultipolygon)
        {
            Members(relation.Eight, relation.Nine, relation.Ten);
        }

        int relationStart = _relationMembers.Count;
        if ((roles & OsmRoles.Relation) != 0)
        {
            AllMembers(relation.Eight, relation.Nine, relation.Ten);
        }

        int tagStart = KeepTags(relation.Keys, relation.Values);
        _kept.Add(new KeptElement(
            OsmElementType.Relation, roles, isMultipolygon, (long)relation.Id, -1, tagStart, _tags.Count, memberStart, _members.Count, relationStart,
            _relationMembers.Count));
    }

    private void Members(ReadOnlySpan<byte> roleBytes, ReadOnlySpan<byte> memberBytes, ReadOnlySpan<byte> typeBytes)
    {
        ProtoReader roles = new(roleBytes);
        ProtoReader members = new(memberBytes);
        ProtoReader types = new(typeBytes);
        long member = 0;
        while (members.HasMore)
        {
            member += members.Signed();
            ulong role = roles.Varint();
            if (types.Varint() == (ulong)OsmElementType.Way)
            {
                _members.Add(new MemberWay(member, _strings.Text(role).SequenceEqual("inner"u8)));
            }
        }
    }

    private void AllMembers(ReadOnlySpan<byte> roleBytes, ReadOnlySpan<byte> memberBytes, ReadOnlySpan<byte> typeBytes)
    {
        ProtoReader roles = new(roleBytes);
        ProtoReader members = new(memberBytes);
        ProtoReader types = new(typeBytes);
        long member = 0;
        while (members.HasMore)
        {
            member += members.Signed();
            int role = _strings.Keep(_strings.Index(roles.Varint()));
            _relationMembers.Add(new RelationMember((OsmElementType)Math.Min(types.Varint(), byte.MaxValue), member, role));
        }
    }

    private bool IsMultipolygon(ReadOnlySpan<byte> keyBytes, ReadOnlySpan<byte> valueBytes)
    {
        ProtoReader keys = new(keyBytes);
        ProtoReader values = new(valueBytes);
        while (keys.HasMore)
        {
            ReadOnlySpan<byte> key = _strings.Text(keys.Varint());
            ReadOnlySpan<byte> value = _strings.Text(values.Varint());
            if (key.SequenceEqual("type"u8) && (value.SequenceEqual("multipolygon"u8) || value.SequenceEqual("boundary"u8)))
            {
                return true;
            }
        }

        return false;
    }

    private OsmRoles RolesOf(ReadOnlySpan<byte> keyBytes, ReadOnlySpan<byte> valueBytes, out KeyMeaning meaning)
    {
        OsmRoles roles = OsmRoles.None;
        meaning = KeyMeaning.None;
        ProtoReader keys = new(keyBytes);
        ProtoReader values = new(valueBytes);
        while (keys.HasMore)
        {
            roles |= _strings.RolesOf(keys.Varint(), values.Varint(), out KeyMeaning ofKey);
            meaning |= ofKey;
        }

        return roles;
    }

    private int KeepTags(ReadOnlySpan<byte> keyBytes, ReadOnlySpan<byte> valueBytes)
    {
        int tagStart = _tags.Count;
        ProtoReader keys = new(keyBytes);
        ProtoReader values = new(valueBytes);
        while (keys.HasMore)
        {
            _tags.Add(_strings.Index(keys.Varint()));
            _tags.Add(_strings.Index(values.Varint()));
        }

        NumberTags(tagStart);
        return tagStart;
    }

    /// <summary>Replaces the string table's indices by those of the strings that are kept.</summary>
    private void NumberTags(int tagStart)
    {
        for (int i = tagStart; i < _tags.Count; i++)
        {
            _tags[i] = _strings.Keep(_tags[i]);
        }
    }
}

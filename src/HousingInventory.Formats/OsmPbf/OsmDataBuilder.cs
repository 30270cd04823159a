using NetTopologySuite.Geometries;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// Puts the decoded blocks together, in file order and on one thread. While building, nodes are positions in the <see cref="NodeIndex"/>; at the end those
/// that are used are numbered anew.
/// </summary>
internal sealed class OsmDataBuilder
{
    private readonly OsmBlock[] _blocks;
    private readonly WayPositions[] _ways;
    private readonly NodeIndex _nodes;
    private readonly NodePlaces _places;
    private readonly Dictionary<long, (int Block, int Way)> _memberWays = [];
    private readonly OsmStrings _strings = new();

    private readonly LineList _lines = new();
    private readonly AreaList _areas = new();
    private readonly PlaceList _points = new();
    private readonly RelationList _relations = new();
    private long _linesWithoutGeometry;
    private long _areaWays;
    private long _areaRelations;
    private long _incompleteAreas;
    private long _unclosedAreas;
    private long _relationsOfOtherType;
    private long _ringsLeftOut;
    private long _selectedPlaces;
    private long _placesWithoutGeometry;

    public OsmDataBuilder(OsmBlock[] blocks, WayPositions[] ways, NodeIndex nodes)
    {
        _blocks = blocks;
        _ways = ways;
        _nodes = nodes;
        _places = new NodePlaces(nodes);
    }

    public OsmData Build(DateTimeOffset? timestamp)
    {
        FindMemberWays();
        for (int b = 0; b < _blocks.Length; b++)
        {
            OsmBlock block = _blocks[b];
            int[] numbers = new int[block.Strings.Length];
            Array.Fill(numbers, -1);
            foreach (KeptElement element in block.Kept)
            {
                ReadOnlySpan<int> tags = block.Tags.AsSpan(element.TagStart..element.TagEnd);
                foreach (int text in tags)
                {
                    numbers[text] = numbers[text] < 0 ? _strings.Add(block.Strings[text]) : numbers[text];
                }

                foreach (RelationMember member in block.RelationMembers.AsSpan(element.RelationStart..element.RelationEnd))
                {
                    numbers[member.Role] = numbers[member.Role] < 0 ? _strings.Add(block.Strings[member.Role]) : numbers[member.Role];
                }

                Add(b, element, new TagSource(tags, numbers));
            }
        }

        return Finish(timestamp);
    }

    private void FindMemberWays()
    {
        HashSet<long> wanted = [.. _blocks.SelectMany(b => b.Members).Select(m => m.Way)];
        for (int b = 0; wanted.Count > 0 && b < _blocks.Length; b++)
        {
            long[] ids = _blocks[b].WayIds;
            for (int w = 0; w < ids.Length; w++)
            {
                if (wanted.Contains(ids[w]))
                {
                    _memberWays.TryAdd(ids[w], (b, w));
                }
            }
        }
    }

    private void Add(int block, KeptElement element, TagSource tags)
    {
        switch (element.Type)
        {
            case OsmElementType.Node:
                AddNode(element, tags);
                break;
            case OsmElementType.Way:
                AddWay(element, _ways[block], tags);
                break;
            default:
                AddRelation(_blocks[block], element, tags);
                break;
        }
    }

    private void AddNode(KeptElement element, TagSource tags)
    {
        _selectedPlaces++;
        int position = _nodes.Search().Find(element.Id);
        if (position < 0)
        {
            _placesWithoutGeometry++;
            return;
        }

        (int x, int y) = _places[position];
        _points.Add(element, x / 1e7, y / 1e7, position, tags);
    }

    private void AddWay(KeptElement element, WayPositions ways, TagSource tags)
    {
        ReadOnlySpan<int> nodes = ways.Of(element.Way);
        if ((element.Roles & OsmRoles.Line) != 0)
        {
            _linesWithoutGeometry += _lines.Add(element.Id, nodes, tags) == 0 ? 1 : 0;
        }

        if ((element.Roles & (OsmRoles.Area | OsmRoles.Place)) == 0)
        {
            return;
        }

        OutlineWay outline = ways.IsClosed(element.Way) ? ways.Outline(element.Way) : new OutlineWay([], nodes.Contains(-1));
        List<OsmRing> rings = outline.Nodes.Length == 0 ? [] : [new OsmRing(outline.Nodes, true)];
        if ((element.Roles & OsmRoles.Area) != 0)
        {
            _areaWays++;
            AddArea(element, rings, outline.IsCut, tags);
        }

        if ((element.Roles & OsmRoles.Place) != 0)
        {
            VertexMean vertices = default;
            _places.Add(ref vertices, nodes);
            AddPlace(element, rings, vertices, tags);
        }
    }

    private void AddRelation(OsmBlock block, KeptElement element, TagSource tags)
    {
        if ((element.Roles & OsmRoles.Relation) != 0)
        {
            _relations.Add(element.Id, block.RelationMembers.AsSpan(element.RelationStart..element.RelationEnd), tags);
        }

        if ((element.Roles & (OsmRoles.Area | OsmRoles.Place)) == 0)
        {
            return;
        }

        List<OsmRing> ways = [];
        bool isCut = false;
        VertexMean vertices = default;
        foreach (MemberWay member in block.Members.AsSpan(element.MemberStart..element.MemberEnd))
        {
            if (!_memberWays.TryGetValue(member.Way, out (int Block, int Way) place))
            {
                isCut = true;
                continue;
            }

            WayPositions positions = _ways[place.Block];
            _places.Add(ref vertices, positions.Of(place.Way));
            OutlineWay outline = positions.Outline(place.Way);
            isCut |= outline.IsCut;
            if (outline.Nodes.Length > 0)
            {
                ways.Add(new OsmRing(outline.Nodes, !member.IsInner));
            }
        }

        List<OsmRing> rings = RingAssembler.Assemble(ways, _places, out int leftOut);
        if ((element.Roles & OsmRoles.Area) != 0)
        {
            _areaRelations++;
            _relationsOfOtherType += element.IsMultipolygon ? 0 : 1;
            _ringsLeftOut += rings.Count > 0 ? leftOut : 0;
            if (element.IsMultipolygon)
            {
                AddArea(element, rings, isCut, tags);
            }
        }

        if ((element.Roles & OsmRoles.Place) != 0)
        {
            AddPlace(element, rings, vertices, tags);
        }
    }

    private void AddArea(KeptElement element, List<OsmRing> rings, bool isCut, TagSource tags)
    {
        if (rings.Count > 0)
        {
            _areas.Add(element, rings, isCut, tags);
        }
        else if (isCut)
        {
            _incompleteAreas++;
        }
        else
        {
            _unclosedAreas++;
        }
    }

    private void AddPlace(KeptElement element, List<OsmRing> rings, VertexMean vertices, TagSource tags)
    {
        _selectedPlaces++;
        Centroid centroid = default;
        foreach (OsmRing ring in rings)
        {
            _places.Add(ref centroid, ring.Nodes, ring.IsOuter);
        }

        if (vertices.Middle(centroid) is { } middle)
        {
            _points.Add(element, middle.Longitude, middle.Latitude, -1, tags);
        }
        else
        {
            _placesWithoutGeometry++;
        }
    }

    private OsmData Finish(DateTimeOffset? timestamp)
    {
        NodeNumbering numbering = new(_nodes.Count);
        numbering.Use(_lines.Nodes);
        numbering.Use(_areas.Nodes);
        numbering.Use(_points.Nodes);
        OsmNodes nodes = numbering.Number(_nodes);
        return new OsmData
        {
            Counts = Counts(),
            Strings = _strings,
            Nodes = nodes,
            Lines = _lines.Build(numbering, _strings),
            Areas = _areas.Build(numbering, nodes, _strings),
            Places = _points.Build(numbering, _strings),
            Relations = _relations.Build(_strings),
            Extent = ExtentOf(_blocks),
            Timestamp = timestamp,
        };
    }

    private OsmCounts Counts() => new()
    {
        Nodes = _blocks.Sum(b => (long)b.NodeCount),
        Ways = _blocks.Sum(b => (long)b.WayIds.Length),
        Relations = _blocks.Sum(b => (long)b.RelationCount),
        HighwayWays = _blocks.Sum(b => (long)b.HighwayWays),
        MissingNodeReferences = _ways.Sum(w => w.MissingReferences),
        NodesOutsideTheWorld = _blocks.Sum(b => (long)b.NodesOutsideTheWorld),
        LinesWithoutGeometry = _linesWithoutGeometry,
        AreaWays = _areaWays,
        AreaRelations = _areaRelations,
        IncompleteAreas = _incompleteAreas,
        UnclosedAreas = _unclosedAreas,
        RelationsOfOtherType = _relationsOfOtherType,
        RingsLeftOut = _ringsLeftOut,
        SelectedPlaces = _selectedPlaces,
        PlacesWithoutGeometry = _placesWithoutGeometry,
    };

    private static Envelope ExtentOf(OsmBlock[] blocks)
    {
        Envelope extent = new();
        foreach (OsmBlock block in blocks.Where(b => b.NodeIds.Length > 0))
        {
            extent.ExpandToInclude(block.LongitudesE7.Min() / 1e7, block.LatitudesE7.Min() / 1e7);
            extent.ExpandToInclude(block.LongitudesE7.Max() / 1e7, block.LatitudesE7.Max() / 1e7);
        }

        return extent;
    }
}

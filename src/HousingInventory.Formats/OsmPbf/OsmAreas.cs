using NetTopologySuite.Geometries;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// Polygons as rings of nodes, in file order. Their validity is not judged. A ring is closed: its last node is its first. In each area every outer ring is
/// followed by the inner rings that lie in it.
/// </summary>
public sealed class OsmAreas
{
    /// <summary>Ways and relations.</summary>
    public required OsmElementType[] Types { get; init; }

    public required long[] Ids { get; init; }

    /// <summary>
    /// Whether the file lacks nodes or member ways of the area, as at the edge of an extract: corners or parts are then missing from its outline.
    /// </summary>
    public required bool[] IsCut { get; init; }

    /// <summary>Area i has the rings <c>RingStart[i]</c> to <c>RingStart[i + 1] - 1</c>; one more than there are areas.</summary>
    public required int[] RingStart { get; init; }

    /// <summary>Whether a ring is an outer one.</summary>
    public required bool[] IsOuter { get; init; }

    /// <summary>Ring r has the nodes <c>NodeStart[r]</c> to <c>NodeStart[r + 1] - 1</c> of <see cref="Nodes"/>; one more than there are rings.</summary>
    public required int[] NodeStart { get; init; }

    /// <summary>Indices into <see cref="OsmData.Nodes"/>.</summary>
    public required int[] Nodes { get; init; }

    public required OsmTags Tags { get; init; }

    /// <summary>The nodes that <see cref="Nodes"/> points into: those of <see cref="OsmData.Nodes"/>.</summary>
    public required OsmNodes Positions { get; init; }

    public int Count => Ids.Length;

    /// <summary>The area in longitude and latitude: a polygon, or a multipolygon when it has several outer rings.</summary>
    public Geometry Geometry(int area, GeometryFactory factory)
    {
        List<Polygon> polygons = [];
        int ring = RingStart[area];
        while (ring < RingStart[area + 1])
        {
            LinearRing outer = Ring(ring++, factory);
            List<LinearRing> inner = [];
            while (ring < RingStart[area + 1] && !IsOuter[ring])
            {
                inner.Add(Ring(ring++, factory));
            }

            polygons.Add(factory.CreatePolygon(outer, [.. inner]));
        }

        return polygons.Count == 1 ? polygons[0] : factory.CreateMultiPolygon([.. polygons]);
    }

    private LinearRing Ring(int ring, GeometryFactory factory)
    {
        Coordinate[] corners = new Coordinate[NodeStart[ring + 1] - NodeStart[ring]];
        for (int i = 0; i < corners.Length; i++)
        {
            int node = Nodes[NodeStart[ring] + i];
            corners[i] = new Coordinate(Positions.Longitude(node), Positions.Latitude(node));
        }

        return factory.CreateLinearRing(corners);
    }
}

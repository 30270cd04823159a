using System.Text.Json;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>Reads geometry objects of RFC 7946 from a JSON reader. Members may stand in any order; a third coordinate is left out. Reused for all features.</summary>
internal sealed class GeoJsonGeometry
{
    private const int DeepestArray = 4;
    private const int MaxDepth = 16;
    private static readonly GeometryFactory Factory = FeatureGeometry.Factory;

    private readonly List<Coordinate> places = [];

    /// <summary>For each depth of nesting, how many places had been read when an array of that depth ended.</summary>
    private readonly List<int>[] ends = [[], [], [], [], []];

    /// <summary>Why the last geometry could not be used, an English clause; null when it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// The geometry of the object or null that the reader stands on; the reader ends on its last token. Null for none, for an empty one and with a fault.
    /// </summary>
    public Geometry? Read(ref Utf8JsonReader reader)
    {
        Fault = null;
        Geometry? geometry = Read(ref reader, 0);
        return Fault is null && geometry is { IsEmpty: false } ? geometry : null;
    }

    private Geometry? Read(ref Utf8JsonReader reader, int depth)
    {
        if (reader.TokenType == JsonTokenType.Null && depth == 0)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject || depth > MaxDepth)
        {
            reader.Skip();
            return Fail(depth > MaxDepth ? "has a geometry nested too deeply" : "has a geometry that is not an object");
        }

        string? type = null;
        bool hasCoordinates = false;
        int arrays = 0;
        List<Geometry>? members = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = TypeName(ref reader);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("coordinates"u8))
            {
                reader.Read();
                hasCoordinates = true;
                arrays = ReadCoordinates(ref reader);
            }
            else if (reader.ValueTextEquals("geometries"u8))
            {
                reader.Read();
                members = ReadMembers(ref reader, depth);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (Fault is not null || (type == "GeometryCollection" ? members is null : type is null || !hasCoordinates))
        {
            return Fail("has a geometry that GeoJSON does not know");
        }

        return type == "GeometryCollection" ? Factory.CreateGeometryCollection([.. members!]) : places.Count == 0 ? Factory.CreatePoint() : Build(type!, arrays);
    }

    private static string? TypeName(ref Utf8JsonReader reader)
    {
        foreach (string name in (ReadOnlySpan<string>)["Polygon", "MultiPolygon", "Point", "LineString", "MultiLineString", "MultiPoint", "GeometryCollection"])
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(name))
            {
                return name;
            }
        }

        return null;
    }

    private List<Geometry>? ReadMembers(ref Utf8JsonReader reader, int depth)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        List<Geometry> members = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Read(ref reader, depth + 1) is { IsEmpty: false } member)
            {
                members.Add(member);
            }
        }

        return members;
    }

    /// <summary>Reads nested arrays of numbers. Returns the depth at which the positions stand (1 for a point's), 0 when there are none.</summary>
    private int ReadCoordinates(ref Utf8JsonReader reader)
    {
        places.Clear();
        foreach (List<int> list in ends)
        {
            list.Clear();
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            Fail("has coordinates that are not an array");
            return 0;
        }

        int depth = 1, positionDepth = 0, outermost = reader.CurrentDepth;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray when depth < DeepestArray:
                    depth++;
                    break;
                case JsonTokenType.EndArray:
                    ends[depth].Add(places.Count);
                    depth--;
                    break;
                case JsonTokenType.Number when positionDepth == 0 || positionDepth == depth:
                    positionDepth = depth;
                    ReadPosition(ref reader);
                    depth--;
                    break;
                default:
                    Fail(reader.TokenType is JsonTokenType.Number or JsonTokenType.StartArray ? "has coordinates nested in an uneven way" : "has a coordinate that is not a number");
                    while (reader.CurrentDepth > outermost && reader.Read())
                    {
                    }

                    return 0;
            }

            if (depth == 0)
            {
                break;
            }
        }

        return positionDepth;
    }

    /// <summary>From the first number of a position to the bracket that ends it.</summary>
    private void ReadPosition(ref Utf8JsonReader reader)
    {
        double x = reader.GetDouble(), y = double.NaN, heightM = double.NaN;
        for (int i = 1; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                y = i == 1 ? reader.GetDouble() : y;
                heightM = i == 2 ? reader.GetDouble() : heightM;
            }
            else
            {
                reader.Skip();
                y = i > 2 ? y : double.NaN;
            }
        }

        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            Fail("has a coordinate that is not a number");
        }

        places.Add(FeatureGeometry.Vertex(x, y, heightM));
    }

    private Geometry? Build(string type, int positionDepth)
    {
        int expected = type switch
        {
            "Point" => 1,
            "LineString" or "MultiPoint" => 2,
            "Polygon" or "MultiLineString" => 3,
            _ => 4,
        };
        // Only lines keep heights: a bridge is told from the road below it.
        for (int i = 0; type is not ("LineString" or "MultiLineString") && i < places.Count; i++)
        {
            places[i] = places[i] is CoordinateZ place ? new Coordinate(place.X, place.Y) : places[i];
        }

        if (positionDepth != expected)
        {
            return Fail("has coordinates nested differently from what its geometry type wants");
        }

        return type switch
        {
            "Point" => Factory.CreatePoint(places[0]),
            "MultiPoint" => Factory.CreateMultiPointFromCoords([.. places]),
            "LineString" => Line(0, places.Count),
            "MultiLineString" => Lines(),
            "Polygon" => PolygonOf(0, ends[2].Count),
            _ => Polygons(),
        };
    }

    private LineString? Line(int from, int to)
    {
        if (to - from == 1)
        {
            Fail("has a line of one point");
            return null;
        }

        return Factory.CreateLineString(Places(from, to));
    }

    private MultiLineString? Lines()
    {
        List<LineString> lines = [];
        int from = 0;
        foreach (int to in ends[2])
        {
            if (to > from && Line(from, to) is { } line)
            {
                lines.Add(line);
            }

            from = to;
        }

        return Fault is null ? Factory.CreateMultiLineString([.. lines]) : null;
    }

    private MultiPolygon? Polygons()
    {
        List<Polygon> polygons = [];
        int ring = 0;
        foreach (int end in ends[2])
        {
            int first = ring;
            while (ring < ends[3].Count && ends[3][ring] <= end)
            {
                ring++;
            }

            if (RingStart(first, 3) < end && PolygonOf(first, ring, 3) is { } polygon)
            {
                polygons.Add(polygon);
            }
        }

        return Fault is null ? Factory.CreateMultiPolygon([.. polygons]) : null;
    }

    private int RingStart(int ring, int depth) => ring == 0 ? 0 : ends[depth][ring - 1];

    /// <summary>A polygon of some rings, those without places left out.</summary>
    private Polygon? PolygonOf(int firstRing, int endRing, int depth = 2)
    {
        LinearRing? shell = null;
        List<LinearRing>? holes = null;
        for (int i = firstRing; i < endRing; i++)
        {
            int from = RingStart(i, depth), to = ends[depth][i];
            if (from == to)
            {
                continue;
            }

            if (FeatureGeometry.CloseRing(Places(from, to)) is not { } closed)
            {
                Fail("has a ring of fewer than three places");
                return null;
            }

            LinearRing ring = Factory.CreateLinearRing(closed);
            if (shell is null)
            {
                shell = ring;
            }
            else
            {
                (holes ??= []).Add(ring);
            }
        }

        return shell is null ? Factory.CreatePolygon() : Factory.CreatePolygon(shell, holes?.ToArray() ?? []);
    }

    private Coordinate[] Places(int from, int to) => [.. System.Runtime.InteropServices.CollectionsMarshal.AsSpan(places)[from..to]];

    private Geometry? Fail(string clause)
    {
        Fault ??= clause;
        return null;
    }
}

using HousingInventory.Formats;
using HousingInventory.Import;

namespace HousingInventory.Verbs;

/// <summary>What the first records of a layer tell beside its heading: kinds of geometry, and what the coordinates are by their size. Keeps no value.</summary>
internal sealed class LayerLook
{
    private const int RowsLookedAt = 1000;

    private readonly SortedSet<string> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<CoordinateReading, int> _readings = [];
    private readonly string? _x, _y;

    /// <summary>Looks at a layer of a file.</summary>
    /// <exception cref="DataFormatException">The layer cannot be read.</exception>
    public LayerLook(string path, LayerInfo layer)
    {
        Layer = layer;
        Columns = new ColumnMap(layer, ServicesSource.Known);
        (int x, int y) = layer.GeometryColumn is null ? (Columns.Find("x"), Columns.Find("y")) : (-1, -1);
        (_x, _y) = x >= 0 && y >= 0 ? (layer.Columns[x].Name, layer.Columns[y].Name) : (null, null);
        using IFeatureCursor cursor = DataFile.Open(path, new ReadOptions(layer.Name));
        for (int row = 0; row < RowsLookedAt && cursor.Read(); row++)
        {
            HasRows = true;
            if (cursor.Fault is not null)
            {
                continue;
            }

            if (cursor.Geometry is { IsEmpty: false } geometry)
            {
                _kinds.Add(geometry.GeometryType.ToUpperInvariant());
                Vote(geometry.Coordinate.X, geometry.Coordinate.Y);
            }
            else if (_x is not null && cursor.Number(x) is { } east && cursor.Number(y) is { } north)
            {
                Vote(east, north);
            }
        }
    }

    public LayerInfo Layer { get; }

    public ColumnMap Columns { get; }

    public bool HasRows { get; }

    /// <summary>Whether records have a place: a geometry, or a pair of columns.</summary>
    public bool HasPlaces => Layer.GeometryColumn is not null || _x is not null;

    public bool IsAreas => Kind.EndsWith("POLYGON", StringComparison.Ordinal) || Kind is "POLYGON, MULTIPOLYGON" or "MULTIPOLYGON, POLYGON";

    public bool IsLines => Kind.Contains("LINE", StringComparison.Ordinal);

    public bool IsPoints => (Kind.Contains("POINT", StringComparison.Ordinal) || _x is not null) && !IsAreas && !IsLines;

    /// <summary>Kinds of geometry that were met, else the declared one; "" for a table.</summary>
    public string Kind => _kinds.Count > 0 ? string.Join(", ", _kinds) : Layer.GeometryType?.ToUpperInvariant() ?? "";

    /// <summary>The system that must be stated because it cannot be told; null where none must.</summary>
    public bool NeedsCrs => Layer is { Crs: null, CrsText.Length: > 0, GeometryColumn: not null } || Most?.Kind is CoordinateKind.SwerefZone or CoordinateKind.Ambiguous;

    /// <summary>What the coordinates are, in words; null when they are as stated, or there are none.</summary>
    public Sentence? Coordinates
    {
        get
        {
            if (Layer is { Crs: null, CrsText.Length: > 0, GeometryColumn: not null } || Most is not { } most || most == new CoordinateReading(CoordinateKind.AsStated, false))
            {
                return null;
            }

            Sentence which = _x is null ? Sentence.Of("") : Sentence.Of($" ({_x}, {_y})");
            Sentence what = most.Kind switch
            {
                CoordinateKind.AsStated => Sentence.Of("as stated"),
                CoordinateKind.Degrees => Sentence.Of("degrees, WGS 84"),
                CoordinateKind.SwerefTm => Sentence.Of("SWEREF 99 TM (EPSG:3006)"),
                CoordinateKind.Rt90 => Sentence.Of("RT 90 (EPSG:3021)"),
                CoordinateKind.SwerefZone => Sentence.Of("a local SWEREF 99 zone; which one cannot be seen, so state it with \"crs\""),
                CoordinateKind.Ambiguous => Sentence.Of("SWEREF 99 TM or a local zone; state which with \"crs\""),
                CoordinateKind.Elsewhere => Sentence.Of("outside the Nordic countries"),
                _ => Sentence.Of("of no system that is known here"),
            };
            bool differs = Layer.Crs is not null && most.Kind is CoordinateKind.Degrees or CoordinateKind.SwerefTm or CoordinateKind.Rt90 or CoordinateKind.SwerefZone;
            Sentence stated = differs && Layer.GeometryColumn is not null ? Sentence.Of(", not as stated") : Sentence.Of("");
            Sentence swapped = most.IsSwapped ? Sentence.Of(", axes swapped") : Sentence.Of("");
            return Sentence.Of($"coordinates{which}: {what}{stated}{swapped}");
        }
    }

    private CoordinateReading? Most => _readings.Count == 0 ? null : _readings.OrderByDescending(r => r.Value).ThenBy(r => r.Key.Kind).ThenBy(r => r.Key.IsSwapped).First().Key;

    private void Vote(double x, double y)
    {
        CoordinateReading reading = CoordinateReading.Judge(x, y, Layer.GeometryColumn is null ? null : Layer.Crs);
        _readings[reading] = _readings.GetValueOrDefault(reading) + 1;
    }
}

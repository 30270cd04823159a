using HousingInventory.Routing.Roads;

namespace HousingInventory.Import;

/// <summary>What a row of a line layer says about walking and driving: NVDB, Topografi, columns named as OpenStreetMap's tags, or plain lines for all.</summary>
internal sealed class LineRoads
{
    private readonly SaidCursor _cursor;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<RoadTraits> _classify;

    public LineRoads(SaidCursor cursor, ColumnMap columns)
    {
        _cursor = cursor;
        string[] names = [.. cursor.Layer.Columns.Select(c => c.Name)];
        Name = columns.Layout;
        switch (Name)
        {
            case "nvdb":
                foreach (string column in NvdbRoads.Columns)
                {
                    _columns[column] = NvdbRoads.FindColumn(names, column);
                }

                _classify = () => NvdbRoads.Classify(Value);
                break;
            case "lantmateriet-topografi-vaglinje":
                _classify = () => TopografiRoads.Classify(Value);
                break;
            case "road-lines-osm":
                _columns["highway"] = columns.Find("highway");
                _classify = () => OsmRoads.Classify(Value);
                break;
            default:
                _classify = static () => new RoadTraits(RoadFlags.Foot | RoadFlags.Car, RoadSpeeds.Default.OtherKmh, RoadSpeeds.Default.OtherKmh);
                break;
        }
    }

    /// <summary>The layout in the words of <c>inspect</c>.</summary>
    public string Name { get; }

    /// <summary>The current row.</summary>
    public RoadTraits Classify() => _classify();

    private string? Value(string column)
    {
        if (!_columns.TryGetValue(column, out int index))
        {
            _columns[column] = index = _cursor.Layer.FindColumn(column);
        }

        return index < 0 ? null : _cursor.Text(index);
    }
}

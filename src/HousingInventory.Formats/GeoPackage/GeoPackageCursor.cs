using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>A pass over a table of a GeoPackage. Values stay in SQLite's memory until they are asked for.</summary>
internal sealed class GeoPackageCursor : IFeatureCursor
{
    private readonly SqliteDatabase database;
    private readonly SqliteStatement rows;
    private readonly ReadLimits limits = ReadLimits.Current;

    /// <summary>For each column of the layer, its place in the statement.</summary>
    private readonly int[] places;
    private readonly int geometryPlace = -1;
    private readonly RepeatedTexts texts = new();
    private char[] buffer = new char[256];
    private bool isAtEnd;
    private bool isDecoded;
    private Geometry? geometry;
    private string? fault;

    /// <summary>Takes the database over and disposes it.</summary>
    public GeoPackageCursor(SqliteDatabase database, LayerInfo layer)
    {
        this.database = database;
        Layer = layer;
        rows = database.Prepare($"SELECT * FROM {SqliteDatabase.Quote(layer.Name)}");
        places = new int[layer.Columns.Count];
        int column = 0;
        for (int i = 0; i < rows.ColumnCount; i++)
        {
            if (layer.GeometryColumn is { } name && rows.ColumnName(i).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                geometryPlace = i;
            }
            else
            {
                places[column++] = i;
            }
        }
    }

    public LayerInfo Layer { get; }

    public long Row { get; private set; }

    public string? Fault
    {
        get
        {
            Decode();
            return fault;
        }
    }

    public Geometry? Geometry
    {
        get
        {
            Decode();
            return geometry;
        }
    }

    public bool Read()
    {
        isDecoded = false;
        geometry = null;
        fault = null;
        if (isAtEnd || !rows.Step())
        {
            // A statement that is stepped again after its end would begin anew.
            isAtEnd = true;
            isDecoded = true;
            return false;
        }

        database.CheckRow(++Row);
        return true;
    }

    public string? Text(int column)
    {
        ReadOnlySpan<char> text = Span(column);
        return text.IsEmpty ? null : texts.Of(column, text);
    }

    public ReadOnlySpan<char> Span(int column)
    {
        int place = places[column];
        switch (rows.Type(place))
        {
            case SqliteType.Integer when Layer.Columns[column].Kind == ColumnKind.Boolean:
                return rows.Integer(place) == 0 ? "false" : "true";
            case SqliteType.Integer:
                rows.Integer(place).TryFormat(buffer, out int digits, default, CultureInfo.InvariantCulture);
                return buffer.AsSpan(0, digits);
            case SqliteType.Real:
                rows.Real(place).TryFormat(buffer, out int length, default, CultureInfo.InvariantCulture);
                return buffer.AsSpan(0, length);
            case SqliteType.Text:
                ReadOnlySpan<byte> bytes = rows.Utf8(place);
                if (bytes.Length > limits.TextCharacters)
                {
                    limits.CheckText(bytes.Length);
                }

                if (buffer.Length < bytes.Length)
                {
                    buffer = new char[Math.Max(bytes.Length, 2 * buffer.Length)];
                }

                return buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, buffer)).Trim();
            default:
                return [];
        }
    }

    public double? Number(int column)
    {
        int place = places[column];
        return rows.Type(place) switch
        {
            SqliteType.Integer => rows.Integer(place),
            SqliteType.Real when double.IsFinite(rows.Real(place)) => rows.Real(place),
            SqliteType.Text => NumberText.Parse(Span(column)),
            _ => null,
        };
    }

    public void Dispose()
    {
        rows.Dispose();
        database.Dispose();
    }

    private void Decode()
    {
        if (isDecoded)
        {
            return;
        }

        isDecoded = true;
        if (geometryPlace < 0 || rows.Type(geometryPlace) == SqliteType.Null)
        {
            return;
        }

        if (rows.Type(geometryPlace) != SqliteType.Blob)
        {
            fault = "has a geometry that is not binary";
            return;
        }

        geometry = GeoPackageBinary.Read(rows.Blob(geometryPlace), out fault);
    }
}

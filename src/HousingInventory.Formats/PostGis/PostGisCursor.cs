using System.Buffers.Binary;
using System.Globalization;
using NetTopologySuite.Geometries;
using Npgsql;

namespace HousingInventory.Formats;

/// <summary>A pass over the rows of a table. Closing it ends the transaction and the connection.</summary>
internal sealed class PostGisCursor : IFeatureCursor
{
    private const uint ExtendedSrid = 0x2000_0000;
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly NpgsqlCommand _command;
    private readonly NpgsqlDataReader _reader;
    private readonly int _first;
    private readonly int _srid;
    private readonly string?[] _texts;
    private readonly bool[] _isRead;
    private readonly char[] _number = new char[32];
    private bool _hasRow;

    public PostGisCursor(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlConnectionStringBuilder settings, PgCatalogTable table)
    {
        _source = source;
        _connection = connection;
        _settings = settings;
        Layer = table.Layer;
        _srid = table.Srid;
        _first = table.GeometrySql is null ? 0 : 1;
        _texts = new string?[table.Columns.Count];
        _isRead = new bool[table.Columns.Count];
        IEnumerable<string> values = table.GeometrySql is null ? table.Columns : table.Columns.Prepend(table.GeometrySql);
        string list = string.Join(", ", values);
        string order = table.OrderBy.Length == 0 ? "" : " ORDER BY " + table.OrderBy;
        _command = new NpgsqlCommand($"SELECT {list} FROM {table.From} t{order}", connection);
        _reader = _command.ExecuteReader();
    }

    public LayerInfo Layer { get; }

    public long Row { get; private set; }

    public string? Fault { get; private set; }

    public Geometry? Geometry { get; private set; }

    public bool Read()
    {
        Fault = null;
        Geometry = null;
        Array.Clear(_isRead);
        try
        {
            _hasRow = _reader.Read();
        }
        catch (Exception e) when (PgConnection.IsFailure(e))
        {
            _hasRow = false;
            throw PgConnection.Explain(e, _settings);
        }

        if (!_hasRow)
        {
            return false;
        }

        Row++;
        if (_first > 0 && !_reader.IsDBNull(0))
        {
            ReadGeometry(_reader.GetFieldValue<byte[]>(0));
        }

        return true;
    }

    public string? Text(int column)
    {
        ReadOnlySpan<char> span = Span(column);
        return span.IsEmpty ? null : span.ToString();
    }

    public ReadOnlySpan<char> Span(int column)
    {
        if (!HasValue(column))
        {
            return [];
        }

        switch (Layer.Columns[column].Kind)
        {
            case ColumnKind.Integer:
                _reader.GetInt64(_first + column).TryFormat(_number, out int length, default, CultureInfo.InvariantCulture);
                return _number.AsSpan(0, length);
            case ColumnKind.Real when IsDouble(column):
                double number = _reader.GetDouble(_first + column);
                return double.IsFinite(number) ? NumberText.Format(number, _number) : [];
            case ColumnKind.Real:
                return Decimal(Value(column));
            case ColumnKind.Boolean:
                return _reader.GetBoolean(_first + column) ? "true" : "false";
            default:
                return Value(column).AsSpan().Trim();
        }
    }

    public double? Number(int column)
    {
        if (!HasValue(column))
        {
            return null;
        }

        return Layer.Columns[column].Kind switch
        {
            ColumnKind.Integer => _reader.GetInt64(_first + column),
            ColumnKind.Real when IsDouble(column) => _reader.GetDouble(_first + column) is double number && double.IsFinite(number) ? number : null,
            ColumnKind.Real or ColumnKind.Text or ColumnKind.Other => NumberText.Parse(Value(column)),
            _ => null,
        };
    }

    public void Dispose()
    {
        try
        {
            if (_hasRow)
            {
                // Without this, closing a reader in the middle fetches the rest.
                _command.Cancel();
            }

            _reader.Dispose();
        }
        catch (Exception e) when (PgConnection.IsFailure(e))
        {
            // The statement was cancelled, as wanted, or the server is gone already.
        }

        _command.Dispose();
        _connection.Dispose();
        _source.Dispose();
    }

    private static ReadOnlySpan<char> Decimal(string text)
    {
        ReadOnlySpan<char> span = text;
        return !char.IsAsciiDigit(span[^1]) ? [] : span.Contains('.') ? span.TrimEnd('0').TrimEnd('.') : span;
    }

    private bool HasValue(int column) => _hasRow && (uint)column < (uint)_texts.Length && !_reader.IsDBNull(_first + column);

    private bool IsDouble(int column) => _reader.GetFieldType(_first + column) == typeof(double);

    /// <summary>A string is made once a row, however often it is asked for.</summary>
    private string Value(int column)
    {
        if (!_isRead[column])
        {
            _isRead[column] = true;
            _texts[column] = _reader.GetString(_first + column);
        }

        return _texts[column]!;
    }

    private void ReadGeometry(byte[] ewkb)
    {
        int srid = Srid(ewkb);
        if (_srid != 0 && srid != _srid)
        {
            Fault = string.Create(CultureInfo.InvariantCulture, $"has a geometry with SRID {srid} where the others have {_srid}");
            return;
        }

        Geometry = WkbGeometry.Read(ewkb, out string? fault);
        Fault = fault;
    }

    private static int Srid(ReadOnlySpan<byte> ewkb)
    {
        if (ewkb.Length < 9)
        {
            return 0;
        }

        bool isLittleEndian = ewkb[0] == 1;
        uint type = isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(ewkb[1..]) : BinaryPrimitives.ReadUInt32BigEndian(ewkb[1..]);
        return (type & ExtendedSrid) == 0 ? 0 : isLittleEndian ? BinaryPrimitives.ReadInt32LittleEndian(ewkb[5..]) : BinaryPrimitives.ReadInt32BigEndian(ewkb[5..]);
    }
}

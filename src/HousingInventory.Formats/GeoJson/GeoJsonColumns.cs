namespace HousingInventory.Formats;

/// <summary>The columns of a GeoJSON file: every property that any feature has, in order of first appearance, and last the features' own "id".</summary>
internal sealed class GeoJsonColumns
{
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly List<byte[]> rawNames = [];
    private readonly List<string> names = [];
    private readonly List<ColumnKind?> kinds = [];
    private ColumnKind? idKind;
    private bool hasId;

    /// <summary>Index of the column that holds the features' "id" member; -1 when they have none or a property is called so.</summary>
    public int IdColumn => hasId && !byName.ContainsKey("id") ? names.Count : -1;

    /// <summary>Takes note of a feature's properties. What is malformed is left for the reader that follows.</summary>
    /// <exception cref="DataFormatException">There are more than 10 000 different ones.</exception>
    public void Scan(ReadOnlySpan<byte> feature)
    {
        if (feature[0] != '{')
        {
            return;
        }

        int at = 1;
        while (NextMember(feature, ref at, out ReadOnlySpan<byte> name, out int value))
        {
            if (name.SequenceEqual("properties"u8) && feature[value] == '{')
            {
                ScanProperties(feature[value..at]);
            }
            else if (name.SequenceEqual("id"u8) && feature[value] != 'n')
            {
                hasId = true;
                idKind = Join(idKind, Kind(feature[value..at]));
            }
        }
    }

    /// <summary>The columns as the layer shows them; text where a property has values of several kinds, or only nulls.</summary>
    public IReadOnlyList<ColumnInfo> ToColumns()
    {
        List<ColumnInfo> columns = [.. names.Select((name, i) => new ColumnInfo(name, kinds[i] ?? ColumnKind.Text))];
        if (IdColumn >= 0)
        {
            columns.Add(new ColumnInfo("id", idKind ?? ColumnKind.Text));
        }

        return columns;
    }

    /// <summary>The column of a property; -1 when the scan did not see it. Features mostly list their properties in one order: the guess is tried first.</summary>
    public int Find(ReadOnlySpan<byte> rawName, int guess)
    {
        if ((uint)guess < (uint)rawNames.Count && rawName.SequenceEqual(rawNames[guess]))
        {
            return guess;
        }

        Span<char> text = rawName.Length <= 256 ? stackalloc char[256] : new char[rawName.Length];
        return byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..JsonScan.Unescape(rawName, text)], out int column) ? column : -1;
    }

    private void ScanProperties(ReadOnlySpan<byte> properties)
    {
        int at = 1, guess = 0;
        while (NextMember(properties, ref at, out ReadOnlySpan<byte> name, out int value))
        {
            int column = Find(name, guess);
            if (column < 0)
            {
                column = names.Count;
                ReadLimits.Current.CheckColumns(column + 1);
                string text = JsonScan.Unescape(name);
                byName.Add(text, column);
                names.Add(text);
                rawNames.Add(name.ToArray());
                kinds.Add(null);
            }

            guess = column + 1;
            if (properties[value] != 'n')
            {
                kinds[column] = Join(kinds[column], Kind(properties[value..at]));
            }
        }
    }

    /// <summary>Steps over a member of an object; false at its end or where it is no JSON.</summary>
    private static bool NextMember(ReadOnlySpan<byte> json, ref int at, out ReadOnlySpan<byte> name, out int value)
    {
        name = default;
        value = 0;
        at = JsonScan.SkipBlank(json, at);
        if (at < json.Length && json[at] == ',')
        {
            at = JsonScan.SkipBlank(json, at + 1);
        }

        if (at >= json.Length || json[at] != '"')
        {
            return false;
        }

        int nameEnd = JsonScan.EndOfValue(json, at);
        if (nameEnd < 0)
        {
            return false;
        }

        name = json[(at + 1)..(nameEnd - 1)];
        at = JsonScan.SkipBlank(json, nameEnd);
        if (at >= json.Length || json[at] != ':')
        {
            return false;
        }

        value = JsonScan.SkipBlank(json, at + 1);
        at = value < json.Length ? JsonScan.EndOfValue(json, value) : -1;
        return at > value;
    }

    private static ColumnKind Kind(ReadOnlySpan<byte> value) => value[0] switch
    {
        (byte)'"' => ColumnKind.Text,
        (byte)'t' or (byte)'f' => ColumnKind.Boolean,
        (byte)'{' or (byte)'[' => ColumnKind.Other,
        _ => value.IndexOfAny(".eE"u8) < 0 ? ColumnKind.Integer : ColumnKind.Real,
    };

    private static ColumnKind Join(ColumnKind? one, ColumnKind other) => one is not { } kind || kind == other ? other
        : kind is ColumnKind.Integer or ColumnKind.Real && other is ColumnKind.Integer or ColumnKind.Real ? ColumnKind.Real : ColumnKind.Text;
}

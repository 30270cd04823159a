namespace HousingInventory.Formats.OsmPbf;

/// <summary>The string table of the block that is being decoded: where each string lies, what it means as a key, and which strings are kept.</summary>
internal sealed class StringTable(SelectedTags selection)
{
    private byte[] _bytes = [];
    private int _count;
    private int[] _start = [];
    private int[] _end = [];
    private KeyMeaning[] _meaning = [];
    private int[] _number = [];
    private readonly List<byte[]> _used = [];

    /// <summary>Reads a table; the strings of the one before are forgotten.</summary>
    public void Read(ReadOnlySpan<byte> table)
    {
        if (_bytes.Length < table.Length)
        {
            _bytes = new byte[table.Length];
        }

        table.CopyTo(_bytes);
        _used.Clear();
        _count = 0;
        ProtoReader fields = new(table);
        while (fields.NextField(out int field))
        {
            if (field == 1)
            {
                ReadOnlySpan<byte> text = fields.FieldBytes();
                Add(fields.Position - text.Length, text);
            }
            else
            {
                fields.SkipField();
            }
        }
    }

    public ReadOnlySpan<byte> Text(ulong index)
    {
        int i = Index(index);
        return _bytes.AsSpan(_start[i].._end[i]);
    }

    /// <summary>The index, when the table has it.</summary>
    public int Index(ulong index) => index < (ulong)_count ? (int)index : throw ProtoReader.Damaged();

    /// <summary>The roles that a tag gives to its element.</summary>
    public OsmRoles RolesOf(ulong key, ulong value, out KeyMeaning meaning)
    {
        meaning = _meaning[Index(key)];
        OsmRoles roles = (OsmRoles)(meaning & KeyMeaning.AnyRole);
        return (meaning & KeyMeaning.DependsOnValue) == 0 ? roles : roles | selection.RolesOf(Text(key), Text(value));
    }

    /// <summary>The number of a string among those that are kept; keeps it if it was not.</summary>
    public int Keep(int index)
    {
        if (_number[index] < 0)
        {
            _number[index] = _used.Count;
            _used.Add(_bytes.AsSpan(_start[index].._end[index]).ToArray());
        }

        return _number[index];
    }

    /// <summary>The strings that are kept, by their numbers.</summary>
    public byte[][] Used() => [.. _used];

    private void Add(int start, ReadOnlySpan<byte> text)
    {
        if (_count == _start.Length)
        {
            int room = Math.Max(1024, _count * 2);
            Array.Resize(ref _start, room);
            Array.Resize(ref _end, room);
            Array.Resize(ref _meaning, room);
            Array.Resize(ref _number, room);
        }

        _start[_count] = start;
        _end[_count] = start + text.Length;
        _meaning[_count] = selection.Meaning(text);
        _number[_count] = -1;
        _count++;
    }
}

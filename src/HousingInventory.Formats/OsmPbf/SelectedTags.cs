using System.Text;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>The selection, prepared for string tables: says of a string whether it is a selected key, and of a tag which roles it gives.</summary>
internal sealed class SelectedTags
{
    private readonly Dictionary<byte[], KeyMeaning> _keys = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], KeyMeaning>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<(byte[] Key, byte[] Value, OsmRoles Roles)> _withValue = [];

    /// <summary>Bit n of entry b: some key begins with byte b and has n bytes (31: or more). Saves most lookups.</summary>
    private readonly uint[] _lengthsByFirstByte = new uint[256];

    public SelectedTags(OsmSelection selection)
    {
        _lookup = _keys.GetAlternateLookup<ReadOnlySpan<byte>>();
        Add("highway", KeyMeaning.Highway);
        Add("type", KeyMeaning.Type);
        AddAll(selection.Lines, OsmRoles.Line);
        AddAll(selection.Areas, OsmRoles.Area);
        AddAll(selection.Places, OsmRoles.Place);
        AddAll(selection.Relations, OsmRoles.Relation);
    }

    /// <summary>What a string means when it is a key.</summary>
    public KeyMeaning Meaning(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (_lengthsByFirstByte[text[0]] & (1u << Math.Min(text.Length, 31))) == 0)
        {
            return KeyMeaning.None;
        }

        return _lookup.TryGetValue(text, out KeyMeaning meaning) ? meaning : KeyMeaning.None;
    }

    /// <summary>The roles that a tag gives whose key has the meaning <see cref="KeyMeaning.DependsOnValue"/>, beside those of the key alone.</summary>
    public OsmRoles RolesOf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        OsmRoles roles = OsmRoles.None;
        foreach ((byte[] wantedKey, byte[] wantedValue, OsmRoles given) in _withValue)
        {
            if (key.SequenceEqual(wantedKey) && value.SequenceEqual(wantedValue))
            {
                roles |= given;
            }
        }

        return roles;
    }

    private void AddAll(IReadOnlyList<string> entries, OsmRoles roles)
    {
        foreach (string entry in entries)
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                Add(entry, (KeyMeaning)roles);
            }
            else
            {
                _withValue.Add((Encoding.UTF8.GetBytes(entry[..equals]), Encoding.UTF8.GetBytes(entry[(equals + 1)..]), roles));
                Add(entry[..equals], KeyMeaning.DependsOnValue);
            }
        }
    }

    private void Add(string key, KeyMeaning meaning)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        if (bytes.Length > 0)
        {
            _keys[bytes] = _keys.GetValueOrDefault(bytes) | meaning;
            _lengthsByFirstByte[bytes[0]] |= 1u << Math.Min(bytes.Length, 31);
        }
    }
}

/// <summary>What a key of a string table means for the selection. The first four bits are those of <see cref="OsmRoles"/>.</summary>
[Flags]
internal enum KeyMeaning : byte
{
    None = 0,
    Line = OsmRoles.Line,
    Area = OsmRoles.Area,
    Place = OsmRoles.Place,
    Relation = OsmRoles.Relation,
    AnyRole = Line | Area | Place | Relation,
    DependsOnValue = 16,
    Highway = 32,
    Type = 64,
}

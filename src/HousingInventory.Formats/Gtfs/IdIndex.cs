using System.Text;

namespace HousingInventory.Formats.Gtfs;

/// <summary>Numbers the ids of a table in order of first appearance.</summary>
internal sealed class IdIndex
{
    private readonly Dictionary<byte[], int> _numbers = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<string> _ids = [];

    public IdIndex()
    {
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _ids.Count;

    /// <summary>The ids as text, by number.</summary>
    public string[] Ids => [.. _ids];

    /// <summary>The number of an id; -1 when it has none.</summary>
    public int Find(ReadOnlySpan<byte> id) => _lookup.TryGetValue(id, out int number) ? number : -1;

    /// <summary>Numbers a new id; false when it has a number already.</summary>
    public bool TryAdd(ReadOnlySpan<byte> id)
    {
        if (!_lookup.TryAdd(id, _ids.Count))
        {
            return false;
        }

        _ids.Add(Encoding.UTF8.GetString(id));
        return true;
    }

    /// <summary>The number of an id, which it gets if it has none.</summary>
    public int FindOrAdd(ReadOnlySpan<byte> id)
    {
        TryAdd(id);
        return Find(id);
    }
}

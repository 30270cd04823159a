using System.Text;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// The distinct keys and values of all kept tags and the roles of members, numbered in order of first appearance. Tags are compared by these numbers, so that no string is made per tag.
/// </summary>
public sealed class OsmStrings
{
    private readonly List<string> _values = [];
    private readonly Dictionary<byte[], int> _numbers = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    internal OsmStrings()
    {
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _values.Count;

    /// <summary>The string with this number.</summary>
    public string this[int number] => _values[number];

    /// <summary>The number of a key or value; -1 when no kept tag has it.</summary>
    public int Find(string value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> utf8 = most <= 256 ? stackalloc byte[most] : new byte[most];
        return _lookup.TryGetValue(utf8[..Encoding.UTF8.GetBytes(value, utf8)], out int number) ? number : -1;
    }

    internal int Add(byte[] utf8)
    {
        if (!_numbers.TryGetValue(utf8, out int number))
        {
            number = _values.Count;
            _values.Add(Encoding.UTF8.GetString(utf8));
            _numbers.Add(utf8, number);
        }

        return number;
    }
}

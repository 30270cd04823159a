using System.Text;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// The distinct keys and values of all kept tags, numbered in order of first appearance. Tags are compared by these numbers, so that no string is made per tag.
/// </summary>
public sealed class OsmStrings
{
    private readonly List<string> _values = [];
    private readonly Dictionary<byte[], int> _numbers = new(Utf8Comparer.Instance);

    public int Count => _values.Count;

    /// <summary>The string with this number.</summary>
    public string this[int number] => _values[number];

    /// <summary>The number of a key or value; -1 when no kept tag has it.</summary>
    public int Find(string value) => _numbers.GetValueOrDefault(Encoding.UTF8.GetBytes(value), -1);

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

namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// The tags of the elements of one collection, all of them, as numbers of <see cref="OsmStrings"/>: element i has the tags <c>Start[i]</c> to
/// <c>Start[i + 1] - 1</c> of <c>Keys</c> and <c>Values</c>.
/// </summary>
public sealed class OsmTags
{
    internal OsmTags(OsmStrings strings, int[] start, int[] keys, int[] values)
    {
        Strings = strings;
        Start = start;
        Keys = keys;
        Values = values;
    }

    public OsmStrings Strings { get; }

    /// <summary>One more than there are elements.</summary>
    public int[] Start { get; }

    public int[] Keys { get; }

    public int[] Values { get; }

    /// <summary>The number of the value that the element has for the key with this number; -1 when it lacks the key. <paramref name="key"/> may be -1.</summary>
    public int Value(int element, int key)
    {
        for (int i = Start[element]; i < Start[element + 1]; i++)
        {
            if (Keys[i] == key)
            {
                return Values[i];
            }
        }

        return -1;
    }

    /// <summary>The value as text; null when the element lacks the key. In a loop over many elements, find the key's number once and use <see cref="Value"/>.</summary>
    public string? Text(int element, string key)
    {
        int value = Value(element, Strings.Find(key));
        return value < 0 ? null : Strings[value];
    }
}

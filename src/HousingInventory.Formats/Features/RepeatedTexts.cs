namespace HousingInventory.Formats;

/// <summary>
/// Texts of a pass over a table. Registers come in order: rows of one household, street or property follow each other, and most texts of a row are those of the
/// row before it. Such a text is the same string again, so that it takes no memory a second time; and so are most of the short ones that come again farther down:
/// postal codes, towns, purposes, numbers of houses.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int LongestShort = 16;
    private const int Slots = 1024;

    private string?[] _last = [];
    private readonly string?[] _short = new string?[Slots];

    /// <summary>The text as a string: the one of the row before where it is equal, or one that was short and came before.</summary>
    /// <param name="column">Column, from 0.</param>
    /// <param name="text">What stands in it.</param>
    public string Of(int column, ReadOnlySpan<char> text)
    {
        if (column >= _last.Length)
        {
            Array.Resize(ref _last, column + 16);
        }

        if (_last[column] is { } last && text.SequenceEqual(last))
        {
            return last;
        }

        if (text.Length > LongestShort)
        {
            return _last[column] = text.ToString();
        }

        uint hash = 0;
        foreach (char c in text)
        {
            hash = (hash * 31) + c;
        }

        ref string? slot = ref _short[hash * 2654435769 >> 22];
        slot = slot is { } known && text.SequenceEqual(known) ? known : text.ToString();
        return _last[column] = slot;
    }
}

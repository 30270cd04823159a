namespace HousingInventory.Formats;

/// <summary>
/// Texts of a pass over a table. Registers come in order: rows of one household, street or property follow each other, and most texts of a row are those of the
/// row before it. Such a text is the same string again, so that it takes no memory a second time.
/// </summary>
internal sealed class RepeatedTexts
{
    private string?[] _last = [];

    /// <summary>The text as a string: the one of the row before where it is equal.</summary>
    /// <param name="column">Column, from 0.</param>
    /// <param name="text">What stands in it.</param>
    public string Of(int column, ReadOnlySpan<char> text)
    {
        if (column >= _last.Length)
        {
            Array.Resize(ref _last, column + 16);
        }

        return _last[column] is { } last && text.SequenceEqual(last) ? last : _last[column] = text.ToString();
    }
}

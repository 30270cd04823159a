using System.Text;

namespace HousingInventory.Model;

/// <summary>
/// Joins a letter and its combining mark into one character ("a" and a ring into "å"), as registers made on a Mac deliver them apart. Our own table, because the
/// runtime's normalization does nothing where it is told to do without a culture database.
/// </summary>
public static class Composed
{
    private static readonly Dictionary<(char Letter, char Mark), char> Table = new()
    {
        [('a', '\u030A')] = 'å',
        [('A', '\u030A')] = 'Å',
        [('a', '\u0308')] = 'ä',
        [('A', '\u0308')] = 'Ä',
        [('o', '\u0308')] = 'ö',
        [('O', '\u0308')] = 'Ö',
        [('e', '\u0301')] = 'é',
        [('E', '\u0301')] = 'É',
        [('e', '\u0300')] = 'è',
        [('E', '\u0300')] = 'È',
        [('a', '\u0301')] = 'á',
        [('A', '\u0301')] = 'Á',
        [('a', '\u0300')] = 'à',
        [('A', '\u0300')] = 'À',
        [('u', '\u0308')] = 'ü',
        [('U', '\u0308')] = 'Ü',
        [('i', '\u0301')] = 'í',
        [('I', '\u0301')] = 'Í',
    };

    /// <summary>The text with such pairs joined; the same object when there are none.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0)
        {
            return text;
        }

        StringBuilder composed = new(text.Length);
        foreach (char c in text)
        {
            if (composed.Length > 0 && Table.TryGetValue((composed[^1], c), out char joined))
            {
                composed[^1] = joined;
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }
}

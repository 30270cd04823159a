using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.Verbs;

/// <summary>Text brought to one form, however it was written: small letters without accents, composed or not, and with its escapes undone.</summary>
internal static partial class FoldedText
{
    private const string From = "àáâãäåāăąæçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňŉòóôõöøōŏőœŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżžß";
    private const string To = "aaaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnnoooooooooorrrsssstttuuuuuuuuuuwyyyzzzs";

    private static readonly char[] Table = MakeTable();

    /// <summary>The letter or digit in its one form; '\0' for a combining mark, ' ' for anything that parts words.</summary>
    public static char Fold(char c)
    {
        if (c < Table.Length)
        {
            return Table[c];
        }

        return c is >= '\u0300' and <= '\u036F' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' ? '\0'
            : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ';
    }

    /// <summary>Words of a text, in their one form.</summary>
    public static List<string> Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (char raw in text)
        {
            char c = Fold(raw);
            if (c == ' ')
            {
                Flush();
            }
            else if (c != '\0')
            {
                word.Append(c);
            }
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>The text without its escapes: entities, \u and %; the same object when there are none.</summary>
    public static string Unescaped(string text)
    {
        bool any = text.Contains('&', StringComparison.Ordinal) || text.Contains("\\u", StringComparison.OrdinalIgnoreCase) || text.Contains("\\x", StringComparison.OrdinalIgnoreCase)
            || text.Contains('%', StringComparison.Ordinal);
        if (!any)
        {
            return text;
        }

        string plain = text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
        plain = Escape().Replace(plain, static m => ((char)int.Parse(m.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return Percent().Replace(plain, static m => Uri.UnescapeDataString(m.Value));
    }

    private static char[] MakeTable()
    {
        char[] table = new char[0x180];
        for (int i = 0; i < table.Length; i++)
        {
            char lower = char.ToLowerInvariant((char)i);
            int at = From.IndexOf(lower, StringComparison.Ordinal);
            table[i] = at >= 0 ? To[at] : i == 0xAD ? '\0' : char.IsLetterOrDigit(lower) ? lower : ' ';
        }

        return table;
    }

    [GeneratedRegex(@"\\(?:u(?<code>[0-9a-f]{4})|x(?<code>[0-9a-f]{2}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?:%[0-9A-Fa-f]{2})+", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();
}

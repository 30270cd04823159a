using System.Text.RegularExpressions;

namespace HousingInventory.Link;

/// <summary>Property designations in one form: "Exempelbyn 1 : 2>1" and "EXEMPELBYN 1:2" are the same property.</summary>
internal static partial class Designation
{
    /// <summary>The form for comparing: compact name, blank, unit. Empty for nothing.</summary>
    /// <param name="text">As written, without the municipality.</param>
    /// <param name="output">At least two longer than the text.</param>
    /// <returns>How many characters were written.</returns>
    public static int Key(ReadOnlySpan<char> text, Span<char> output)
    {
        int area = text.IndexOf('>');
        text = area < 0 ? text : text[..area];
        Span<char> buffer = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        Span<char> normal = buffer[..AddressFold.Normalise(text, buffer)];
        normal = normal[..Tighten(normal)];
        normal = normal.StartsWith("KV ") ? normal[3..] : normal.StartsWith("KVARTERET ") ? normal[10..] : normal;
        int unit = normal.LastIndexOf(' ');
        if (unit <= 0)
        {
            return AddressFold.Compact(normal, output);
        }

        int length = AddressFold.Compact(normal[..unit], output);
        normal[unit..].CopyTo(output[length..]);
        return length + normal.Length - unit;
    }

    /// <summary>The same as text.</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= 500 ? stackalloc char[502] : new char[text.Length + 2];
        return buffer[..Key(text, buffer)].ToString();
    }

    /// <summary>
    /// A designation as the register would have it, of one with words around it, with noughts in front of its numbers or with another sign between them: "Del av Exempelbyn 1:1",
    /// "EXEMPELBYN 1:1 M FL", "EXEMPELBYN 01.01". Null when nothing of that stands there.
    /// </summary>
    public static string? Plainer(ReadOnlySpan<char> text)
    {
        string said = Around().Replace(text.ToString(), "").Trim();
        said = Unit().Replace(said, static m => $" {m.Groups[1].Value}:{m.Groups[2].Value}");
        return said.Length == 0 || text.SequenceEqual(said) ? null : said;
    }

    [GeneratedRegex(@"^\s*((fastigheten|fastighet|fast\.?|fgh|beteckning)\s*:?\s+)?(del\s+av\s+)?(fastigheten\s+)?|[\s,]+(m\.?\s?fl\.?|med\s+flera|del\s+av|\(del( av)?\)|del)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    // The last word: two numbers with a colon, a point or a hyphen between them. A quarter has one number only, so that BJÖRNEN 1-3 finds none.
    [GeneratedRegex(@"\s+0*([1-9][0-9]*)\s*[:.\-]\s*0*([1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    // "1 : 2" → "1:2".
    private static int Tighten(Span<char> text)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool beforeColon = text[i] == ' ' && i + 1 < text.Length && text[i + 1] == ':';
            bool afterColon = text[i] == ' ' && length > 0 && text[length - 1] == ':';
            if (!beforeColon && !afterColon)
            {
                text[length++] = text[i] == ',' ? ' ' : text[i];
            }
        }

        return length;
    }
}

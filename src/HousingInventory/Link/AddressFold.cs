namespace HousingInventory.Link;

/// <summary>
/// Brings written Swedish to one form for comparing, by tables of its own: the platform's normalisation does nothing in invariant mode, and its upper-casing
/// must not depend on the culture. å, ä and ö are letters and stay; other accents go only in the compact form.
/// </summary>
internal static class AddressFold
{
    /// <summary>
    /// Upper case, composed letters, single blanks. A comma stands for every sign that separates lines; points, quotes and brackets become blanks.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="output">At least as long as <paramref name="text"/>.</param>
    /// <returns>How many characters were written.</returns>
    public static int Normalise(ReadOnlySpan<char> text, Span<char> output)
    {
        int length = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char raw = text[at];
            char c = raw is >= 'a' and <= 'z' ? (char)(raw - 32) : raw;
            if (c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                output[length++] = c;
                continue;
            }

            c = IsSpanSign(text, at, length > 0 ? output[length - 1] : '\0') ? '-' : Sign(c);
            if (c == '(' || (c == '-' && length > 0 && output[length - 1] == '-'))
            {
                // "12 (14)" is a list; "12--14" a span.
                c = c == '-' ? '\0' : length > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(output[output[length - 1] == ' ' && length > 1 ? length - 2 : length - 1]) ? '+' : ' ';
            }

            switch (c)
            {
                case '\0':
                    break;
                case ' ':
                    if (length > 0 && output[length - 1] is not (' ' or ','))
                    {
                        output[length++] = ' ';
                    }

                    break;
                case ',':
                    if (length > 0 && output[length - 1] == ' ')
                    {
                        length--;
                    }

                    if (length > 0 && output[length - 1] != ',')
                    {
                        output[length++] = ',';
                    }

                    break;
                default:
                    if (c is >= '\u0300' and <= '\u036F')
                    {
                        if (length > 0)
                        {
                            output[length - 1] = Compose(output[length - 1], c);
                        }
                    }
                    else
                    {
                        output[length++] = char.ToUpperInvariant(c);
                    }

                    break;
            }
        }

        while (length > 0 && output[length - 1] is ' ' or ',')
        {
            length--;
        }

        return length;
    }

    /// <summary>The same as text.</summary>
    public static string Normalise(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= 512 ? stackalloc char[512] : new char[text.Length];
        return buffer[..Normalise(text, buffer)].ToString();
    }

    /// <summary>Letters and digits of a normalised text only, without accents other than those of å, ä and ö.</summary>
    /// <param name="normalised">What <see cref="Normalise(ReadOnlySpan{char}, Span{char})"/> gave.</param>
    /// <param name="output">At least as long.</param>
    /// <returns>How many characters were written.</returns>
    public static int Compact(ReadOnlySpan<char> normalised, Span<char> output)
    {
        int length = 0;
        foreach (char c in normalised)
        {
            if (c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or 'Å' or 'Ä' or 'Ö')
            {
                output[length++] = c;
            }
            else if (c > 127 || c == '?')
            {
                output[length++] = Plain(c);
            }
        }

        return length;
    }

    /// <summary>The same as text.</summary>
    public static string Compact(ReadOnlySpan<char> normalised)
    {
        Span<char> buffer = normalised.Length <= 512 ? stackalloc char[512] : new char[normalised.Length];
        return buffer[..Compact(normalised, buffer)].ToString();
    }

    // "12..16": points between figures; a single one is no span.
    private static bool IsSpanSign(ReadOnlySpan<char> text, int at, char before)
    {
        if (text[at] != '.' || !char.IsAsciiDigit(before) || at + 1 >= text.Length || text[at + 1] != '.')
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[at..].TrimStart('.');
        return rest.Length > 0 && char.IsAsciiDigit(rest[0]);
    }

    // Letters keep themselves; '\0' is dropped, ' ' and ',' separate.
    private static char Sign(char c) => c switch
    {
        ' ' or '\t' or '.' or '"' or ')' or '[' or ']' or '«' or '»' or '“' or '”' or '„' or '\u00A0' or '\u202F' or '_' => ' ',
        ',' or ';' or '\r' or '\n' or '|' => ',',
        '-' or ':' or '/' or '?' or '(' => c,
        '\\' => '/',
        >= '\uFF10' and <= '\uFF19' => (char)(c - '\uFF10' + '0'),
        '~' or '…' => '-',
        (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        '\'' or '\u2019' or '´' or '`' or '\u00AD' or '\u200B' or '\uFEFF' => '\0',
        'ı' or 'İ' => 'I',
        '\u212B' => 'Å',
        '\uFFFD' => '?',
        _ => char.IsWhiteSpace(c) ? ' ' : char.IsControl(c) ? '\0' : c,
    };

    private static char Compose(char letter, char accent) => (letter, accent) switch
    {
        ('A', '\u030A') => 'Å',
        ('A', '\u0308') => 'Ä',
        ('O', '\u0308') => 'Ö',
        ('U', '\u0308') => 'Ü',
        ('E', '\u0301') => 'É',
        ('E', '\u0300') => 'È',
        ('E', '\u0302') => 'Ê',
        ('E', '\u0308') => 'Ë',
        ('A', '\u0301') => 'Á',
        ('A', '\u0300') => 'À',
        ('O', '\u0301') => 'Ó',
        ('I', '\u0301') => 'Í',
        ('C', '\u0327') => 'Ç',
        ('N', '\u0303') => 'Ñ',
        _ => letter,
    };

    private static char Plain(char c) => c switch
    {
        'É' or 'È' or 'Ê' or 'Ë' => 'E',
        'Ü' or 'Ú' or 'Ù' or 'Û' => 'U',
        'Á' or 'À' or 'Â' or 'Ã' => 'A',
        'Ó' or 'Ò' or 'Ô' => 'O',
        'Í' or 'Ì' or 'Î' or 'Ï' => 'I',
        'Ý' => 'Y',
        'Ç' => 'C',
        'Ñ' => 'N',
        'Æ' => 'Ä',
        'Ø' => 'Ö',
        _ => c,
    };
}

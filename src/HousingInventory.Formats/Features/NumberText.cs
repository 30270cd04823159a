using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>Numbers as people and registers write them: decimal point or comma, digits grouped by spaces.</summary>
public static class NumberText
{
    /// <summary>The largest double written out has 309 digits.</summary>
    private const int LongestNumber = 400;

    /// <summary>
    /// The number that the text is, surrounding blanks ignored: "664244.91", "664244,91", "7 163 456,25" (ordinary, no-break or narrow space before three
    /// digits), "1e-6". Null for anything else, for NaN and infinity, and where comma and point both stand, because either may be the decimal sign.
    /// </summary>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > LongestNumber)
        {
            return null;
        }

        if (text.ContainsAny(',', ' ') || text.ContainsAny('\u00A0', '\u202F'))
        {
            Span<char> plain = stackalloc char[LongestNumber];
            return Simplify(text, plain) is int length and > 0 ? ParseInvariant(plain[..length]) : null;
        }

        return ParseInvariant(text);
    }

    /// <summary>The shortest form that reads back as the same number; whole numbers below 10^18 without exponent. 32 characters are enough.</summary>
    public static ReadOnlySpan<char> Format(double value, Span<char> buffer)
    {
        int length;
        if (Math.Abs(value) < 1e18 && Math.Truncate(value) == value)
        {
            ((long)value).TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
        }
        else
        {
            value.TryFormat(buffer, out length, "R", CultureInfo.InvariantCulture);
        }

        return buffer[..length];
    }

    private static double? ParseInvariant(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? value
            : null;

    /// <summary>Copies the text with a decimal point and without grouping; 0 when it is not a number of a form that is understood.</summary>
    private static int Simplify(ReadOnlySpan<char> text, Span<char> plain)
    {
        int length = 0;
        bool decimals = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is ',' or '.')
            {
                if (decimals)
                {
                    return 0;
                }

                decimals = true;
                c = '.';
            }
            else if (c is ' ' or '\u00A0' or '\u202F')
            {
                if (decimals || !IsGroup(text, i))
                {
                    return 0;
                }

                continue;
            }

            plain[length++] = c;
        }

        return length;
    }

    /// <summary>A digit stands before the space, and exactly three digits after it.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text, int space)
    {
        return space > 0 && space + 3 < text.Length && char.IsAsciiDigit(text[space - 1]) && char.IsAsciiDigit(text[space + 1])
            && char.IsAsciiDigit(text[space + 2]) && char.IsAsciiDigit(text[space + 3])
            && (space + 4 == text.Length || !char.IsAsciiDigit(text[space + 4]));
    }
}

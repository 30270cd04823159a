namespace HousingInventory.Formats;

/// <summary>How the Swedish registers write the small things: flags, codes, dates and keys.</summary>
internal static class RegisterText
{
    /// <summary>
    /// True when a protection flag is set. Only blank and a plain no (N, NEJ, NO, 0, FALSE) are read as not set: the values are not documented for every
    /// carrier, and a protected person must never be taken for an ordinary one.
    /// </summary>
    public static bool IsSet(ReadOnlySpan<char> text)
        => !(text.IsEmpty || text is "0" || Is(text, "N") || Is(text, "NEJ") || Is(text, "NO") || Is(text, "FALSE"));

    /// <summary>
    /// The four-digit municipality code from county and municipality, each padded to two digits because some bindings write them as numbers; null when
    /// either is missing or no code. A municipality that is written with all four digits needs no county.
    /// </summary>
    public static string? MunicipalityCode(ReadOnlySpan<char> county, ReadOnlySpan<char> municipality, TextPool pool)
    {
        if (!IsDigits(municipality))
        {
            return null;
        }

        Span<char> code = stackalloc char[4];
        if (municipality.Length == 4)
        {
            municipality.CopyTo(code);
        }
        else if (county.Length is 1 or 2 && IsDigits(county) && municipality.Length is 1 or 2)
        {
            code.Fill('0');
            county.CopyTo(code[(2 - county.Length)..]);
            municipality.CopyTo(code[(4 - municipality.Length)..]);
        }
        else
        {
            return null;
        }

        return code[..2] is "00" || code[2..] is "00" ? null : pool.Get(code);
    }

    /// <summary>The four digits of a dwelling number ("1102", "lgh 1102", 902 with its zero lost); null for anything else.</summary>
    public static string? DwellingNumber(ReadOnlySpan<char> text, TextPool pool)
    {
        if (text.StartsWith("LGH", StringComparison.OrdinalIgnoreCase))
        {
            text = text[3..].TrimStart(". ");
        }

        if (!IsDigits(text) || text.Length is not (3 or 4) || text.TrimStart('0').IsEmpty)
        {
            return null;
        }

        Span<char> number = stackalloc char[4];
        number[0] = '0';
        text.CopyTo(number[(4 - text.Length)..]);
        return pool.Get(number);
    }

    /// <summary>The five digits of a postal code, with or without the blank; null for anything else and for zeros.</summary>
    public static string? PostalCode(ReadOnlySpan<char> text, TextPool pool)
    {
        Span<char> digits = stackalloc char[5];
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c) && count < 5)
            {
                digits[count++] = c;
            }
            else if (!char.IsWhiteSpace(c))
            {
                return null;
            }
        }

        return count == 5 && digits is not "00000" ? pool.Get(digits) : null;
    }

    /// <summary>A key of a register as <see cref="RegisterKey"/> writes it, from the pool.</summary>
    public static string? Key(ReadOnlySpan<char> text, TextPool pool)
    {
        Span<char> key = stackalloc char[RegisterKey.MaxLength];
        return pool.Get(key[..RegisterKey.Normalise(text, key)]);
    }

    /// <summary>
    /// The day from yyyyMMdd or yyyy-MM-dd with or without a time of day after it; null for 0, a year or a year and month alone, and what is no date.
    /// </summary>
    public static DateOnly? Date(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[8];
        int count = 0;
        for (int i = 0; i < text.Length && count < 8; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits[count++] = text[i];
            }
            else if (text[i] != '-')
            {
                return null;
            }
        }

        return count == 8 && DateOnly.TryParseExact(digits, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, default, out DateOnly date)
            ? date
            : null;
    }

    /// <summary>True when there is at least one character and all are 0 to 9.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    /// <summary>True when a fictitious number stands in the field: blank and zeros mean a real property.</summary>
    public static bool IsFictitious(ReadOnlySpan<char> text) => !text.Trim('0').IsEmpty;

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

namespace HousingInventory.Import;

/// <summary>Small rules of the registers' spelling, shared by the sources.</summary>
internal static class Texts
{
    /// <summary>
    /// An identity as it is compared: trimmed, lower case, without braces, dashes kept where they stand. Text longer than a UUID often carries braces or a
    /// prefix. Null for blank.
    /// </summary>
    public static string? Id(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        ReadOnlySpan<char> trimmed = text.AsSpan().Trim().Trim("{}").Trim();
        if (trimmed.IsEmpty)
        {
            return null;
        }

        return IsUndashedUuid(trimmed)
            ? $"{trimmed[..8]}-{trimmed[8..12]}-{trimmed[12..16]}-{trimmed[16..20]}-{trimmed[20..]}".ToLowerInvariant()
            : IsLower(trimmed) && trimmed.Length == text.Length ? text : trimmed.ToString().ToLowerInvariant();
    }

    /// <summary>A code with its leading zeros, which spreadsheets strip: "980" becomes "0980". Null for blank or zero.</summary>
    public static string? Padded(string? text, int digits)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string trimmed = text.Trim();
        if (trimmed.EndsWith(".0", StringComparison.Ordinal))
        {
            trimmed = trimmed[..^2];
        }

        return trimmed.AsSpan().ContainsAnyExcept('0') ? trimmed.PadLeft(digits, '0') : null;
    }

    /// <summary>Five digits of a postal code, with or without its blank; null when missing or 0.</summary>
    public static string? PostalCode(string? text) =>
        Padded(text is not null && text.Contains(' ', StringComparison.Ordinal) ? text.Replace(" ", "", StringComparison.Ordinal) : text, 5);

    /// <summary>Whether a Swedish or English word for yes stands there; -1 is true in Trafikverket's and ESRI's files.</summary>
    public static bool IsYes(string? text) => text?.Trim().ToUpperInvariant() is "J" or "JA" or "Y" or "YES" or "TRUE" or "SANT" or "1" or "-1" or "X";

    private static bool IsUndashedUuid(ReadOnlySpan<char> text)
    {
        if (text.Length != 32)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLower(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.ToLowerInvariant(c) != c)
            {
                return false;
            }
        }

        return true;
    }
}
